import { createHash } from 'node:crypto';
import { DECISIONS_NAME } from '../../src/lib/core/collect/index.ts';
import { absenceWord } from '../../src/lib/format/absences.ts';
import { decisionProblemSentence } from '../../src/lib/format/decisions.ts';
import { LANGUAGE_TAGS, LOCALES } from '../../src/lib/format/locale.ts';
import type { Locale } from '../../src/lib/format/locale.ts';
import { problemRemedy, problemSentence } from '../../src/lib/format/problems.ts';
import { chinesePunctuation } from '../../src/lib/format/typography.ts';
import { SECTIONS } from './build-report.ts';
import type { BuildReport, ReportedSource, SectionName } from './build-report.ts';

type Words = Readonly<Record<Locale, string>>;

/** Rows of one section that the page shows; build-report.json has more. */
export const SHOWN = 2000;

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#dcdfe3, #2f353b); --muted: light-dark(#565d66, #a4abb4); --link: light-dark(#1c4fae, #8db4ff); --alert: light-dark(#a03316, #f2825c) }
body { max-width: 75rem; margin: 0 auto; padding: 16px; font: 1rem/1.6 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif }
body:has(#en:target, #en :target) #zh, body:not(:has(#en:target, #en :target)) #en { display: none }
h1 { font-size: 1.5rem } h2 { font-size: 1.2rem; margin: 32px 0 8px }
a { color: var(--link) } .muted { color: var(--muted) } .alert { color: var(--alert); font-weight: bold }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-size: .875rem }
th, td { border-bottom: 1px solid var(--line); padding: 4px 8px; text-align: start; vertical-align: top; overflow-wrap: anywhere; min-width: 6rem }
td p { margin: 0 } ul { padding-inline-start: 1.2rem }
@media print { nav { display: none } }
`.trim();

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

function row(source: ReportedSource, locale: Locale): string {
	const { file, report, address, agency, year, bytes, superseded_by: usedInstead } = source;
	const size = bytes === null ? '' : ` <span class="muted">${String(bytes)} B</span>`;
	const files = [`<bdi>${escapeHtml(file)}</bdi>${report > 1 ? ` #${String(report)}` : ''}${size}`];
	if (address !== null && /^https?:\/\//iu.test(address)) {
		files.push(`<a href="${escapeHtml(address)}" rel="noreferrer nofollow"><bdi>${escapeHtml(address)}</bdi></a>`);
	}
	const named = [agency ?? '–', year === null ? '–' : String(year)].map((text) => `<bdi>${escapeHtml(text)}</bdi>`);
	const instead = { zh: '采用', en: 'used' }[locale];
	const reports = [named.join(' ')];
	if (usedInstead !== null) reports.push(`${instead} <bdi>${escapeHtml(usedInstead)}</bdi>`);
	const next = source.next[locale].map((line) => inWords(line, locale));
	const cells = [files, reports, readText(source, locale), missingText(source, locale), next];
	return `<tr>${cells.map((lines) => `<td>${paragraphs(lines)}</td>`).join('')}</tr>`;
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

function inLanguage(report: BuildReport, locale: Locale): string {
	const { title, fictional, build, files, version_rule: rule, same_content: same, manifest, decisions } = report;
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
		...(fictional ? [`<p class="alert">${inWords(words.fictional[locale], locale)}</p>`] : []),
		`<p>${inWords(words.about[locale], locale)}</p>`,
		contents(report, locale),
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
		`<h2 id="${sectionId('rule', locale)}">${words.rule[locale]}</h2>`,
		`<p>${inWords(rule[locale], locale)}</p>`,
		'</section>'
	]
		.filter((part) => part !== '')
		.join('\n');
}

/**
 * The page of a build: one file without scripts, with nothing from elsewhere, in both languages; the style shows the one that the
 * address names and, where a server forbids it, both stand below each other.
 */
export function buildReportPage(report: BuildReport): string {
	const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;
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
		...LOCALES.map((locale) => inLanguage(report, locale)),
		'</body>',
		'</html>'
	].join('\n')}\n`;
}
