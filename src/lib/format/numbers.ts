import { format, formatLocale } from 'd3-format';
import type { Locale } from './locale.ts';

const { format: grouped } = formatLocale({
	decimal: '.',
	thousands: ',',
	grouping: [3],
	currency: ['', ''],
	minus: '\u2212'
});
const integer = grouped(',d');
const upToFourDecimals = grouped(',.4~f');
const oneDecimal = grouped(',.1f');
const twoDigits = format('.2~f');

/** What stands where a number is undefined, such as a share of nothing. */
export const UNDEFINED_MARK = '—';

/** A count or an amount of money as printed: commas by thousands, at most four decimals, a real minus sign. */
export function formatNumber(value: number): string {
	return Number.isInteger(value) ? integer(value) : upToFourDecimals(value);
}

/** A change on an earlier value, with its sign; no change is ±0. */
export function formatChange(value: number): string {
	if (value === 0) return '±0';
	return value > 0 ? `+${formatNumber(value)}` : formatNumber(value);
}

/** A change in per cent of an earlier value, with its sign; no change is ±0, nothing on an earlier value of 0. */
export function formatGrowth(now: number, before: number): string {
	if (before === 0) return '';
	if (now === before) return '±0%';
	const growth = (100 * (now - before)) / before;
	return `${growth > 0 ? '+' : ''}${oneDecimal(growth)}%`;
}

/** A change between two fractions in percentage points, with its sign and one decimal; no change is ±0. */
export function formatPoints(now: number, before: number): string {
	const points = Math.round(1000 * (now - before)) / 10;
	if (points === 0) return '±0';
	return `${points > 0 ? '+' : ''}${oneDecimal(points)}`;
}

/** Percent with one decimal. A share of nothing is undefined, never 0 %. */
export function formatShare(part: number | null, whole: number | null): string {
	if (part === null || whole === null || whole === 0) return UNDEFINED_MARK;
	return `${oneDecimal((100 * part) / whole)}%`;
}

/** A tick of a value axis: 1.2万 in Chinese, 12k in English; plain with commas below ten thousand. */
export function formatTick(value: number, locale: Locale): string {
	if (Math.abs(value) < 10_000) return formatNumber(value);
	if (locale === 'zh') {
		const yi = Math.abs(value) >= 1e8;
		return `${twoDigits(value / (yi ? 1e8 : 1e4)).replace('-', '\u2212')}${yi ? '亿' : '万'}`;
	}
	const million = Math.abs(value) >= 1e6;
	return `${twoDigits(value / (million ? 1e6 : 1e3)).replace('-', '\u2212')}${million ? 'M' : 'k'}`;
}

/** A tick of an axis of shares, 0 to 1. */
export function formatShareTick(value: number): string {
	return `${Math.round(value * 100)}%`;
}

/** Bytes as kB or MB (1,000-based), as file managers print them. */
export function formatBytes(bytes: number): string {
	if (bytes < 1000) return `${bytes} B`;
	if (bytes < 1e6) return `${oneDecimal(bytes / 1000)} kB`;
	return `${oneDecimal(bytes / 1e6)} MB`;
}

/** 2019–2024, or 2023 alone. */
export function formatYears(first: number, last: number): string {
	return first === last ? String(first) : `${first}–${last}`;
}
