import type { ExtractedCell, ExtractedReport, ReadResult } from './document.ts';

type Json = Readonly<Record<string, unknown>>;

const MAX_REPORTS = 100_000;
const MAX_RAW = 1000;
const CELL_KEY = /^t[234]\.[a-z_]{1,40}\.[a-z_]{1,40}$/u;
const ABSENCES = new Set(['blank', 'dash', 'slash', 'text', 'missing', 'unplaced']);
const LAYOUTS = new Set(['2019', '2021', 'undetermined']);

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value.slice(0, MAX_RAW) : null);
const wholeOr = (value: unknown, otherwise: number): number =>
	typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : otherwise;

/** A cell of our own JSON, or null where it is none: a number, or no number and the reason why. */
function toCell(value: unknown): ExtractedCell | null {
	if (!isObject(value)) return null;
	const { v, raw, absence, unit, at } = value;
	const isNumber = typeof v === 'number' && Number.isFinite(v);
	const isAbsent = v === null && typeof absence === 'string' && ABSENCES.has(absence);
	if (isNumber ? absence !== undefined : !isAbsent) return null;
	return {
		v: isNumber ? v : null,
		raw: textOrNull(raw) ?? '',
		...(isAbsent ? { absence: absence as NonNullable<ExtractedCell['absence']> } : {}),
		...(typeof unit === 'string' ? { unit: unit.slice(0, 20) } : {}),
		...(isObject(at)
			? {
					at: {
						table: wholeOr(at['table'], 0),
						row: wholeOr(at['row'], 0),
						col: wholeOr(at['col'], 0),
						...(typeof at['line'] === 'number' ? { line: wholeOr(at['line'], 0) } : {})
					}
				}
			: {})
	};
}

function toCells(value: Json): Record<string, ExtractedCell> | null {
	const cells: Record<string, ExtractedCell> = {};
	for (const [key, of] of Object.entries(value)) {
		const cell = CELL_KEY.test(key) ? toCell(of) : null;
		if (!cell) return null;
		cells[key] = cell;
	}
	return cells;
}

function toLayout(value: unknown): ExtractedReport['formats']['t2'] {
	return typeof value === 'string' && LAYOUTS.has(value) ? (value as ExtractedReport['formats']['t2']) : null;
}

function toReport(value: unknown): ExtractedReport | null {
	if (!isObject(value) || !isObject(value['cells']) || !isObject(value['formats'])) return null;
	const cells = toCells(value['cells']);
	if (!cells) return null;
	const { file, agency, year, title, formats, copies } = value;
	return {
		file: textOrNull(file) ?? '',
		agency: textOrNull(agency),
		year: typeof year === 'number' && Number.isInteger(year) ? year : null,
		title: textOrNull(title),
		formats: { t2: toLayout(formats['t2']), t3: toLayout(formats['t3']), t4: toLayout(formats['t4']) },
		cells,
		copies: Math.max(1, wholeOr(copies, 1))
	};
}

function parse(text: string): unknown[] | null {
	try {
		const value: unknown = JSON.parse(text);
		return Array.isArray(value) ? (value as unknown[]) : [value];
	} catch {
		const lines = text.split('\n').filter((line) => line.trim() !== '');
		if (lines.length > MAX_REPORTS) return null;
		try {
			return lines.map((line): unknown => JSON.parse(line));
		} catch {
			return null;
		}
	}
}

/**
 * Reads what `data:extract` printed: one report a line, a list of them, or one alone. A line for a file that gave no report is passed
 * over. Null where the text is no JSON; JSON of anything else is refused.
 */
export function readJson(text: string, encoding: string): ReadResult | null {
	const values = parse(text.replace(/^\ufeff/u, ''));
	if (!values) return null;
	const filled = values.filter((value) => !(isObject(value) && isObject(value['cells']) && isEmptyReport(value)));
	const reports = filled.map(toReport);
	if (reports.length === 0 || reports.length > MAX_REPORTS || reports.includes(null))
		return { ok: false, failure: { code: 'file/unknown-kind', found: 'JSON' } };
	return {
		ok: true,
		document: {
			reader: 'json',
			encoding,
			title: null,
			blocks: [],
			extracted: reports.filter((report) => report !== null)
		}
	};
}

function isEmptyReport(value: Json): boolean {
	return Object.keys(value['cells'] as Json).length === 0 && Array.isArray(value['problems']);
}
