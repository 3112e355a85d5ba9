import type { Names } from '../core/form/index.ts';
import { formatNumber } from './numbers.ts';
import type { Locale } from './locale.ts';

export const VERDICTS = ['pass', 'fail', 'unsure', 'not_assessable'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const VERDICT_WORDS = {
	pass: { name: { zh: '通过', en: 'Holds' }, sentence: { zh: '等式两边相等', en: 'Both sides are equal' } },
	fail: { name: { zh: '不符', en: 'Fails' }, sentence: { zh: '等式两边不等', en: 'The two sides differ' } },
	unsure: {
		name: { zh: '存疑', en: 'Unsure' },
		sentence: {
			zh: '有空缺的格，只有把空缺当作 0 才成立，或可能不成立',
			en: 'Some cells have no number: it holds only if they are zero, or may fail'
		}
	},
	not_assessable: {
		name: { zh: '无法核对', en: 'Not assessable' },
		sentence: { zh: '缺少所需的数字', en: 'Figures it needs are missing' }
	}
} as const satisfies Record<Verdict, { name: Names; sentence: Names }>;

/** One side of an identity: its terms in order, null where a cell has no number. */
export type Terms = readonly (number | null)[];

/** The terms of a side as printed arithmetic, such as `60 + 2`; zeros of long sums are gathered so that the line stays readable. */
export function formatTerms(terms: Terms, locale: Locale): string {
	const gap = locale === 'zh' ? '〔缺〕' : '[none]';
	const kept = terms.length > 4 ? terms.filter((term) => term !== 0) : terms;
	if (kept.length === 0) return '0';
	const words: string[] = [];
	for (let index = 0; index < kept.length;) {
		const term = kept[index] ?? null;
		if (term !== null) {
			words.push(formatNumber(term));
			index += 1;
			continue;
		}
		let end = index;
		while (end < kept.length && (kept[end] ?? null) === null) end += 1;
		words.push(end - index > 1 ? `${gap}×${end - index}` : gap);
		index = end;
	}
	return words.join(' + ');
}

const sum = (terms: Terms): number => terms.reduce<number>((total, term) => total + (term ?? 0), 0);

/** Both sides with the sign between them: `60 + 2 ≠ 61 + 2`. Where numbers are missing the sign is a question mark. */
export function formatIdentity(left: Terms, right: Terms, verdict: Verdict, locale: Locale): string {
	const sign = { pass: '=', fail: '≠', unsure: '≟', not_assessable: '?' }[verdict];
	return `${formatTerms(left, locale)} ${sign} ${formatTerms(right, locale)}`;
}

/** How far the sides are apart, in words; empty when they agree or cannot be computed. */
export function formatDifference(left: Terms, right: Terms, verdict: Verdict, locale: Locale): string {
	if (verdict !== 'fail') return '';
	const [a, b] = [sum(left), sum(right)];
	const apart = formatNumber(Math.abs(Math.round((a - b) * 1e4) / 1e4));
	if (locale === 'zh') return `左边 ${formatNumber(a)}，右边 ${formatNumber(b)}，相差 ${apart}`;
	return `left ${formatNumber(a)}, right ${formatNumber(b)}, apart by ${apart}`;
}
