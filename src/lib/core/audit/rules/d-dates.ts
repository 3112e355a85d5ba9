import type { AuditedReport } from '../audited-report.ts';
import type { Finding } from '../finding.ts';
import { lineAt } from '../prose/text.ts';
import type { ProseText } from '../prose/text.ts';
import type { Reason } from '../reasons.ts';
import { findingOf } from '../rule.ts';
import type { ReportRule } from '../rule.ts';
import { dayExists } from './calendar.ts';

const hasProse = ({ prose }: AuditedReport): boolean => prose.some(({ text }) => text !== '');

const MALFORMED: readonly { readonly reason: Reason; readonly pattern: RegExp }[] = [
	{ reason: 'date/mark-lost', pattern: /(?<!\d)20\d\d ?(?:1[0-2]|0?[1-9])月\d{1,2}日/gu },
	{ reason: 'date/mark-lost', pattern: /(?<!\d)20\d\d\d{2,4}日/gu },
	{ reason: 'date/mark-lost', pattern: /(?<!\d)20\d\d年(?:1[0-2]|0?[1-9])\d{2}日/gu },
	{ reason: 'date/number-bracket', pattern: /[〔[【(]20\d\d\d{1,3}号/gu }
];
const DATE = /(?<!\d)(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日/gu;

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
		if (dayExists(year, Number(match[2]), Number(match[3]))) return [];
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
		const year = facts.printedYear === undefined ? report.year : facts.printedYear;
		if (year === null || facts.filedYear === undefined)
			return [findingOf(D_YEAR, 'year', 'not_assessable', { left: year, reason: 'year/unknown' })];
		const status = facts.filedYear === year ? 'pass' : 'fail';
		return [findingOf(D_YEAR, 'year', status, { left: year, right: facts.filedYear })];
	}
};
