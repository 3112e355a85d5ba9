import type { Server } from 'node:http';
import { join } from 'node:path';
import { createSiteServer, listen } from '../../scripts/run/site-server.ts';
import { expect, test } from '@playwright/test';
import { settled } from './watched.ts';

// A second visit needs no network: the server is really stopped.

test.use({ serviceWorkers: 'allow' });
test.skip(({ isMobile }) => isMobile, 'the same worker');

let server: Server | undefined;
let address = '';
test.beforeEach(async () => {
	const started = createSiteServer(join(import.meta.dirname, '../../build'));
	server = started;
	address = `http://127.0.0.1:${await listen(started, { host: '127.0.0.1', port: 0 })}`;
});
function stop(): void {
	server?.close();
	server?.closeAllConnections();
	server = undefined;
}
// Also after a test that was skipped before it had a server.
test.afterEach(stop);

test('every page, the engine and the whole small dataset answer without a server', async ({ page }) => {
	await page.goto(`${address}/en/`);
	await settled(page);
	await expect(page.locator('footer')).toContainText('works without a network');
	stop();

	await page.goto(`${address}/en/explore/?by=year`);
	await settled(page);
	await expect(page.locator('figure svg').first()).toBeVisible();
	await page.getByRole('link', { name: 'Quality' }).first().click();
	await settled(page);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

	// Chinese pages too, opened by their address; an unknown page is the site's own.
	await page.goto(`${address}/compare/`);
	await settled(page);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.goto(`${address}/nowhere/`);
	await expect(page.getByText('没有这个页面')).toBeVisible();
});

test('a page that a proxy answers in place of a file is not kept', async ({ page }) => {
	await page.goto(`${address}/`);
	await settled(page);
	await expect(page.locator('footer')).toContainText('断网也能用');
	const kept = await page.evaluate(async () => {
		const types: string[] = [];
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				const path = new URL(request.url).pathname;
				const type = (await cache.match(request))?.headers.get('content-type') ?? '';
				if (type.startsWith('text/html') !== (path.endsWith('/') || path.endsWith('.html')))
					types.push(`${path}: ${type}`);
			}
		}
		return types;
	});
	expect(kept).toEqual([]);
});

test('a copy that was damaged is fetched again', async ({ page }) => {
	await page.goto(`${address}/`);
	await settled(page);
	await expect(page.locator('footer')).toContainText('断网也能用');
	await page.evaluate(async () => {
		const cache = await caches.open('data');
		for (const request of await cache.keys())
			if (request.url.endsWith('.parquet')) await cache.put(request, new Response('damaged'));
	});
	await page.goto(`${address}/explore/?by=year`);
	await settled(page);
	await expect(page.locator('figure svg').first()).toBeVisible();
	const sizes = await page.evaluate(async () => {
		const cache = await caches.open('data');
		const reports = (await cache.keys()).filter(({ url }) => /reports-\d{4}/u.test(url));
		return Promise.all(reports.map(async (one) => (await (await cache.match(one))?.arrayBuffer())?.byteLength ?? 0));
	});
	expect(sizes.length).toBeGreaterThan(0);
	expect(Math.min(...sizes)).toBeGreaterThan('damaged'.length);
});
