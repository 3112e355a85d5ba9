import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import Papa from 'papaparse';
import type { Download, Page } from '@playwright/test';
import { expect, settled, test } from './watched.ts';

const textOf = async (download: Download): Promise<string> => readFile(await download.path(), 'utf8');

async function taken(page: Page, name: string | RegExp): Promise<string> {
	const waiting = page.waitForEvent('download');
	await page.locator('#extract').getByRole('button', { name }).click();
	return textOf(await waiting);
}

test('an extract follows the filters, wide and long, with its reasons and its side file', async ({ page }) => {
	await page.goto('/en/data/?level=city&year=2023#extract');
	await settled(page);
	const strict = await taken(page, /^CSV \(strict/u);
	const wide = Papa.parse<Record<string, string>>(strict, { header: true, skipEmptyLines: true }).data;
	expect(wide.map((row) => [row['agency_id'], row['t3.new.total'], row['t3.new.total.status']])).toEqual([
		['321300-gov', '3511', 'ok']
	]);
	expect(wide[0]).toMatchObject({ 't3.other.total': '', 't3.other.total.status': 'other_layout' });
	const side = JSON.parse(await taken(page, /^Side file/u)) as Record<string, unknown>;
	expect(side['hash']).toBe(`sha256:${createHash('sha256').update(strict).digest('hex')}`);

	const waiting = page.waitForEvent('download');
	await page.locator('#extract').getByRole('button', { name: 'Parquet', exact: true }).click();
	const parquet = await waiting;
	expect(parquet.suggestedFilename()).toMatch(/^gongkai-extract-wide-[0-9a-f]{16}\.parquet$/u);
	const connection = await (await DuckDBInstance.create(':memory:')).connect();
	const read = await connection.runAndReadAll(
		`SELECT agency_id, "t3.new.total", "t3.other.total", "t3.other.total.status" FROM read_parquet('${await parquet.path()}')`
	);
	expect(read.getRowsJson()).toEqual([['321300-gov', 3511, null, 'other_layout']]);

	await page.locator('#extract').getByText('Long: a cell a row').click();
	await expect(page).toHaveURL(/shape=long/u);
	const excel = await taken(page, /^CSV \(opens/u);
	expect(excel.startsWith('\ufeff"# ') || excel.startsWith('\ufeff# ')).toBe(true);
	expect(excel).toContain('t3.granted.total');
	expect(excel).not.toContain('t3.other.total');
});

test('cells are chosen one by one or by table, and without one nothing can be taken', async ({ page }) => {
	await page.goto('/en/data/');
	await settled(page);
	const extract = page.locator('#extract');
	await expect(extract.getByText('cells chosen')).toHaveText('41 cells chosen');
	await extract.getByRole('checkbox', { name: 'Table three: total column' }).uncheck();
	await extract.getByRole('checkbox', { name: /^Table four/u }).uncheck();
	await expect(extract.getByText('cells chosen')).toHaveText('0 cells chosen');
	await expect(extract.getByRole('button', { name: 'XLSX' })).toBeDisabled();
	await extract.locator('details').first().locator('summary').click();
	await extract.getByRole('checkbox', { name: /t2\.fees\.amount/u }).check();
	await expect(extract.getByText('cells chosen')).toHaveText('1 cells chosen');
	await expect(extract.getByRole('button', { name: 'XLSX' })).toBeEnabled();
});
