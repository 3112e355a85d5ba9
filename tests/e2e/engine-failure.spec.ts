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
