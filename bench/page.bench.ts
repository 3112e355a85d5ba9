import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { textTable } from '../scripts/text-table.ts';
import { READY_MARK } from '../src/lib/db/gate.ts';
import { machineLine } from './machine.ts';
import { openSite } from './open-site.ts';
import { asRecords, keepResult, quantile } from './results.ts';
import { openLine } from './slow-line.ts';
import type { Line, LineSpeed } from './slow-line.ts';

// `npm run -s bench:page`: what a reader of the built site waits for, and how many bytes come before it. Build the site and run
// `npm run deploy:compress` first, as it would be served. Bytes are all that come over the line, the engine and its module among them; the slower
// line slows them, too. A change has repainted when nothing in the window waits for an answer; `all` is when nothing on the page does.

const { values } = parseArgs({
	options: {
		rounds: { type: 'string', default: '5' },
		page: { type: 'string', default: '/' },
		data: { type: 'string', multiple: true }
	}
});
const ROUNDS = Number(values.rounds);
const CHANGES = 12;

interface Listed {
	readonly name: string;
	readonly default: boolean;
}

interface Network {
	readonly name: string;
	readonly cpu: number;
	readonly line: LineSpeed;
}

const NETWORKS: readonly Network[] = [
	{ name: 'as it is', cpu: 1, line: { throughput: Infinity, latency: 0 } },
	{ name: '4× CPU, 10 Mbit/s, 40 ms', cpu: 4, line: { throughput: 10e6 / 8, latency: 40 } }
];

/** Milliseconds from a click on a filter to the frame that shows its answer: in the window, and on the whole page. */
interface Change {
	readonly seen: number;
	readonly all: number;
}

interface Visit {
	/** Milliseconds since the address was opened. */
	readonly chart: number;
	readonly ready: number;
	readonly answered: number;
	readonly bytesToChart: number;
	readonly bytesToAnswer: number;
	/** Of each change of a filter. */
	readonly changes: readonly Change[];
	readonly longTasks: number;
	readonly heap: number;
}

/** Notes when the first chart has been drawn in the window. */
function noteChart(): void {
	const look = (): void => {
		const chart = document.querySelector('main figure svg');
		if (chart && chart.getBoundingClientRect().height > 0) performance.mark('bench:chart');
		else requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries())
			performance.measure('bench:long', { start: entry.startTime, duration: entry.duration });
	}).observe({ type: 'longtask', buffered: true });
}

/** Clicks the n-th choice of the open filter, and waits for the frames in which nothing in the window, and nothing at all, waits for an answer. */
function changeFilter(index: number): Promise<Change> {
	const boxes = document.querySelectorAll<HTMLElement>(
		'.chip-content [role="checkbox"], .chip-content input[type="checkbox"]'
	);
	const box = boxes[index % boxes.length];
	if (!box) throw new Error('no choice in the filter');
	const inWindow = (element: Element): boolean => {
		const { top, bottom } = element.getBoundingClientRect();
		return bottom > 0 && top < innerHeight;
	};
	const from = performance.now();
	box.click();
	return new Promise((resolve) => {
		let seen = NaN;
		const look = (): void => {
			// A closed table is not seen.
			const waiting = [...document.querySelectorAll('main [aria-busy="true"]:not(details), main .stale')];
			if (Number.isNaN(seen) && !waiting.some(inWindow)) seen = performance.now() - from;
			if (waiting.length > 0) requestAnimationFrame(look);
			else resolve({ seen, all: performance.now() - from });
		};
		requestAnimationFrame(() => requestAnimationFrame(look));
	});
}

const isSettled = (): boolean =>
	document.querySelector('[aria-busy="true"], .stale, main button:disabled.chip') === null;

const markTime = (page: Page, name: string): Promise<number> =>
	page.evaluate((mark) => performance.getEntriesByName(mark)[0]?.startTime ?? NaN, name);

async function visit(context: BrowserContext, path: string, network: Network, line: Line): Promise<Visit> {
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	const before = line.bytesUntil(Infinity);
	await session.send('Emulation.setCPUThrottlingRate', { rate: network.cpu });
	await page.addInitScript(noteChart);
	await page.goto(`http://127.0.0.1:${line.port}${path}`, { waitUntil: 'commit' });
	await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, READY_MARK, { timeout: 120_000 });
	await page.waitForFunction(isSettled, undefined, { timeout: 120_000 });
	await page.locator('button.chip').nth(2).click();
	await page.waitForSelector('.chip-content');
	const changes = [await page.evaluate(changeFilter, 0)];
	const { answered, origin } = await page.evaluate(() => ({
		answered: performance.now(),
		origin: performance.timeOrigin
	}));
	const bytes = (until: number): number => line.bytesUntil(origin + until) - before;
	const bytesToAnswer = bytes(answered);
	for (let index = 1; index < CHANGES; index += 1) changes.push(await page.evaluate(changeFilter, index));
	const [chart, ready] = [await markTime(page, 'bench:chart'), await markTime(page, READY_MARK)];
	const longTasks = await page.evaluate(() => performance.getEntriesByName('bench:long').length);
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	const result = {
		chart,
		ready,
		answered,
		bytesToChart: bytes(chart),
		bytesToAnswer,
		changes,
		longTasks,
		heap: usedSize
	};
	await page.close();
	return result;
}

const seconds = (ms: number): string => (ms / 1000).toFixed(2);
const kb = (count: number): string => (count / 1000).toFixed(0);

function row(name: string, visits: readonly Visit[]): string[] {
	const changes = visits.flatMap((one) => one.changes.slice(1));
	const [seen, all] = [changes.map((one) => one.seen), changes.map((one) => one.all)];
	const median = (part: Exclude<keyof Visit, 'changes'>): number =>
		quantile(
			visits.map((one) => one[part]),
			0.5
		);
	return [
		name,
		...[seconds(median('chart')), kb(median('bytesToChart')), seconds(median('ready'))],
		...[seconds(median('answered')), kb(median('bytesToAnswer'))],
		...[quantile(seen, 0.5).toFixed(0), quantile(seen, 0.95).toFixed(0), quantile(all, 0.5).toFixed(0)],
		...[String(median('longTasks')), (median('heap') / 2 ** 20).toFixed(0)]
	];
}

const HEADER = [
	'dataset, visit, conditions',
	...['chart s', 'kB to chart', 'open s', 'answer s', 'kB to answer', 'change p50 ms', 'change p95 ms', 'all p50 ms'],
	...['long tasks', 'heap MB']
];

async function measure(browser: Browser, server: number, listed: Listed): Promise<string[][]> {
	const path = `${values.page}${listed.default ? '' : `?data=${listed.name}`}`;
	const rows: string[][] = [];
	for (const network of NETWORKS) {
		const [cold, warm]: [Visit[], Visit[]] = [[], []];
		for (let round = 0; round < ROUNDS; round += 1) {
			const line = await openLine(server, network.line);
			const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
			cold.push(await visit(context, path, network, line));
			warm.push(await visit(context, path, network, line));
			await context.close();
			line.close();
		}
		rows.push(row(`${listed.name}, cold, ${network.name}`, cold), row(`${listed.name}, warm, ${network.name}`, warm));
	}
	return rows;
}

const site = await openSite(
	'index.html.br',
	'no compressed site in build/: run "npm run build" and "npm run deploy:compress" first'
);
const all = JSON.parse(readFileSync(join(site.folder, 'data/datasets.json'), 'utf8')) as Listed[];
const chosen = all.filter(({ name }) => values.data?.includes(name) ?? true);
const rows: string[][] = [];
for (const listed of chosen) rows.push(...(await measure(site.browser, site.port, listed)));
await site.close();
const machine = machineLine();
console.log(`${machine}\n${values.page}: medians of ${ROUNDS} visits, ${CHANGES - 1} changes of a filter each\n`);
console.log(textTable(HEADER, rows));
keepResult('page', { machine, page: values.page, rounds: ROUNDS, rows: asRecords(HEADER, rows) });
