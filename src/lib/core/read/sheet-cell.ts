import { markText } from './docx-runs.ts';
import { STRUCK_FORMAT } from './sheet-marks.ts';

/** A cell as the spreadsheet library gives it. */
export interface SheetCell {
	/** n number, s text, b true or false, e error, d date, z nothing. */
	readonly t: string;
	readonly v?: unknown;
	/** As formatted. */
	readonly w?: string;
	/** The format. */
	readonly z?: unknown;
	readonly f?: string;
}

/** Digits that a spreadsheet holds of a number; what lies behind them comes from adding fractions in binary. */
const DIGITS = 15;
const FIGURE = /\d[\d,]*(?:\.\d+)?/u;

/** A number with all its digits, without an exponent as far as a report needs it. */
function exact(value: number): string {
	return String(Number(value.toPrecision(DIGITS)));
}

/**
 * A number as printed but with all its digits: a format that rounds, parts thousands, adds a unit or a sign is followed; where what is
 * printed is another number (a date, a percentage, thousands left out) it stays as it is printed.
 */
function numberText(value: number, printed: string | undefined, format: unknown): string {
	const text = printed?.trim() ?? '';
	if (text === '' || format === 'General' || !/\d/u.test(text)) return exact(value);
	const run = FIGURE.exec(text)?.[0] ?? '';
	const rest = text.replace(run, '');
	if (/\d/u.test(rest)) return text;
	const shown = Number(run.replaceAll(',', ''));
	const decimals = run.split('.')[1]?.length ?? 0;
	const size = Math.abs(value);
	if (Math.abs(shown - size) > 0.5 * 10 ** -decimals * (1 + 1e-9)) return text;
	if (value < 0 && !/[-−减]/u.test(rest)) return exact(value);
	if (rest.includes('%') || /[eE]/u.test(rest)) return text;
	return shown === Number(exact(size)) ? text : text.replace(run, exact(size));
}

/** The text of a cell; '' where it holds nothing. A formula that was never worked out gives itself, which is no number. */
export function cellText(cell: SheetCell | undefined): string {
	if (!cell || cell.t === 'z') return '';
	if (cell.z === STRUCK_FORMAT) return markText(cellText({ ...cell, z: 'General' }), { struck: true, raised: null });
	if (cell.v === undefined) return cell.f === undefined ? '' : `=${cell.f}`;
	if (cell.t === 'n' && typeof cell.v === 'number') return numberText(cell.v, cell.w, cell.z);
	if (cell.t === 's' && typeof cell.v === 'string') return cell.v;
	if (cell.t === 'b') return cell.v === true ? 'TRUE' : 'FALSE';
	return cell.w ?? '#';
}
