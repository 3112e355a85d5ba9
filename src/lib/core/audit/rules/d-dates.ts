import type { AuditedReport } from '../audited-report.ts';
import type { Body } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { lineAt } from '../prose/text.ts';
import type { ProseText } from '../prose/text.ts';
import type { Reason } from '../reasons.ts';
import { findingOf } from '../rule.ts';
import type { ReportRule, RuleTexts } from '../rule.ts';

const hasProse = ({ prose }: AuditedReport): boolean => prose.some(({ text }) => text !== '');

const MALFORMED: readonly { readonly reason: Reason; readonly pattern: RegExp }[] = [
	{ reason: 'date/mark-lost', pattern: /(?<!\d)20\d\d ?(?:1[0-2]|0?[1-9])月\d{1,2}日/gu },
	{ reason: 'date/mark-lost', pattern: /(?<!\d)20\d\d\d{2,4}日/gu },
	{ reason: 'date/mark-lost', pattern: /(?<!\d)20\d\d年(?:1[0-2]|0?[1-9])\d{2}日/gu },
	{ reason: 'date/number-bracket', pattern: /[〔[【(]20\d\d\d{1,3}号/gu }
];
const DATE = /(?<!\d)(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日/gu;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function exists(year: number | null, month: number, day: number): boolean {
	if (day < 1 || day > (DAYS[month - 1] ?? 0)) return false;
	const leap = year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
	return leap || month !== 2 || day < 29;
}

interface Slip {
	readonly reason: Reason;
	readonly index: number;
	readonly words: string;
}

function slipsIn({ text }: ProseText): Slip[] {
	const malformed = MALFORMED.flatMap(({ reason, pattern }) =>
		[...text.matchAll(pattern)].map((match) => ({ reason, index: match.index, words: match[0] }))
	);
	const impossible = [...text.matchAll(DATE)].flatMap((match): Slip[] => {
		const year = match[1] === undefined ? null : Number(match[1]);
		if (exists(year, Number(match[2]), Number(match[3]))) return [];
		return [{ reason: 'date/impossible', index: match.index, words: match[0] }];
	});
	return [...malformed, ...impossible];
}

export const D_DATE: ReportRule = {
	id: 'd-date',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '日期与文号的笔误', en: 'Slips in dates and numbers' },
	formula: {
		zh: '日期写全“年”“月”“日”且存在,文号括号完整',
		en: 'dates bear 年, 月, 日 and exist; numbers of documents keep their brackets'
	},
	basis: { zh: '公文书写规范', en: 'how official documents write them' },
	exceptions: [],
	breaks: [],
	check: (audited: AuditedReport) => {
		if (!hasProse(audited)) return [findingOf(D_DATE, 'dates', 'not_assessable', { reason: 'prose/none' })];
		const findings = audited.prose.flatMap((section) =>
			slipsIn(section).map(({ reason, index, words }, order): Finding => {
				const line = lineAt(section, index);
				return findingOf(D_DATE, `${section.section}:${line}:${order + 1}`, 'fail', {
					reason,
					quoted: words,
					place: { section: section.section, line }
				});
			})
		);
		return findings.length > 0 ? findings : [findingOf(D_DATE, 'dates', 'pass')];
	}
};

const PERIOD =
	/统计(?:的)?(?:期限|周期|时限|时间|日期|口径)?[^。]{0,14}?(20\d\d)年\d{1,2}月\d{1,2}日[^。]{0,6}?(?:至|到|-|—|~|起)[^。\d]{0,3}(?:(20\d\d)年)?\d{1,2}月\d{1,2}日/u;

export const D_PERIOD: ReportRule = {
	id: 'd-period',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '统计期限与年度', en: 'Statistical period and year' },
	formula: { zh: '所写统计期限的年份 = 报告年度', en: 'the years of the stated period = the year of the report' },
	basis: { zh: '《政府信息公开条例》第四十九条:上一年度', en: 'Regulations Art. 49: the past year' },
	exceptions: [],
	breaks: [],
	check: (audited: AuditedReport) => {
		const { year } = audited.report;
		if (year === null) return [findingOf(D_PERIOD, 'period', 'not_assessable', { reason: 'year/unknown' })];
		for (const section of audited.prose) {
			const match = PERIOD.exec(section.text);
			if (!match) continue;
			const from = Number(match[1]);
			const to = match[2] === undefined ? from : Number(match[2]);
			const place = { section: section.section, line: lineAt(section, match.index) };
			const left = from === year ? to : from;
			const status = left === year ? 'pass' : 'fail';
			return [findingOf(D_PERIOD, 'period', status, { left, right: year, place, quoted: match[0] })];
		}
		return [findingOf(D_PERIOD, 'period', 'not_assessable', { reason: 'prose/none' })];
	}
};

export const D_YEAR: ReportRule = {
	id: 'd-year',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '栏目年度与报告年度', en: 'Filed under its year' },
	formula: { zh: '网站(或清单)所列年度 = 报告自称的年度', en: 'the year it is filed under = the year it bears' },
	basis: { zh: '本项目的判断', en: 'our judgement' },
	exceptions: [{ zh: '栏目按发布年份排列', en: 'the site files by year of publication' }],
	breaks: [],
	check: ({ report, facts }: AuditedReport) => {
		const { year } = report;
		if (year === null || facts.filedYear === undefined)
			return [findingOf(D_YEAR, 'year', 'not_assessable', { left: year, reason: 'year/unknown' })];
		const status = facts.filedYear === year ? 'pass' : 'fail';
		return [findingOf(D_YEAR, 'year', status, { left: year, right: facts.filedYear })];
	}
};

const PRINTED_DATE = /(?:发布|公开|发文|成文|生成|更新)?(?:日期|时间)[:]?(20\d\d)[-年./](\d{1,2})[-月./](\d{1,2})/u;
const DATE_IN_ADDRESS =
	/\/t?(20\d\d)(\d\d)(\d\d)_\d+|\/(20\d\d)(\d\d)\/t(?:20\d\d)\d\d(\d\d)_|\/(20\d\d)[-/](\d\d)[-/](\d\d)\//u;

interface Published {
	readonly year: number;
	readonly month: number;
	readonly day: number;
	readonly fromAddress: boolean;
	readonly quoted: string;
}

function publishedOf({ facts, prose }: AuditedReport): Published | null {
	const read = (match: RegExpExecArray | null, fromAddress: boolean): Published | null => {
		const [year, month, day] = (match?.slice(1) ?? []).filter((part) => part !== undefined).map(Number);
		if (match === null || year === undefined || month === undefined || day === undefined) return null;
		return exists(year, month, day) ? { year, month, day, fromAddress, quoted: match[0] } : null;
	};
	const given = read(/^(20\d\d)-(\d\d)-(\d\d)/u.exec(facts.published ?? ''), false);
	const preface = prose.filter(({ section }) => section === 'preface').map(({ text }) => text);
	return (
		given ??
		preface.map((text) => read(PRINTED_DATE.exec(text), false)).find((found) => found !== null) ??
		read(DATE_IN_ADDRESS.exec(facts.address ?? ''), true)
	);
}

/** Days from 1 January of the year after the report's. */
function dayAfter(reportYear: number, { year, month, day }: Pick<Published, 'year' | 'month' | 'day'>): number {
	return Math.round((Date.UTC(year, month - 1, day) - Date.UTC(reportYear + 1, 0, 1)) / 86_400_000) + 1;
}

/** The last day on which it may be published; null where the law sets none or the kind of body is not known. */
function deadlineOf(body: Body, year: number): { readonly month: number; readonly day: number } | null {
	const march = { month: 3, day: 31 };
	if (year < 2019 || body.type === 'government') return march;
	return body.type === 'unknown' || body.type === 'township' ? null : { month: 1, day: 31 };
}

function judgeDate(rule: RuleTexts, audited: AuditedReport, year: number, published: Published): Finding {
	const left = dayAfter(year, published);
	const deadline = deadlineOf(audited.body, year);
	const march = dayAfter(year, { year: year + 1, month: 3, day: 31 });
	const right = deadline === null ? march : dayAfter(year, { year: year + 1, ...deadline });
	const details = { left, right, quoted: published.quoted };
	if (left < 1) return findingOf(rule, 'published', 'unsure', { ...details, reason: 'date/impossible' });
	if (deadline === null && audited.body.type === 'township')
		return findingOf(rule, 'published', left <= march ? 'pass' : 'unsure', {
			...details,
			reason: 'deadline/none-set'
		});
	const january = dayAfter(year, { year: year + 1, month: 1, day: 31 });
	if (deadline === null && left > january && left <= march)
		return findingOf(rule, 'published', 'unsure', { ...details, reason: 'deadline/depends' });
	if (left <= right) return findingOf(rule, 'published', 'pass', details);
	if (published.fromAddress) return findingOf(rule, 'published', 'unsure', { ...details, reason: 'date/from-address' });
	return findingOf(rule, 'published', 'fail', details);
}

/** Both sides are days of the year after the report's. */
export const D_LATE: ReportRule = {
	id: 'd-late',
	scope: 'report',
	severity: 'definitional',
	names: { zh: '发布是否按时', en: 'Published in time' },
	formula: {
		zh: '部门次年 1 月 31 日前、政府次年 3 月 31 日前发布(以次年第几日表示)',
		en: 'departments by 31 January, governments by 31 March of the next year (sides are days of that year)'
	},
	basis: {
		zh: '《政府信息公开条例》第四十九条;2018 年度及以前:旧条例第三十一条,3 月 31 日',
		en: 'Regulations Art. 49; up to report year 2018: Art. 31 of the old Regulations, 31 March'
	},
	exceptions: [
		{ zh: '更正后重新发布,页面日期为重发日期', en: 'published anew after a correction' },
		{ zh: '网站迁移后日期变动', en: 'the date changed when the site moved' },
		{ zh: '乡镇、街道没有法定日期', en: 'towns and street offices have no date in law' }
	],
	breaks: [],
	check: (audited: AuditedReport) => {
		const { year } = audited.report;
		if (year === null) return [findingOf(D_LATE, 'published', 'not_assessable', { reason: 'year/unknown' })];
		const published = publishedOf(audited);
		if (published === null) return [findingOf(D_LATE, 'published', 'not_assessable', { reason: 'prose/none' })];
		return [judgeDate(D_LATE, audited, year, published)];
	}
};
