import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { expect, settled, tableTexts, test } from './watched.ts';

test('shows the shipped reports: Suqian, Shanghai and Liujiang', async ({ page }) => {
	await page.goto('/');
	const volumes = page.locator('#volumes');
	await expect(volumes.locator('svg text', { hasText: /^3,511$/u })).toHaveCount(1);
	await expect(volumes.locator('svg text', { hasText: /^859$/u })).toHaveCount(1);
	const reviews = page.locator('#reviews');
	for (const number of ['309', '17', '88', '26'])
		await expect(reviews.locator('svg text', { hasText: new RegExp(`^${number}$`, 'u') })).not.toHaveCount(0);
	const liujiang = page.getByRole('row', { name: /柳州市柳江区工业和信息化局/u });
	await expect(liujiang.locator('td')).toContainText(['2023', '0', '0', '0', '0']);
});

test('never sums figures of different scopes', async ({ page }) => {
	await page.goto('/');
	const rows = await tableTexts(page, 'volumes');
	const scopes = new Map<string, number>();
	for (const [scope, year] of rows) scopes.set(`${scope} ${year}`, (scopes.get(`${scope} ${year}`) ?? 0) + 1);
	expect([...scopes.values()].every((count) => count === 1)).toBe(true);
	expect(new Set(rows.map(([scope]) => scope)).size).toBeGreaterThan(1);
});

test('a filter changes the address and the chart, and the link rebuilds the view', async ({ page, isMobile }) => {
	await page.goto('/');
	await settled(page);
	if (isMobile) {
		await page.getByRole('button', { name: /筛选/u }).click();
		await page.locator('.sheet summary', { hasText: '层级' }).click();
	} else {
		await page.getByRole('button', { name: /^层级/u }).click();
	}
	await page.getByRole('checkbox', { name: /地市级/u }).check();
	await expect(page).toHaveURL(/\?level=city$/u);
	await expect(page.locator('#volumes h3')).toHaveText(['地市政府（全域汇总）']);
	await settled(page);
	const filtered = await tableTexts(page, 'reviews');
	expect(filtered.length).toBeGreaterThan(0);
	await page.goto('/?level=city');
	await settled(page);
	await expect(page.locator('#volumes h3')).toHaveText(['地市政府（全域汇总）']);
	expect(await tableTexts(page, 'reviews')).toEqual(filtered);
	await page.getByRole('button', { name: '清除全部筛选' }).click();
	await expect(page).toHaveURL(/\/$/u);
	await expect(page.locator('#volumes h3')).not.toHaveCount(1);
});

test('the engine gives the numbers that were prerendered', async ({ page }) => {
	await page.goto('/');
	const figures = ['volumes', 'outcomes', 'reviews', 'lawsuits'];
	const prerendered = await Promise.all(figures.map((figure) => tableTexts(page, figure)));
	const heads = await page.locator('.heads tbody tr').allInnerTexts();
	// All years there are: the same selection, but another statement, which only the engine can answer.
	await page.goto('/?year=2019-2024');
	await expect(page.locator('#volumes .stale')).toHaveCount(0);
	await settled(page);
	expect(await Promise.all(figures.map((figure) => tableTexts(page, figure)))).toEqual(prerendered);
	expect(await page.locator('.heads tbody tr').allInnerTexts()).toEqual(heads);
});

test('the CSV of a chart holds what the chart and its table show', async ({ page }) => {
	await page.goto('/?level=city&year=2023');
	await settled(page);
	const waiting = page.waitForEvent('download');
	await page.locator('#reviews').getByRole('button', { name: 'CSV' }).click();
	const text = await readFile(await (await waiting).path(), 'utf8');
	const { data } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/u, ''), {
		header: true,
		skipEmptyLines: true
	});
	expect(data.map((row) => [row['year'], row['dispute'], row['result'], row['cases']])).toEqual([
		['2023', 'review', 'upheld', '309'],
		['2023', 'review', 'corrected', '17'],
		['2023', 'review', 'other', '88'],
		['2023', 'review', 'pending', '26'],
		['2023', 'review', 'total', '440']
	]);
	const drawn = await page.locator('#reviews svg g, #reviews svg').first().locator('text').allTextContents();
	for (const row of data.filter((one) => one['result'] !== 'total')) expect(drawn).toContain(row['cases']);
	const table = await tableTexts(page, 'reviews');
	expect(table.map((row) => row[5])).toEqual(data.map((row) => row['cases']));
});

test('shares and counts switch, in the address, too', async ({ page }) => {
	await page.goto('/?level=city');
	await settled(page);
	await page.locator('#outcomes').getByText('占比', { exact: true }).click();
	await expect(page).toHaveURL(/outcomes=share/u);
	await expect(page.locator('#outcomes svg text', { hasText: /^34%$/u })).toHaveCount(1);
	await expect(page.locator('#outcomes h2')).toContainText('占');
});

test('a year is read by keyboard, and told to screen readers', async ({ page }) => {
	await page.goto('/?level=city');
	await settled(page);
	const cursor = page.locator('#volumes').getByRole('slider').first();
	await cursor.focus();
	await page.keyboard.press('End');
	await page.keyboard.press('ArrowLeft');
	await expect(cursor).toHaveAttribute('aria-valuenow', '2023');
	await expect(cursor).toHaveAttribute('aria-valuetext', /3,511/u);
	await expect(page.locator('#volumes .tooltip')).toContainText('3,511');
	await page.keyboard.press('Escape');
	await expect(page.locator('#volumes .tooltip')).toHaveCount(0);
});

test('what of an address is not understood is named, the rest holds', async ({ page }) => {
	await page.goto('/?level=city&colour=blue&year=20x3');
	await settled(page);
	await expect(page.getByRole('alert')).toContainText('colour=blue');
	await expect(page.getByRole('alert')).toContainText('year=20x3');
	await expect(page.locator('#volumes h3')).toHaveText(['地市政府（全域汇总）']);
});

test('an empty selection has its sentence', async ({ page }) => {
	await page.goto('/?province=火星');
	await settled(page);
	await expect(page.locator('#volumes').getByText('没有报告', { exact: false }).first()).toBeVisible();
	await expect(page.locator('.outcome')).toContainText('0 份报告');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	for (const path of ['/', '/en/']) {
		test(`the opening charts and tables of ${path} stand`, async ({ page }) => {
			await page.goto(path);
			for (const figure of ['volumes', 'outcomes', 'reviews', 'lawsuits']) {
				await expect(page.locator(`#${figure} svg`).first()).toBeVisible();
				await expect(page.locator(`#${figure} tbody tr`)).not.toHaveCount(0);
			}
			await expect(page.locator('#volumes svg text', { hasText: /^3,511$/u })).toHaveCount(1);
			await expect(page.locator('.bar button').first()).toBeDisabled();
			await expect(page.locator('.fictional')).toContainText('JavaScript');
			const csv = page.locator('#reports noscript a');
			const address = new URL((await csv.getAttribute('href')) ?? '', page.url()).href;
			expect((await page.request.get(address)).status()).toBe(200);
		});
	}
});
