import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { DataPackage, DatasetEntry } from '../src/lib/core/dataset/index.ts';
import { listed } from '../scripts/build/publish.ts';

/** The page lists its datasets in its script, whose hash its policy names. */
function withEntry(html: string, entry: DatasetEntry): string {
	const [, attributes = '', script = ''] = /<script([^>]*)>(\s*\{\s*__sveltekit_.*?)<\/script>/su.exec(html) ?? [];
	const longer = script.replace('{datasets:[', `{datasets:[${JSON.stringify(entry)},`);
	const hash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
	const changed = html
		.replace(`<script${attributes}>${script}`, () => `<script${attributes}>${longer}`)
		.replace(hash(script), hash(longer));
	if (longer === script || !changed.includes(hash(longer))) throw new Error('a page that lists no datasets');
	return changed;
}

export interface SiteWithDataset {
	readonly folder: string;
	readonly entry: DatasetEntry;
	readonly remove: () => void;
}

/** The built site with one more dataset, as a folder of links: nothing of either is copied, but for the pages that list it. */
export function siteWithDataset(site: string, dataset: string): SiteWithDataset {
	const from = resolve(dataset);
	const name = basename(from);
	const descriptor = JSON.parse(readFileSync(join(from, 'datapackage.json'), 'utf8')) as DataPackage;
	const entry = listed(name, descriptor, false);
	const folder = mkdtempSync(join(tmpdir(), 'gongkai-site-'));
	for (const one of readdirSync(site))
		if (one !== 'data' && !one.startsWith('index.html')) symlinkSync(join(site, one), join(folder, one));
	const page = withEntry(readFileSync(join(site, 'index.html'), 'utf8'), entry);
	writeFileSync(join(folder, 'index.html'), page);
	writeFileSync(join(folder, 'index.html.br'), brotliCompressSync(page));
	mkdirSync(join(folder, 'data'));
	for (const one of readdirSync(join(site, 'data'))) symlinkSync(join(site, 'data', one), join(folder, 'data', one));
	symlinkSync(from, join(folder, 'data', name));
	return { folder, entry, remove: () => rmSync(folder, { recursive: true }) };
}
