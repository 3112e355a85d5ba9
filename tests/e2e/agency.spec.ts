import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { openDataset } from '../../src/lib/db/node.ts';
import { expect, settled, tableTexts, test } from './watched.ts';

test('a report of the list opens its printed tables, and a cell tells its place', async ({ page }) => {
	await page.goto('/');
	await settled(page);
	await page.getByRole('link', { name: '宿迁市人民政府' }).click();
	await expect(page).toHaveURL(/\/agency\/\?id=321300-gov&year=2023$/u);
	await expect(page.locator('h1')).toHaveText('宿迁市人民政府');
	const cell = page.locator('[data-cell="t3.new.total"]');
	await expect(cell).toHaveText('3,511');
	await cell.click();
	await expect(page).toHaveURL(/cell=t3\.new\.total/u);
	const detail = page.locator('aside');
	await expect(detail).toContainText('2023-suqian-city');
	await expect(detail).toContainText('“3511”');
	await expect(detail).toContainText(/文件第 \d+ 行|第 \d+ 张表/u);
	await expect(detail).toContainText('通过');
	for (const [key, value] of [
		['upheld', '309'],
		['corrected', '17'],
		['other', '88'],
		['pending', '26']
	] as const)
		await expect(page.locator(`[data-cell="t4.review.${key}"]`)).toHaveText(value);
});

test('an identity that fails is told with both its sides', async ({ page }) => {
	await page.goto('/agency/?id=320813-gov&year=2023&cell=t4.review.total');
	await expect(page.locator('aside')).toContainText('不符');
	await expect(page.locator('aside')).toContainText('0 ≠ 10 + 1 + 0 + 0');
	await expect(page.locator('td.failing')).not.toHaveCount(0);
});

test('zeros are zeros and blanks are blanks', async ({ page }) => {
	await page.goto('/agency/?id=450206-miit&year=2023');
	await expect(page.locator('[data-cell="t3.new.total"]')).toHaveText('0');
	await page.goto('/agency/?id=310000-gov_office&year=2019&cell=t3.granted.total');
	await expect(page.locator('[data-cell="t3.new.total"]')).toHaveText('859');
	await expect(page.locator('[data-cell="t3.granted.total"]')).toHaveText('空白');
	await expect(page.locator('aside')).toContainText('不当作 0');
});

test('arrow keys walk over the printed cells', async ({ page }) => {
	await page.goto('/agency/?id=321300-gov&year=2023&cell=t3.new.natural_person');
	await page.locator('[data-cell="t3.new.natural_person"]').focus();
	await page.keyboard.press('ArrowRight');
	await expect(page.locator('[data-cell="t3.new.business"]')).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(page.locator('[data-cell="t3.carried_in.business"]')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/cell=t3\.carried_in\.business/u);
});

test('an agency, year or cell that is not there is named', async ({ page }) => {
	await page.goto('/agency/?id=nobody');
	await expect(page.getByRole('alert')).toContainText('nobody');
	await page.goto('/agency/?id=321300-gov&year=1999&cell=t9.x.y');
	await expect(page.getByText('没有 1999 年的报告', { exact: false })).toBeVisible();
	await expect(page.locator('aside')).toContainText('t9.x.y');
});

test('the checks of a report are listed, the gravest first, and lead to their cells', async ({ page }) => {
	await page.goto('/agency/?id=320813-gov&year=2023');
	const list = page.getByRole('region', { name: '本报告的校核结果' });
	await expect(list.locator('details.hard').first()).toContainText('左边 0，右边 11，相差 11');
	await expect(list.locator('details.hard').first()).toHaveAttribute('open', '');
	await expect(list.locator('details').first()).toHaveClass(/hard/u);
	await list.getByRole('button', { name: '行政复议 · 总计' }).first().click();
	await expect(page).toHaveURL(/cell=t4\.review\.total/u);
});

test('rules beyond the printed identities stand at their cell, on the page and in the panel', async ({ page }) => {
	await page.goto('/agency/?id=510821-forestry&year=2019&cell=t2.licensing.decisions');
	const found = page.locator('aside [data-rule="u-items"]');
	await expect(found).toContainText('左边 6,936，右边 6,936');
	await expect(found).toContainText('合理性');
	await page.goto('/en/?ask=report:t2.licensing.decisions:printed:2019:510821-forestry');
	await expect(page.getByRole('dialog').locator('[data-rule="u-items"]')).toContainText('left 6,936, right 6,936');
});

test('an agency has its years as figures, whose files and links take that agency alone', async ({ page, isMobile }) => {
	if (isMobile) await page.emulateMedia({ colorScheme: 'dark' });
	await page.goto('/agency/?id=320800-gov&year=2024');
	await settled(page);
	const history = page.getByRole('region', { name: '历年数字' });
	await expect(history.locator('figure')).toHaveCount(9);
	await expect(history.locator('#volumes svg')).toContainText('3,119');
	await expect.poll(() => tableTexts(page, 'volumes')).toContainEqual(expect.arrayContaining(['2024', '3,119']));
	await history.locator('#volumes .figure-menu').click();
	const waiting = page.waitForEvent('download');
	await page.getByRole('menuitem', { name: /^CSV（严格/u }).click();
	const download = await waiting;
	const text = await readFile(await download.path(), 'utf8');
	expect(text).toContain('2024');
	expect(text).toContain('3119');
	expect(text).not.toContain('3511');
	await expect(page.getByRole('link', { name: '与同类机关比较' })).toHaveAttribute(
		'href',
		'/compare/?mode=peers&agency=320800-gov&year=2024'
	);
	await expect(history.locator('#funnel .drawing')).toBeVisible();
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(overflow).toBeLessThanOrEqual(0);
});

test('each year says whether it carries in what the year before carried out, as the Parquet has it', async ({
	page,
	isMobile
}) => {
	test.skip(isMobile, 'the same sentences');
	const dataset = await openDataset('static/data/demo');
	await dataset.ensure(['reports'], []);
	const rows = await dataset.query(
		`SELECT n.year AS year, p."t3.carried_out.total"::INTEGER AS out, n."t3.carried_in.total"::INTEGER AS into
		FROM reports n LEFT JOIN reports p ON p.agency_id = n.agency_id AND p.year = n.year - 1
		WHERE n.agency_id = '1.2-gov' ORDER BY n.year`
	);
	await dataset.close();
	await page.goto('/agency/?id=1.2-gov&data=demo&year=abc');
	await expect(page.getByRole('alert')).toContainText('year=abc');
	const list = page.getByRole('region', { name: '跨年结转' });
	expect(rows.length).toBeGreaterThan(3);
	for (const { year, out, into } of rows.slice(1)) {
		const line = list.getByRole('listitem').filter({ hasText: `${String(year)} 年上年结转` });
		const [before, now] = [typeof out === 'number' ? out : null, typeof into === 'number' ? into : null];
		if (before === null || now === null) await expect(line).toContainText('无从核对');
		else {
			await expect(line).toContainText(`结转下年：${before.toLocaleString('en')}；`);
			await expect(line).toContainText(before === now ? '：相接' : '不相接');
		}
	}
	const years = (await page.getByRole('navigation', { name: '报告年度' }).getByRole('link').allTextContents()).map(
		Number
	);
	expect(years).toEqual([...years].sort((a, b) => a - b));
	await page.getByRole('link', { name: '与上年逐格对照' }).click();
	await expect(page).toHaveURL(new RegExp(`mode=years&agency=1\\.2-gov&year=${years.at(-1)}`, 'u'));
	await expect(page.locator('#years .drawing')).toBeVisible();
});
