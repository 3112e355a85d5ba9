import { test as base } from '@playwright/test';
import type { FrameLocator, Page } from '@playwright/test';

export interface Watch {
	/** What the browser complained of: errors and warnings of the console (the policy's, too), exceptions, failed answers, other hosts. */
	readonly complaints: string[];
}

function watch(page: Page, origin: string): string[] {
	const complaints: string[] = [];
	page.on('console', (message) => {
		// The tests' own doing: only offline.spec.ts lets the site keep itself.
		if (message.text() === 'Service Worker registration blocked by Playwright') return;
		if (message.type() === 'error' || message.type() === 'warning') complaints.push(`console: ${message.text()}`);
	});
	page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
	page.on('request', (request) => {
		const url = new URL(request.url());
		const inner = url.protocol === 'data:' || url.protocol === 'blob:';
		if (!inner && url.origin !== origin) complaints.push(`other host: ${request.url()}`);
	});
	page.on('response', (response) => {
		if (response.status() >= 400) complaints.push(`answer ${response.status()}: ${response.url()}`);
	});
	return complaints;
}

/** A test whose pages must be silent: at its end nothing may have been complained of. */
export const test = base.extend<{ complaints: string[] }>({
	complaints: [
		async ({ page, baseURL }, use) => {
			const complaints = watch(page, new URL(baseURL ?? '').origin);
			await use(complaints);
			base.expect(complaints).toEqual([]);
		},
		{ auto: true }
	]
});
export { expect } from '@playwright/test';

/** Waits until the page is alive and its engine has answered whatever the page asks. */
export async function settled(page: Page): Promise<void> {
	await page.waitForFunction(() => {
		const busy = document.querySelector('[aria-busy="true"], .stale');
		const dead = document.querySelector(
			'main button:disabled.chip, main button:disabled.sheet-open, button:disabled[aria-keyshortcuts]'
		);
		return document.documentElement.classList.contains('js') && busy === null && dead === null;
	});
}

/** Rows of a figure's table as texts, whether or not it is unfolded: a folded one is made when it is opened. */
export async function tableTexts(page: Page | FrameLocator, figure: string): Promise<string[][]> {
	const tables = page.locator(`details#${figure}, details#${figure}-table`);
	const toggle = (open: boolean): Promise<boolean[]> =>
		tables.evaluateAll(
			(all, to) =>
				Promise.all(
					all.map(
						(one) =>
							new Promise<boolean>((done) => {
								const before = (one as HTMLDetailsElement).open;
								if (before === to) return done(false);
								one.addEventListener('toggle', () => setTimeout(() => done(true)), { once: true });
								(one as HTMLDetailsElement).open = to;
							})
					)
				),
			open
		);
	const [opened] = await toggle(true);
	await tables.locator('tbody tr').first().waitFor({ state: 'attached' });
	const rows = await page
		.locator(`#${figure} tbody tr`)
		.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())));
	if (opened) await toggle(false);
	return rows;
}
