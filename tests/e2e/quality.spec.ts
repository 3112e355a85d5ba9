import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { expect, settled, test } from './watched.ts';

test('rules are counted by severity, explained, and one can be looked at alone', async ({ page }) => {
	await page.goto('/quality/');
	await settled(page);
	await expect(page.locator('nav a[aria-current="page"]')).toHaveText('质量');
	const row = page.locator('#rules-table tr', { has: page.locator('code', { hasText: /^t4-sum$/u }) });
	await expect(row.locator('td').nth(1)).toHaveText('1');
	await row.locator('summary').click();
	await expect(row).toContainText('依据：');
	await row.getByRole('button', { name: '只看这条规则' }).click();
	await expect(page).toHaveURL(/rule=t4-sum/u);
	await settled(page);
	const jiangsu = page.locator('#groups-table tr', { hasText: '江苏省' });
	await expect(jiangsu.locator('td').nth(1)).toHaveText('1');
	await expect(page.locator('#mend-table tbody tr')).toHaveCount(2);
	await expect(page.locator('#mend-table')).toContainText('0 ≠ 11');
});

test('what is chosen stands in the address and comes back from it', async ({ page }) => {
	await page.goto('/quality/');
	await settled(page);
	await page.locator('.controls label', { hasText: '年度' }).click();
	await page.locator('.controls label', { hasText: '口径' }).click();
	await expect(page).toHaveURL(/by=year&severity=definitional/u);
	await page.goto('/quality/?by=year&severity=definitional&grid=agencies');
	await settled(page);
	await expect(page.locator('#groups-table tbody th').first()).toHaveText('2019');
	await expect(page.getByRole('link', { name: '宿迁市人民政府' })).toHaveCount(1);
});

test('missing reports are a grid of regions that opens region by region', async ({ page }) => {
	await page.goto('/quality/');
	await settled(page);
	await page.locator('#coverage-table').getByRole('button', { name: '江苏省' }).click();
	await expect(page).toHaveURL(/province=/u);
	await settled(page);
	await page.locator('#coverage-table').getByRole('button', { name: '宿迁市' }).click();
	await settled(page);
	await expect(page.getByText('按规则和跨年的统计只能按年度', { exact: false })).toBeVisible();
	await page.goBack();
	await settled(page);
	await expect(page.locator('#coverage-table')).toContainText('宿迁市');
});

test('the list of a region is taken whole, with both sides, place and a sentence', async ({ page }) => {
	await page.goto('/quality/?province=江苏省');
	await settled(page);
	const mend = page.getByRole('region', { name: '待核实清单' }).first();
	const button = mend.getByRole('button', { name: 'CSV', exact: true });
	await expect(button).toBeEnabled();
	const waiting = page.waitForEvent('download');
	await button.click();
	const text = await readFile(await (await waiting).path(), 'utf8');
	const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
	expect(data.map((row) => [row['agency'], row['year'], row['rule'], row['left'], row['right']])).toEqual([
		['淮安市洪泽区人民政府', '2023', 't4-sum', '0', '11'],
		['淮安市洪泽区人民政府', '2023', 't4-sum', '0', '5']
	]);
	expect(data[0]?.['sentence']).toContain('0 ≠ 11');
	expect(data[0]?.['line']).toMatch(/^\d+$/u);
	const spreadsheet = page.waitForEvent('download');
	await mend.getByRole('button', { name: /Excel/u }).click();
	const bytes = await readFile(await (await spreadsheet).path());
	expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
});

test('missing reports are taken as a list with agency, year and kind of gap', async ({ page }) => {
	await page.goto('/quality/?province=江苏省&year=2019');
	await settled(page);
	const section = page.locator('section', { has: page.locator('#coverage') });
	const waiting = page.waitForEvent('download');
	await section.getByRole('button', { name: 'CSV', exact: true }).click();
	const text = await readFile(await (await waiting).path(), 'utf8');
	const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
	const own = data.find((row) => row['agency'] === '宿迁市人民政府');
	expect(own).toMatchObject({ province: '江苏省', year: '2019', state: 'before_first' });
	expect(own?.['sentence']).toContain('早于该机关的第一份报告');
	expect(new Set(data.map((row) => row['year']))).toEqual(new Set(['2019']));
});

test('that no check fails is said only once it is known', async ({ page, isMobile }) => {
	test.skip(isMobile, 'the width does not matter');
	await page.addInitScript(() => {
		const said = { wrong: false };
		Object.assign(window, { said });
		new MutationObserver(() => {
			const text = document.querySelector('#mend')?.closest('section')?.textContent;
			said.wrong ||= text?.includes('没有不符的核对') === true;
		}).observe(document, { childList: true, subtree: true, characterData: true });
	});
	await page.goto('/quality/?data=demo');
	await expect(page.locator('#mend-table tbody tr')).not.toHaveCount(0);
	expect(await page.evaluate(() => (window as unknown as { said: { wrong: boolean } }).said.wrong)).toBe(false);
});

test('an empty selection has its sentence', async ({ page }) => {
	await page.goto('/quality/?province=火星');
	await settled(page);
	await expect(page.getByText('所选范围内没有报告', { exact: false }).first()).toBeVisible();
	await expect(page.getByText('没有不符的核对', { exact: false })).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	for (const path of ['/quality/', '/en/quality/'])
		test(`the tables and charts of ${path} stand`, async ({ page }) => {
			await page.goto(path);
			for (const table of ['rules', 'groups', 'continuity', 'coverage', 'mend'])
				await expect(page.locator(`#${table}-table tbody tr`)).not.toHaveCount(0);
			await expect(page.locator('figure svg').first()).toBeVisible();
		});
});
