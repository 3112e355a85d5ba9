import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFileBytes } from '../../../scripts/build/file-bytes.ts';
import { verifyDataset } from '../../../scripts/build/verify.ts';
import { build, figuresOf, FINANCE, HEALTH, page, tableRows, tempFolder, TOWN } from './fixture.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const ARCHIVE = zipSync({
	'甲县/finance.html': bytes(page(figuresOf(FINANCE, 2023))),
	'甲县/health.html': bytes(page(figuresOf('', 2022)).replaceAll('2023', '2022')),
	'logo.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
});

describe('an archive of reports', () => {
	it('gives a source for each file in it, with the checksum of the archive; a row of the manifest may name one of them', async () => {
		const manifest = `file,agency,year,address\n集.zip,${TOWN},2019,https://example.org/all\n集.zip!甲县/health.html,${HEALTH},2022,https://example.org/one\n`;
		const outcome = await build({ '集.zip': ARCHIVE, 'manifest.csv': manifest });
		const sources = await tableRows(outcome.folder, 'sources');
		expect(sources.map((row) => [row['source'], row['outcome'], row['agency'], row['year'], row['address']])).toEqual([
			['集.zip!logo.png', 'refused', TOWN, 2019, 'https://example.org/all'],
			['集.zip!甲县/finance.html', 'used', FINANCE, 2023, 'https://example.org/all'],
			['集.zip!甲县/health.html', 'used', HEALTH, 2022, 'https://example.org/one']
		]);
		expect(new Set(sources.map((row) => row['sha256'])).size).toBe(1);
		expect(outcome).toMatchObject({ files: 3, refused: 1, manifest: [], sameContent: [] });
		expect(await verifyDataset(outcome.folder)).toEqual([]);
	});

	it('may be larger than a single report', async () => {
		const folder = await tempFolder();
		for (const [name, head, size] of [
			['a.zip', 'PK\u0003\u0004', 100_000_000],
			['a.html', '<html>', 100_000_000],
			['b.zip', 'PK\u0003\u0004', 600_000_000]
		] as const) {
			await writeFile(join(folder, name), head);
			await truncate(join(folder, name), size);
		}
		expect(readFileBytes(join(folder, 'a.zip')).ok).toBe(true);
		expect(readFileBytes(join(folder, 'a.html'))).toMatchObject({
			problem: { code: 'file/too-large', found: '100000000', expected: '≤ 67108864' }
		});
		expect(readFileBytes(join(folder, 'b.zip'))).toMatchObject({
			problem: { code: 'file/too-large', found: '600000000', expected: '≤ 536870912' }
		});
	});
});
