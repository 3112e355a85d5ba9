import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { buildDataset } from '../../../scripts/build/build-dataset.ts';
import type { BuildOptions, BuildOutcome } from '../../../scripts/build/build-dataset.ts';
import { rowsOf, withDuckDB } from '../../../scripts/build/duckdb.ts';
import { literal } from '../../../src/lib/db/sql.ts';
import { readAgencyOverrides } from '../../../scripts/build/agency-overrides.ts';
import type { ReadFiles } from '../../../scripts/build/reading.ts';
import { stepsWith } from '../../../scripts/build/steps.ts';
import { renderReportText } from '../../../scripts/synthesize/render-report.ts';
import type { ReportFigures } from '../../../scripts/synthesize/report-figures.ts';
import { formCells, TABLE_IDS } from '../../../src/lib/core/form/index.ts';
import type { CellKey, Layout } from '../../../src/lib/core/form/index.ts';

// All places and agencies are invented: no real name may stand beside invented figures.
export const FINANCE = '虚州市甲县财政局';
export const HEALTH = '虚州市甲县卫生健康局';
export const TOWN = '虚州市乙县幻溪镇人民政府';

type Figure = number | string;

/** A whole report in which every identity holds: 5 new requests of natural persons, 3 granted, 2 not held; changed as asked. */
export function figuresOf(
	agency: string,
	year: number,
	changed: Partial<Record<CellKey, Figure>> = {},
	layout: Layout = '2021'
): ReportFigures {
	const cells: Partial<Record<CellKey, Figure>> = {};
	for (const table of TABLE_IDS) for (const cell of formCells(table, layout)) cells[cell.key] = 0;
	for (const column of ['natural_person', 'total']) {
		Object.assign(cells, {
			[`t3.new.${column}`]: 5,
			[`t3.granted.${column}`]: 3,
			[`t3.unable_not_held.${column}`]: 2,
			[`t3.closed.${column}`]: 5
		});
	}
	return { agency, year, formats: { t2: layout, t3: layout, t4: layout }, cells: { ...cells, ...changed } };
}

export const page = (figures: ReportFigures): string => renderReportText(figures, { kind: 'html' });
export const barText = (figures: ReportFigures): string => renderReportText(figures, { kind: 'bars' });

/** A page without the table rows that print that label. */
export const withoutRow = (html: string, label: string): string =>
	html
		.split('\n')
		.filter((line) => !line.includes(label))
		.join('\n');

export async function tempFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'gongkai-build-'));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes files in the order given. */
export async function writeFiles(folder: string, files: Files): Promise<string> {
	for (const [path, content] of Object.entries(files)) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), content);
	}
	return folder;
}

export async function reportsFolder(files: Files): Promise<string> {
	return writeFiles(await tempFolder(), files);
}

/** Builds a dataset called `test` from files, into `out` or a new folder; reads them in this thread, without a cache, if not told otherwise. */
export async function build(
	files: Files | string,
	{ readFiles, ...options }: Partial<BuildOptions> & { readonly readFiles?: ReadFiles } = {}
): Promise<BuildOutcome & { readonly out: string; readonly folder: string }> {
	const reports = typeof files === 'string' ? files : await reportsFolder(files);
	const out = options.out ?? (await tempFolder());
	const title = { zh: '测试', en: 'Test' };
	const steps = stepsWith(await readAgencyOverrides('data/agencies.csv', true), readFiles);
	const outcome = await buildDataset({ reports, out, name: 'test', title, fictional: true, ...options }, steps);
	return { ...outcome, out, folder: join(out, options.name ?? 'test') };
}

/** The rows of one table of a built dataset, all years, in key order. */
export async function tableRows(folder: string, table: string): Promise<Record<string, unknown>[]> {
	const paths = (await readdir(folder)).filter((name) => name.endsWith('.parquet') && name.split(/[-.]/u)[0] === table);
	const files = paths.sort().map((path) => literal(join(folder, path)));
	return withDuckDB((connection) => rowsOf(connection, `FROM read_parquet([${files.join(', ')}])`));
}

/** Every file under a folder with its content. */
export async function contentsOf(folder: string): Promise<Map<string, string>> {
	const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
	const contents = new Map<string, string>();
	for (const entry of names) {
		const path = join(entry.parentPath, entry.name);
		contents.set(path.slice(folder.length + 1), (await readFile(path)).toString('base64'));
	}
	return new Map([...contents].sort());
}
