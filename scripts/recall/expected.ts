import type { Report } from '../../src/lib/core/extract/index.ts';
import { formCells } from '../../src/lib/core/form/index.ts';
import type { TableId } from '../../src/lib/core/form/index.ts';
import type { Truth } from '../synthesize/make-report.ts';

/** A verdict that an injected error must bring about: `fail` of one of these rules, along this row or column if it is named. */
export interface Expected {
	/** The line of the table that it is counted in. */
	readonly name: string;
	readonly rules: (rule: string) => boolean;
	readonly along: string | null;
	/** What must have been read of the report, and of the one before it, for the error to show. */
	readonly needs: readonly (TableId | 'prose' | 'before')[];
}

const one = (rule: string, needs: Expected['needs'], along: string | null = null): Expected => ({
	name: rule,
	rules: (found) => found === rule,
	along,
	needs
});

const BY_ERROR: Readonly<Record<string, readonly Expected[]>> = {
	'carry-over-broken': [one('y-carry', ['t3', 'before'], 'total'), one('y-carry', ['t3', 'before'], 'natural_person')],
	'tables-copied': [one('y-copy', ['t2', 't3', 't4', 'before'])],
	'fee-in-yuan': [
		{ name: 'u-fee, u-fee-years', rules: (rule) => rule.startsWith('u-fee'), along: null, needs: ['t2'] }
	],
	'rules-of-a-town': [one('t2-rules-power', ['t2'])],
	'layout-wrong': [one('d-layout', ['t2'], 't2'), one('d-layout', ['t3'], 't3')],
	'layout-mixed': [one('d-layout', ['t3'], 't3')],
	'prose-differs': [
		{ name: 'n-*', rules: (rule) => rule.startsWith('n-'), along: null, needs: ['t2', 't3', 't4', 'prose'] }
	]
};

/** Everything that the audit must find in a report: each identity that its printed figures break, and what its other errors break. */
export function expectedOf({ broken, errors }: Pick<Truth, 'broken' | 'errors'>): Expected[] {
	const identities = broken.map((identity) => {
		const [rule = '', along = ''] = identity.split(' ');
		return one(rule, [rule.startsWith('t4') ? 't4' : 't3'], along);
	});
	return [...identities, ...errors.flatMap(({ name }) => BY_ERROR[name] ?? [])];
}

/** A report as it was made, and as it was read from its file. */
export interface ReadAgain {
	readonly truth: Truth;
	readonly report: Report;
}

function tableIsRead({ truth, report }: ReadAgain, table: TableId): boolean {
	const layout = truth.formats[table];
	if (layout === null || report.formats[table] !== layout) return false;
	// A text that breaks off does not print every cell.
	return formCells(table, layout).every(({ key }) => {
		const printed = truth.cells[key];
		return printed !== undefined && report.cells[key]?.v === printed.v;
	});
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '');

function proseIsRead({ truth, report }: ReadAgain): boolean {
	const text = plain(report.sections.flatMap(({ paragraphs }) => paragraphs.map((one) => one.text)).join(''));
	return truth.errors.every(({ prose }) => prose === undefined || text.includes(plain(writtenPhrase(prose))));
}

/** The words as they are written, with the wrong number. */
export const writtenPhrase = ({
	phrase,
	printed,
	true: value
}: NonNullable<Truth['errors'][number]['prose']>): string => phrase.replace(String(value), String(printed));

/** Whether the figures and words in which an error shows were read at all: what cannot be placed is declared and not audited. */
export function isRead({ needs }: Expected, now: ReadAgain, before: ReadAgain | null): boolean {
	return needs.every((need) => {
		if (need === 'prose') return proseIsRead(now);
		if (need === 'before')
			return before !== null && before.truth.year === now.truth.year - 1 && tableIsRead(before, 't3');
		return tableIsRead(now, need);
	});
}
