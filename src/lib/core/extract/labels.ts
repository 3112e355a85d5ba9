import {
	APPLICANTS,
	APPLICANT_TOTAL,
	DISPUTES,
	LAWSUITS,
	OUTCOME_GROUPS,
	RESULTS,
	TABLE_THREE_HEADINGS,
	TABLE_THREE_ROWS,
	TABLE_TWO,
	TABLE_TWO_CORNER,
	TABLE_TWO_FOREIGN_ROWS,
	foldLabel,
	remember
} from '../form/index.ts';
import type { OutcomeGroupId, TableThreeRow, TableTwoBlock, TableTwoColumn } from '../form/index.ts';

const ORDINAL =
	/^(?:[一二三四五六七八九十]、|\([一二三四五六七八九十]\)|\d{1,2}(?:[.、)]|(?=[^\d.,件项年月日%]))|[一二三四](?=本年新|上年结|结转))/u;
const INNER_ORDINAL = /(?<=[^\d(])(?=\([一二三四五六七]\)|\d[.、](?!\d)|[一二三四]、(?!行政机关))/u;

/** A label reduced to its words, and the number before it. */
export interface Label {
	readonly ordinal: string;
	readonly words: string;
}

/** The label in a text, its number taken off, brackets and commas gone. */
export const readLabel: (text: string) => Label = remember((text) => {
	const folded = foldLabel(text);
	const ordinal = ORDINAL.exec(folded)?.[0] ?? '';
	return { ordinal: readOrdinal(ordinal), words: bare(folded.slice(ordinal.length)) };
});

function readOrdinal(printed: string): string {
	return printed.replace(/[.、)]$/u, '');
}

function bare(folded: string): string {
	return folded.replace(/[、()./\-+]/gu, '');
}

function bareOf(labels: readonly string[]): string[] {
	return labels.map((label) => bare(foldLabel(label)));
}

/** Length of the longest common subsequence over the mean length: 1 for equal texts, 0 for texts with nothing in common. */
export function likeness(a: string, b: string): number {
	let previous = new Array<number>(b.length + 1).fill(0);
	for (const left of a) {
		const next = [0];
		for (let j = 1; j <= b.length; j += 1) {
			next.push(left === b[j - 1] ? (previous[j - 1] ?? 0) + 1 : Math.max(previous[j] ?? 0, next[j - 1] ?? 0));
		}
		previous = next;
	}
	return (2 * (previous[b.length] ?? 0)) / (a.length + b.length || 1);
}

interface RowEntry {
	readonly row: TableThreeRow;
	readonly labels: readonly string[];
}

const ROWS: readonly RowEntry[] = (TABLE_THREE_ROWS as readonly TableThreeRow[]).map((row) => ({
	row,
	labels: bareOf(row.labels)
}));
const GROUPS = OUTCOME_GROUPS.map((group) => ({ group, labels: bareOf(group.labels) }));
const RESULTS_HEADING = bare(foldLabel(TABLE_THREE_HEADINGS.results));

export type TableThreeLabel =
	| {
			readonly kind: 'row';
			readonly row: string;
			readonly group: OutcomeGroupId | null;
			/** Its words tell it without what stands around it. */ readonly sure: boolean;
	  }
	| { readonly kind: 'group'; readonly group: OutcomeGroupId }
	| { readonly kind: 'results' };

/** Rows whose words alone do not tell them from another row or a heading. */
const NEEDS_CONTEXT = new Set(['other', 'other_rest', 'closed']);

const LIKE_ENOUGH = 0.8;
const CLEAR_OF_NEXT = 0.12;

/** Whether two texts share enough characters for their likeness to reach the bound at all. */
function shareEnough(words: string, label: string): boolean {
	let shared = 0;
	for (const character of words) if (label.includes(character)) shared += 1;
	return (2 * shared) / (words.length + label.length) >= LIKE_ENOUGH - 0.1 || shared >= words.length * 0.8;
}

/** How well a text's words name a label: 1 equal, .95 the label with an explanation behind it, .9 its beginning, else likeness. */
function agreement(words: string, label: string): number {
	if (words === label) return 1;
	if (label.length >= 4 && words.startsWith(label)) return 0.95;
	if (words.length >= 6 && label.startsWith(words)) return 0.9;
	if (words.length < 5 || Math.abs(words.length - label.length) > Math.max(4, label.length / 3)) return 0;
	if (!shareEnough(words, label)) return 0;
	const score = likeness(words, label);
	return score >= LIKE_ENOUGH ? Math.min(score, 0.89) : 0;
}

function best<T>(candidates: readonly (readonly [T, number])[]): T | null {
	const ranked = [...candidates].filter(([, score]) => score > 0).sort((a, b) => b[1] - a[1]);
	const [first, second] = ranked;
	if (!first) return null;
	if (second && first[1] < 0.9 && first[1] - second[1] < CLEAR_OF_NEXT) return null;
	if (first[1] === second?.[1]) return null;
	return first[0];
}

/** Which row, group or heading of table three one label names; `group` is the group it stands under, where that is known. */
export function matchTableThree(text: string, group: OutcomeGroupId | null): TableThreeLabel | null {
	return group === 'other' ? matchInOther(text) : matchAnywhere(text);
}

const matchInOther = remember((text) => nameTableThree(text, 'other'));
const matchAnywhere = remember((text) => nameTableThree(text, null));

function nameTableThree(text: string, group: 'other' | null): TableThreeLabel | null {
	if (text.length > 120) return null;
	const { ordinal, words } = readLabel(text);
	if (words === '' || words.length > 60) return null;
	const inGroup = OUTCOME_GROUPS.find(
		(candidate) => `(${candidate.ordinal}` === ordinal || `(${candidate.ordinal})` === ordinal
	);
	if (words === '总计' || words === '合计') {
		return ordinal.startsWith('(七') ? { kind: 'row', row: 'closed', group: null, sure: true } : null;
	}
	if (words === '其他' || words === '其它') {
		if (inGroup?.id === 'other') return { kind: 'row', row: 'other', group: 'other', sure: true };
		return group === 'other' ? { kind: 'row', row: 'other_rest', group: 'other', sure: ordinal === '3' } : null;
	}
	if (words.startsWith(RESULTS_HEADING) || RESULTS_HEADING.slice(1) === words) return { kind: 'results' };
	const named = GROUPS.find((candidate) => candidate.labels.some((label) => label.length > 2 && words === label));
	if (named) {
		if (named.group.id === 'other') return { kind: 'row', row: 'other', group: 'other', sure: true };
		if (named.group.id !== 'granted' && named.group.id !== 'partial') return { kind: 'group', group: named.group.id };
	}
	const row = best(
		ROWS.filter((entry) => !NEEDS_CONTEXT.has(entry.row.id)).map((entry) => {
			const cut =
				words.length >= 3 &&
				readOrdinal(entry.row.ordinal) === ordinal &&
				entry.labels.some((label) => label.startsWith(words));
			return [entry.row, Math.max(cut ? 0.9 : 0, ...entry.labels.map((label) => agreement(words, label)))] as const;
		})
	);
	return row ? { kind: 'row', row: row.id, group: row.group ?? null, sure: true } : null;
}

/** A text cut before every number that starts a label, since extracts glue a group to its first row. */
export const splitLabels: (text: string) => readonly string[] = remember((text) => {
	return foldLabel(text)
		.split(INNER_ORDINAL)
		.filter((part) => part !== '');
});

const APPLICANT_LABELS = [...APPLICANTS, APPLICANT_TOTAL].map((column) => ({
	id: column.id,
	labels: bareOf(column.labels)
}));

/** The column of table three that a header text names. */
export const matchApplicant: (text: string) => string | null = remember((text) => {
	const words = bare(foldLabel(text));
	const exact = APPLICANT_LABELS.find((column) => column.labels.includes(words));
	if (exact) return exact.id;
	const long = APPLICANT_LABELS.filter((column) =>
		column.labels.some((label) => label.length >= 3 && words.startsWith(label))
	);
	return long.length === 1 ? (long[0]?.id ?? null) : null;
});

const SPANNING = [TABLE_THREE_HEADINGS.applicants, TABLE_THREE_HEADINGS.organisations].map((label) =>
	bare(foldLabel(label))
);

/** A heading over several columns of table three. */
export const isSpanningHeading: (text: string) => boolean = remember((text) => {
	const words = bare(foldLabel(text));
	return SPANNING.includes(words) || isIdentityNote(text);
});

/** The identity printed in the corner of table three. */
export const isIdentityNote: (text: string) => boolean = remember((text) => {
	return /勾稽关系|第一项加第二项/u.test(foldLabel(text));
});

const DISPUTE_LABELS = DISPUTES.map((dispute) => ({ id: dispute.id, labels: bareOf(dispute.labels) }));
const RESULT_LABELS = RESULTS.map((result) => ({ id: result.id, labels: bareOf(result.labels) }));
const LAWSUIT_LABELS = bareOf(LAWSUITS.labels);

export type TableFourLabel =
	| { readonly kind: 'dispute'; readonly id: string }
	| { readonly kind: 'lawsuits' }
	| { readonly kind: 'result'; readonly id: string };

/** The heading of table four that a text names. */
export const matchTableFour: (text: string) => TableFourLabel | null = remember((text) => {
	const words = readLabel(text).words;
	const dispute = DISPUTE_LABELS.find((candidate) => candidate.labels.includes(words));
	if (dispute) return { kind: 'dispute', id: dispute.id };
	if (LAWSUIT_LABELS.includes(words)) return { kind: 'lawsuits' };
	const result = RESULT_LABELS.find((candidate) => candidate.labels.includes(words));
	return result ? { kind: 'result', id: result.id } : null;
});

const TWO_ROWS = [
	...new Map(
		Object.values(TABLE_TWO).flatMap((blocks) =>
			(blocks as readonly TableTwoBlock[]).flatMap((block) => block.rows.map((row) => [row.id, row] as const))
		)
	).values()
].map((row) => ({ id: row.id, labels: bareOf(row.labels) }));
const FOREIGN = bareOf(TABLE_TWO_FOREIGN_ROWS);
const CORNER = bare(foldLabel(TABLE_TWO_CORNER));

/** The row of table two that a label names. */
export const matchTableTwoRow: (text: string) => string | null = remember((text) => {
	const folded = foldLabel(text);
	const plain = readLabel(folded.replace(/\(.*$/u, ''));
	const { words } = plain.words === '' ? readLabel(folded) : plain;
	if (words === '' || words.length > 24 || FOREIGN.some((label) => words.startsWith(label))) return null;
	const exact = TWO_ROWS.find((row) => row.labels.includes(words));
	if (exact) return exact.id;
	return best(
		TWO_ROWS.map(
			(row) =>
				[row.id, Math.max(...row.labels.map((label) => (label.length >= 5 ? agreement(words, label) : 0)))] as const
		)
	);
});

/** 信息内容, the corner of each block of table two; what is glued behind it is given back. */
export function matchCorner(text: string): { readonly rest: string } | null {
	const words = foldLabel(text);
	return words.startsWith(CORNER) && words.length < 60 ? { rest: words.slice(CORNER.length) } : null;
}

/** The item of Article 20 that heads a block of table two (一 五 六 八 九), if the text is such a heading. */
export const matchArticleItem: (text: string) => string | null = remember((text) => {
	return /第二十条第?\(([一二三四五六七八九十])\)项?/u.exec(foldLabel(text))?.[1] ?? null;
});

const COLUMN_LABELS = new Map(
	Object.values(TABLE_TWO).flatMap((blocks) =>
		(blocks as readonly TableTwoBlock[]).flatMap((block) =>
			block.columns.map((column) => [column, bareOf(column.labels)] as const)
		)
	)
);

const headerWords = remember((text) => {
	const folded = foldLabel(text);
	return [bare(folded), bare(folded.replace(/\(.*$/u, ''))];
});

/** A column of last year's figures, set beside this year's. */
const isOfAnotherYear = remember((text) => /上一?年|去年|前年|同比|累计/u.test(foldLabel(text).replace(/\(.*$/u, '')));

/** How well a header text names a column of table two; 0 where it cannot be that column. */
export function columnAgreement(text: string, column: TableTwoColumn): number {
	if (column.id !== 'items_prev' && isOfAnotherYear(text)) return 0;
	let score = 0;
	for (const words of headerWords(text)) {
		for (const label of COLUMN_LABELS.get(column) ?? []) {
			if (words === label) return 1;
			if (words.length >= 3 && label.startsWith(words)) score = Math.max(score, 0.7);
			else if (label.length >= 4 && words.startsWith(label)) score = Math.max(score, 0.8);
			else if (words.length >= 5 && likeness(words, label) >= 0.86) score = Math.max(score, 0.6);
		}
	}
	return score;
}
