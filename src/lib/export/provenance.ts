import { absenceSentence } from '../format/absences.ts';
import { EXPORT_WORDS, MARKS } from '../format/exports.ts';
import { nameIn } from '../format/locale.ts';
import type { Locale } from '../format/locale.ts';
import type { Names } from '../core/form/index.ts';
import { citationText } from './citation.ts';
import { STATUS_OK, statusesIn } from './csv.ts';
import type { CsvColumn } from './csv.ts';

/** The dataset a file was made from. No clock: the build id says which state of the data it is. */
export interface Origin {
	readonly name: string;
	readonly title: Names;
	readonly build: string;
	readonly fictional: boolean;
	/** Read from files of the reader's own, in this session. */
	readonly session?: boolean;
}

/** What every file says of itself beside its rows. */
export interface Provenance {
	/** What is shown, of whom, when. */
	readonly title: string;
	/** Unit · N · coverage. */
	readonly unit: string;
	/** How missing values are treated, and what the figures rest on. */
	readonly notes: readonly string[];
	/** The filters in words; empty: all. */
	readonly filter: string;
	readonly source: string;
	/** Rebuilds the view. */
	readonly link: string;
	readonly origin: Origin;
	readonly locale: Locale;
}

const word = (id: keyof typeof EXPORT_WORDS, locale: Locale): string => nameIn(EXPORT_WORDS[id], locale);

/** The sentence that data of that origin must bear on every file and drawing; null for the shipped reports. */
export function markOf({ fictional, session }: Origin, locale: Locale): string | null {
	if (fictional) return nameIn(MARKS.fictional, locale);
	return session ? nameIn(MARKS.session, locale) : null;
}

export interface FileFacts {
	readonly rows: number;
	/** Of the strict CSV of the same rows; null where it could not be computed. */
	readonly sha256: string | null;
}

/** Label and text of everything a file says of itself, in order. */
export function provenanceLines(
	about: Provenance,
	facts: FileFacts
): readonly (readonly [label: string, text: string])[] {
	const { locale, origin } = about;
	const mark = markOf(origin, locale);
	return [
		...(mark === null ? [] : [['!', mark] as const]),
		[word('title', locale), about.title],
		[word('unit', locale), about.unit],
		...about.notes.map((note) => [word('note', locale), note] as const),
		[word('filter', locale), about.filter || word('all', locale)],
		[word('source', locale), about.source],
		[word('dataset', locale), `${origin.name} · ${nameIn(origin.title, locale)}`],
		[word('build', locale), origin.build],
		[word('link', locale), about.link],
		[word('rows', locale), String(facts.rows)],
		...(facts.sha256 === null ? [] : [[word('sha256', locale), facts.sha256] as const]),
		[word('licence', locale), word('figuresLicence', locale)],
		[word('citation', locale), citationText(about)]
	];
}

/** The same as notes above the rows of a spreadsheet. */
export function provenanceNotes(about: Provenance, facts: FileFacts): string[] {
	const colon = about.locale === 'zh' ? '：' : ': ';
	return provenanceLines(about, facts).map(([label, text]) => (label === '!' ? text : `${label}${colon}${text}`));
}

/** Name and meaning of every column, the status columns too. */
export function columnLines<T>(
	columns: readonly CsvColumn<T>[],
	locale: Locale
): readonly (readonly [string, string])[] {
	return columns.flatMap(({ name, label, absence }): [string, string][] => [
		[name, label ?? name],
		...(absence ? [[`${name}.status`, word('statusOf', locale)] as [string, string]] : [])
	]);
}

/** What the statuses that occur in the rows mean. */
export function statusLines<T>(
	rows: readonly T[],
	columns: readonly CsvColumn<T>[],
	locale: Locale
): readonly (readonly [string, string])[] {
	return statusesIn(rows, columns).map((status) => [
		status,
		status === STATUS_OK
			? word('ok', locale)
			: status
					.split('+')
					.map((one) => (one === 'recomputed' ? word('recomputed', locale) : absenceSentence(one, locale)))
					.join('; ')
	]);
}

/** The side file of a strict CSV: a Frictionless Data Resource with our additions. */
export function sideFile<T>(
	about: Provenance,
	file: FileFacts & { readonly name: string; readonly bytes: number },
	rows: readonly T[],
	columns: readonly CsvColumn<T>[]
): string {
	const { locale, origin } = about;
	const resource = {
		$schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
		name: file.name.replace(/\.csv$/u, '').toLowerCase(),
		type: 'table',
		path: file.name,
		title: about.title,
		description: [about.unit, ...about.notes].join('\n'),
		format: 'csv',
		mediatype: 'text/csv',
		encoding: 'utf-8',
		bytes: file.bytes,
		...(file.sha256 === null ? {} : { hash: `sha256:${file.sha256}` }),
		schema: {
			fields: columnLines(columns, locale).map(([name, title]) => ({ name, title })),
			missingValues: ['']
		},
		'gongkai:rows': file.rows,
		'gongkai:filter': about.filter,
		'gongkai:link': about.link,
		'gongkai:source': about.source,
		'gongkai:dataset': origin.name,
		'gongkai:build': origin.build,
		'gongkai:fictional': origin.fictional,
		'gongkai:session': origin.session ?? false,
		'gongkai:statuses': Object.fromEntries(statusLines(rows, columns, locale)),
		'gongkai:citation': citationText(about)
	};
	return `${JSON.stringify(resource, null, '\t')}\n`;
}
