import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { openDataset } from '../../src/lib/db/node.ts';
import { expect, settled, tableTexts, test } from './watched.ts';

/** Waits for the figure, then for all that the page asks. */
async function ready(page: Page, figure: string): Promise<void> {
	await page.locator(`#${figure} .drawing`).waitFor({ timeout: 40_000 });
	await settled(page);
}

async function csvOf(page: Page, figure: string): Promise<Record<string, string>[]> {
	await page.locator(`#${figure} .figure-menu`).click();
	const waiting = page.waitForEvent('download');
	await page.getByRole('menuitem', { name: /^CSV（严格/u }).click();
	const text = await readFile(await (await waiting).path(), 'utf8');
	await page.locator('.figure-menu-list').waitFor({ state: 'detached' });
	return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

async function grave(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
}

test('agencies are found by name and stand side by side, each kind on its own', async ({ page }) => {
	await page.goto('/compare/?mode=agencies');
	await settled(page);
	await expect(page.getByText('还没有选机关', { exact: false })).toBeVisible();
	for (const name of ['宿迁', 'ljgx']) {
		await page.locator('main').getByRole('combobox', { name: '选择机关' }).click();
		await page.locator('main').getByRole('combobox', { name: '选择机关' }).pressSequentially(name);
		await page.locator('[role=option]').first().click();
		await page.keyboard.press('Escape');
	}
	await expect(page).toHaveURL(/agency=321300-gov&agency=450206-miit/u);
	const row = page.locator('#reports').getByRole('row', { name: /^新收申请/u });
	await expect(row.locator('td')).toContainText(['3,511', '0']);
	await page.getByRole('button', { name: /^移去柳州市柳江区/u }).click();
	await expect(page).toHaveURL(/agency=321300-gov(?!&agency)/u);
});

test('the CSV of chosen reports holds their figures with their absences', async ({ page }) => {
	await page.goto('/compare/?agency=321300-gov&agency=310000-gov_office');
	await ready(page, 'reports');
	const rows = await csvOf(page, 'reports');
	expect(rows.map((row) => [row['agency_id'], row['new'], row['granted'], row['granted.status']])).toEqual([
		['310000-gov_office', '859', '', 'blank'],
		['321300-gov', '3511', '1191', 'ok']
	]);
});

test('a damaged link opens with what is understood and says what is not', async ({ page }) => {
	await page.goto('/compare/?agency=321300-gov&agency=nobody&year=2019&ind=new,beauty&cells=pie&level=city&colour=red');
	await settled(page);
	const alerts = page.getByRole('alert');
	await expect(alerts.filter({ hasText: 'nobody' })).toBeVisible();
	await expect(alerts.filter({ hasText: 'colour=red' })).toContainText('ind=beauty');
	await expect(alerts.filter({ hasText: 'colour=red' })).toContainText('cells=pie');
	await expect(page.getByText('本页没有用到这些条件：level=city')).toBeVisible();
	await expect(page.getByText('2019 年没有这些机关的报告', { exact: false })).toBeVisible();
});

test('every figure of the comparison is asked where it comes from', async ({ page }) => {
	await page.goto('/compare/?agency=321300-gov&agency=310000-gov_office');
	await ready(page, 'reports');
	const table = page.locator('#reports .drawing');
	await table
		.getByRole('row', { name: /^新收申请/u })
		.getByRole('button', { name: '3,511' })
		.click();
	const panel = page.getByRole('dialog', { name: '这个数从哪来' });
	await expect(panel.locator('[data-cell="t3.new.total"][aria-pressed="true"]')).toHaveText('3,511');
	await expect(panel).toContainText('“3511”');
	await page.keyboard.press('Escape');
	await table
		.getByRole('row', { name: /^予以公开/u })
		.getByRole('button', { name: '空白' })
		.click();
	await expect(panel).toContainText('不当作 0');
});

test('a report that fails a hard check leaves the comparison on demand, and is told', async ({ page }) => {
	await page.goto('/compare/?agency=320813-gov&agency=321300-gov&without=failing');
	await ready(page, 'reports');
	await expect(page.locator('#reports .drawing thead th')).toHaveCount(2);
	await expect(page.locator('#reports').getByText('1 份未计入（核对不符）', { exact: false })).toBeVisible();
});

test('among few real reports peers are too few, and a sentence says so instead of a median', async ({ page }) => {
	await page.goto('/compare/?mode=peers&agency=321300-gov');
	await ready(page, 'peers');
	await expect(page.getByText('不足以比较', { exact: false })).toBeVisible();
	await expect(page.locator('#peers .drawing')).toContainText('可比的不足 5 家');
	expect((await tableTexts(page, 'peers')).every((cells) => cells.includes('家数不足'))).toBe(true);
	await page.goto('/compare/?mode=years&agency=321300-gov');
	await expect(page.getByText('没有两年可以对照', { exact: false })).toBeVisible();
});

const DEMO = 'data=demo';
const COUNTY = `${DEMO}&mode=departments&province=虚州省&city=杳坊市&county=虚泉县`;
const PEERS = `${DEMO}&mode=peers&agency=1.2.1-gov_office&reach=nation&year=2023&ind=new,closed,disclosure_rate`;

test('it is said that too few can be ranked only once that is known', async ({ page, isMobile }) => {
	test.skip(isMobile, 'the width does not matter');
	await page.addInitScript(() => {
		const said = new Set<string>();
		Object.assign(window, { said });
		new MutationObserver(() => {
			const cell = document.querySelector('#table tr.median td')?.textContent?.trim();
			if (cell) said.add(cell);
		}).observe(document, { childList: true, subtree: true, characterData: true });
	});
	await page.goto(`/compare/?${DEMO}&province=虚州省&city=杳坊市&county=杳洲县&year=2025`);
	await settled(page);
	await expect(page.locator('#table tr.median td').first()).toContainText('6');
	const said = await page.evaluate(() => [...(window as unknown as { said: Set<string> }).said]);
	expect(said).toHaveLength(1);
});

test('a government’s departments: found, sorted by keyboard, opened, and taken as shown', async ({ page }) => {
	await page.goto(`/compare/?${DEMO}`);
	await settled(page);
	const picker = page.locator('main').getByRole('combobox', { name: '选择政府' });
	await picker.click();
	await picker.pressSequentially('虚泉');
	await page.locator('[role=option]').first().click();
	await expect(page).toHaveURL(/county=/u);
	await ready(page, 'table');
	const table = page.locator('#table .drawing');
	await expect(table.locator('th[scope=colgroup]')).toHaveText(['区县机关（本机关）', '区县政府（全域汇总）']);
	await table.getByRole('button', { name: '机关' }).focus();
	await page.keyboard.press('Enter');
	await expect(table.locator('th.corner')).toHaveAttribute('aria-sort', 'ascending');
	await expect(page).toHaveURL(/sort=agency/u);
	const shown = await table
		.locator('tbody th[scope=row] .body')
		.evaluateAll((heads) => heads.map((head) => head.lastElementChild?.textContent ?? ''));
	const rows = await csvOf(page, 'table');
	expect(rows.map((row) => row['agency'])).toEqual(shown);
	const printed = await table
		.locator('tbody tr:has(.body) td:nth-child(2)')
		.evaluateAll((cells) => cells.map((cell) => (cell.textContent ?? '').trim().replaceAll(',', '')));
	expect(rows.map((row) => row['new'] || '—').filter((value) => value !== '—')).toEqual(
		printed.filter((value) => /^\d+$/u.test(value))
	);
	await table.locator('.body').first().press('Enter');
	await expect(page).toHaveURL(/open=/u);
	await expect(table.locator('.detail').getByRole('heading', { name: /历年走势$/u })).toBeVisible();
	await expect(table.locator('.detail #peers')).toBeVisible();
});

test('the median of the peers is that of an independent SQL, drawn, tabled and taken', async ({ page }) => {
	await page.goto(`/compare/?${PEERS}`);
	await ready(page, 'peers');
	const dataset = await openDataset('static/data/demo');
	await dataset.ensure(['reports'], [2023]);
	const [row] = await dataset.query(
		`SELECT median("t3.new.total")::DOUBLE AS median, count("t3.new.total")::INTEGER AS n,
			max("t3.new.total") FILTER (WHERE agency_id = '1.2.1-gov_office')::INTEGER AS own
		FROM reports WHERE year = 2023 AND scope = 'county_own' AND agency_id LIKE '%-gov_office'`
	);
	await dataset.close();
	const [first] = await csvOf(page, 'peers');
	expect(first).toMatchObject({
		indicator: 'new',
		median: String(row?.['median']),
		n: String(row?.['n']),
		own: String(row?.['own'])
	});
	expect(Number(row?.['n'])).toBeGreaterThanOrEqual(5);
	await expect(page.locator('#peers li').first().locator('dl')).toContainText(`N=${String(row?.['n'])}`);
	await expect(page.locator('#peers li svg').first()).toHaveAttribute('aria-label', /中位数/u);
	await page.getByRole('radio', { name: '同一上级' }).check({ force: true });
	await expect(page).toHaveURL(/reach=parent/u);
	await expect(page.getByText('不足以比较', { exact: false })).toBeVisible();
});

test('the funnel takes one kind of body, names those outside, and is walked by keyboard', async ({ page }, info) => {
	test.skip(info.project.name !== 'desktop', 'does not depend on width');
	const dataset = await openDataset('static/data/demo');
	await dataset.ensure(['reports'], [2020]);
	const found = await dataset.query(
		`SELECT agency_id FROM reports WHERE year = 2020 AND (scope = 'county_summary' OR scope = 'city_summary') ORDER BY agency_id`
	);
	await dataset.close();
	const agencies = found.map((row) => `agency=${String(row['agency_id'])}`).join('&');
	await page.goto(`/compare/?${DEMO}&mode=agencies&year=2020&rate=disclosure_rate&${agencies}`);
	await ready(page, 'funnel');
	await expect(page.getByRole('group', { name: '漏斗图只能画同一类' })).toBeVisible();
	await expect(page.getByText('相加会重复计算', { exact: false })).toBeVisible();
	const rows = await csvOf(page, 'funnel');
	const pooled =
		rows.reduce((sum, row) => sum + Number(row['numerator']), 0) /
		rows.reduce((sum, row) => sum + Number(row['denominator']), 0);
	await expect(page.locator('#funnel .subtitle')).toContainText(`${(100 * pooled).toFixed(1)}%`);
	const slider = page.locator('#funnel').getByRole('slider');
	// A menu that closes moves the focus once more.
	await expect(async () => {
		await slider.press('End');
		await expect(slider).toHaveAttribute('aria-valuenow', String(rows.length), { timeout: 1000 });
	}).toPass();
	await expect(slider).toHaveAttribute('aria-valuetext', new RegExp(rows[0]?.['agency'] ?? '?', 'u'));
});

test('two years of a report stand cell by cell; the change of layout is said', async ({ page }) => {
	await page.goto(`/compare/?${DEMO}&mode=years&agency=1.2-gov&pair=2019,2022`);
	await ready(page, 'years');
	await expect(page.locator('#years .legend')).toContainText('换了表式：2019 版 → 2021 版');
	const rows = await csvOf(page, 'years');
	const other = rows.find((row) => row['cell'] === 'bridge.other_handling.total');
	expect(Number(other?.['2022']) - Number(other?.['2019'])).toBe(Number(other?.['change']));
	const rest = rows.find((row) => row['cell'] === 't3.other_rest.total');
	expect([rest?.['2019.status'], rest?.['change']]).toEqual(['other_layout', '']);
	await page.getByRole('combobox', { name: '表三的列' }).selectOption('business');
	await expect(page).toHaveURL(/column=business/u);
	await page.goto(`/compare/?${DEMO}&mode=years&agency=1.2-gov&pair=2001,2022`);
	await expect(page.getByRole('alert')).toContainText('没有 2001 年的报告');
});

for (const [language, scheme, project] of [
	['zh', 'dark', 'desktop'],
	['en', 'light', 'phone']
] as const)
	test(`every view is sound in ${language}, ${scheme}: no grave fault, no overflow`, async ({ page }, info) => {
		test.skip(info.project.name !== project, 'each width in one language and colour scheme');
		test.slow();
		await page.emulateMedia({ colorScheme: scheme });
		for (const [query, figure] of [
			[`${COUNTY}&cells=heat`, 'table'],
			[`${COUNTY}&cells=trend`, 'table'],
			[`${DEMO}&mode=family&agency=1.2.1-gov_office`, 'table'],
			[PEERS, 'peers'],
			[`${DEMO}&mode=years&agency=1.2-gov&pair=2019,2022`, 'years']
		] as const) {
			await page.goto(`${language === 'en' ? '/en' : ''}/compare/?${query}`);
			await ready(page, figure);
			const overflow = await page.evaluate(() =>
				Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)
			);
			expect([query, overflow, await grave(page)]).toEqual([query, 0, []]);
		}
	});

test('on paper stand the figures, without the pickers', async ({ page }, info) => {
	test.skip(info.project.name !== 'desktop', 'does not depend on width');
	await page.goto(`/compare/?${PEERS}`);
	await ready(page, 'peers');
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('main').getByRole('combobox')).toHaveCount(0);
	await expect(page.locator('#peers h2')).toBeVisible();
	await expect(page.locator('.paper-foot')).toContainText('mode=peers');
});
