import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { expect, settled, test } from './watched.ts';

test('agencies are found by name and stand side by side', async ({ page }) => {
	await page.goto('/compare/');
	await settled(page);
	await expect(page.getByText('还没有选机关', { exact: false })).toBeVisible();
	for (const name of ['宿迁', '柳江']) {
		await page.locator('main').getByRole('combobox').click();
		await page.locator('main').getByRole('combobox').pressSequentially(name);
		await page.locator('[role=option]').first().click();
		await page.keyboard.press('Escape');
	}
	await expect(page).toHaveURL(/agency=321300-gov&agency=450206-miit/u);
	const row = page.getByRole('row', { name: /^新收申请/u });
	await expect(row.locator('td')).toContainText(['3,511', '0']);
	await page.getByRole('button', { name: /^移去柳州市柳江区/u }).click();
	await expect(page).toHaveURL(/\?agency=321300-gov$/u);
});

test('the CSV holds the compared figures with their absences', async ({ page }) => {
	await page.goto('/compare/?agency=321300-gov&agency=310000-gov_office');
	await settled(page);
	await expect(page.locator('thead th')).toHaveCount(3);
	const waiting = page.waitForEvent('download');
	await page.getByRole('button', { name: /^CSV（严格/u }).click();
	const text = await readFile(await (await waiting).path(), 'utf8');
	const { data } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/u, ''), {
		header: true,
		skipEmptyLines: true
	});
	expect(data.map((row) => [row['agency_id'], row['new'], row['granted'], row['granted.status']])).toEqual([
		['310000-gov_office', '859', '', 'blank'],
		['321300-gov', '3511', '1191', 'ok']
	]);
	const excel = page.waitForEvent('download');
	await page.getByRole('button', { name: /^CSV（供 Excel/u }).click();
	const noted = await readFile(await (await excel).path(), 'utf8');
	expect(noted).toMatch(/^\ufeff"?# 标题：比较机关/u);
	expect(noted).toContain('2 份报告 · 2 家机关');
});

test('agencies and years that are not there are named, not dropped', async ({ page }) => {
	await page.goto('/compare/?agency=321300-gov&agency=nobody&year=2019');
	await settled(page);
	await expect(page.getByText('nobody', { exact: false }).first()).toBeVisible();
	await expect(page.getByRole('alert')).toContainText('nobody');
	await expect(page.getByText('所选年度没有这些机关的报告', { exact: false })).toContainText('宿迁市人民政府');
});

test('every figure of the comparison is asked where it comes from', async ({ page }) => {
	await page.goto('/compare/?agency=321300-gov&agency=310000-gov_office');
	await settled(page);
	await page
		.getByRole('row', { name: /^新收申请/u })
		.getByRole('button', { name: '3,511' })
		.click();
	const panel = page.getByRole('dialog', { name: '这个数从哪来' });
	await expect(panel.locator('[data-cell="t3.new.total"][aria-pressed="true"]')).toHaveText('3,511');
	await expect(panel).toContainText('“3511”');
	await page.keyboard.press('Escape');
	await page
		.getByRole('row', { name: /^予以公开/u })
		.getByRole('button', { name: '空白' })
		.click();
	await expect(panel).toContainText('不当作 0');
});

test('a report that fails a hard check leaves the comparison on demand, and is told', async ({ page }) => {
	await page.goto('/compare/?agency=320813-gov&agency=321300-gov&without=failing');
	await settled(page);
	await expect(page.locator('thead th')).toHaveCount(2);
	await expect(page.getByText('1 份未计入（核对不符）')).toBeVisible();
});
