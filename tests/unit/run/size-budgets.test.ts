import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isOver, measureSizes, namedBy, SIZE_BUDGETS, sizeLine } from '../../../scripts/run/size-budgets.ts';

const PAGE = `<head><link rel="icon" href="../favicon.svg"><script src="../theme.js"></script>
<link href="../_app/a.css" rel="stylesheet"><link href="../_app/inlined.css" rel="stylesheet" disabled media="(max-width: 0)"><link href="../_app/a.js" rel="begin"><script>inline()</script></head>`;

async function site(files: Readonly<Record<string, string>>): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'sizes-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	for (const [path, content] of Object.entries(files)) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), content);
	}
	return folder;
}

/** Every file that the budgets ask for; small ones weigh what they are long. */
const FILES = {
	'index.html': PAGE.replaceAll('../', './'),
	'en/index.html': PAGE,
	'theme.js': 'x'.repeat(10),
	'_app/a.css': 'x'.repeat(20),
	'_app/a.js': 'x'.repeat(40),
	'_app/immutable/assets/duckdb-eh.1.wasm': 'x'.repeat(100),
	'_app/immutable/assets/duckdb-mvp.1.wasm': 'x'.repeat(1000),
	'_app/immutable/assets/duckdb-browser-eh.worker.1.js': 'x'.repeat(50),
	'data/real/datapackage.json': 'x'.repeat(300),
	'data/real/a.1.parquet': 'x'.repeat(5000)
};

describe('budgets of bytes', () => {
	it('take of a page what is drawn with and what it fetches beside, wherever it lies', () => {
		expect(namedBy(PAGE, 'en/index.html')).toEqual({ drawn: ['theme.js', '_app/a.css'], modules: ['_app/a.js'] });
	});

	it('sum up page, code, engine and dataset as they are sent', async () => {
		const page = FILES['index.html'].length;
		const measured = await measureSizes(await site(FILES));
		expect(measured.map(({ bytes }) => bytes)).toEqual([
			...[page + 30, PAGE.length + 30, 40, 150, 5000, 300],
			page + 30 + 40 + 150 + 300 + 5000
		]);
	});

	it('are passed by one byte too many, and say so', async () => {
		const folder = await site({ ...FILES, 'data/real/a.1.parquet': 'x'.repeat(270_001) });
		const over = (await measureSizes(folder)).filter(isOver);
		expect(over.map(({ name }) => name)).toEqual(['dataset real: Parquet']);
		expect(over.map(sizeLine)[0]).toBe('FAIL    270.0 of    270.0 kB  dataset real: Parquet');
	});

	it('weigh a large file pressed, a Parquet file as it is', async () => {
		const folder = await site({ ...FILES, '_app/a.css': 'body { color: red }'.repeat(1000) });
		const [first] = await measureSizes(folder, SIZE_BUDGETS.slice(0, 1));
		expect(first?.bytes).toBeLessThan(1000);
	});

	it('do not pass where the site or its engine is not there', async () => {
		await expect(measureSizes(await site({}))).rejects.toThrow(/ENOENT/u);
		const { '_app/immutable/assets/duckdb-eh.1.wasm': _, ...without } = FILES;
		await expect(measureSizes(await site(without))).rejects.toThrow(/engine: duckdb-browser-eh/u);
	});
});
