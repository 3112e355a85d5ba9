import { createServer } from 'node:http';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { findChromium } from '../run/find-chromium.ts';
import { listen } from '../run/site-server.ts';
import type { Fact } from './expect-site.ts';

const PATHS = ['/', '/en/explore/', '/compare/', '/en/data/', '/check/', '/embed/?figure=volumes', '/nothing/'];

/** Opens a page, waits until its engine has answered, and gives what the browser complained of. */
async function complaintsOf(page: Page, address: string): Promise<string[]> {
	const complaints: string[] = [];
	page.on('console', (message) => {
		// The 404 of the page that is not there is said in the console too.
		if (['error', 'warning'].includes(message.type()) && !message.text().includes('status of 404'))
			complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	const answer = await page.goto(address);
	if (answer?.status() === 404) return complaints;
	await page
		.waitForFunction(
			() =>
				document.documentElement.classList.contains('js') &&
				document.querySelector('[aria-busy="true"], .stale') === null,
			null,
			{ timeout: 60_000 }
		)
		.catch((error: unknown) => complaints.push(String(error)));
	return complaints;
}

/** Whether a page of another origin may frame the address. */
async function isFramed(page: Page, address: string): Promise<boolean> {
	const elsewhere = createServer((_, response) => {
		response.setHeader('Content-Type', 'text/html');
		response.end(`<iframe src="${address}"></iframe>`);
	});
	const port = await listen(elsewhere, { host: '127.0.0.1', port: 0 });
	await page.goto(`http://127.0.0.1:${String(port)}/`);
	elsewhere.close();
	elsewhere.closeAllConnections();
	// What may not be framed becomes the browser's own error page.
	return (page.frames()[1]?.url() ?? '').startsWith('http');
}

/** Opens pages of a running server in Chromium; a policy that stops anything is a complaint of the browser. */
export async function openPages(origin: string): Promise<Fact[]> {
	const executablePath = findChromium();
	const browser = await chromium.launch({
		...(executablePath ? { executablePath } : {}),
		args: ['--no-sandbox', '--disable-gpu']
	});
	try {
		const facts: Fact[] = [];
		for (const path of PATHS) {
			const page = await browser.newPage();
			const complaints = await complaintsOf(page, origin + path);
			facts.push({ name: `${path} in Chromium`, problem: complaints.length > 0 ? complaints.join(' | ') : null });
			await page.close();
		}
		const page = await browser.newPage();
		for (const [path, framed] of [
			['/embed/?figure=volumes', true],
			['/', false]
		] as const) {
			const found = await isFramed(page, origin + path);
			facts.push({ name: `${path} framed elsewhere`, problem: found === framed ? null : String(found) });
		}
		return facts;
	} finally {
		await browser.close();
	}
}
