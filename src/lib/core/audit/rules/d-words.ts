import type { AuditedReport } from '../audited-report.ts';
import type { Finding } from '../finding.ts';
import { parseNumeral } from '../prose/numbers.ts';
import { HOLE, lineAt, sentencesOf } from '../prose/text.ts';
import type { ProseText, Sentence } from '../prose/text.ts';
import type { Reason } from '../reasons.ts';
import { findingOf } from '../rule.ts';
import type { ReportRule } from '../rule.ts';

/** Words that show that the year before is spoken of on purpose. */
const ON_PURPOSE =
	/同比|相比|比较|较|上年|上一年|去年|以来|决算|预算|结转|公报|考核|评估|评议|印发|出台|制定|修订|通报|排名|荣获|获评|被评|《|整改|反馈|截至|起|发布的|施行|成立|机构改革|调整/u;
const PLAN =
	/^(?:,|,?(?:我|本|全|区|县|市|局|镇|乡)[^,。]{0,10}?)?(?:将|拟|计划)(继续|进一步|着力|重点|加强|加大|不断|坚持|认真|积极|切实|严格|持续|以|按照|从)?/u;

interface Suspect {
	readonly reason: Reason;
	readonly status: 'fail' | 'unsure';
	readonly left: number;
}

function suspectIn({ section }: ProseText, { text }: Sentence, year: number): Suspect | null {
	const plain = text.replace(/^\([一二三四五六七八九十]\)[^:]{0,20}:/u, '');
	const opening = /^(?:在)?(20\d\d)年度?/u.exec(plain);
	if (!opening) return null;
	const spoken = Number(opening[1]);
	const rest = plain.slice(opening[0].length);
	if (section === 's5') {
		const plan = spoken === year ? PLAN.exec(rest) : null;
		if (!plan || plan[0] === '') return null;
		return { reason: 'text/plan-of-this-year', status: plan[1] === undefined ? 'unsure' : 'fail', left: spoken };
	}
	if (spoken !== year - 1 || plain.includes(`${year}年`) || ON_PURPOSE.test(rest)) return null;
	return {
		reason: 'text/last-year',
		status: /^,?(?:我|本|全|各|[\u4e00-\u9fa5]{1,16}(?:局|委|镇|乡|县|区|市|办|政府))/u.test(rest) ? 'fail' : 'unsure',
		left: spoken
	};
}

export const D_LAST_YEAR: ReportRule = {
	id: 'd-last-year',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '沿用上一年度的文字', en: "Last year's text left in" },
	formula: {
		zh: '正文不以上一年度开头陈述本年工作;“存在的主要问题”不把本年度写作计划',
		en: 'no sentence tells this year’s work under the year before; section five does not plan for its own year'
	},
	basis: {
		zh: '国办公开办函〔2021〕30号:抄袭、照搬往年报告的,依《条例》第四十七条追责',
		en: 'Guoban gongkai banhan〔2021〕30: copied reports lead to accountability under Regulations Art. 47'
	},
	exceptions: [{ zh: '说明跨年度的工作', en: 'work that runs over two years' }],
	breaks: [],
	check: (audited: AuditedReport) => {
		const { year } = audited.report;
		if (year === null) return [findingOf(D_LAST_YEAR, 'text', 'not_assessable', { reason: 'year/unknown' })];
		if (audited.prose.every(({ text }) => text === ''))
			return [findingOf(D_LAST_YEAR, 'text', 'not_assessable', { reason: 'prose/none' })];
		const findings: Finding[] = [];
		for (const section of audited.prose)
			for (const sentence of sentencesOf(section.text)) {
				const suspect = suspectIn(section, sentence, year);
				if (!suspect) continue;
				const line = lineAt(section, sentence.start);
				findings.push(
					findingOf(D_LAST_YEAR, `${section.section}:${line}:${findings.length + 1}`, suspect.status, {
						left: suspect.left,
						right: year,
						reason: suspect.reason,
						place: { section: section.section, line },
						quoted: sentence.text.slice(0, 60)
					})
				);
			}
		return findings.length > 0 ? findings : [findingOf(D_LAST_YEAR, 'text', 'pass')];
	}
};

const INLINE = new RegExp(`(?:^|[。;:,!?${HOLE}])([一二三四五六七八九十])是`, 'gu');
const HEADED = new RegExp(`(?:^|[。;!?${HOLE}])\\(([一二三四五六七八九十])\\)`, 'gu');

interface Skip {
	readonly index: number;
	readonly words: string;
	readonly from: number;
	readonly to: number;
	readonly certain: boolean;
}

/** Places where a numbering leaps: 二是 … 四是, (二) … (四). It may begin anew at one. */
function skipsIn({ text }: ProseText): Skip[] {
	return [INLINE, HEADED].flatMap((pattern) => {
		const skips: Skip[] = [];
		let last = 0;
		let end = 0;
		for (const match of text.matchAll(pattern)) {
			const numeral = parseNumeral(match[1] ?? '') ?? 0;
			const leaps = numeral > last + 1;
			const certain = pattern === INLINE && leaps && !text.slice(end, match.index).includes(HOLE);
			if (last > 0 && numeral !== 1 && (leaps || numeral === last))
				skips.push({
					index: match.index,
					words: match[0].replace(/^[。;:,!?]/u, ''),
					from: last,
					to: numeral,
					certain
				});
			last = numeral;
			end = match.index + match[0].length;
		}
		return skips;
	});
}

export const D_NUMERALS: ReportRule = {
	id: 'd-numerals',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '序号跳漏', en: 'A numeral skipped' },
	formula: { zh: '“一是、二是”“(一)(二)”连续', en: '一是, 二是 and (一), (二) follow one another' },
	basis: { zh: '公文书写规范', en: 'how official documents number' },
	exceptions: [{ zh: '小标题在转换时丢失', en: 'a bare heading was lost when the page was read' }],
	breaks: [],
	check: (audited: AuditedReport) => {
		if (audited.prose.every(({ text }) => text === ''))
			return [findingOf(D_NUMERALS, 'text', 'not_assessable', { reason: 'prose/none' })];
		const findings = audited.prose.flatMap((section) =>
			skipsIn(section).map(({ index, words, from, to, certain }, order) => {
				const line = lineAt(section, index);
				return findingOf(D_NUMERALS, `${section.section}:${line}:${order + 1}`, certain ? 'fail' : 'unsure', {
					left: to,
					right: from + 1,
					quoted: words,
					place: { section: section.section, line },
					...(certain ? {} : { reason: 'text/maybe-dropped' })
				});
			})
		);
		return findings.length > 0 ? findings : [findingOf(D_NUMERALS, 'text', 'pass')];
	}
};
