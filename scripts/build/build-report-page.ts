import { createHash } from 'node:crypto';
import { COVERAGE_NAME, DECISIONS_NAME } from '../../src/lib/core/collect/index.ts';
import { absenceWord } from '../../src/lib/format/absences.ts';
import { coverageProblemSentence } from '../../src/lib/format/coverage-problems.ts';
import { decisionProblemSentence } from '../../src/lib/format/decisions.ts';
import { LANGUAGE_TAGS, LOCALES } from '../../src/lib/format/locale.ts';
import type { Locale } from '../../src/lib/format/locale.ts';
import { problemRemedy, problemSentence } from '../../src/lib/format/problems.ts';
import { formatBytes } from '../../src/lib/format/numbers.ts';
import { chinesePunctuation } from '../../src/lib/format/typography.ts';
import { SECTIONS } from './build-report.ts';
import type { BuildReport, ReportedSource, SectionName } from './build-report.ts';
import { SCRIPT } from './build-report-script.ts';
import { STYLE } from './build-report-style.ts';

type Words = Readonly<Record<Locale, string>>;

/** Rows of one section that the page shows; build-report.json has more. */
export const SHOWN = 2000;

const TITLES: Readonly<Record<SectionName, Words>> = {
	refused: { zh: '没有得到报告', en: 'No report' },
	superseded: { zh: '未采用(同一机关同一年度另有一份)', en: 'Not used (another report of the agency and year counts)' },
	used_with_problems: { zh: '已采用,有问题', en: 'Used, with problems' },
	used: { zh: '已采用,没有问题', en: 'Used, without a problem' }
};

const HEADER: readonly Words[] = [
	{ zh: '文件', en: 'File' },
	{ zh: '报告', en: 'Report' },
	{ zh: '读出', en: 'Read' },
	{ zh: '未读出及原因', en: 'Not read, and why' },
	{ zh: '怎么办', en: 'What to do' }
];

const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text from a file or a name as text of the page; characters that are not seen or turn the line around are written out. */
export function escapeHtml(text: string): string {
	return text
		.replace(UNSEEN, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
		.replace(/[&<>"]/gu, (character) => ESCAPES[character] ?? '');
}

const inWords = (text: string, locale: Locale): string => escapeHtml(locale === 'zh' ? chinesePunctuation(text) : text);

const paragraphs = (lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join('');

const TABLES = {
	t2: { zh: '表二', en: 'table 2' },
	t3: { zh: '表三', en: 'table 3' },
	t4: { zh: '表四', en: 'table 4' }
} as const;

function layoutText(layout: string | null, locale: Locale): string {
	if (layout === null) return { zh: '未见', en: 'not found' }[locale];
	if (layout === 'undetermined') return absenceWord('layout_undetermined', locale);
	return locale === 'zh' ? `${layout}版` : layout;
}

function readText({ cells, reader, formats }: ReportedSource, locale: Locale): string[] {
	if (!formats) return reader === null ? [] : [escapeHtml(reader)];
	const layouts = (['t2', 't3', 't4'] as const).map((table) => {
		const text = `${TABLES[table][locale]} ${layoutText(formats[table], locale)}`;
		return `<span class="muted">${escapeHtml(text)}</span>`;
	});
	const count = locale === 'zh' ? `${String(cells)} 格` : `${String(cells)} cells`;
	return [`${count} (${escapeHtml(reader ?? '–')})`, ...layouts];
}

function missingText(source: ReportedSource, locale: Locale): string[] {
	const absent = Object.entries(source.absences)
		.map(([reason, count]) => `${absenceWord(reason, locale)} ${String(count)}`)
		.sort();
	const words = { zh: `没有数字的格:${absent.join('、')}`, en: `Cells without a number: ${absent.join(', ')}` };
	const lines = source.what[locale].map((line) => inWords(line, locale));
	return absent.length === 0 ? lines : [...lines, `<span class="muted">${inWords(words[locale], locale)}</span>`];
}

/** The address as far as it tells whose page it is; the link has it whole. */
const shortAddress = (address: string): string => (address.length > 60 ? `${address.slice(0, 57)}…` : address);

function row(source: ReportedSource, locale: Locale): string {
	const { file, report, address, agency, year, bytes, superseded_by: usedInstead } = source;
	const size = bytes === null ? '' : ` <span class="size">${formatBytes(bytes)}</span>`;
	const files = [`<bdi>${escapeHtml(file)}</bdi>${report > 1 ? ` #${String(report)}` : ''}${size}`];
	if (address !== null && /^https?:\/\//iu.test(address)) {
		files.push(
			`<a href="${escapeHtml(address)}" rel="noreferrer nofollow"><bdi>${escapeHtml(shortAddress(address))}</bdi></a>`
		);
	}
	const named = [agency ?? '–', year === null ? '–' : String(year)].map((text) => `<bdi>${escapeHtml(text)}</bdi>`);
	const instead = { zh: '采用', en: 'used' }[locale];
	const reports = [named.join(' ')];
	if (usedInstead !== null) reports.push(`${instead} <bdi>${escapeHtml(usedInstead)}</bdi>`);
	const next = source.next[locale].map((line) => inWords(line, locale));
	const cells = [files, reports, readText(source, locale), missingText(source, locale), next];
	// Reports sort by year within an agency, what was read by its number of cells, what was not by its number of kinds.
	const keys: readonly (string | null)[] = [
		null,
		`${agency ?? ''} ${String(year)}`,
		String(source.cells),
		String(source.what[locale].length).padStart(3, '0') + (source.what[locale][0] ?? ''),
		null
	];
	const cell = (lines: readonly string[], column: number): string => {
		const key = keys[column] ?? null;
		const label = HEADER[column]?.[locale] ?? '';
		return `<td data-label="${label}"${key === null ? '' : ` data-key="${escapeHtml(key)}"`}>${paragraphs(lines)}</td>`;
	};
	return `<tr>${cells.map(cell).join('')}</tr>`;
}

function table(sources: readonly ReportedSource[], locale: Locale): string {
	const header = HEADER.map((words) => `<th scope="col">${words[locale]}</th>`).join('');
	const rows = sources.slice(0, SHOWN).map((source) => row(source, locale));
	return `<div class="scroll" tabindex="0"><table>\n<thead><tr>${header}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table></div>`;
}

const sectionId = (name: string, locale: Locale): string => `${locale}-${name.replaceAll('_', '-')}`;

function section(name: SectionName, report: BuildReport, locale: Locale): string {
	const [count, listed] = [report.counts[name], report.sections[name]];
	if (count === 0) return '';
	const more = count - Math.min(SHOWN, listed.length);
	const rest = {
		zh: `另有 ${String(more)} 项,见 build-report.json 和 sources 表。`,
		en: `${String(more)} more: see build-report.json and the table sources.`
	};
	return [
		`<h2 id="${sectionId(name, locale)}">${inWords(TITLES[name][locale], locale)} · ${String(count)}</h2>`,
		table(listed, locale),
		...(more > 0 ? [`<p>${inWords(rest[locale], locale)}</p>`] : [])
	].join('\n');
}

function list(id: string, words: Words, items: readonly string[], locale: Locale): string {
	if (items.length === 0) return '';
	const shown = items.slice(0, SHOWN).map((item) => `<li>${item}</li>`);
	return `<h2 id="${sectionId(id, locale)}">${inWords(words[locale], locale)} · ${String(items.length)}</h2>\n<ul>\n${shown.join('\n')}\n</ul>`;
}

function manifestLine({ file, problem }: BuildReport['manifest'][number], locale: Locale): string {
	const { line, ...rest } = problem;
	const at = line === undefined ? '' : locale === 'zh' ? `第 ${String(line)} 行 ` : `line ${String(line)} `;
	const remedy = problemRemedy(problem.code, locale);
	const name = file === null ? '' : `<bdi>${escapeHtml(file)}</bdi> · `;
	return `${at}${name}${inWords(problemSentence(rest, locale), locale)}${remedy === null ? '' : ` → ${inWords(remedy, locale)}`}`;
}

function contents(report: BuildReport, locale: Locale): string {
	const items = SECTIONS.filter((name) => report.counts[name] > 0).map(
		(name) =>
			`<li><a href="#${sectionId(name, locale)}">${inWords(TITLES[name][locale], locale)}</a> ${String(report.counts[name])}</li>`
	);
	return `<nav><ul>\n${items.join('\n')}\n</ul></nav>`;
}

/** Each kind of problem and in how many reports it was declared, the most frequent first. */
function kinds(report: BuildReport, locale: Locale): string {
	const counts = new Map<string, number>();
	for (const source of SECTIONS.flatMap((name) => report.sections[name])) {
		for (const code of new Set(source.problems.map((problem) => problem.code))) {
			counts.set(code, (counts.get(code) ?? 0) + 1);
		}
	}
	if (counts.size === 0) return '';
	const items = [...counts]
		.sort(([a, left], [b, right]) => right - left || a.localeCompare(b))
		.map(([code, count]) => {
			const remedy = problemRemedy(code, locale);
			const what = inWords(problemSentence({ code }, locale), locale);
			return `<li>${what} <b>${String(count)}</b>${remedy === null ? '' : ` <span class="muted">→ ${inWords(remedy, locale)}</span>`}</li>`;
		});
	const title = { zh: '问题的种类(份数)', en: 'Kinds of problems (in how many reports)' }[locale];
	return `<details><summary>${inWords(title, locale)} · ${String(items.length)}</summary>\n<ul>\n${items.join('\n')}\n</ul></details>`;
}

function searchForm(locale: Locale): string {
	const label = { zh: '筛选', en: 'Filter' }[locale];
	const hint = { zh: '文件、机关、年度、问题……', en: 'file, agency, year, problem …' }[locale];
	const found = { zh: '符合的行:#', en: 'Rows that match: #' }[locale];
	return `<form hidden role="search" data-found="${inWords(found, locale)}"><label for="${locale}-words">${label}</label><input id="${locale}-words" name="words" type="search" placeholder="${hint}"><output></output></form>`;
}

function inLanguage(report: BuildReport, locale: Locale): string {
	const {
		title,
		fictional,
		build,
		files,
		version_rule: rule,
		same_content: same,
		manifest,
		decisions,
		coverage
	} = report;
	const words = {
		heading: { zh: '构建报告', en: 'Build report' },
		fictional: {
			zh: '虚构数据:地名、机关和数字都是编造的,仅供演示。',
			en: 'Fictional data: places, agencies and figures are invented, for demonstration only.'
		},
		about: {
			zh: `${String(files)} 个文件;构建号 ${build}`,
			en: `${String(files)} files; build ${build}`
		},
		rule: { zh: '采用哪一份', en: 'Which report counts' }
	} satisfies Record<string, Words>;
	const duplicates = same.map((group) => group.map((file) => `<bdi>${escapeHtml(file)}</bdi>`).join(' = '));
	const other = locale === 'zh' ? '<a href="#en" lang="en">English</a>' : '<a href="#zh" lang="zh-CN">中文</a>';
	return [
		`<section id="${locale}" lang="${LANGUAGE_TAGS[locale]}">`,
		`<nav>${other} · <a href="build-report.json">build-report.json</a> · <a href="datapackage.json">datapackage.json</a></nav>`,
		`<h1>${inWords(title[locale], locale)} · ${words.heading[locale]}</h1>`,
		...(fictional ? [`<p>${inWords(words.fictional[locale], locale)}</p>`] : []),
		`<p>${inWords(words.about[locale], locale)}</p>`,
		contents(report, locale),
		kinds(report, locale),
		searchForm(locale),
		...SECTIONS.map((name) => section(name, report, locale)),
		list('same', { zh: '内容完全相同的文件', en: 'Files with the same content' }, duplicates, locale),
		list(
			'manifest',
			{ zh: 'manifest.csv', en: 'manifest.csv' },
			manifest.map((each) => manifestLine(each, locale)),
			locale
		),
		list(
			'decisions',
			{ zh: DECISIONS_NAME, en: DECISIONS_NAME },
			decisions.map((each) => inWords(decisionProblemSentence(each, locale), locale)),
			locale
		),
		list(
			'coverage',
			{ zh: COVERAGE_NAME, en: COVERAGE_NAME },
			coverage.map((each) => inWords(coverageProblemSentence(each, locale), locale)),
			locale
		),
		`<h2 id="${sectionId('rule', locale)}">${words.rule[locale]}</h2>`,
		`<p>${inWords(rule[locale], locale)}</p>`,
		'</section>'
	]
		.filter((part) => part !== '')
		.join('\n');
}

/**
 * The page of a build: one file with nothing from elsewhere, in both languages; the style shows the one that the address names and,
 * where a server forbids it, both stand below each other. Its script only searches and sorts: without it all is there.
 */
export function buildReportPage(report: BuildReport): string {
	const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
	const policy = `default-src 'none'; style-src ${hash(STYLE)}; script-src ${hash(SCRIPT)}; base-uri 'none'; form-action 'none'`;
	return `${[
		'<!doctype html>',
		'<html lang="zh-CN">',
		'<head>',
		'<meta charset="utf-8">',
		`<meta http-equiv="Content-Security-Policy" content="${policy}">`,
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		'<meta name="robots" content="noindex">',
		`<title>${escapeHtml(`${report.title.zh} · 构建报告 / ${report.title.en}: build report`)}</title>`,
		`<style>${STYLE}</style>`,
		'</head>',
		'<body>',
		...(report.fictional ? ['<p class="fictional">虚构的演示数据 · fictional</p>'] : []),
		...LOCALES.map((locale) => inLanguage(report, locale)),
		`<script>${SCRIPT}</script>`,
		'</body>',
		'</html>'
	].join('\n')}\n`;
}
