import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeOutcome } from '../../../scripts/build/describe-outcome.ts';
import { verifyDataset } from '../../../scripts/build/verify.ts';
import { barText, build, figuresOf, FINANCE, HEALTH, page, tableRows, TOWN, withoutRow } from './fixture.ts';

const sources = (folder: string): Promise<Record<string, unknown>[]> => tableRows(folder, 'sources');

describe('a folder with bad files', () => {
	it('names each with its reason, in both languages, and builds the others', async () => {
		const outcome = await build({
			'good.html': page(figuresOf(FINANCE, 2023)),
			'empty.html': '',
			'picture.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
			'prose.txt': `${HEALTH}2023年政府信息公开工作年度报告\n一、总体情况\n今年没有表格。\n`
		});
		expect(outcome.refused).toBe(3);
		expect(outcome.files).toBe(4);
		const zh = describeOutcome(outcome, 'zh');
		expect(zh).toContain('读取 4 个文件');
		expect(zh).toContain('empty.html\n    文件是空的');
		expect(zh).toContain('picture.png\n    这是一张图片,其中的数字没有读取:所见“PNG”');
		expect(zh).toContain(`prose.txt · ${HEALTH} 2023\n    文件中没有法定的表`);
		expect(describeOutcome(outcome, 'en')).toContain(
			'picture.png\n    It is a picture; no figures are read from it: found “PNG”.'
		);
		expect((await sources(outcome.folder)).map(({ source, outcome: fate }) => [source, fate])).toEqual([
			['empty.html', 'refused'],
			['good.html', 'used'],
			['picture.png', 'refused'],
			['prose.txt', 'refused']
		]);
		expect(await tableRows(outcome.folder, 'reports')).toHaveLength(1);
		expect(await verifyDataset(outcome.folder)).toEqual([]);
	});

	it('refuses a report whose agency or year is not known, and takes it once the manifest gives them', async () => {
		const nameless = page(figuresOf('', 2023)).replaceAll('2023年政府信息公开工作年度报告', '');
		const files = { 'good.html': page(figuresOf(FINANCE, 2023)), 'x/nameless.html': nameless };
		const refused = await build(files);
		expect(refused.refused).toBe(1);
		expect(describeOutcome(refused, 'zh')).toMatch(
			/x\/nameless\.html\n {4}文件中找不到机关名称。\n {4}文件中找不到报告年度。/u
		);
		const named = await build({ ...files, 'manifest.csv': `file,agency,year\nx/nameless.html,${HEALTH},2022\n` });
		expect(named.refused).toBe(0);
		expect(await tableRows(named.folder, 'reports')).toEqual(
			expect.arrayContaining([expect.objectContaining({ agency: HEALTH, year: 2022, source: 'x/nameless.html' })])
		);
	});

	it('keeps a missing row absent and says which', async () => {
		const html = withoutRow(page(figuresOf(FINANCE, 2023)), '上年结转');
		const outcome = await build({ 'a.html': html });
		expect(describeOutcome(outcome, 'zh')).toMatch(
			/a\.html · 虚州市甲县财政局 2023\n {4}缺少一行\(表三.*上年结转政府信息公开申请数量\)/u
		);
		expect(outcome.refused).toBe(0);
		const [report] = await tableRows(outcome.folder, 'reports');
		expect(report).toMatchObject({ 't3.carried_in.total': null, 't3.new.total': 5 });
		const absences = await tableRows(outcome.folder, 'absences');
		expect(absences).toHaveLength(7);
		expect(new Set(absences.map(({ reason }) => reason))).toEqual(new Set(['missing']));
	});

	it('keeps text where a number belongs as text', async () => {
		const outcome = await build({ 'a.html': page(figuresOf(FINANCE, 2023, { 't3.new.business': '见附件' })) });
		expect(describeOutcome(outcome, 'zh')).toMatch(/格内不是一个数字\(表三.*本年新收.*商业企业.*\):所见“见附件”/u);
		expect(await tableRows(outcome.folder, 'absences')).toEqual([
			expect.objectContaining({ cell: 't3.new.business', reason: 'text', raw: '见附件' })
		]);
		const requests = await tableRows(outcome.folder, 'requests');
		expect(requests.find(({ applicant }) => applicant === 'business')).toMatchObject({ new: null, granted: 0 });
	});

	it('keeps blank, slash and dash apart from 0', async () => {
		const outcome = await build({
			'a.html': page(
				figuresOf(FINANCE, 2023, { 't2.rules.issued': '', 't2.rules.repealed': '/', 't2.rules.in_force': '-' })
			)
		});
		expect((await tableRows(outcome.folder, 'absences')).map(({ cell, reason }) => [cell, reason])).toEqual([
			['t2.rules.in_force', 'dash'],
			['t2.rules.issued', 'blank'],
			['t2.rules.repealed', 'slash']
		]);
		const [report] = await tableRows(outcome.folder, 'reports');
		expect(report).toMatchObject({ 't2.rules.issued': null, 't2.normative.issued': 0 });
	});

	it('takes one of two reports of an agency-year, keeps the other as superseded and says that figures differ', async () => {
		const whole = figuresOf(FINANCE, 2023);
		const outcome = await build({
			'b/old.html': withoutRow(page(figuresOf(FINANCE, 2023, { 't2.licensing.decisions': 7 })), '重复申请'),
			'a/new.txt': barText(whole),
			'town.html': page(figuresOf(TOWN, 2023))
		});
		expect((await sources(outcome.folder)).map((row) => [row['source'], row['outcome'], row['superseded_by']])).toEqual(
			[
				['a/new.txt', 'used', null],
				['b/old.html', 'superseded', 'a/new.txt'],
				['town.html', 'used', null]
			]
		);
		const text = describeOutcome(outcome, 'zh');
		expect(text).toContain('同一机关同一年度有多份报告:');
		expect(text).toContain(`  ${FINANCE} 2023\n    采用 a/new.txt\n    未采用 b/old.html(1 个数字不同)`);
		expect(text).toContain('t2.licensing.decisions: 7 ≠ 0');
		expect((await tableRows(outcome.folder, 'reports')).map((row) => row['t2.licensing.decisions'])).toEqual([0, 0]);
	});

	it('follows the manifest against the document and says so', async () => {
		const outcome = await build({
			'a.html': page(figuresOf(FINANCE, 2023)),
			'manifest.csv': `file,agency,year,address\na.html,${HEALTH},2022,https://example.org/a\nlost.html,,,\n`
		});
		const text = describeOutcome(outcome, 'zh');
		expect(text).toContain(`manifest.csv 的机关名称与文件所印不同:所见“${FINANCE}”,采用“${HEALTH}”`);
		expect(text).toContain('manifest.csv 的年度与文件所印不同:所见“2023”,采用“2022”');
		expect(text).toContain('manifest.csv:\n  lost.html · manifest.csv 中有此行,但没有这个文件。');
		expect(await tableRows(outcome.folder, 'reports')).toEqual([
			expect.objectContaining({ agency: HEALTH, year: 2022 })
		]);
		expect(await sources(outcome.folder)).toEqual([expect.objectContaining({ address: 'https://example.org/a' })]);
	});

	it('names what is wrong in the manifest with its line', async () => {
		const outcome = await build({
			'a.html': page(figuresOf(FINANCE, 2023)),
			'manifest.csv': 'file,agency,year,collected\na.html,,二三,1/2/2024\na.html,,2020,\nx,y,z,u,v\n'
		});
		const text = describeOutcome(outcome, 'en');
		expect(text).toContain(
			'line 2 a.html · A value in manifest.csv is not understood and not used (year): found “二三”'
		);
		expect(text).toContain(
			'line 2 a.html · A value in manifest.csv is not understood and not used (collected): found “1/2/2024”'
		);
		expect(text).toContain('line 3 a.html · manifest.csv has several rows for one file');
		expect(text).toContain(
			'line 4 x · A row of manifest.csv has not as many fields as its header: found “5”, expected “4”'
		);
		const problems = await tableRows(outcome.folder, 'problems');
		expect(problems.filter(({ code }) => String(code).startsWith('manifest/'))).toHaveLength(3);
		expect(outcome.refused).toBe(0);
	});

	it('does not take a fuller name in the manifest for another agency', async () => {
		const outcome = await build({
			'a.html': page(figuresOf('甲县财政局', 2023)),
			'manifest.csv': `file,agency\na.html,${FINANCE}\n`
		});
		expect(describeOutcome(outcome, 'zh')).not.toContain('不同');
		expect(await tableRows(outcome.folder, 'reports')).toEqual([expect.objectContaining({ agency: FINANCE })]);
	});

	it('writes nothing where no file gave a report', async () => {
		const good = await build({ 'a.html': page(figuresOf(FINANCE, 2023)) });
		const outcome = await build({ 'a.html': '' }, { out: good.out });
		expect(outcome.written).toBeNull();
		expect(describeOutcome(outcome, 'zh')).toContain('原有数据集不变');
		expect(await verifyDataset(good.folder)).toEqual([]);
	});

	it.each([
		[
			'a folder that is not there',
			async () => join((await build({ 'a.html': page(figuresOf(FINANCE, 2023)) })).out, 'no'),
			/ENOENT/u
		],
		[
			'a folder without a file',
			async () => (await import('./fixture.ts')).reportsFolder({ 'README.md': 'x' }),
			/no file/u
		],
		[
			'a manifest that is none',
			async () => (await import('./fixture.ts')).reportsFolder({ 'a.txt': 'x', 'manifest.csv': 'a,b\n' }),
			/no column "file"/u
		]
	])('stops at %s', async (_, folder, message) => {
		await expect(build(await folder())).rejects.toThrow(message);
	});
});
