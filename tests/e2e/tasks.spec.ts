import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { openDataset } from '../../src/lib/db/node.ts';
import { draftHtml } from '../unit/check/drafts.ts';
import { pdfText } from './pdf-text.ts';
import { expect, settled, test } from './watched.ts';

// What the three audiences come for, each from the page a reader would open, on the demonstration dataset, within a few clicks.

type Row = Readonly<Record<string, string>>;

const rowsOf = (text: string): Row[] =>
	Papa.parse<Record<string, string>>(text.replace(/^\ufeff/u, ''), { header: true, skipEmptyLines: true }).data;

/** The table as the build wrote it, by a way that no page goes. */
const built = async (table: string): Promise<Row[]> =>
	rowsOf(await readFile(join(import.meta.dirname, `../../static/data/demo/${table}.csv`), 'utf8'));

async function open(page: Page, path: string): Promise<void> {
	await page.goto(`${path}${path.includes('?') ? '&' : '?'}data=demo`);
	await settled(page);
}

async function taken(
	page: Page,
	click: () => Promise<void>
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
	const waiting = page.waitForEvent('download');
	await click();
	const download = await waiting;
	return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test.beforeEach(({ isMobile }) => {
	test.skip(isMobile, 'the same clicks');
});

test('1: which bodies of a city had reviews corrected in 2023, as CSV', async ({ page }) => {
	const all = await built('reports');
	const corrected = all.filter((row) => row['year'] === '2023' && Number(row['t4.review.corrected']) > 0);
	const city = corrected.find((row) => row['city'] !== '')?.['city'] ?? '';
	await open(page, `/data/?year=2023&city=${encodeURIComponent(city)}`);
	const extract = page.locator('#extract');
	await extract.getByRole('checkbox', { name: '表三 总计列' }).uncheck();
	const { bytes } = await taken(page, () => extract.getByRole('button', { name: /^CSV（严格/u }).click());
	const found = rowsOf(bytes.toString('utf8'));
	const names = (rows: readonly Row[]): (string | undefined)[] => rows.map((row) => row['agency']).sort();
	expect(names(found.filter((row) => Number(row['t4.review.corrected']) > 0))).toEqual(
		names(corrected.filter((row) => row['city'] === city))
	);
	expect(found.every((row) => row['t4.review.corrected'] !== '' || row['t4.review.corrected.status'] !== 'ok')).toBe(
		true
	);
});

test('2: share of “not held” by province over the years, as PNG with its source', async ({ page }) => {
	await open(page, '/explore/');
	const controls = page.getByRole('region', { name: '画什么' });
	await controls.getByRole('combobox').first().selectOption('unable_not_held_rate');
	await controls.getByRole('group', { name: '再按' }).getByText('省', { exact: true }).click();
	await settled(page);
	await expect(page.locator('#explore figcaption, #explore h2').first()).toContainText('不掌握');
	await page.locator('#explore .figure-menu').click();
	const { name, bytes } = await taken(page, () => page.getByRole('menuitem', { name: /^PNG/u }).click());
	expect(name).toMatch(/fictional.*\.png$/u);
	expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
	await expect(page.locator('#explore')).toContainText(/数据版本 [0-9a-f]{16}/u);
});

test('3: all health bodies 2021–2025, a wide CSV that opens in Excel with its Chinese intact', async ({ page }) => {
	await open(page, '/data/?year=2021-2025&family=health');
	const extract = page.locator('#extract');
	const { name, bytes } = await taken(page, () => extract.getByRole('button', { name: /^CSV（供 Excel/u }).click());
	expect(name).toMatch(/^gongkai-demo-fictional-extract-wide-.*-excel\.csv$/u);
	expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	const lines = Papa.parse<string[]>(bytes.toString('utf8').slice(1), { skipEmptyLines: true }).data;
	const head = lines.findIndex(([first]) => !first?.startsWith('# '));
	const at = lines[head]?.indexOf('agency') ?? -1;
	const expected = (await built('reports')).filter(
		(row) => row['family'] === 'health' && Number(row['year']) >= 2021 && Number(row['year']) <= 2025
	);
	expect(expected.length).toBeGreaterThan(5);
	expect(
		lines
			.slice(head + 1)
			.map((line) => line[at])
			.sort()
	).toEqual(expected.map((row) => row['agency']).sort());
	expect(lines.slice(0, head).flat().join('\n')).toContain('虚构');
});

test('4: a bureau is found by initials, and a printed cell of it leads to its place in the source', async ({
	page
}) => {
	const [health] = (await built('agency_names')).filter((row) => row['agency_id']?.endsWith('-health'));
	const initials = (health?.['pinyin'] ?? '')
		.split(' ')
		.map((syllable) => syllable.charAt(0))
		.join('');
	await open(page, '/');
	await page.keyboard.press('/');
	await page.keyboard.type(initials);
	await page
		.getByRole('option', { name: health?.['agency'] ?? '' })
		.first()
		.click();
	await expect(page.locator('h1')).toContainText(health?.['agency'] ?? '');
	await page.locator('[data-cell="t3.new.total"]').first().waitFor();
	await page.locator('[data-cell="t3.new.total"]').first().click();
	await expect(page.locator('aside')).toContainText('t3.new.total');
	await expect(page.locator('aside')).toContainText(/第 ?\d+ ?[张行]/u);
});

test('5: the missing reports of a province, as CSV', async ({ page }) => {
	await open(page, '/quality/?province=虚州省');
	const section = page.locator('section', { has: page.locator('#coverage') });
	const { bytes } = await taken(page, () => section.getByRole('button', { name: 'CSV', exact: true }).click());
	const own = new Set(
		(await built('agencies')).filter((row) => row['province'] === '虚州省').map((row) => row['agency_id'])
	);
	const expected = (await built('coverage')).filter((row) => own.has(row['agency_id']));
	expect(expected.length).toBeGreaterThan(10);
	expect(rowsOf(bytes.toString('utf8'))).toHaveLength(expected.length);
});

test('6: a figure is cited with the build of its data', async ({ page }) => {
	await open(page, '/');
	await page.locator('#volumes .figure-menu').click();
	await page.getByRole('menuitem', { name: '引用', exact: true }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog.locator('pre').first()).toContainText(/虚构的演示数据.*数据版本 [0-9a-f]{16}/u);
	await expect(dialog.locator('pre').last()).toContainText('@misc{gongkai-demo-');
});

test('7: a draft is checked before it is published, and the wrong cell is shown', async ({ page }) => {
	await page.goto('/check/');
	await expect(page.locator('.check')).toHaveAttribute('data-ready', 'true');
	await page.locator('input[type=file][multiple]').setInputFiles({
		name: 'draft.html',
		mimeType: 'text/html',
		buffer: Buffer.from(draftHtml({ 't3.new.total': 61 }))
	});
	await page.locator('[data-cell="t3.new.total"]').click();
	await expect(page.locator('.columns aside')).toContainText('61 ≠ 58 + 2');
});

test('8: what “process information” is, and the article behind it', async ({ page }) => {
	await open(page, '/compare/');
	await page.keyboard.press('Control+k');
	await page.getByRole('dialog').getByRole('combobox').fill('过程性');
	await page
		.getByRole('option', { name: /过程性信息/u })
		.last()
		.click();
	await expect(page.locator('#denied_process')).toContainText('第16条（2）');
});

test('9: an official tells which finding is wrong, with agency, year, cell, rule and build', async ({ page }) => {
	const dataset = await openDataset('static/data/demo');
	await dataset.ensure(['findings', 'sources']);
	const [finding] = (await dataset.query(
		`SELECT f.agency_id, f.year::VARCHAR AS year FROM findings f JOIN sources s USING (agency_id, year)
		WHERE f.status = 'fail' AND f.severity = 'hard' AND s.sha256 IS NOT NULL ORDER BY ALL LIMIT 1`
	)) as { agency_id: string; year: string }[];
	await dataset.close();
	await open(page, `/agency/?id=${finding?.agency_id}&year=${finding?.year}`);
	const entry = page.locator('.finding[data-rule]').first();
	const rule = await entry.getAttribute('data-rule');
	await entry.getByRole('link', { name: '报告错误' }).click();
	const text = page.getByLabel('错误报告', { exact: true });
	await expect(text).toContainText(`（${finding?.agency_id}）`);
	await expect(text).toContainText(`报告年度: ${finding?.year}`);
	await expect(text).toContainText(new RegExp(`规则: .+（${rule}）`, 'u'));
	await expect(text).toContainText('（demo）');
});

test('10: the whole table of reports is read from Python by a snippet, or taken as Parquet', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await open(page, '/data/');
	await page.getByRole('button', { name: /Python \(polars\)/u }).click();
	const snippet = await page.evaluate(() => navigator.clipboard.readText());
	expect(snippet).toContain('import polars as pl');
	const file = /"(reports-2023\.[0-9a-f]{8}\.parquet)"/u.exec(snippet)?.[1] ?? '';
	const folder = /folder = "([^"]+)"/u.exec(snippet)?.[1] ?? '';
	expect((await page.request.get(folder + file)).status()).toBe(200);
	const table = page.locator('section[aria-labelledby="table-reports"]');
	await table.getByText('其他格式').click();
	const { name, bytes } = await taken(page, () => table.getByRole('button', { name: 'Parquet', exact: true }).click());
	expect(name).toMatch(/^gongkai-demo-fictional-reports-[0-9a-f]{16}\.parquet$/u);
	expect(bytes.subarray(0, 4).toString('latin1')).toBe('PAR1');
});

test('11: my bureau against the median of the same bureaus of the province, printed', async ({ page }) => {
	const reports = (await built('reports')).filter(
		(row) =>
			row['year'] === '2023' && row['scope'] === 'county_own' && row['family'] !== '' && row['t3.new.total'] !== ''
	);
	const kinds = [...Map.groupBy(reports, (row) => `${row['family']} ${row['province']}`).values()];
	const [peers = []] = kinds.sort((a, b) => b.length - a.length);
	const own = peers[0];
	const group = peers.length >= 5 ? peers : reports.filter((row) => row['family'] === own?.['family']);
	const values = group.map((row) => Number(row['t3.new.total'])).sort((a, b) => a - b);
	const middle = (values.length - 1) / 2;
	const median = ((values[Math.floor(middle)] ?? 0) + (values[Math.ceil(middle)] ?? 0)) / 2;
	expect(values.length).toBeGreaterThanOrEqual(5);

	await open(page, '/');
	await page.keyboard.press('/');
	await page.keyboard.type(own?.['agency'] ?? '');
	await page
		.getByRole('option', { name: own?.['agency'] ?? '' })
		.first()
		.click();
	await page.getByRole('navigation', { name: '报告年度' }).getByRole('link', { name: '2023' }).click();
	await page.getByRole('link', { name: '与同类机关比较' }).click();
	await page.locator('#peers .drawing').waitFor();
	await page
		.locator('#peers')
		.getByRole('radio', { name: group === peers ? '同省' : '全部' })
		.check({ force: true });
	await settled(page);
	// The width between the margins of A4.
	await page.setViewportSize({ width: 688, height: 970 });
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('#peers li').first()).toContainText(`中位数`);
	const cut = await page
		.locator('main :is(figure, .drawing, .scroll, table, svg)')
		.evaluateAll((parts) =>
			parts
				.filter(
					(part) =>
						part.checkVisibility() && part.getBoundingClientRect().right > document.documentElement.clientWidth + 1
				)
				.map((part) => `${part.tagName} ${part.getAttribute('class') ?? ''}`)
		);
	expect(cut).toEqual([]);
	await expect(page.locator('main :is(button, select, input, [role=combobox]):visible')).toHaveCount(0);
	await page.emulateMedia({ media: null });
	const text = await pdfText(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
	for (const part of [own?.['agency'] ?? '', `N=${values.length}`, `中位数${median.toLocaleString('en')}`])
		expect(text).toContain(part);
	expect(text).not.toContain('选择机关');
});
