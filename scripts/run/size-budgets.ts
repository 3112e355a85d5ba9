import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { brotliBytes } from '../deploy/compress.ts';

/** Bytes that a reader of the built site fetches, in Brotli where it presses them. */
export interface SizeBudget {
	readonly name: string;
	/** Bytes at most. */
	readonly budget: number;
	readonly measure: (site: Site) => Promise<number>;
}

export interface Measured {
	readonly name: string;
	readonly budget: number;
	readonly bytes: number;
}

const KB = 1000;

/** The files of a built site; one that is not there is an error, since a budget for nothing would always be kept. */
export class Site {
	readonly #folder: string;
	readonly #pressed = new Map<string, Promise<number>>();

	constructor(folder: string) {
		this.#folder = folder;
	}

	text(path: string): string {
		return readFileSync(join(this.#folder, path), 'utf8');
	}

	/** Names of the files right in a folder. */
	names(folder: string): readonly string[] {
		const path = join(this.#folder, folder);
		return existsSync(path) ? readdirSync(path) : [];
	}

	/** Bytes of a file as it is. */
	plain(path: string): number {
		return readFileSync(join(this.#folder, path)).length;
	}

	async pressed(paths: readonly string[]): Promise<number> {
		let sum = 0;
		for (const path of new Set(paths)) {
			let bytes = this.#pressed.get(path);
			if (!bytes) this.#pressed.set(path, (bytes = brotliBytes(readFileSync(join(this.#folder, path)))));
			sum += await bytes;
		}
		return sum;
	}
}

const attributes = (tag: string): Map<string, string> =>
	new Map([...tag.matchAll(/([\w-]+)="([^"]*)"/gu)].map(([, name = '', value = '']) => [name, value]));

/** What a page names in its head: `drawn` must be there before it is drawn, `modules` are fetched once it is (`static/begin.js`). */
export function namedBy(html: string, page: string): { drawn: string[]; modules: string[] } {
	const [drawn, modules]: [string[], string[]] = [[], []];
	for (const [tag] of html.matchAll(/<(?:link|script)\b[^>]*>/gu)) {
		const told = attributes(tag);
		const address = told.get('href') ?? told.get('src');
		if (address === undefined) continue;
		// Its styles stand in the page itself: the link keeps it from being fetched.
		if (/ disabled\b/u.test(tag)) continue;
		const path = posix.join(posix.dirname(page), address);
		if (told.get('rel') === 'stylesheet' || tag.startsWith('<script')) drawn.push(path);
		else if (told.get('rel') === 'begin') modules.push(path);
	}
	return { drawn, modules };
}

const ASSETS = '_app/immutable/assets';

/** The engine of browsers with WebAssembly exceptions, which all of the last years have, with its worker. */
function engine(site: Site): string[] {
	const found = site
		.names(ASSETS)
		.filter((name) => /^duckdb-(?:eh\.|browser-eh\.worker\.).*\.(?:wasm|js)$/u.test(name));
	if (found.length !== 2) throw new Error(`engine: ${found.join(', ') || 'no file'}`);
	return found.map((name) => posix.join(ASSETS, name));
}

const onPage =
	(page: string, more: (named: ReturnType<typeof namedBy>) => readonly string[]) =>
	(site: Site): Promise<number> =>
		site.pressed([page, ...more(namedBy(site.text(page), page))]);

const datasetBytes = (site: Site, folder: string, ends: RegExp): number =>
	site
		.names(folder)
		.filter((name) => ends.test(name))
		.reduce((sum, name) => sum + site.plain(posix.join(folder, name)), 0);

const REAL = 'data/real';
const beforeChart = onPage('index.html', ({ drawn }) => drawn);

/** What the first page needs in whole until the engine answers: page, code, engine, and the dataset that ships. */
async function beforeAnswer(site: Site): Promise<number> {
	const page = await onPage('index.html', ({ drawn, modules }) => [...drawn, ...modules, ...engine(site)])(site);
	return page + (await site.pressed([posix.join(REAL, 'datapackage.json')])) + datasetBytes(site, REAL, /\.parquet$/u);
}

/** The limits of issue 6 are 150 kB before the first chart and 4 MB before the first answer; the others keep what is reached. */
export const SIZE_BUDGETS: readonly SizeBudget[] = [
	{ name: 'first chart, zh: html, css, blocking scripts', budget: 90 * KB, measure: beforeChart },
	{
		name: 'first chart, en',
		budget: 90 * KB,
		measure: onPage('en/index.html', ({ drawn }) => drawn)
	},
	{
		name: 'code that the first page names (js)',
		budget: 320 * KB,
		measure: (site) => site.pressed(namedBy(site.text('index.html'), 'index.html').modules)
	},
	{ name: 'engine: wasm and worker', budget: 3_300 * KB, measure: (site) => site.pressed(engine(site)) },
	{
		name: 'dataset real: Parquet',
		budget: 270 * KB,
		measure: async (site) => datasetBytes(site, REAL, /\.parquet$/u)
	},
	{
		name: 'dataset real: datapackage.json',
		budget: 20 * KB,
		measure: (site) => site.pressed([posix.join(REAL, 'datapackage.json')])
	},
	{ name: 'all before the first answer on real', budget: 4_000 * KB, measure: beforeAnswer }
];

export async function measureSizes(folder: string, budgets: readonly SizeBudget[] = SIZE_BUDGETS): Promise<Measured[]> {
	const site = new Site(folder);
	const measured: Measured[] = [];
	for (const { name, budget, measure } of budgets) measured.push({ name, budget, bytes: await measure(site) });
	return measured;
}

export const isOver = ({ bytes, budget }: Measured): boolean => bytes > budget;

export function sizeLine(measured: Measured): string {
	const { name, bytes, budget } = measured;
	const kilobytes = (value: number): string => (value / KB).toFixed(1).padStart(8);
	return `${isOver(measured) ? 'FAIL' : 'ok  '} ${kilobytes(bytes)} of ${kilobytes(budget)} kB  ${name}`;
}
