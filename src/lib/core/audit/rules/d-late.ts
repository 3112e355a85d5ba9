import type { AuditedReport } from '../audited-report.ts';
import type { Body } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { findingOf } from '../rule.ts';
import type { ReportRule, RuleTexts } from '../rule.ts';
import { dayExists } from './calendar.ts';

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
		return dayExists(year, month, day) ? { year, month, day, fromAddress, quoted: match[0] } : null;
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
