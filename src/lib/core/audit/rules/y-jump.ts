import type { CellKey } from '../../form/index.ts';
import type { AuditedReport } from '../audited-report.ts';
import type { Finding } from '../finding.ts';
import type { RuleTexts, YearPair, YearsRule } from '../rule.ts';
import { partnerOf, yearFinding } from './year-pair.ts';

interface Series {
	readonly along: string;
	readonly cells: readonly CellKey[];
	/** The larger of both years must reach it. */
	readonly enough: number;
	/** The ratio beyond which a change is odd, either way. */
	readonly times: number;
	/** Counts that fluctuate: the change must also exceed chance. */
	readonly random?: true;
}

const SERIES: readonly Series[] = [
	{ along: 'new', cells: ['t3.new.total'], enough: 20, times: 5 },
	{ along: 'review', cells: ['t4.review.total'], enough: 50, times: 2, random: true },
	{
		along: 'suits',
		cells: ['t4.suit_direct.total', 't4.suit_after_review.total'],
		enough: 50,
		times: 2,
		random: true
	},
	...(['licensing', 'penalty', 'coercion'] as const).map((row): Series => ({
		along: row,
		cells: [`t2.${row}.decisions`],
		enough: 100,
		times: 5
	})),
	{ along: 'normative', cells: ['t2.normative.in_force'], enough: 50, times: 5 }
];

/** Differences beyond five times the spread of chance. */
const FAR = 5;

function total(audited: AuditedReport, cells: readonly CellKey[]): number | null {
	return audited.valuesOf(cells)?.reduce((sum, value) => sum + value, 0) ?? null;
}

function judge(rule: RuleTexts, pair: YearPair, previous: AuditedReport, series: Series): Finding {
	const { along, cells, enough, times, random } = series;
	const left = total(pair.current, cells);
	const right = total(previous, cells);
	const details = { cells, before: cells, left, right };
	if (left === null || right === null)
		return yearFinding(rule, pair, along, 'not_assessable', { ...details, reason: 'cells/unknown' });
	const [low, high] = [Math.min(left, right), Math.max(left, right)];
	const far = random !== true || high - low > FAR * Math.sqrt(high + low);
	const jumps = high >= enough && high > times * low && far;
	return yearFinding(rule, pair, along, jumps ? 'fail' : 'pass', details);
}

const EXCEPTIONS = [
	{
		zh: '机关合并、分立;职能划转;群体性申请;统计口径调整',
		en: 'mergers, splits, transferred functions, mass requests, another way of counting'
	}
];

export const Y_JUMP: YearsRule = {
	id: 'y-jump',
	scope: 'years',
	severity: 'plausibility',
	names: { zh: '年度间骤变', en: 'A jump from year to year' },
	formula: {
		zh: '新收(≥ 20)、许可、处罚、强制(≥ 100)、有效文件(≥ 50)为上年的 1/5 至 5 倍;复议、诉讼(≥ 50)为 1/2 至 2 倍或在随机波动之内',
		en: 'requests (≥ 20), licences, penalties, coercion (≥ 100) and documents in force (≥ 50) within 1/5 and 5 times last year’s; reviews and lawsuits (≥ 50) within 1/2 and 2 times, or within chance'
	},
	basis: { zh: '本项目的判断', en: 'our judgement' },
	exceptions: EXCEPTIONS,
	breaks: [],
	check: (pair) => {
		const partner = partnerOf(Y_JUMP, pair);
		if (partner.previous === null) return partner.findings;
		const { previous } = partner;
		const formChanged = pair.current.report.formats.t2 !== previous.report.formats.t2;
		return SERIES.filter(({ along }) => !(formChanged && along === 'normative')).map((series) =>
			judge(Y_JUMP, pair, previous, series)
		);
	}
};

const AMOUNT: CellKey = 't2.fees.amount';
const SMALLEST_FEES = 1;
/** 元 taken for 万元 makes figures ten thousand times larger: anything near that is the unit, not the fees. */
const UNIT_TIMES = 1000;

export const U_FEE_YEARS: YearsRule = {
	id: 'u-fee-years',
	scope: 'years',
	severity: 'plausibility',
	names: { zh: '收费金额单位前后不一', en: 'Unit of the fees between years' },
	formula: { zh: '收费金额为上年的 1/1000 至 1000 倍', en: 'fees within 1/1000 and 1000 times last year’s' },
	basis: { zh: '元与万元相差一万倍(本项目的判断)', en: '元 and 万元 are ten thousand times apart (our judgement)' },
	exceptions: EXCEPTIONS,
	breaks: ['y-fmt', 'only-2021'],
	check: (pair) => {
		const partner = partnerOf(U_FEE_YEARS, pair);
		if (partner.previous === null) return partner.findings;
		const left = pair.current.printed(AMOUNT);
		const right = partner.previous.printed(AMOUNT);
		const details = { cells: [AMOUNT], before: [AMOUNT], left, right };
		if (left === null || right === null)
			return [yearFinding(U_FEE_YEARS, pair, 'fees', 'not_assessable', { ...details, reason: 'cells/unknown' })];
		const [low, high] = [Math.min(left, right), Math.max(left, right)];
		const slipped = low > 0 && high >= SMALLEST_FEES && high > UNIT_TIMES * low;
		return [
			yearFinding(U_FEE_YEARS, pair, 'fees', slipped ? 'fail' : 'pass', {
				...details,
				...(slipped ? { reason: 'unit/yuan-likely' } : {})
			})
		];
	}
};
