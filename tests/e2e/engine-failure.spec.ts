import { expect, test } from '@playwright/test';

/** A proxy that answers with a page, a missing file, no network: each ends the start of the engine with a sentence and a way on. */
const faults = {
	'the module is missing': { status: 404, body: '' },
	'a proxy answers with a page': { status: 200, contentType: 'text/html', body: '<html></html>' },
	'the network is cut': null
} as const;

for (const [fault, answer] of Object.entries(faults)) {
	test(`offers to try again when ${fault}, and keeps the selection`, async ({ page }) => {
		await page.route('**/*.wasm', (route) => (answer ? route.fulfill(answer) : route.abort()));
		await page.goto('/?year=2023');
		const retry = page.getByRole('button', { name: '再试一次' }).first();
		await expect(retry).toBeVisible();
		await page.unroute('**/*.wasm');
		await retry.click();
		await expect(page.getByText('3,511').first()).toBeVisible();
		await expect(retry).toBeHidden();
		expect(new URL(page.url()).searchParams.get('year')).toBe('2023');
	});
}

test('an engine that is lost is started anew on demand, and neither filters nor cells are lost', async ({
	page,
	isMobile
}) => {
	test.skip(isMobile, 'the same code');
	await page.addInitScript(() => {
		const workers: Worker[] = [];
		const Own = window.Worker;
		window.Worker = class extends Own {
			constructor(...given: ConstructorParameters<typeof Own>) {
				super(...given);
				workers.push(this);
			}
		};
		Object.assign(window, {
			loseWorkers: () => {
				for (const worker of workers.splice(0)) {
					worker.terminate();
					worker.dispatchEvent(new ErrorEvent('error', { message: 'worker gone' }));
				}
			}
		});
	});
	await page.goto('/en/data/?level=city&year=2023#extract');
	const extract = page.locator('#extract');
	await expect(extract.getByRole('button', { name: /^CSV \(strict/u })).toBeEnabled();
	await extract.getByRole('checkbox', { name: /^Table four/u }).uncheck();
	await page.evaluate(() => (window as unknown as { loseWorkers: () => void }).loseWorkers());
	await extract.getByRole('button', { name: /^CSV \(strict/u }).click();
	await expect(extract.getByRole('status').filter({ hasText: 'engine lost' })).toBeVisible();
	const waiting = page.waitForEvent('download');
	await extract.getByRole('button', { name: 'Try again' }).click();
	expect((await waiting).suggestedFilename()).toMatch(/^gongkai-extract-wide-/u);
	await expect(extract.getByRole('checkbox', { name: /^Table four/u })).not.toBeChecked();
	expect(new URL(page.url()).searchParams.get('level')).toBe('city');
});

test('without WebAssembly the prerendered figures, their tables and the CSV of each table are there', async ({
	page,
	isMobile
}) => {
	test.skip(isMobile, 'the same code');
	await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
	await page.goto('/');
	await expect(page.locator('#volumes svg').first()).toBeVisible();
	expect(await page.locator('#volumes tbody tr').count()).toBeGreaterThan(3);
	for (const path of ['/data/', '/data/?data=demo']) {
		await page.goto(path);
		const link = page.locator('section[aria-labelledby="table-agencies"]').getByRole('link', { name: '下载 CSV' });
		const waiting = page.waitForEvent('download');
		await link.click();
		expect((await waiting).suggestedFilename()).toBe('agencies.csv');
	}
});
