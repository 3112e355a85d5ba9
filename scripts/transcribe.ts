import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { TABLE_IDS } from '../src/lib/core/form/index.ts';
import type { CellKey, Layout, TableId } from '../src/lib/core/form/index.ts';
import { goldenFindings, goldenReport, originText } from './golden-case.ts';
import { hasSharedReports, readGold, sharedAddresses } from './shared-reports.ts';
import type { Gold, GoldCell } from './shared-reports.ts';
import type { Figure, ReportFigures } from './synthesize/report-figures.ts';
import { renderReport } from './synthesize/render-report.ts';
import { TRANSCRIPTS } from './transcripts.ts';
import type { Transcript } from './transcripts.ts';

const REPORTS = join(import.meta.dirname, '../data/reports');
const GOLDEN = join(import.meta.dirname, '../tests/golden');
const MARKS: Readonly<Record<string, string>> = { blank: '', slash: '/', dash: '-' };

function printedFigure(key: string, cell: GoldCell): Figure {
	if (cell.v !== null) return cell.raw;
	const mark = MARKS[cell.absence ?? ''];
	if (mark === undefined) throw new Error(`no mark for the absence of ${key}: ${cell.absence ?? 'none'}`);
	return mark;
}

/** The figures of a report as its gold has them, with what the source prints in cells that the gold leaves out. */
function figuresOf(transcript: Transcript, gold: Gold): ReportFigures {
	const cells: Partial<Record<CellKey, Figure>> = { ...transcript.leftOut };
	for (const [key, cell] of Object.entries(gold.cells)) cells[key as CellKey] = printedFigure(key, cell);
	const formats = Object.fromEntries(
		TABLE_IDS.map((table): [TableId, Layout | null] => {
			const layout = transcript.layouts?.[table] ?? gold.formats[table];
			return [table, layout === 'undetermined' ? null : layout];
		})
	) as Record<TableId, Layout | null>;
	const { merged, foreignRows } = transcript;
	return {
		agency: transcript.printedAgency ?? transcript.agency,
		year: gold.year,
		formats,
		cells,
		...(merged && { merged }),
		...(foreignRows && { foreignRows })
	};
}

/** The bytes of one transcript. */
function transcriptBytes(transcript: Transcript, gold: Gold): Uint8Array {
	const figures = figuresOf(transcript, gold);
	const once = renderReport(figures, transcript.shape, transcript.printing);
	if (transcript.copies === undefined) return once;
	const copy = new TextDecoder().decode(once) + (transcript.footer === undefined ? '' : `${transcript.footer}\n`);
	return new TextEncoder().encode(copy.repeat(transcript.copies));
}

function manifestCsv(addresses: ReadonlyMap<string, string>): string {
	const rows = TRANSCRIPTS.map((transcript) => ({
		file: transcript.file,
		agency: transcript.agency,
		place: transcript.place ?? '',
		year: readGold(transcript.gold).year,
		address: addresses.get(transcript.gold) ?? '',
		collected: ''
	}));
	return `${Papa.unparse(rows, { newline: '\n' })}\n`;
}

/** Writes data/reports and tests/golden anew from ../shared/reports; README.md and the tests stay. */
function transcribe(): void {
	mkdirSync(REPORTS, { recursive: true });
	for (const file of readdirSync(REPORTS)) if (file !== 'README.md') rmSync(join(REPORTS, file));
	for (const entry of readdirSync(GOLDEN, { withFileTypes: true }))
		if (entry.isDirectory()) rmSync(join(GOLDEN, entry.name), { recursive: true });
	const addresses = sharedAddresses();
	for (const transcript of TRANSCRIPTS) {
		const gold = readGold(transcript.gold);
		writeFileSync(join(REPORTS, transcript.file), transcriptBytes(transcript, gold));
		const folder = join(GOLDEN, transcript.file.replace(/\.\w+$/u, ''));
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, 'report.json'), goldenReport(transcript, gold));
		writeFileSync(join(folder, 'findings.json'), goldenFindings(transcript, gold));
		writeFileSync(join(folder, 'origin.md'), originText(transcript, gold));
		console.log(`${transcript.file}: ${Object.keys(gold.cells).length} cells`);
	}
	writeFileSync(join(REPORTS, 'manifest.csv'), manifestCsv(addresses));
}

if (hasSharedReports()) transcribe();
else {
	console.error('transcribe: the reports it reads are in ../shared/reports, and there is no such folder here');
	process.exitCode = 2;
}
