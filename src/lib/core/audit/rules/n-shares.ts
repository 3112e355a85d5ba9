import type { AuditedReport } from '../audited-report.ts';
import type { Candidate, Finding } from '../finding.ts';
import { isPrintedAs, judgeDerived, weighedOf } from '../prose/judge.ts';
import type { KindId } from '../prose/kinds.ts';
import type { Quote } from '../prose/quote.ts';
import type { ReportRule } from '../rule.ts';

const BASIS = {
	zh: '由同一报告的数字算得;按四舍五入或截尾(本项目的判断)',
	en: 'follows from figures of the same report, rounded or cut off (our judgement)'
};

const isDispute = (kind: KindId): boolean => /^(?:review|suits|suit_|disputes|result)/u.test(kind);

/** The wholes of which a quoted count may be a part. */
function wholesFor(kind: KindId): readonly KindId[] {
	if (isDispute(kind))
		return kind.includes('review') && !kind.includes('after') ? ['review', 'disputes'] : ['suits', 'disputes'];
	return ['closed', 'received'];
}

/** Shares in per cent of the quoted count, and of what the tables have for it, in every whole it may be part of. */
function sharesOf(audited: AuditedReport, of: Quote, kind: KindId): Candidate[] {
	const parts: { value: number | null; plus: Candidate['plus']; minus: Candidate['minus']; id: string }[] = [
		{ id: 'quoted', value: of.value, plus: [], minus: [] },
		...weighedOf(audited, kind)
	];
	const wholes = wholesFor(kind).flatMap((whole) => weighedOf(audited, whole));
	return parts.flatMap((part) =>
		wholes.map((whole) => ({
			id: `${part.id}/${whole.id}`,
			plus: [...part.plus, ...whole.plus],
			minus: [...part.minus, ...whole.minus],
			value: part.value === null || whole.value === null || whole.value === 0 ? null : (100 * part.value) / whole.value
		}))
	);
}

export const N_SHARE: ReportRule = {
	id: 'n-share',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '文字:占比', en: 'Text: shares' },
	formula: {
		zh: 'N 件占 x %:x = N ÷ 总计(办结),或 ÷ 本年新收,或 ÷(新收 + 上年结转);N 可为文字或表内数',
		en: 'N are x %: x = N ÷ closed, or ÷ new, or ÷ (new + carried in); N as quoted or as in the table'
	},
	basis: BASIS,
	exceptions: [{ zh: '以另一总数为分母', en: 'another denominator' }],
	breaks: [],
	check: (audited) =>
		audited.quotes.flatMap((quote): Finding[] => {
			const { kind, of } = quote;
			if (quote.form !== 'share' || kind === null || of === undefined) return [];
			const isMet = (value: number): boolean => isPrintedAs(value, quote.value, quote.decimals);
			return [judgeDerived(N_SHARE, quote, sharesOf(audited, of, kind), isMet)];
		})
};

const RATE_PARTS: Readonly<Partial<Record<KindId, readonly [part: KindId, whole: KindId]>>> = {
	closed: ['closed', 'handled'],
	'outcome:granted': ['outcome:granted', 'closed'],
	'outcome:partial': ['outcome:partial', 'closed'],
	'outcome:denied': ['outcome:denied', 'closed']
};

export const N_RATE: ReportRule = {
	id: 'n-rate',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '文字:办结率、公开率', en: 'Text: rates' },
	formula: {
		zh: '办结率 = 总计(办结)÷(新收 + 上年结转),100 % 即结转下年 = 0;予以公开率等 = 该结果 ÷ 总计',
		en: 'completion rate = closed ÷ (new + carried in), 100 % means carried out = 0; rate of an outcome = outcome ÷ closed'
	},
	basis: BASIS,
	exceptions: [{ zh: '按期办结率不计未到期的申请', en: 'a rate of timely answers leaves out what is not yet due' }],
	breaks: [],
	check: (audited) =>
		audited.quotes.flatMap((quote): Finding[] => {
			const pair = quote.form === 'rate' && quote.kind !== null ? RATE_PARTS[quote.kind] : undefined;
			if (!pair) return [];
			const [part] = weighedOf(audited, pair[0]);
			const [whole] = weighedOf(audited, pair[1]);
			if (!part || !whole) return [];
			const { value } = whole;
			const candidate: Candidate = {
				id: `${part.id}/${whole.id}`,
				plus: [...part.plus, ...whole.plus],
				minus: [...part.minus, ...whole.minus],
				value: part.value === null || value === null || value === 0 ? null : (100 * part.value) / value
			};
			const isMet = (ratio: number): boolean => isPrintedAs(ratio, quote.value, quote.decimals);
			return [judgeDerived(N_RATE, quote, [candidate], isMet)];
		})
};
