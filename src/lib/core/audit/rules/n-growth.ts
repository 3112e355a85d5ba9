import type { Candidate, Finding } from '../finding.ts';
import { isPrintedAs, judgeDerived, weighedOf } from '../prose/judge.ts';
import type { KindId } from '../prose/kinds.ts';
import type { YearPair, YearsRule } from '../rule.ts';
import { lackOfPartner, yearFinding } from './year-pair.ts';

/** What may have changed: requests are counted in three ways, so a change of requests may be in any of them. */
function kindsOf(kind: KindId): readonly KindId[] {
	return kind === 'received' || kind === 'handled' || kind === 'requests' ? ['handled', 'received'] : [kind];
}

/** From a figure to the next, in cases or in per cent; null where that is not defined. */
function changeOf(before: number | null, now: number | null, form: 'growth' | 'change'): number | null {
	if (before === null || now === null) return null;
	if (form === 'change') return now - before;
	return before === 0 ? null : (100 * (now - before)) / before;
}

/** Changes of every value that the words may mean, in per cent or in cases. */
function changesOf(pair: YearPair, kind: KindId, form: 'growth' | 'change'): Candidate[] {
	const { current, previous } = pair;
	if (previous === null) return [];
	const seen = new Map<string, Candidate>();
	for (const one of kindsOf(kind)) {
		const then = weighedOf(previous, one);
		for (const now of weighedOf(current, one)) {
			const before = then.find(({ id }) => id === now.id)?.value ?? null;
			const value = changeOf(before, now.value, form);
			seen.set(now.id, { id: now.id, plus: now.plus, minus: now.minus, value });
		}
	}
	return [...seen.values()];
}

export const N_GROWTH: YearsRule = {
	id: 'n-growth',
	scope: 'years',
	severity: 'plausibility',
	names: { zh: '文字:同比增减', en: 'Text: change against the year before' },
	formula: {
		zh: '同比增长 x %:x = 本年 ÷ 上年 − 1(新收,或 新收 + 上年结转,或 办结;复议、诉讼为总计或已审结)',
		en: 'up x %: x = this year ÷ last year − 1 (new, or new + carried in, or closed; reviews and lawsuits: totals or decided)'
	},
	basis: { zh: '由两年的表格算得,按四舍五入或截尾', en: 'follows from the tables of two years, rounded or cut off' },
	exceptions: [{ zh: '上年数字事后更正;统计范围变化', en: 'last year’s figures were corrected; another scope' }],
	breaks: [],
	check: (pair) =>
		pair.current.quotes.flatMap((quote): Finding[] => {
			const { kind, form } = quote;
			if (kind === null || (form !== 'growth' && form !== 'change')) return [];
			const place = { section: quote.section, line: quote.line };
			const along = `${quote.section}:${quote.line}:${quote.ordinal}`;
			const lacking = lackOfPartner(pair);
			if (lacking !== null || pair.previous === null) {
				const details = { left: quote.value, place, quoted: quote.words, reason: lacking ?? 'previous/none' } as const;
				return [yearFinding(N_GROWTH, pair, along, 'not_assessable', details)];
			}
			const isMet = (value: number): boolean =>
				form === 'change' ? value === quote.value : isPrintedAs(value, quote.value, quote.decimals);
			const years = { year: pair.year, ...(pair.previousYear === null ? {} : { against: pair.previousYear }) };
			const candidates = changesOf(pair, kind, form);
			const finding = judgeDerived(N_GROWTH, quote, candidates, isMet, { ...years, before: candidates[0]?.plus ?? [] });
			const excused = finding.status === 'fail' && pair.change !== null;
			return [excused && pair.change !== null ? { ...finding, status: 'unsure', reason: pair.change } : finding];
		})
};
