import type { ExtractedCell, ExtractedProblem, ExtractedReport, ReadResult } from './document.ts';

type Json = Readonly<Record<string, unknown>>;

const MAX_REPORTS = 100_000;
const MAX_RAW = 1000;
const MAX_FOUND = 80;
const MAX_PROBLEMS = 10_000;
const CELL_KEY = /^t[234]\.[a-z_]{1,40}\.[a-z_]{1,40}$/u;
const ABSENCES = new Set(['blank', 'dash', 'slash', 'text', 'missing', 'unplaced']);

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value.slice(0, MAX_RAW) : null);
const isWhole = (value: unknown): value is number =>
	typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const shown = (value: unknown): string => (JSON.stringify(value) ?? '').slice(0, MAX_FOUND);

/** The place of a cell; undefined where none is given, null where it is no place. */
function toPlace(value: unknown): ExtractedCell['at'] | null {
	if (value === undefined) return undefined;
	if (!isObject(value)) return null;
	const { table, row, col, line } = value;
	if (!isWhole(table) || !isWhole(row) || !isWhole(col) || (line !== undefined && !isWhole(line))) return null;
	return { table, row, col, ...(line === undefined ? {} : { line }) };
}

/** A cell of our own JSON, or null where it is none: a number, or no number and the reason why. */
function toCell(value: unknown): ExtractedCell | null {
	if (!isObject(value)) return null;
	const { v, raw, absence, unit, settled, at } = value;
	const isNumber = typeof v === 'number' && Number.isFinite(v);
	const isAbsent = v === null && typeof absence === 'string' && ABSENCES.has(absence);
	const place = toPlace(at);
	const isWord = (word: unknown): boolean => word === undefined || typeof word === 'string';
	if (isNumber ? absence !== undefined : !isAbsent) return null;
	if (place === null || typeof raw !== 'string' || !isWord(unit) || (settled !== undefined && settled !== 'identity'))
		return null;
	return {
		v: isNumber ? v : null,
		raw: raw.slice(0, MAX_RAW),
		...(isAbsent ? { absence: absence as NonNullable<ExtractedCell['absence']> } : {}),
		...(typeof unit === 'string' ? { unit: unit.slice(0, 20) } : {}),
		...(settled === 'identity' ? { settled } : {}),
		...(place === undefined ? {} : { at: place })
	};
}

function toCells(value: Json): Pick<ExtractedReport, 'cells' | 'refused'> {
	const cells: Record<string, ExtractedCell> = {};
	const refused: { key: string; found: string }[] = [];
	for (const [key, of] of Object.entries(value)) {
		const cell = CELL_KEY.test(key) ? toCell(of) : null;
		if (cell) cells[key] = cell;
		else refused.push({ key: key.slice(0, MAX_FOUND), found: shown(of) });
	}
	return { cells, refused };
}

function toProblems(value: unknown): ExtractedProblem[] {
	if (!Array.isArray(value)) return [];
	return value
		.slice(0, MAX_PROBLEMS)
		.filter(isObject)
		.flatMap((problem): ExtractedProblem[] => {
			const { code, line } = problem;
			if (typeof code !== 'string') return [];
			const texts = (['table', 'row', 'column', 'found', 'expected'] as const).flatMap((name) => {
				const text = textOrNull(problem[name]);
				return text === null ? [] : [[name, text] as const];
			});
			return [{ code: code.slice(0, MAX_FOUND), ...Object.fromEntries(texts), ...(isWhole(line) ? { line } : {}) }];
		});
}

function toReport(value: unknown): ExtractedReport | null {
	if (!isObject(value) || !isObject(value['cells']) || !isObject(value['formats'])) return null;
	const { file, agency, year, title, formats, problems, copies } = value;
	return {
		file: textOrNull(file) ?? '',
		agency: textOrNull(agency),
		year: typeof year === 'number' && Number.isInteger(year) ? year : null,
		title: textOrNull(title),
		formats: { t2: textOrNull(formats['t2']), t3: textOrNull(formats['t3']), t4: textOrNull(formats['t4']) },
		...toCells(value['cells']),
		problems: toProblems(problems),
		copies: isWhole(copies) ? Math.max(1, copies) : 1
	};
}

/** A line that is no report of ours, kept so that it is declared and not lost. */
function unreadReport(value: unknown, index: number): ExtractedReport {
	const found = typeof value === 'string' ? value.slice(0, MAX_FOUND) : shown(value);
	return {
		file: '',
		agency: null,
		year: null,
		title: null,
		formats: { t2: null, t3: null, t4: null },
		cells: {},
		refused: [],
		problems: [{ code: 'report/no-table', line: index + 1, found }],
		copies: 1
	};
}

/** The values of a text that is JSON, or JSON a line; a line that is not, as one that was cut short, stays a text. Null where none is. */
function parse(text: string): unknown[] | null {
	try {
		const value: unknown = JSON.parse(text);
		return Array.isArray(value) ? (value as unknown[]) : [value];
	} catch {
		const lines = text.split('\n').filter((line) => line.trim() !== '');
		if (lines.length > MAX_REPORTS) return null;
		const values = lines.map((line): unknown => {
			try {
				return JSON.parse(line) as unknown;
			} catch {
				return line;
			}
		});
		return isObject(values[0]) ? values : null;
	}
}

/** A line for a file that gave no report. */
function isEmptyReport(value: unknown): boolean {
	return (
		isObject(value) &&
		isObject(value['cells']) &&
		Object.keys(value['cells']).length === 0 &&
		Array.isArray(value['problems'])
	);
}

/**
 * Reads what `data:extract` printed: one report a line, a list of them, or one alone. A line for a file that gave no report is passed
 * over. Null where the text is no JSON; JSON of anything else is refused.
 */
export function readJson(text: string, encoding: string): ReadResult | null {
	const values = parse(text.replace(/^\ufeff/u, ''));
	if (!values) return null;
	const filled = values.filter((value) => !isEmptyReport(value));
	const reports = filled.map(toReport);
	if (reports.length > MAX_REPORTS || reports.every((report) => report === null))
		return { ok: false, failure: { code: 'file/unknown-kind', found: 'JSON' } };
	return {
		ok: true,
		document: {
			reader: 'json',
			encoding,
			title: null,
			blocks: [],
			extracted: reports.map((report, index) => report ?? unreadReport(filled[index], index))
		}
	};
}
