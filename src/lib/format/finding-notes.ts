import { REASONS } from '../core/audit/index.ts';
import type { Reason } from '../core/audit/index.ts';
import { DECISIONS } from '../core/dataset/decision.ts';
import type { DecisionKind } from '../core/dataset/decision.ts';
import { OUTCOME_GROUPS, RESULTS } from '../core/form/index.ts';
import type { Names } from '../core/form/index.ts';
import { COLUMN_NAMES, rowName } from './cells.ts';
import { bothSides, cellName, comparesCounts, sideText } from './finding-text.ts';
import { nameIn } from './locale.ts';
import type { Locale } from './locale.ts';
import { formatNumber } from './numbers.ts';

/** A finding as the dataset keeps it: a quoted figure's candidates by id and value only. */
export interface KeptFinding {
	readonly rule: string;
	readonly status: 'fail' | 'unsure' | 'not_assessable';
	readonly reason: Reason | null;
	readonly year: number;
	readonly left: number | null;
	readonly right: number | null;
	readonly difference: number | null;
	readonly against: number | null;
	readonly candidates: readonly { readonly id: string; readonly value: number | null }[];
	readonly suggestion: { readonly cell: string; readonly value: number } | null;
	readonly decision: {
		readonly kind: DecisionKind;
		readonly reason: string | null;
		readonly date: string | null;
		readonly by: string | null;
	} | null;
}

const WORDS: Readonly<Record<string, Names>> = {
	decided: { zh: '已审结', en: 'decided' },
	parts: { zh: '各结果之和', en: 'sum of the results' },
	quoted: { zh: '文中另一数', en: 'another figure of the text' }
};
const ON_DISPUTES = new Set(['n-review', 'n-suit', 'n-result']);

function termText(id: string, rule: string, locale: Locale): string {
	const word = WORDS[id];
	if (word) return nameIn(word, locale);
	const result = RESULTS.find((one) => one.id === id);
	if (result && (ON_DISPUTES.has(rule) || id === 'total')) return nameIn(result.names, locale);
	const group = OUTCOME_GROUPS.find((one) => one.id === id);
	if (group) return nameIn(group.names, locale);
	const column = COLUMN_NAMES.t2.get(id);
	return column ? nameIn(column, locale) : rowName('t3', id, locale);
}

/** What a candidate's id means: `new+carried_in`, `granted/closed`. */
export function candidateIdText(id: string, rule: string, locale: Locale): string {
	return id
		.split(/([+/-])/u)
		.map((part) => ({ '+': ' + ', '-': ' − ', '/': ' ÷ ' })[part] ?? termText(part, rule, locale))
		.join('');
}

/** Both sides of a finding and how far they are apart; of a quoted figure, what the tables have for it. */
export function keptSides(finding: KeptFinding, locale: Locale): string {
	const { rule, left, right, difference, candidates, status } = finding;
	if (left === null && right === null) return '';
	const zh = locale === 'zh';
	const number = (value: number | null): string => sideText(rule, value);
	if (candidates.length > 0) {
		const list = candidates.map(({ id, value }) => `${candidateIdText(id, rule, locale)} ${number(value)}`);
		return zh ? `文中 ${number(left)}；表中 ${list.join('、')}` : `text ${number(left)}; tables: ${list.join(', ')}`;
	}
	if (right === null) return number(left);
	const apart =
		status === 'fail' && comparesCounts(rule) && difference !== null && difference !== 0
			? formatNumber(Math.abs(difference))
			: null;
	const sides = bothSides(rule, left, right, locale);
	if (apart === null) return sides;
	return zh ? `${sides}，相差 ${apart}` : `${sides}, apart by ${apart}`;
}

/** The years that were compared; empty where only one was. */
export function comparedYears({ year, against }: KeptFinding, locale: Locale): string {
	if (against === null) return '';
	return locale === 'zh' ? `${year} 年度与 ${against} 年度比` : `${year} against ${against}`;
}

export function reasonText({ reason }: Pick<KeptFinding, 'reason'>, locale: Locale): string {
	return reason === null ? '' : nameIn(REASONS[reason], locale);
}

/** The value that would heal what fails: a suggestion, nothing was changed. */
export function healingText({ suggestion }: Pick<KeptFinding, 'suggestion'>, locale: Locale): string {
	if (suggestion === null) return '';
	const [name, value] = [cellName(suggestion.cell, locale), formatNumber(suggestion.value)];
	return locale === 'zh'
		? `建议核实“${name}”：如为 ${value}，不符的各条就都成立；未改动`
		: `Suggested: look up “${name}”; were it ${value}, all that fail would hold. Nothing was changed`;
}

/** What a person decided of the finding, why, when and who. */
export function decisionText({ decision }: Pick<KeptFinding, 'decision'>, locale: Locale): string {
	if (decision === null) return '';
	const zh = locale === 'zh';
	const when = [decision.date, decision.by].filter((word) => word !== null).join(zh ? '，' : ', ');
	const head = `${zh ? '人工决定：' : 'Decided by a person: '}${nameIn(DECISIONS[decision.kind], locale)}`;
	const why = decision.reason === null ? '' : `${zh ? '；理由：' : '; reason: '}${decision.reason}`;
	return `${head}${why}${when === '' ? '' : zh ? `（${when}）` : ` (${when})`}`;
}
