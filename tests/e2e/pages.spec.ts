import AxeBuilder from '@axe-core/playwright';
import { expect, settled, test } from './watched.ts';

const PAGES = [
	['overview', '/'],
	['overview of one level, as shares', '/?level=city&outcomes=share'],
	['explore', '/explore/'],
	['compare, nothing chosen', '/compare/'],
	['compare', '/compare/?agency=321300-gov&agency=320800-gov&agency=450206-miit'],
	['quality', '/quality/'],
	['a figure asked', '/?ask=sum:new:printed:2024:city_summary'],
	['data', '/data/'],
	['agency', '/agency/?id=320813-gov&year=2023&cell=t4.review.total']
] as const;

for (const [name, path] of PAGES) {
	for (const language of ['zh', 'en'] as const) {
		for (const colorScheme of ['light', 'dark'] as const) {
			test(`${name} is sound in ${language}, ${colorScheme}`, async ({ page }) => {
				await page.emulateMedia({ colorScheme });
				await page.goto(language === 'en' ? `/en${path}` : path);
				await settled(page);
				if (name === 'agency') await page.locator('[data-cell="t4.review.total"]').waitFor();
				await expect(page.locator('html')).toHaveAttribute('lang', language === 'en' ? 'en' : 'zh-CN');
				await expect(page.locator('h1')).toHaveCount(1);
				expect(await page.title()).not.toBe('');
				const overflow = await page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth
				);
				expect(overflow).toBeLessThanOrEqual(0);
				const { violations } = await new AxeBuilder({ page }).analyze();
				const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
				expect(
					grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)
				).toEqual([]);
			});
		}
	}
}

test('the language switch keeps page, query and scroll, and loads nothing anew', async ({ page }) => {
	await page.goto('/?level=city');
	await settled(page);
	await page.evaluate(() => Object.assign(window, { same: true }));
	await page.getByRole('link', { name: 'English' }).click();
	await expect(page).toHaveURL(/\/en\/\?level=city$/u);
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await expect(page.locator('h1')).toContainText('annual reports');
	expect(await page.evaluate(() => 'same' in window)).toBe(true);
	await page.getByRole('link', { name: '中文' }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
	await expect(page.locator('h1')).toContainText('年度报告');
});

test('a chosen theme is there before the first paint of the next page', async ({ page }) => {
	await page.goto('/');
	await settled(page);
	const button = page.getByRole('button', { name: /^外观/u });
	await button.click();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
	await button.click();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await page.goto('/data/', { waitUntil: 'commit' });
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
	expect(ground).toBe('rgb(20, 23, 26)');
});

test('the keyboard reaches the content by the skip link', async ({ page }) => {
	await page.goto('/');
	await settled(page);
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.locator('#main')).toBeFocused();
});

test('an address without a page is answered in words, in its language', async ({ page, complaints }) => {
	for (const [path, words] of [
		['/en/nowhere/', 'No such page'],
		['/nowhere/', '没有这个页面']
	] as const) {
		const answer = await page.goto(path);
		expect(answer?.status()).toBe(404);
		await expect(page.locator('h1')).toHaveText(words);
		await expect(page.getByRole('link')).toHaveCount(4);
	}
	complaints.length = 0;
});
