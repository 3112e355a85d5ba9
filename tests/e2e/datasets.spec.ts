import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, settled, tableTexts, test } from './watched.ts';

const BAND = '虚构的演示数据 · fictional';
const band = (page: Page) => page.getByRole('note').filter({ hasText: BAND });

test('an address that names the demonstration never shows a figure of the real reports', async ({ page }) => {
	await page.goto('/');
	const real = await page.locator('main').innerText();
	const figure = real.split('\n').find((line) => /^\d[\d,]{4,}$/u.test(line.trim())) ?? '';
	expect(figure).not.toBe('');
	// Before a script of the page has run, and while the data cannot be had.
	await page.route('**/data/demo/**', (route) => new Promise((go) => setTimeout(() => go(route.abort()), 60_000)));
	await page.goto('/?data=demo', { waitUntil: 'commit' });
	for (let look = 0; look < 20; look += 1) {
		const seen = await page.evaluate(() => document.querySelector('main')?.innerText ?? '');
		expect(seen).not.toContain(figure);
	}
	await expect(band(page)).toBeVisible();
	await expect(page.locator('#volumes').getByRole('status').filter({ hasText: '正在计算' })).toBeVisible();
	expect(await page.locator('main').innerText()).not.toContain(figure);
});

for (const [home, path] of [
	['', '/'],
	['/en', '/en/']
] as const) {
	test(`the demonstration is chosen in the bar and kept over all pages of ${path}`, async ({ page }) => {
		await page.goto(path);
		await settled(page);
		await expect(band(page)).toHaveCount(0);
		await page.locator('header select').selectOption('demo');
		await expect(page).toHaveURL(new RegExp(`${path}\\?data=demo$`, 'u'));
		await settled(page);
		await expect(band(page)).toBeVisible();
		const nav = page.locator('header nav a');
		for (const part of ['compare', 'check', 'data']) {
			await nav.and(page.locator(`[href*="/${part}/"]`)).click();
			await expect(page).toHaveURL(new RegExp(`${home}/${part}/\\?data=demo$`, 'u'));
			await expect(band(page)).toBeVisible();
		}
		await page.locator('header select').selectOption('real');
		await expect(page).toHaveURL(new RegExp(`${home}/data/$`, 'u'));
		await expect(band(page)).toHaveCount(0);
	});
}

test('filters, the other language and a reload keep the demonstration', async ({ page }) => {
	await page.goto('/?data=demo&year=2021-2023');
	await settled(page);
	await expect.poll(async () => new Set((await tableTexts(page, 'volumes')).map((row) => row[1])).size).toBe(3);
	await page.getByRole('link', { name: 'English' }).click();
	await expect(page).toHaveURL(/\/en\/\?data=demo&year=2021-2023$/u);
	await page.getByRole('button', { name: 'Clear all filters' }).click();
	await expect(page).toHaveURL(/\/en\/\?data=demo$/u);
	await page.reload();
	await expect(band(page)).toBeVisible();
	await settled(page);
	await page.locator('#reports tbody a').first().click();
	await expect(page).toHaveURL(/\/en\/agency\/\?id=.*&data=demo$/u);
	await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Agency');
	await page.locator('header select').selectOption('real');
	await expect(page).toHaveURL(/\/en\/$/u);
});

test('a file taken from the demonstration says so in its name and in every row', async ({ page }) => {
	await page.goto('/?data=demo');
	await settled(page);
	await expect(page.locator('#volumes .foot').last()).toContainText(BAND);
	const waiting = page.waitForEvent('download');
	await page.locator('#volumes .figure-menu').click();
	await page.getByRole('menuitem', { name: /^CSV（严格/u }).click();
	const download = await waiting;
	expect(download.suggestedFilename()).toMatch(/^gongkai-demo-fictional-volumes-[0-9a-f]+\.csv$/u);
	const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
	expect(lines.length).toBeGreaterThan(10);
	expect(lines[0]).toMatch(/^dataset,/u);
	for (const line of lines.slice(1)) expect(line.startsWith(`${BAND},`)).toBe(true);
});

test('a dataset that is not there is said, and the real one is shown', async ({ page }) => {
	await page.goto('/en/?data=nowhere');
	await expect(page.getByRole('alert').filter({ hasText: '“nowhere”' })).toBeVisible();
	await expect(band(page)).toHaveCount(0);
	await settled(page);
	expect((await tableTexts(page, 'volumes')).length).toBeGreaterThan(0);
});

test('a print of the demonstration bears its band', async ({ page }) => {
	await page.goto('/?data=demo');
	await settled(page);
	await page.emulateMedia({ media: 'print' });
	await expect(band(page)).toBeVisible();
});
