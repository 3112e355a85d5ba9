import type { Row, Value } from '../db/gate.ts';
import type { Share, Total } from './totals.ts';

function value(row: Row, column: string): Value {
	const found = row[column];
	if (found === undefined) throw new Error(`unknown column: ${column}`);
	return found;
}

export function textOrNull(row: Row, column: string): string | null {
	const found = value(row, column);
	if (found !== null && typeof found !== 'string') throw new Error(`not a text: ${column} = ${String(found)}`);
	return found;
}

export function text(row: Row, column: string): string {
	const found = textOrNull(row, column);
	if (found === null) throw new Error(`not a text: ${column} = null`);
	return found;
}

export function numberOrNull(row: Row, column: string): number | null {
	const found = value(row, column);
	if (found !== null && typeof found !== 'number') throw new Error(`not a number: ${column} = ${String(found)}`);
	return found;
}

export function number(row: Row, column: string): number {
	const found = numberOrNull(row, column);
	if (found === null) throw new Error(`not a number: ${column} = null`);
	return found;
}

/** Columns `<name>.value` and `<name>.n`, as `totalSql` names them. */
export function total(row: Row, name: string): Total {
	return { value: numberOrNull(row, `${name}.value`), n: number(row, `${name}.n`) };
}

/** Columns `<name>.numerator`, `<name>.denominator` and `<name>.n`, as `shareSql` names them. */
export function share(row: Row, name: string): Share {
	return {
		numerator: numberOrNull(row, `${name}.numerator`),
		denominator: numberOrNull(row, `${name}.denominator`),
		n: number(row, `${name}.n`)
	};
}
