import { LAYOUTS, LAYOUT_FROM, SECTIONS } from '../../form/index.ts';
import type { AuditedReport } from '../audited-report.ts';
import type { Finding } from '../finding.ts';
import { parseNumeral } from '../prose/numbers.ts';
import { HOLE, lineAt, sentencesOf } from '../prose/text.ts';
import { findingOf } from '../rule.ts';
import type { ReportRule } from '../rule.ts';

const FORM_2021 = {
	zh: '国办公开办函〔2021〕30号(2021 年度起),国办公开办函〔2019〕60号(2019、2020 年度)',
	en: 'Guoban gongkai banhan〔2021〕30 (from report year 2021),〔2019〕60 (2019 and 2020)'
};

export const D_TWICE: ReportRule = {
	id: 'd-twice',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '同一文件内报告重复', en: 'The report stands twice' },
	formula: { zh: '一个文件里同一报告只出现一次', en: 'a file holds the same report once' },
	basis: { zh: '本项目的判断', en: 'our judgement' },
	exceptions: [{ zh: '网页另附图片版、文字版', en: 'the page adds a picture or text version' }],
	breaks: [],
	check: ({ report }: AuditedReport) => {
		const { t2, t3, t4 } = report.formats;
		if (t2 === null && t3 === null && t4 === null)
			return [findingOf(D_TWICE, 'report', 'not_assessable', { reason: 'table/missing' })];
		return [findingOf(D_TWICE, 'report', report.copies > 1 ? 'fail' : 'pass', { left: report.copies, right: 1 })];
	}
};

export const D_LAYOUT: ReportRule = {
	id: 'd-layout',
	scope: 'report',
	severity: 'definitional',
	names: { zh: '版式与年度', en: 'Layout and year' },
	formula: {
		zh: '2019、2020 年度用 2019 版表格,2021 年度起用 2021 版',
		en: 'report years 2019 and 2020 use the tables of 2019, later years those of 2021'
	},
	basis: FORM_2021,
	exceptions: [{ zh: '2019 年度为试行,鼓励采用', en: 'for 2019 the format was on trial and only encouraged' }],
	breaks: [],
	check: ({ report }: AuditedReport) =>
		(['t2', 't3'] as const).map((table) => {
			const found = report.formats[table];
			const { year } = report;
			if (found === null) return findingOf(D_LAYOUT, table, 'not_assessable', { reason: 'table/missing' });
			if (found === 'undetermined')
				return findingOf(D_LAYOUT, table, 'not_assessable', { reason: 'layout/undetermined' });
			if (year === null) return findingOf(D_LAYOUT, table, 'not_assessable', { reason: 'year/unknown' });
			const due = LAYOUTS.findLast((layout) => LAYOUT_FROM[layout] <= year);
			if (due === undefined) return findingOf(D_LAYOUT, table, 'not_assessable', { reason: 'layout/other' });
			return findingOf(D_LAYOUT, table, found === due ? 'pass' : 'fail', { left: Number(found), right: Number(due) });
		})
};

const TITLE_2019 = /年度报告有关事项的通知|年度报告格式\(试行\)/u;
const CITED = /公开办函[〔[(【]?(2019|2021)[〕\])】]?第?(60|30)号/gu;

export const D_NOTICE: ReportRule = {
	id: 'd-notice',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '引用的格式通知', en: 'The notice that is cited' },
	formula: {
		zh: '2021 年度起不引用〔2019〕60号,2019、2020 年度不引用〔2021〕30号;名称与文号相符',
		en: 'from 2021 not〔2019〕60, for 2019 and 2020 not〔2021〕30; title and number belong together'
	},
	basis: FORM_2021,
	exceptions: [{ zh: '回顾历史时引用', en: 'cited as history' }],
	breaks: [],
	check: (audited: AuditedReport) => {
		const { year } = audited.report;
		if (audited.prose.every(({ text }) => text === ''))
			return [findingOf(D_NOTICE, 'notice', 'not_assessable', { reason: 'prose/none' })];
		if (year === null) return [findingOf(D_NOTICE, 'notice', 'not_assessable', { reason: 'year/unknown' })];
		const findings: Finding[] = [];
		for (const section of audited.prose)
			for (const match of section.text.matchAll(CITED)) {
				const cited = Number(match[1]);
				const before = section.text.slice(Math.max(0, match.index - 40), match.index);
				const reason =
					cited === 2021 && TITLE_2019.test(before)
						? 'notice/mixed'
						: cited === 2019 && year >= LAYOUT_FROM['2021']
							? 'notice/old'
							: cited === 2021 && year < LAYOUT_FROM['2021']
								? 'notice/not-yet'
								: null;
				const line = lineAt(section, match.index);
				findings.push(
					findingOf(D_NOTICE, `${section.section}:${line}:${findings.length + 1}`, reason === null ? 'pass' : 'fail', {
						place: { section: section.section, line },
						quoted: match[0],
						...(reason === null ? {} : { reason })
					})
				);
			}
		return findings.length > 0 ? findings : [findingOf(D_NOTICE, 'notice', 'pass')];
	}
};

const OLD_ORDER = /(?:国务院令?|国令)?第?492号(?:令)?/u;

export const D_REGULATION: ReportRule = {
	id: 'd-regulation',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '引用的条例', en: 'The Regulations that are cited' },
	formula: {
		zh: '2019 年度起引用第 711 号令,不再引用第 492 号令',
		en: 'from report year 2019 Order 711, no longer Order 492'
	},
	basis: { zh: '国务院令第 711 号,2019 年 5 月 15 日起施行', en: 'State Council Order 711, in force 15 May 2019' },
	exceptions: [{ zh: '回顾历史时引用', en: 'cited as history' }],
	breaks: [],
	check: (audited: AuditedReport) => {
		const { year } = audited.report;
		if (year === null) return [findingOf(D_REGULATION, 'order', 'not_assessable', { reason: 'year/unknown' })];
		if (audited.prose.every(({ text }) => text === ''))
			return [findingOf(D_REGULATION, 'order', 'not_assessable', { reason: 'prose/none' })];
		for (const section of audited.prose) {
			const match = OLD_ORDER.exec(section.text);
			if (!match || year < LAYOUT_FROM['2019']) continue;
			const place = { section: section.section, line: lineAt(section, match.index) };
			return [findingOf(D_REGULATION, 'order', 'fail', { left: 492, right: 711, place, quoted: match[0] })];
		}
		return [findingOf(D_REGULATION, 'order', 'pass')];
	}
};

const PARTS = /(?:等)?([一二三四五六七八九十两]|\d{1,2})(?:个|大)?(?:部分|方面)/u;
const ALL_SECTIONS = SECTIONS.length;
/** Fewer named ones do not list the sections. */
const LISTED = 3;

function namedSections(text: string): number {
	return SECTIONS.filter((section) => section.keys.some((key) => text.includes(key))).length;
}

export const D_PARTS: ReportRule = {
	id: 'd-parts',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '自述的部分数', en: 'The parts it says it has' },
	formula: {
		zh: '自述为六部分,并列出六部分的名称',
		en: 'it counts itself as six parts and names all six'
	},
	basis: {
		zh: `${FORM_2021.zh}:正文六部分;《政府信息公开条例》第五十条`,
		en: `${FORM_2021.en}: six sections; Regulations Art. 50`
	},
	exceptions: [],
	breaks: [],
	check: (audited: AuditedReport) => {
		const { year } = audited.report;
		if (year !== null && year < LAYOUT_FROM['2019'])
			return [findingOf(D_PARTS, 'parts', 'not_assessable', { reason: 'layout/other' })];
		for (const section of audited.prose)
			for (const { text, start } of sentencesOf(section.text)) {
				const match = PARTS.exec(text);
				const named = namedSections(match ? text.slice(0, match.index) : text);
				if (named < LISTED || !/报告|全文|内容|组成/u.test(text)) continue;
				const counted = match ? Number(match[1]) || parseNumeral(match[1] ?? '') : null;
				if (counted === null && named < ALL_SECTIONS) continue;
				const place = { section: section.section, line: lineAt(section, start + (match?.index ?? 0)) };
				const whole = (counted === null || counted === ALL_SECTIONS) && named === ALL_SECTIONS;
				const quoted = match ? match[0] : text.slice(0, 40);
				const broken = text.includes(HOLE);
				return [
					findingOf(D_PARTS, 'parts', whole ? 'pass' : broken ? 'unsure' : 'fail', {
						left: counted,
						right: named,
						place,
						quoted,
						...(broken && !whole ? { reason: 'quote/broken' } : {})
					})
				];
			}
		return [findingOf(D_PARTS, 'parts', 'not_assessable', { reason: 'prose/none' })];
	}
};
