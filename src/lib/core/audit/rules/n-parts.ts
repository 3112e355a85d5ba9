import type { AuditedReport } from '../audited-report.ts';
import type { Finding } from '../finding.ts';
import { alongOf } from '../prose/judge.ts';
import type { Quote } from '../prose/quote.ts';
import { HOLE, lineAt } from '../prose/text.ts';
import type { ProseText } from '../prose/text.ts';
import { findingOf } from '../rule.ts';
import type { ReportRule } from '../rule.ts';

const sum = (quotes: readonly Quote[]): number => quotes.reduce((total, quote) => total + quote.value, 0);

const ALL_GROUPS = ['granted', 'partial', 'denied', 'unable', 'unprocessed', 'other'] as const;

/** A list of outcomes behind what they are parts of, in its sentence or the one before. */
interface OutcomeList {
	readonly wholes: readonly Quote[];
	readonly outcomes: readonly Quote[];
	readonly carriedIn: readonly Quote[];
	readonly carriedOut: readonly Quote[];
	/** Every one of the six ways a request ends is named. */
	readonly whole: boolean;
}

function outcomeLists(quotes: readonly Quote[]): OutcomeList[] {
	const counts = quotes.filter((quote) => quote.form === 'count' && quote.kind !== null);
	const sentences = new Map<string, number[]>();
	counts.forEach(({ part, sentence }, index) => {
		const key = `${part} ${sentence}`;
		const known = sentences.get(key);
		if (known) known.push(index);
		else sentences.set(key, [index]);
	});
	return [...sentences.values()].flatMap((indices): OutcomeList[] => {
		const own = indices.flatMap((index) => counts[index] ?? []);
		const outcomes = own.filter(({ kind }) => kind === 'granted_partial' || kind?.startsWith('outcome:') === true);
		const first = outcomes[0];
		if (!first || outcomes.length < 2) return [];
		const at = (indices[0] ?? 0) + own.indexOf(first);
		const near = counts.slice(Math.max(0, at - 8), at).filter(({ part }) => part === first.part);
		const isWhole = ({ kind }: Quote): boolean => kind === 'closed' || kind === 'handled' || kind === 'received';
		const wholes = near.filter((quote) => isWhole(quote) && quote.sentence >= first.sentence - 1);
		const kinds = new Set(outcomes.map(({ kind }) => kind));
		const named = (group: string): boolean =>
			kinds.has(`outcome:${group}`) || (kinds.has('granted_partial') && (group === 'granted' || group === 'partial'));
		if (wholes.length === 0 || kinds.size < outcomes.length) return [];
		// What is carried out often has a sentence of its own behind the list.
		const behind = counts.slice(at, at + 2 * own.length + 8).filter(({ part }) => part === first.part);
		const carriedOut = behind.filter(({ kind, sentence }) => kind === 'carried_out' && sentence <= first.sentence + 1);
		const carriedIn = near.filter(({ kind }) => kind === 'carried_in');
		return [{ wholes, outcomes, carriedIn, carriedOut, whole: ALL_GROUPS.every(named) }];
	});
}

function judgeList({ wholes, outcomes, carriedIn, carriedOut, whole }: OutcomeList): Finding {
	const right = sum(outcomes);
	const sums = [right, right + sum(carriedOut)];
	/** What was received is a whole by itself or with what was carried in. */
	const valuesOf = ({ kind, value }: Quote): readonly number[] =>
		kind === 'received' ? [value, value + sum(carriedIn)] : [value];
	const matched = wholes.find((quote) => valuesOf(quote).some((value) => sums.includes(value)));
	const shown = matched ?? wholes.find(({ kind }) => kind === 'closed') ?? wholes.at(-1) ?? outcomes[0];
	const largest = Math.max(...wholes.flatMap(valuesOf));
	const plain = [...wholes, ...outcomes].every(({ doubt }) => doubt === null);
	const wrong = plain && (right > largest || whole);
	const first = outcomes[0];
	return findingOf(N_PARTS, `outcomes:${first ? alongOf(first) : ''}`, matched ? 'pass' : wrong ? 'fail' : 'unsure', {
		left: shown?.value ?? null,
		right,
		quoted: outcomes.map(({ words }) => words).join(''),
		...(first ? { place: { section: first.section, line: first.line } } : {}),
		...(matched || wrong ? {} : { reason: 'quote/part' })
	});
}

const LONGEST_BRACKET = 600;

/** Counts in the bracket right behind a count: 12件(甲5件、乙7件). A remark that begins with 含 or 其中 is no breakdown. */
function judgeBracket(section: ProseText, quotes: readonly Quote[], index: number): Finding | null {
	const total = quotes[index];
	if (!total || section.text[total.end] !== '(' || total.form !== 'count' || total.unit === '') return null;
	const close = section.text.slice(total.end, total.end + LONGEST_BRACKET).indexOf(')');
	if (close < 0) return null;
	const bracket = section.text.slice(total.end, total.end + close + 1);
	if (/含|其中|包括|另|占|同比/u.test(bracket)) return null;
	const inside: Quote[] = [];
	for (const quote of quotes.slice(index + 1, index + 1 + bracket.length)) {
		if (quote.end > total.end + bracket.length) break;
		if (quote.form === 'count' && quote.unit === total.unit) inside.push(quote);
	}
	if (inside.length < 2) return null;
	const right = sum(inside);
	const status = right === total.value ? 'pass' : right > total.value && !bracket.includes(HOLE) ? 'fail' : 'unsure';
	return findingOf(N_PARTS, `bracket:${alongOf(total)}`, status, {
		left: total.value,
		right,
		quoted: section.text.slice(total.start, total.end) + bracket,
		place: { section: section.section, line: lineAt(section, total.start) },
		...(status === 'unsure' ? { reason: 'quote/part' } : {})
	});
}

export const N_PARTS: ReportRule = {
	id: 'n-parts',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '文字:分项之和', en: 'Text: parts and their whole' },
	formula: {
		zh: '同句所列六类办理结果之和 = 办结(或加结转 = 收办);括号内分项之和 = 其前的总数',
		en: 'outcomes listed in one sentence add up to what was closed (with what is carried out: handled); counts in a bracket to the count before it'
	},
	basis: { zh: '同一句话内的算术', en: 'arithmetic within one sentence' },
	exceptions: [
		{ zh: '只列举部分分项;一件申请有几种处理', en: 'only some parts are named; one request with several outcomes' }
	],
	breaks: [],
	check: (audited: AuditedReport) => {
		const lists = outcomeLists(audited.quotes).map(judgeList);
		const brackets = audited.prose.flatMap((section, part) => {
			const quotes = audited.quotes.filter((quote) => quote.part === part);
			return quotes.flatMap((_, index) => judgeBracket(section, quotes, index) ?? []);
		});
		const findings = [...lists, ...brackets];
		if (findings.length > 0) return findings;
		const empty = audited.prose.every(({ text }) => text === '');
		return empty ? [findingOf(N_PARTS, 'text', 'not_assessable', { reason: 'prose/none' })] : [];
	}
};

const LEFT_OUT = /(?:共|公开|收到|发布|受理|办理|办结|答复|制发|报送|接收|累计)(?:件|条|份|篇|次)(?=[,。;、])/gu;

/** 共主动公开   条: the number was to be filled in. */
export const N_BLANK: ReportRule = {
	id: 'n-blank',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '文字:漏填数字', en: 'Text: a number left out' },
	formula: { zh: '“公开 条”“收到 件”等处写有数字', en: 'no measure word stands without its number' },
	basis: { zh: '明显的漏填', en: 'an evident omission' },
	exceptions: [],
	breaks: [],
	check: (audited: AuditedReport) => {
		if (audited.prose.every(({ text }) => text === ''))
			return [findingOf(N_BLANK, 'text', 'not_assessable', { reason: 'prose/none' })];
		const findings = audited.prose.flatMap((section) =>
			[...section.text.matchAll(LEFT_OUT)].map((match, order) => {
				const line = lineAt(section, match.index);
				return findingOf(N_BLANK, `${section.section}:${line}:${order + 1}`, 'fail', {
					quoted: section.text.slice(Math.max(0, match.index - 12), match.index + match[0].length),
					place: { section: section.section, line }
				});
			})
		);
		return findings.length > 0 ? findings : [findingOf(N_BLANK, 'text', 'pass')];
	}
};
