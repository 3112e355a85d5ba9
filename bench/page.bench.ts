import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { ROOT } from '../scripts/run/run-tool.ts';
import { textTable } from '../scripts/text-table.ts';
import { READY_MARK } from '../src/lib/db/gate.ts';
import { machineLine } from './machine.ts';
import { openSite } from './open-site.ts';
import { asRecords, keepResult, quantile } from './results.ts';
import { openLine } from './slow-line.ts';
import { siteWithDataset } from './with-dataset.ts';
import type { Line, LineSpeed } from './slow-line.ts';

// `npm run -s bench:page [-- --data NAME] [--data-folder FOLDER]`: what a reader of the built site waits for, and how many bytes come before it. Build the
// site and run `npm run deploy:compress` first, as it would be served. Bytes are all that come over the line, the engine and its module among them; the
// slower line slows them, too. A change has repainted when nothing in the window waits for an answer; `all` is when nothing on the page does (of a large
// dataset what is out of the window is not asked: –); `kept` are changes back to choices that were answered before. The first change is made as soon as the
// filter can be opened and its list has come, and is counted from the opening of the address. `--data-folder` measures a built dataset that is not part of
// the site; `--unthrottled` leaves the slower line out.

const { values } = parseArgs({
	options: {
		rounds: { type: 'string', default: '5' },
		page: { type: 'string', default: '/' },
		data: { type: 'string', multiple: true },
		'data-folder': { type: 'string' },
		unthrottled: { type: 'boolean', default: false }
	}
});
const ROUNDS = Number(values.rounds);
const CHANGES = 12;
/** Which chip of the filter is used: the levels. */
const FILTER = 2;
/** Milliseconds between an answer and the next click. */
const PAUSE = 300;
/** Milliseconds between the opening of the engine and the changes that are measured. */
const REST = 3000;
/** Milliseconds after which what still waits out of the window is not asked at all. */
const ALL_AT_MOST = 4000;

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
	/** When it was seen, since the address was opened. */
	readonly at: number;
}

interface Click {
	readonly index: number;
	readonly allAtMost: number;
}

interface Visit {
	/** Milliseconds since the address was opened. */
	readonly chart: number;
	readonly ready: number;
	readonly answered: number;
	readonly bytesToChart: number;
	readonly bytesToAnswer: number;
	/** Of each change of a filter after the first, and of each change back. */
	readonly changes: readonly Change[];
	readonly kept: readonly Change[];
	readonly longTasks: number;
	readonly heap: number;
}

/** Notes when the first chart has been drawn in the window. */
function noteChart(): void {
	const look = (): void => {
		const chart = document.querySelector('main figure svg');
		if (chart?.checkVisibility({ visibilityProperty: true }) && chart.getBoundingClientRect().height > 0)
			performance.mark('bench:chart');
		else requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries())
			performance.measure('bench:long', { start: entry.startTime, duration: entry.duration });
	}).observe({ type: 'longtask', buffered: true });
}

/** Opens the filter as soon as it can be opened, and waits until it has choices. */
function openFilter(nth: number): Promise<void> {
	return new Promise((resolve) => {
		const look = (): void => {
			const chip = document.querySelectorAll<HTMLButtonElement>('button.chip')[nth];
			if (document.querySelector('.chip-content [type="checkbox"]')) resolve();
			else {
				if (chip && !chip.disabled && chip.dataset['state'] === 'closed') chip.click();
				requestAnimationFrame(look);
			}
		};
		look();
	});
}

/** Clicks the n-th choice of the open filter, and waits for the frames in which nothing in the window, and nothing at all, waits for an answer. */
function changeFilter({ index, allAtMost }: Click): Promise<Change> {
	const boxes = document.querySelectorAll<HTMLElement>('.chip-content [type="checkbox"]');
	const box = boxes[index % boxes.length];
	if (!box) throw new Error('no choice in the filter');
	const reaches = (element: Element): boolean => {
		const { top, bottom } = element.getBoundingClientRect();
		return bottom > 0 && top < innerHeight;
	};
	// Of a figure out of the window nothing is asked: it would have to be laid out for that.
	const inWindow = (element: Element): boolean => reaches(element.closest('figure') ?? element) && reaches(element);
	const from = performance.now();
	box.click();
	return new Promise((resolve) => {
		let at = NaN;
		const look = (): void => {
			// A closed table is not seen.
			const waiting = [...document.querySelectorAll('main [aria-busy="true"]:not(details), main .stale')];
			if (Number.isNaN(at) && !waiting.some(inWindow)) at = performance.now();
			const spent = performance.now() - from;
			if (waiting.length === 0) resolve({ seen: at - from, all: spent, at });
			else if (spent > allAtMost && !Number.isNaN(at)) resolve({ seen: at - from, all: Infinity, at });
			else requestAnimationFrame(look);
		};
		requestAnimationFrame(() => requestAnimationFrame(look));
	});
}

const markTime = (page: Page, name: string): Promise<number> =>
	page.evaluate((mark) => performance.getEntriesByName(mark)[0]?.startTime ?? NaN, name);

async function visit(context: BrowserContext, path: string, network: Network, line: Line): Promise<Visit> {
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	const before = line.bytesUntil(Infinity);
	await session.send('Emulation.setCPUThrottlingRate', { rate: network.cpu });
	await page.addInitScript(noteChart);
	await page.goto(`http://127.0.0.1:${line.port}${path}`, { waitUntil: 'commit' });
	await page.evaluate(openFilter, FILTER);
	const { at: answered } = await page.evaluate(changeFilter, { index: 0, allAtMost: 0 });
	const origin = await page.evaluate(() => performance.timeOrigin);
	const bytes = (until: number): number => line.bytesUntil(origin + until) - before;
	await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, READY_MARK, { timeout: 120_000 });
	// What is still worked on is none of the changes that follow.
	await page.waitForTimeout(REST);
	const change = async (index: number): Promise<Change> => {
		await page.waitForTimeout(PAUSE);
		return page.evaluate(changeFilter, { index, allAtMost: ALL_AT_MOST });
	};
	const [changes, kept]: [Change[], Change[]] = [[], []];
	for (let index = 1; index < CHANGES; index += 1) changes.push(await change(index));
	for (let index = CHANGES - 1; index > 0; index -= 1) kept.push(await change(index));
	const [chart, ready] = [await markTime(page, 'bench:chart'), await markTime(page, READY_MARK)];
	const longTasks = await page.evaluate(() => performance.getEntriesByName('bench:long').length);
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	const result = {
		chart,
		ready,
		answered,
		bytesToChart: bytes(chart),
		bytesToAnswer: bytes(answered),
		...{ changes, kept },
		longTasks,
		heap: usedSize
	};
	await page.close();
	return result;
}

const seconds = (ms: number): string => (ms / 1000).toFixed(2);
const kb = (count: number): string => (count / 1000).toFixed(0);

function row(name: string, visits: readonly Visit[]): string[] {
	const median = (part: Exclude<keyof Visit, 'changes' | 'kept'>): number =>
		quantile(
			visits.map((one) => one[part]),
			0.5
		);
	const spread = (part: 'changes' | 'kept'): string[] => {
		const changes = visits.flatMap((one) => one[part]);
		const [seen, all] = [changes.map((one) => one.seen), changes.map((one) => one.all)];
		return [quantile(seen, 0.5), quantile(seen, 0.95), quantile(all, 0.5)].map((ms) =>
			Number.isFinite(ms) ? ms.toFixed(0) : '–'
		);
	};
	return [
		name,
		...[seconds(median('chart')), kb(median('bytesToChart')), seconds(median('ready'))],
		...[seconds(median('answered')), kb(median('bytesToAnswer'))],
		...[...spread('changes'), ...spread('kept')],
		...[String(median('longTasks')), (median('heap') / 2 ** 20).toFixed(0)]
	];
}

const HEADER = [
	'dataset, visit, conditions',
	...['chart s', 'kB to chart', 'open s', 'answer s', 'kB to answer', 'change p50 ms', 'change p95 ms', 'all p50 ms'],
	...['kept p50 ms', 'kept p95 ms', 'kept all p50 ms'],
	...['long tasks', 'heap MB']
];

async function measure(browser: Browser, server: number, listed: Listed): Promise<string[][]> {
	const path = `${values.page}${listed.default ? '' : `?data=${listed.name}`}`;
	const rows: string[][] = [];
	for (const network of values.unthrottled ? NETWORKS.slice(0, 1) : NETWORKS) {
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

const built = join(ROOT, 'build');
const folder = values['data-folder'];
if (folder !== undefined && !existsSync(join(folder, 'datapackage.json'))) {
	console.error(`no built dataset: ${folder}`);
	process.exit(1);
}
const extra = folder === undefined ? null : siteWithDataset(built, folder);
process.on('exit', () => extra?.remove());
const site = await openSite(
	'index.html.br',
	'no compressed site in build/: run "npm run build" and "npm run deploy:compress" first',
	extra?.folder ?? built
);
const all = JSON.parse(readFileSync(join(site.folder, 'data/datasets.json'), 'utf8')) as Listed[];
const chosen = [
	...(extra ? [extra.entry] : []),
	...all.filter(({ name }) => values.data?.includes(name) ?? extra === null)
];
const rows: string[][] = [];
for (const listed of chosen) rows.push(...(await measure(site.browser, site.port, listed)));
await site.close();
const machine = machineLine();
console.log(`${machine}\n${values.page}: medians of ${ROUNDS} visits, ${CHANGES - 1} changes of a filter each\n`);
console.log(textTable(HEADER, rows));
keepResult(extra ? `page-${extra.entry.name}` : 'page', {
	machine,
	page: values.page,
	rounds: ROUNDS,
	rows: asRecords(HEADER, rows)
});
