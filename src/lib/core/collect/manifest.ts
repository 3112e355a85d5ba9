import { csvRecords } from './csv-records.ts';
import { plainName } from '../form/index.ts';
import type { DatasetProblem } from '../dataset/index.ts';

/** What the collector knows of one file; every part but the file may be lacking. */
export interface ManifestRow {
	/** Path within the folder of reports, parted by `/`. */
	readonly file: string;
	readonly agency: string | null;
	/** Division code or name, where the agency's name alone does not say which place is meant. */
	readonly place: string | null;
	readonly year: number | null;
	readonly address: string | null;
	/** ISO date. */
	readonly collected: string | null;
	/** ISO date on which the agency published it. */
	readonly published: string | null;
}

/** A problem in the manifest itself; `line` is the line of its text. `file` is null where the row names none. */
export interface ManifestProblem {
	readonly file: string | null;
	readonly problem: DatasetProblem;
}

export interface Manifest {
	readonly rows: ReadonlyMap<string, ManifestRow>;
	readonly problems: readonly ManifestProblem[];
	/** The problems of a file's row, without their line: it is one of the manifest, not of the file. */
	readonly problemsOf: ReadonlyMap<string, readonly DatasetProblem[]>;
}

export const NO_MANIFEST: Manifest = { rows: new Map(), problems: [], problemsOf: new Map() };

const COLUMNS = ['file', 'agency', 'place', 'year', 'address', 'collected', 'published'] as const;
type Column = (typeof COLUMNS)[number];

/** A path as the manifest may write it, as the folder of reports has it. */
export function plainPath(path: string): string {
	return path.trim().normalize('NFC').replace(/\\/gu, '/').replace(/^\.\//u, '');
}

export function isDate(text: string): boolean {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
	if (!match) return false;
	const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const isYear = (text: string): boolean => /^20\d{2}$/u.test(text);

function isAddress(text: string): boolean {
	return URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol);
}

const CHECKED: Partial<Record<Column, { readonly fits: (text: string) => boolean; readonly expected: string }>> = {
	year: { fits: isYear, expected: '2000-2099' },
	address: { fits: isAddress, expected: 'https://…' },
	collected: { fits: isDate, expected: 'YYYY-MM-DD' },
	published: { fits: isDate, expected: 'YYYY-MM-DD' }
};

function byFile(problems: readonly ManifestProblem[]): Map<string, DatasetProblem[]> {
	const found = new Map<string, DatasetProblem[]>();
	for (const { file, problem } of problems) {
		if (file === null) continue;
		const { line: _, ...rest } = problem;
		const others = found.get(file);
		if (others) others.push(rest);
		else found.set(file, [rest]);
	}
	return found;
}

/**
 * Reads `manifest.csv`. A value that is not understood and a second row for one file are problems, the rest of the manifest stands.
 * A row with too few fields is used as far as it goes; of a row with too many none is used, since its values may have shifted.
 * Throws where there is no column `file`: then it is not a manifest.
 */
export function parseManifest(text: string): Manifest {
	const { records: found, openQuote } = csvRecords(text);
	const [header, ...body] = found;
	const names = (header?.fields ?? []).map((name) => name.toLowerCase());
	if (!names.includes('file')) throw new Error(`manifest has no column "file": ${names.join(', ')}`);
	const problems: ManifestProblem[] = names
		.filter((name) => name !== '' && !(COLUMNS as readonly string[]).includes(name))
		.map((name) => ({ file: null, problem: { code: 'manifest/column-unknown', line: 1, found: name } }));
	if (openQuote !== null) problems.push({ file: null, problem: { code: 'manifest/quote-open', line: openQuote } });
	const rows = new Map<string, ManifestRow>();
	for (const { line, fields } of body) {
		const value = (column: Column): string => fields[names.indexOf(column)] ?? '';
		const file = plainPath(value('file'));
		const declare = (problem: DatasetProblem): void => {
			problems.push({ file: file === '' ? null : file, problem: { ...problem, line } });
		};
		const shifted = fields.slice(names.length).some((field) => field !== '');
		if (shifted || fields.length < names.length) {
			declare({ code: 'manifest/row-ragged', found: String(fields.length), expected: String(names.length) });
		}
		if (shifted) continue;
		if (file === '') {
			declare({ code: 'manifest/value-not-understood', column: 'file', expected: 'folder/name.html' });
			continue;
		}
		if (rows.has(file)) {
			declare({ code: 'manifest/row-repeated', found: file });
			continue;
		}
		const checked = (column: Column): string | null => {
			const text = value(column);
			if (text === '') return null;
			const check = CHECKED[column];
			if (!check || check.fits(text)) return text;
			declare({ code: 'manifest/value-not-understood', column, found: text, expected: check.expected });
			return null;
		};
		const [agency, year] = [checked('agency'), checked('year')];
		rows.set(file, {
			file,
			agency: agency === null ? null : plainName(agency),
			place: checked('place'),
			year: year === null ? null : Number(year),
			address: checked('address'),
			collected: checked('collected'),
			published: checked('published')
		});
	}
	return { rows, problems, problemsOf: byFile(problems) };
}
