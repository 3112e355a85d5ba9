import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import type { Rolldown } from 'vite';
import { findChromium } from '../scripts/run/find-chromium.ts';
import { textTable } from '../scripts/text-table.ts';
import type { ExportRun } from './export-in-page.ts';
import { machineLine } from './machine.ts';
import { keepResult } from './results.ts';

// `npm run -s bench:export [-- --rows 10000,100000,1000000 --columns 40]`: rows as strict CSV by the project's own export, in Chromium.

const { values } = parseArgs({
	options: { rows: { type: 'string', default: '10000,100000,1000000' }, columns: { type: 'string', default: '40' } }
});

/** The project's export with its page, as one script. */
async function script(): Promise<string> {
	const built = await build({
		configFile: false,
		logLevel: 'error',
		build: {
			write: false,
			lib: { entry: join(import.meta.dirname, 'export-in-page.ts'), formats: ['iife'], name: 'bench' }
		}
	});
	const [{ output } = { output: [] }] = built as Rolldown.RolldownOutput[];
	const [chunk] = output;
	if (chunk?.type !== 'chunk') throw new Error('the script was not built');
	return chunk.code;
}

interface Run extends ExportRun {
	readonly rows: number;
}

const columns = Number(values.columns);
const code = await script();
const executablePath = findChromium();
const browser = await chromium.launch({
	...(executablePath === null ? {} : { executablePath }),
	args: ['--no-sandbox', '--enable-precise-memory-info', '--js-flags=--expose-gc']
});
const runs: Run[] = [];
try {
	for (const rows of values.rows.split(',').map(Number)) {
		const page = await browser.newPage();
		await page.addScriptTag({ content: code });
		const run = await page.evaluate(
			([count, wide]) =>
				(
					globalThis as unknown as { bench: { exportRows: (rows: number, columns: number) => Promise<ExportRun> } }
				).bench.exportRows(count, wide),
			[rows, columns] as const
		);
		if (run.head.split('\r\n')[0]?.split(',').length !== columns) throw new Error(`other columns: ${run.head}`);
		runs.push({ ...run, rows });
		await page.close();
	}
} finally {
	await browser.close();
}

const MB = 1e6;
const header = ['rows', 's', 'rows/s', 'MB', 'heap grows MB at most', 'longest slice ms', 'told', 'limit 10 s, 300 MB'];
const table = runs.map(({ rows, milliseconds, bytes, heapBefore, heapMost, longestSlice, told }) => {
	const grown = (heapMost - heapBefore) / MB;
	return [
		...[
			String(rows),
			(milliseconds / 1000).toFixed(2),
			((rows * 1000) / milliseconds).toFixed(0),
			(bytes / MB).toFixed(1)
		],
		...[grown.toFixed(0), longestSlice.toFixed(0), String(told)],
		milliseconds <= 10_000 && grown <= 300 ? 'kept' : 'missed'
	];
});
const machine = machineLine();
console.log(
	`${machine}\n${String(columns)} columns, strict CSV, in Chromium ${browser.version()}\n\n${textTable(header, table)}`
);
console.log(keepResult('export', { machine, columns, runs: runs.map(({ head: _, ...run }) => run) }));
