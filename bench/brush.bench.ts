import type { Browser, Page } from '@playwright/test';
import { textTable } from '../scripts/text-table.ts';
import { machineLine } from './machine.ts';
import { openSite } from './open-site.ts';
import { asRecords, keepResult, quantile } from './results.ts';

// `npm run -s bench:brush`: how long a frame takes while a brush is dragged over the years or the values of Explore; limit 33 ms.
// Build the site first. The stretch changes with every step; a frame is from one animation frame to the next.

const STEPS = 80;
const VIEWS = [
	['real', 'by year', ''],
	['demo', 'by year', ''],
	['demo', 'by province and year', 'show=denied_rate&by=year&split=province&scope=county_own'],
	['demo', 'heat map, family and year', 'show=denied_rate&by=family&split=year&chart=heat&scope=county_own']
] as const;
const HEADER = ['dataset, view, brush', 'frames', 'p50 ms', 'p95 ms', 'most ms', 'follows'];

/** Begins to note the times of frames in the page. */
function noteFrames(): void {
	const frames: number[] = [];
	Object.assign(window, { frames });
	const next = (time: number): void => {
		frames.push(time);
		requestAnimationFrame(next);
	};
	requestAnimationFrame(next);
}

const drawnIn = (page: Page): Promise<string> =>
	page.evaluate(() => document.querySelector('#explore .drawing')?.textContent ?? '');

async function settled(page: Page): Promise<void> {
	await page.waitForFunction(
		() =>
			document.documentElement.classList.contains('js') &&
			document.querySelector('[aria-busy="true"], .stale, main button:disabled.chip') === null &&
			document.querySelector('#explore svg') !== null,
		undefined,
		{ timeout: 120_000 }
	);
}

async function drag(page: Page, brush: 'years' | 'values'): Promise<string[]> {
	const bars = page.locator(`[aria-labelledby="brush-${brush}-title"] [role="slider"]`);
	await bars.scrollIntoViewIfNeeded();
	const box = await bars.boundingBox();
	if (box === null) throw new Error(`no brush of ${brush}`);
	const y = box.y + box.height / 2;
	const before = await drawnIn(page);
	await page.mouse.move(box.x + 2, y);
	await page.mouse.down();
	// Until the sums are there, the figure stands still.
	let follows = false;
	for (let tries = 0; tries < 100 && !follows; tries += 1) {
		await page.mouse.move(box.x + box.width * (tries % 2 === 0 ? 0.3 : 0.6), y);
		await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
		follows = (await drawnIn(page)) !== before;
	}
	await page.evaluate(noteFrames);
	for (let step = 0; step < STEPS; step += 1)
		await page.mouse.move(box.x + 2 + (box.width - 4) * Math.abs(Math.sin((step * Math.PI) / 20)), y);
	const times = await page.evaluate(() => (window as unknown as { frames: number[] }).frames);
	await page.mouse.up();
	const frames = times.slice(1).map((time, index) => time - (times[index] ?? time));
	return [
		String(frames.length),
		...[quantile(frames, 0.5), quantile(frames, 0.95), Math.max(...frames)].map((ms) => ms.toFixed(0)),
		follows ? 'yes' : 'no'
	];
}

async function measure(browser: Browser, port: number): Promise<string[][]> {
	const rows: string[][] = [];
	for (const [data, name, query] of VIEWS)
		for (const brush of ['years', 'values'] as const) {
			const page = await browser.newPage({ viewport: { width: 1440, height: 1600 } });
			await page.goto(`http://127.0.0.1:${port}/explore/?data=${data}&${query}`);
			await settled(page);
			rows.push([`${data}, ${name}, ${brush}`, ...(await drag(page, brush))]);
			await page.close();
		}
	return rows;
}

const site = await openSite('index.html', 'no site in build/: run "npm run build" first');
const rows = await measure(site.browser, site.port);
await site.close();
const machine = machineLine();
console.log(`${machine}\n`);
console.log(textTable(HEADER, rows));
keepResult('brush', { machine, rows: asRecords(HEADER, rows) });
