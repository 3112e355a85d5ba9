import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { buildReportPage, escapeHtml } from '../../../scripts/build/build-report-page.ts';
import type { BuildReport } from '../../../scripts/build/build-report.ts';
import { readPackage } from '../../../scripts/build/changes.ts';
import { barText, build, figuresOf, FINANCE, HEALTH, page, TOWN, withoutRow } from './fixture.ts';

const FILES = {
	'good.html': page(figuresOf(TOWN, 2023)),
	'a/new.txt': barText(figuresOf(FINANCE, 2023)),
	'b/old.html': withoutRow(page(figuresOf(FINANCE, 2023, { 't2.licensing.decisions': 7 })), '重复申请'),
	'c.html': withoutRow(page(figuresOf(HEALTH, 2022, { 't2.rules.issued': '/' })), '上年结转'),
	'empty.html': '',
	'also-empty.txt': '',
	'<b>\u202e&.txt': '没有表格',
	'manifest.csv': 'file,address\ngood.html,https://example.org/?a=1&b="2"\nlost.html,\n'
};

async function reportOf(files: typeof FILES): Promise<{ report: BuildReport; html: string; folder: string }> {
	const { folder } = await build(files);
	const report = JSON.parse(await readFile(join(folder, 'build-report.json'), 'utf8')) as BuildReport;
	return { report, html: await readFile(join(folder, 'build-report.html'), 'utf8'), folder };
}

describe('the report of a build', () => {
	it('tells of every file what was read, what not, why and what to do', async () => {
		const { report } = await reportOf(FILES);
		expect(report).toMatchObject({
			name: 'test',
			fictional: true,
			files: 7,
			// The invented places are in no registry.
			counts: { refused: 3, superseded: 1, used_with_problems: 3, used: 0 },
			same_content: [['also-empty.txt', 'empty.html']],
			decisions: [],
			coverage: [],
			manifest: [{ file: 'lost.html', problem: { code: 'manifest/file-not-there' } }]
		});
		expect(report.sections.refused.map(({ file, problems }) => [file, problems[0]?.code])).toEqual([
			['<b>\ufffd&.txt', 'report/no-table'],
			['also-empty.txt', 'file/empty'],
			['empty.html', 'file/empty']
		]);
		expect(report.sections.superseded).toMatchObject([{ file: 'b/old.html', superseded_by: 'a/new.txt' }]);
		const used = report.sections.used_with_problems.find(({ file }) => file === 'c.html');
		expect(used).toMatchObject({
			...{ file: 'c.html', agency: HEALTH, year: 2022, reader: 'html', cells: 193 },
			absences: { slash: 1, missing: 7 }
		});
		expect(used?.what.en).toEqual(expect.arrayContaining([expect.stringMatching(/^A row is missing/u)]));
		expect(used?.next.zh).toContain('换一份更完整的来源(网页、Word、可复制文字的 PDF)');
	});

	it('stands in the descriptor with its checksum, and names the build', async () => {
		const { report, html, folder } = await reportOf(FILES);
		const dataset = await readPackage(folder);
		expect(dataset['gongkai:build-report']?.map(({ path, hash }) => [path, hash])).toEqual([
			['build-report.html', `sha256:${createHash('sha256').update(html).digest('hex')}`],
			['build-report.json', expect.stringMatching(/^sha256:/u)]
		]);
		expect(report.build).toBe(dataset['gongkai:build']);
		expect(html).toContain(report.build);
	});

	it('is one page in both languages, marked as fictional, with nothing from elsewhere, and its own style and script alone', async () => {
		const { html } = await reportOf(FILES);
		expect(html).toContain('<section id="zh" lang="zh-CN">');
		expect(html).toContain('<section id="en" lang="en">');
		expect(html).toContain('虚构数据：地名');
		expect(html).toContain('Fictional data');
		expect(html).not.toMatch(/<script\s|<link|<img|<iframe|src=|@import|url\(/u);
		const style = /<style>([\s\S]*?)<\/style>/u.exec(html)?.[1] ?? '';
		expect(html).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
		const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/gu)].map(([, script]) => script ?? '');
		expect(scripts).toHaveLength(1);
		expect(html).toContain(
			`script-src 'sha256-${createHash('sha256')
				.update(scripts[0] ?? '')
				.digest('base64')}'`
		);
		expect(html).toContain('<p class="fictional">虚构的演示数据 · fictional</p>');
		expect(html).not.toMatch(/ style="| on[a-z]+="/u);
		const targets = [...html.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id ?? '');
		expect(targets.length).toBeGreaterThanOrEqual(8);
		for (const id of targets) expect(html).toContain(`id="${id}"`);
		const errors: string[] = [];
		parse(html, { onParseError: ({ code }) => errors.push(code) });
		expect(errors).toEqual([]);
	});

	it('writes names that would be markup, or turn the line around, as text', async () => {
		const { html } = await reportOf(FILES);
		expect(html).toContain('<bdi>&lt;b&gt;\ufffd&amp;.txt</bdi>');
		expect(html).toContain('href="https://example.org/?a=1&amp;b=%222%22"'.replaceAll('%22', '&quot;'));
		expect(escapeHtml('a\u0000\u2028<')).toBe('a\\u{0}\\u{2028}&lt;');
	});

	it('does not link to an address that is no web address', () => {
		const row = {
			...{
				file: 'a',
				report: 1,
				sha256: null,
				bytes: null,
				reader: null,
				collected: null,
				agency: null,
				agency_id: null
			},
			...{ year: null, superseded_by: null, formats: null, cells: 0, absences: {}, problems: [] },
			...{ what: { zh: [], en: [] }, next: { zh: [], en: [] }, address: 'javascript:alert(1)' }
		};
		const sections = { refused: [row], superseded: [], used_with_problems: [], used: [] };
		const html = buildReportPage({
			...{
				name: 'x',
				title: { zh: '甲', en: 'A' },
				fictional: false,
				build: '0',
				version_rule: { zh: '', en: '' },
				files: 1
			},
			...{
				counts: { refused: 5, superseded: 0, used_with_problems: 0, used: 0 },
				sections,
				same_content: [],
				manifest: [],
				decisions: [],
				coverage: []
			}
		});
		expect(html).not.toContain('javascript:');
		expect(html).toContain('4 more: see build-report.json');
	});
});
