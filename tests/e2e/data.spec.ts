import { createHash } from 'node:crypto';
import { DATASET_TABLES } from '../../src/lib/core/dataset/tables.ts';
import { expect, settled, test } from './watched.ts';

test('every Parquet file listed is there, with the checksum that is printed beside it', async ({ page, isMobile }) => {
	test.skip(isMobile, 'the files are the same');
	await page.goto('/data/');
	await settled(page);
	const files = await page.locator('a[href$=".parquet"]').evaluateAll((links) =>
		links.map((link) => ({
			address: (link as HTMLAnchorElement).href,
			hash: link.closest('tr')?.querySelector('.hash')?.textContent ?? ''
		}))
	);
	expect(files.length).toBeGreaterThan(8);
	for (const { address, hash } of files) {
		const answer = await page.request.get(address);
		expect(answer.status()).toBe(200);
		expect(
			createHash('sha256')
				.update(await answer.body())
				.digest('hex')
		).toBe(hash);
	}
});

test('each table says its columns and gives its CSV', async ({ page }) => {
	await page.goto('/en/data/');
	await settled(page);
	await expect(page.locator('h3 code')).toHaveText(DATASET_TABLES.map(({ name }) => name));
	const reports = page.locator('section[aria-labelledby="table-reports"]');
	await reports.getByText('Columns and their meanings').click();
	await expect(reports.getByRole('rowheader', { name: 't3.new.total', exact: true })).toBeVisible();
	const csv = page.locator('section[aria-labelledby="table-agencies"]').getByRole('link', { name: 'Download CSV' });
	const waiting = page.waitForEvent('download');
	await csv.click();
	expect((await waiting).suggestedFilename()).toContain('agencies');
});

test('reading problems stand in sentences with their source', async ({ page }) => {
	await page.goto('/data/');
	await expect(page.locator('#problems li').first()).toContainText('。');
	await expect(page.locator('#sources tbody tr')).not.toHaveCount(0);
});
