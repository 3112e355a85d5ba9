import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Conversion } from '../../../scripts/build/legacy-doc.ts';
import { withOffice } from '../../../scripts/build/office.ts';
import { fileReader, readHere } from '../../../scripts/build/read-file.ts';
import type { CachePlace } from '../../../scripts/build/reading-cache.ts';
import type { ReadFiles } from '../../../scripts/build/reading.ts';
import { build, figuresOf, FINANCE, HEALTH, page, reportsFolder, tableRows, tempFolder } from './fixture.ts';

const RTF = '{\\rtf1\\ansi ';
const FILES = {
	'a.html': page(figuresOf(FINANCE, 2023)),
	'b.rtf': `${RTF}1}`,
	'c.txt': '没有表格',
	'd.rtf': `${RTF}2}`,
	'e.html': page(figuresOf(FINANCE, 2021))
};

/** Stands in for LibreOffice: gives a page for each document, or what it is told to. */
function office(
	cache: CachePlace | null,
	answer: (text: string) => Conversion
): { readonly readFiles: ReadFiles; readonly calls: string[][] } {
	const calls: string[][] = [];
	const convert = async (documents: readonly Uint8Array[]): Promise<Conversion[]> => {
		const texts = documents.map((bytes) => new TextDecoder().decode(bytes));
		calls.push(texts);
		return texts.map(answer);
	};
	return { readFiles: withOffice(readHere(fileReader(cache)), { cache, convert }), calls };
}

const asPage = (text: string): Conversion => ({
	ok: true,
	bytes: new TextEncoder().encode(page(figuresOf(HEALTH, text.includes('1}') ? 2022 : 2023)))
});

describe('files that LibreOffice alone can read', () => {
	it('are converted together and read, each under its own name and checksum', async () => {
		const { readFiles, calls } = office(null, asPage);
		const { folder, refused } = await build(FILES, { readFiles });
		expect(calls).toEqual([[`${RTF}1}`, `${RTF}2}`]]);
		expect(refused).toBe(1);
		expect(
			(await tableRows(folder, 'sources')).map((row) => [row['source'], row['reader'], row['year'], row['bytes']])
		).toEqual([
			['a.html', 'html', 2023, Buffer.byteLength(FILES['a.html'])],
			['b.rtf', 'html (LibreOffice)', 2022, FILES['b.rtf'].length],
			['c.txt', 'text', null, Buffer.byteLength(FILES['c.txt'])],
			['d.rtf', 'html (LibreOffice)', 2023, FILES['d.rtf'].length],
			['e.html', 'html', 2021, Buffer.byteLength(FILES['e.html'])]
		]);
	});

	it('are not converted again while they do not change', async () => {
		const cache = { folder: await tempFolder(), version: 'one' };
		await build(FILES, { readFiles: office(cache, asPage).readFiles });
		const again = office(cache, asPage);
		const outcome = await build({ ...FILES, 'd.rtf': `${RTF}3}` }, { readFiles: again.readFiles });
		expect(again.calls).toEqual([[`${RTF}3}`]]);
		expect(outcome.entries.filter((entry) => entry.attributed)).toHaveLength(4);
	});

	it.each([
		['LibreOffice is not there', { code: 'file/legacy-doc', found: 'x' }, { code: 'file/unknown-kind', found: 'RTF' }],
		['it gives nothing', { code: 'file/damaged', found: 'x' }, { code: 'file/damaged', found: 'x' }]
	] as const)('are refused where %s, and tried again next time', async (_, failure, problem) => {
		const cache = { folder: await tempFolder(), version: 'one' };
		for (const attempt of [1, 2]) {
			const { readFiles, calls } = office(cache, () => ({ ok: false, failure }));
			const { entries } = await build(FILES, { readFiles });
			expect([attempt, calls.length]).toEqual([attempt, 1]);
			expect(entries.map(({ source, problems }) => [source.path, problems[0]?.code])).toContainEqual([
				'b.rtf',
				problem.code
			]);
			expect(entries[1]?.problems).toEqual([problem]);
		}
	});

	it('are converted by forties, and all files keep their order', async () => {
		const names = Array.from({ length: 90 }, (_, index) => `${String(index).padStart(2, '0')}.rtf`);
		const files = Object.fromEntries(names.map((name) => [name, `${RTF}${name}}`]));
		const folder = await reportsFolder(files);
		const { readFiles, calls } = office(null, (text) => ({
			ok: true,
			bytes: new TextEncoder().encode(text.slice(12))
		}));
		const sizes: unknown[] = [];
		for await (const outcome of readFiles(names.map((name) => ({ path: join(folder, name), name })))) {
			sizes.push(outcome.ok && outcome.reading.includes('report/no-table'));
		}
		expect(calls.map((call) => call.length)).toEqual([40, 40, 10]);
		expect(sizes).toEqual(names.map(() => true));
	});
});
