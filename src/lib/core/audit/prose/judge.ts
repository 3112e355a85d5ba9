import { amountOf, wholeSum } from '../amounts.ts';
import type { AuditedReport } from '../audited-report.ts';
import type { Candidate, Finding, Verdict } from '../finding.ts';
import type { Reason } from '../reasons.ts';
import { findingOf } from '../rule.ts';
import type { RuleTexts } from '../rule.ts';
import { sumsOf, tableOf } from './kinds.ts';
import type { KindId, Sum } from './kinds.ts';
import type { Quote } from './quote.ts';

/** A candidate value; `blank`: it holds if blank cells stand for zero. */
interface Weighed extends Candidate {
	readonly blank: boolean;
}

function weigh(audited: AuditedReport, { id, plus, minus }: Sum): Weighed {
	const amount = amountOf(audited, plus, minus);
	const whole = wholeSum(amount);
	const blank = whole === null && amount.unknown === 0 && amount.known > 0;
	return { id, plus, minus, value: whole ?? (blank ? amount.sum : null), blank };
}

/** Every value of the tables that a figure of this kind may mean, the likeliest first. */
export function weighedOf(audited: AuditedReport, kind: KindId): readonly Weighed[] {
	return sumsOf(kind, audited.report.formats).map((sum) => weigh(audited, sum));
}

const bare = ({ id, plus, minus, value }: Weighed): Candidate => ({ id, plus, minus, value });

/** 余 and 约 leave room: up to a tenth above, or a tenth either way. */
function agrees(quote: Quote, value: number): boolean {
	if (value === quote.value) return true;
	return quote.approximate && Math.abs(value - quote.value) <= quote.value * 0.1;
}

/** Along which findings on quotes are told apart: section, line, and the number of the quote in its section. */
export const alongOf = ({ section, line, ordinal }: Quote): string => `${section}:${line}:${ordinal}`;

interface Judged {
	readonly status: Verdict;
	readonly reason: Reason | null;
	readonly matched: Weighed | null;
}

function judge(audited: AuditedReport, quote: Quote, kind: KindId, candidates: readonly Weighed[]): Judged {
	const known = candidates.filter(({ value, blank }) => value !== null && !blank);
	const exact = known.find(({ value }) => value !== null && agrees(quote, value));
	if (exact) return { status: 'pass', reason: exact.id === 'decided' ? 'quote/decided-cases' : null, matched: exact };
	const withBlanks = candidates.find(({ value, blank }) => blank && value !== null && agrees(quote, value));
	if (withBlanks) return { status: 'pass', reason: 'cells/blank', matched: withBlanks };
	if (candidates.every(({ value }) => value === null)) {
		const missing = audited.report.formats[tableOf(kind)] === null;
		return { status: 'not_assessable', reason: missing ? 'table/missing' : 'cells/unknown', matched: null };
	}
	if (quote.doubt !== null) return { status: 'unsure', reason: quote.doubt, matched: null };
	if (known.length < candidates.length) return { status: 'unsure', reason: 'candidate/unknown', matched: null };
	return { status: 'fail', reason: null, matched: null };
}

/** The verdict on one quoted count or denial: it passes if any candidate agrees, and fails only where its words leave no doubt. */
export function judgeQuote(rule: RuleTexts, audited: AuditedReport, quote: Quote, kind: KindId): Finding {
	const candidates = weighedOf(audited, kind);
	const { status, reason, matched } = judge(audited, quote, kind, candidates);
	const shown = matched ?? candidates.find(({ value }) => value !== null) ?? candidates[0];
	return findingOf(rule, alongOf(quote), status, {
		cells: shown ? [...shown.plus, ...shown.minus] : [],
		left: quote.value,
		right: shown?.value ?? null,
		candidates: candidates.map(bare),
		place: { section: quote.section, line: quote.line },
		quoted: quote.words,
		...(matched ? { matched: bare(matched) } : {}),
		...(reason === null ? {} : { reason })
	});
}

/** Whether a printed percentage can stand for `ratio`: rounded or cut off at its decimals. */
export function isPrintedAs(ratio: number, printed: number, decimals: number): boolean {
	const scale = 10 ** decimals;
	const scaled = ratio * scale;
	const shown = Math.round(printed * scale);
	return Math.round(scaled) === shown || Math.trunc(scaled + 1e-9 * Math.sign(scaled)) === shown;
}

/** The finding on a percentage or a change, given what the tables allow. */
export function judgeDerived(
	rule: RuleTexts,
	quote: Quote,
	candidates: readonly Candidate[],
	isMet: (value: number) => boolean,
	details: Partial<Finding> = {}
): Finding {
	const known = candidates.filter(({ value }) => value !== null);
	const matched = known.find(({ value }) => value !== null && isMet(value));
	const doubt = quote.doubt ?? (known.length < candidates.length ? 'candidate/unknown' : null);
	const status: Verdict = matched
		? 'pass'
		: known.length === 0
			? 'not_assessable'
			: doubt !== null || quote.approximate
				? 'unsure'
				: 'fail';
	const shown = matched ?? known[0] ?? candidates[0];
	const reason: Reason | null =
		status === 'not_assessable' ? 'cells/unknown' : status === 'unsure' ? (doubt ?? 'quote/approximate') : null;
	const value = shown?.value ?? null;
	return findingOf(rule, alongOf(quote), status, {
		cells: shown ? [...shown.plus, ...shown.minus] : [],
		left: quote.value,
		right: value === null ? null : Math.round(value * 1e4) / 1e4,
		candidates,
		place: { section: quote.section, line: quote.line },
		quoted: quote.words,
		...(reason === null ? {} : { reason }),
		...details,
		...(matched ? { matched } : {})
	});
}
