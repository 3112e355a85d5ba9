import { ruleOf } from '../core/audit/index.ts';
import type { Candidate, Finding } from '../core/audit/index.ts';
import { formCell, LAYOUTS, OUTCOME_GROUPS, SECTIONS, tableThreeRows } from '../core/form/index.ts';
import type { Layout, Names } from '../core/form/index.ts';
import { columnName, isTableId, rowName, TABLE_NAMES } from './cells.ts';
import { nameIn } from './locale.ts';
import type { Locale } from './locale.ts';
import { formatNumber } from './numbers.ts';
import { chinesePunctuation } from './typography.ts';

/** A rule's name; its id where this build does not know the rule. */
export function ruleNames(id: string): Names {
	return ruleOf(id)?.names ?? { zh: id, en: id };
}

/** Whether what a rule compares are counts: rules on dates and citations compare years and numbers of documents. */
export const comparesCounts = (rule: string): boolean => !rule.startsWith('d-');

/** A cell by its names: 表三 would stand before it where the table is not plain. The total column goes without saying. */
export function cellName(key: string, locale: Locale): string {
	const [table = '', row = '', column = ''] = key.split('.');
	if (!isTableId(table) || formCell(key) === undefined) return key;
	const name = rowName(table, row, locale);
	return table === 't3' && column === 'total' ? name : `${name} · ${columnName(table, column, locale)}`;
}

function sectionName(id: string, locale: Locale): string | null {
	if (id === 'preface') return locale === 'zh' ? '报告开头' : 'before section one';
	const section = SECTIONS.find((one) => one.id === id);
	if (!section) return null;
	return locale === 'zh' ? `第${section.ordinal}部分` : `section ${section.id.slice(1)}`;
}

/** Where a sentence stands: 第四部分，文件第 40 行. */
export function proseWhere({ section, line }: { section: string; line: number }, locale: Locale): string {
	const at = locale === 'zh' ? `文件第 ${line} 行` : `line ${line} of the file`;
	const name = sectionName(section, locale);
	return name === null ? at : `${name}${locale === 'zh' ? '，' : ', '}${at}`;
}

/** What a finding runs along, in words; empty where its rule says it all. */
export function alongText({ along, place, cells }: Finding, locale: Locale): string {
	if (place) return proseWhere(place, locale);
	if (isTableId(along)) return nameIn(TABLE_NAMES[along], locale);
	const section = sectionName(along, locale);
	if (section !== null) return section;
	const table = cells[0]?.split('.')[0] ?? '';
	if (!isTableId(table)) return '';
	const column = columnName(table, along, locale);
	if (column !== along) return column;
	const row = rowName(table, along, locale);
	return row === along ? '' : row;
}

/** Both sides of a finding that is not an identity, as far as they are known. */
export function sidesText({ rule, left, right }: Finding, locale: Locale): string {
	if (left === null && right === null) return '';
	return right === null ? sideText(rule, left) : bothSides(rule, left, right, locale);
}

/** One side of a finding. */
export function sideText(rule: string, value: number | null): string {
	if (value === null) return '?';
	return comparesCounts(rule) ? formatNumber(value) : String(value);
}

export function bothSides(rule: string, left: number | null, right: number | null, locale: Locale): string {
	const [a, b] = [sideText(rule, left), sideText(rule, right)];
	return locale === 'zh' ? `左边 ${a}，右边 ${b}` : `left ${a}, right ${b}`;
}

const FEW = 3;

/** The outcome whose rows are exactly these cells of the total column. */
function outcomeOf(cells: readonly string[]): (typeof OUTCOME_GROUPS)[number] | undefined {
	const rows = (layout: Layout, group: string): string =>
		tableThreeRows(layout)
			.filter((row) => row.group === group)
			.map((row) => `t3.${row.id}.total`)
			.join(' ');
	const own = cells.join(' ');
	return OUTCOME_GROUPS.find((group) => LAYOUTS.some((layout) => rows(layout, group.id) === own));
}

function sumText(cells: readonly string[], locale: Locale): string {
	const outcome = outcomeOf(cells);
	if (outcome) return nameIn(outcome.names, locale);
	const [first = '', ...others] = cells.map((cell) => cellName(cell, locale));
	if (cells.length <= FEW) return [first, ...others].join(' + ');
	return locale === 'zh' ? `${first} 等 ${cells.length} 格之和` : `${first} and ${others.length} more cells`;
}

/** What a quoted figure may mean: 行政复议 · 总计 − 行政复议 · 尚未审结. */
export function candidateText({ plus, minus }: Pick<Candidate, 'plus' | 'minus'>, locale: Locale): string {
	const whole = sumText(plus, locale);
	if (minus.length === 0) return whole;
	const less = sumText(minus, locale);
	return `${whole} − ${less.includes(' + ') ? `(${less})` : less}`;
}

/** The one cell that is probably wrong, and what it would have to be; a suggestion, never a correction. */
export function suggestionText(
	{ cell, value }: NonNullable<Finding['suggestion']>,
	printed: string,
	failed: number,
	locale: Locale
): string {
	const name = cellName(cell, locale);
	const column = cell.startsWith('t3.') && cell.endsWith('.total') ? ` · ${columnName('t3', 'total', locale)}` : '';
	if (locale === 'zh')
		return chinesePunctuation(
			`可能错在一格：“${name}${column}”印作 ${printed}，如为 ${formatNumber(value)}，表三不符的 ${failed} 条就都成立。这只是由等式推出的提示，请对照原始统计；这里不改动任何数字。`
		);
	return `Perhaps one cell is wrong: ${name}${column} prints ${printed}; were it ${formatNumber(value)}, every failed check of table three (${failed}) would hold. It follows from the identities only: look it up in your records. Nothing is changed here.`;
}
