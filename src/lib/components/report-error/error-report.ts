import { isTableId, columnName, rowName } from '$lib/format/cells.ts';
import { ruleNames } from '$lib/format/finding-text.ts';
import { nameIn } from '$lib/format/locale.ts';
import type { Locale } from '$lib/format/locale.ts';
import type { Origin } from '$lib/export/provenance.ts';

/** What an error is reported of; all but the dataset may be unknown. */
export interface ErrorPlace {
	readonly agency: string | null;
	readonly year: string | null;
	readonly cell: string | null;
	readonly rule: string | null;
}

const PARTS = ['agency', 'year', 'cell', 'rule'] as const;
const LONGEST = 200;

export function placeOf(search: URLSearchParams): ErrorPlace {
	const of = (name: (typeof PARTS)[number]): string | null => {
		const value = search.get(name)?.trim().slice(0, LONGEST) ?? '';
		return value === '' ? null : value;
	};
	return { agency: of('agency'), year: of('year'), cell: of('cell'), rule: of('rule') };
}

/** The query string that leads to the form with these parts filled in. */
export function errorSearch(
	place: Partial<Readonly<Record<keyof ErrorPlace, string | number | null | undefined>>>
): string {
	const search = new URLSearchParams();
	for (const name of PARTS) {
		const value = place[name] ?? null;
		if (value !== null) search.set(name, String(value));
	}
	const text = search.toString();
	return text === '' ? '' : `?${text}`;
}

export function cellWords(cell: string, locale: Locale): string {
	const [table = '', row = '', column = ''] = cell.split('.');
	if (!isTableId(table)) return cell;
	return `${rowName(table, row, locale)} · ${columnName(table, column, locale)}（${cell}）`;
}

const WORDS = {
	title: { zh: '数字有误的报告', en: 'Report of an error' },
	dataset: { zh: '数据集', en: 'Dataset' },
	build: { zh: '数据版本', en: 'Dataset build' },
	agency: { zh: '机关', en: 'Agency' },
	year: { zh: '报告年度', en: 'Report year' },
	cell: { zh: '格', en: 'Cell' },
	shown: { zh: '本站所示', en: 'Shown here' },
	source: { zh: '来源文件', en: 'Source file' },
	rule: { zh: '规则', en: 'Rule' },
	page: { zh: '页面', en: 'Page' },
	words: { zh: '说明', en: 'What is wrong' }
} as const;

export interface ErrorFacts {
	readonly place: ErrorPlace;
	readonly origin: Origin;
	/** The agency's name; null where the dataset does not know it. */
	readonly name: string | null;
	/** The printed text of the cell, as this site has it. */
	readonly shown: string | null;
	readonly source: string | null;
	/** Address of the page that shows it. */
	readonly link: string;
	readonly words: string;
}

/** The report as plain text, one fact a line; what is not known has no line. */
export function errorText({ place, origin, name, shown, source, link, words }: ErrorFacts, locale: Locale): string {
	const line = (id: keyof typeof WORDS, value: string | null): string[] =>
		value === null || value === '' ? [] : [`${nameIn(WORDS[id], locale)}: ${value}`];
	return [
		nameIn(WORDS.title, locale),
		...line('dataset', `${nameIn(origin.title, locale)}（${origin.name}）`),
		...line('build', origin.build),
		...line('agency', place.agency === null ? null : name === null ? place.agency : `${name}（${place.agency}）`),
		...line('year', place.year),
		...line('cell', place.cell === null ? null : cellWords(place.cell, locale)),
		...line('shown', shown),
		...line('source', source),
		...line('rule', place.rule === null ? null : `${nameIn(ruleNames(place.rule), locale)}（${place.rule}）`),
		...line('page', link),
		...line('words', words.trim())
	].join('\n');
}

export const subjectOf = ({ place, origin }: Pick<ErrorFacts, 'place' | 'origin'>): string =>
	['Gongkai', origin.build, place.agency, place.year, place.cell, place.rule].filter((one) => one !== null).join(' ');

export function mailLink(address: string, subject: string, body: string): string {
	return `mailto:${encodeURI(address)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
}
