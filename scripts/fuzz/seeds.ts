import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, write } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { formCells, LAYOUTS, TABLE_IDS } from '../../src/lib/core/form/index.ts';
import type { CellKey, Layout } from '../../src/lib/core/form/index.ts';
import { ROOT } from '../run/run-tool.ts';
import { printReport } from '../synthesize/print-report.ts';
import { renderDocx } from '../synthesize/render-docx.ts';
import { encodeText, renderReport } from '../synthesize/render-report.ts';
import type { Shape } from '../synthesize/render-report.ts';
import { renderXlsx } from '../synthesize/render-xlsx.ts';
import type { ReportFigures } from '../synthesize/report-figures.ts';

/** A sound file of some kind, from which hostile ones are made. */
export interface Seed {
	readonly name: string;
	readonly bytes: Uint8Array;
}

const SHAPES: readonly Shape['kind'][] = [
	'bars',
	'cell-lines',
	'spaces',
	'layout',
	'reading',
	'markdown',
	'csv',
	'html'
];

/** An invented report whose figures all differ. */
function figuresOf(layout: Layout): ReportFigures {
	const cells: Partial<Record<CellKey, number>> = {};
	let figure = 0;
	for (const table of TABLE_IDS) for (const { key } of formCells(table, layout)) cells[key] = figure += 1;
	return { agency: '虚州市甲县财政局', year: 2023, formats: { t2: layout, t3: layout, t4: layout }, cells };
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function webArchive(html: Uint8Array): Uint8Array {
	const body = Buffer.from(html).toString('base64').replace(/.{76}/gu, '$&\r\n');
	return bytesOf(
		`MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n--b--\r\n`
	);
}

function folderSeeds(folder: string, end: RegExp): Seed[] {
	const names = readdirSync(join(ROOT, folder)).filter((name) => end.test(name));
	return names.sort().map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(ROOT, folder, name))) }));
}

/** Sound files by target: every reader has one, and the real transcripts are one. */
export async function seedsByTarget(): Promise<Readonly<Record<string, readonly Seed[]>>> {
	const seeds: Record<string, Seed[]> = { transcripts: folderSeeds('data/reports', /\.(?:txt|html)$/u) };
	const add = (target: string, name: string, bytes: Uint8Array): void =>
		void (seeds[target] ??= []).push({ name, bytes });
	for (const layout of LAYOUTS) {
		const figures = figuresOf(layout);
		for (const kind of SHAPES) {
			const end = kind === 'html' ? 'html' : kind === 'csv' ? 'csv' : 'txt';
			add(end, `${kind}.${end}`, renderReport(figures, { kind }));
		}
		const html = renderReport(figures, { kind: 'html' });
		add('html', 'gb18030.html', renderReport(figures, { kind: 'html', encoding: 'gb18030' }));
		add('mhtml', 'page.mht', webArchive(html));
		const printed = printReport(figures);
		add('docx', 'report.docx', await renderDocx(printed));
		const sheet = renderXlsx(printed);
		add('xlsx', 'report.xlsx', sheet);
		const book = read(sheet, { type: 'array' });
		for (const bookType of ['biff8', 'xlml'] as const)
			add('xls', `${bookType}.xls`, new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer));
		add('zip', 'reports.zip', zipSync({ 'a/report.html': html, 'b.txt': encodeText('没有表格', 'utf-8') }));
	}
	seeds['pdf'] = folderSeeds('tests/unit/read/pdf-fixtures', /\.pdf$/u)
		.sort((a, b) => a.bytes.length - b.bytes.length)
		.slice(0, 6);
	return seeds;
}
