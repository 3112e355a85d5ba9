import type { Value } from './gate.ts';

const jsonOf = (value: unknown): string =>
	JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? plainInteger(part) : part));

/** An integer as a number where that is exact, else as its digits. */
export function plainInteger(value: bigint): number | string {
	const number = Number(value);
	return Number.isSafeInteger(number) ? number : value.toString();
}

/** `digits / 10^scale` as the nearest number; integers past the safe range as their digits. */
export function plainDecimal(digits: bigint, scale: number): number | string {
	if (scale === 0) return plainInteger(digits);
	const sign = digits < 0n ? '-' : '';
	const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
	return Number(`${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`);
}

/** A calendar day, given as milliseconds since 1970 in UTC, as `2023-01-31`. */
export function plainDay(milliseconds: number): string {
	return new Date(milliseconds).toISOString().slice(0, 10);
}

/** A point in time as `2023-01-31T12:00:00.000Z`. */
export function plainInstant(milliseconds: number): string {
	return new Date(milliseconds).toISOString();
}

/** Any other value of an engine: lists and structures become JSON text, so that a row stays flat. */
export function plainValue(value: unknown): Value {
	switch (typeof value) {
		case 'undefined':
			return null;
		case 'string':
		case 'number':
		case 'boolean':
			return value;
		case 'bigint':
			return plainInteger(value);
		default:
			return value === null ? null : jsonOf(value);
	}
}
