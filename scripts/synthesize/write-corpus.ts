import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import { numberedYears } from './corpus.ts';
import type { CorpusOptions } from './corpus.ts';
import { CoverageRows } from './coverage-rows.ts';
import { makeReport } from './make-report.ts';
import type { Truth } from './make-report.ts';
import { withPrinter } from './print-pdf.ts';
import type { Print } from './print-pdf.ts';
import { Random } from './random.ts';
import type { AgencyYear } from './world/world.ts';

export interface WriteOptions extends CorpusOptions {
	/** The share of reports that are not published. */
	readonly missing: number;
	readonly out: string;
	/** Told after each report. */
	readonly onReport?: (written: number) => void;
}

export interface WrittenCorpus {
	readonly reports: number;
	readonly unpublished: number;
	readonly agencies: number;
}

/** An agency-year without a report, as truth.jsonl has it. */
export interface Unpublished {
	readonly index: number;
	readonly unpublished: true;
	readonly id: string;
	readonly agency: string;
	readonly year: number;
}

const TRUTH = 'truth.jsonl';
const REPORTS = 'reports';

/** Whether the folder is empty, not there, or was written by this command before. */
async function isOurs(folder: string): Promise<boolean> {
	const found = await stat(folder).catch(() => null);
	if (found === null) return true;
	if (!found.isDirectory()) return false;
	const names = await readdir(folder);
	return names.length === 0 || names.includes(TRUTH);
}

const placeOf = ({ agency }: AgencyYear): string =>
	[agency.province, agency.city, agency.county, agency.township].filter((part) => part !== null).join('');

/** A row of the manifest; `.example` is a name that the internet keeps free. */
function manifestRow(of: AgencyYear, { file, index, year, agency }: Truth): Record<string, string> {
	return {
		file,
		agency,
		place: placeOf(of),
		year: String(year),
		address: `https://reports.example/${String(index)}`,
		collected: `${year + 1}-04-15`
	};
}

/** What rules cannot tell of an invented agency, as a row of data/agencies.csv; its places stand in no list of divisions. */
function registryRow({ agency, name }: AgencyYear): Record<string, string> {
	const { id, level, type, family, province, city, county } = agency;
	const row = { name, from_year: '', to_year: '', code: '', level, type, family: family ?? '', id };
	return { ...row, province, city: city ?? '', county: county ?? '', note: 'invented' };
}

const csv = (rows: readonly Record<string, string>[]): string => `${Papa.unparse([...rows], { newline: '\n' })}\n`;

/**
 * Writes a corpus: `reports/` with the files and their manifest, beside it `truth.jsonl` with what stands in each,
 * `agencies.csv` with what rules cannot tell of invented agencies and `coverage.csv` with which bodies a government sums up. Throws where the folder holds something else.
 */
export async function writeCorpus(options: WriteOptions): Promise<WrittenCorpus> {
	const { out, missing, seed } = options;
	if (!(await isOurs(out))) throw new Error(`folder holds other files: ${out}`);
	await rm(join(out, REPORTS), { recursive: true, force: true });
	await mkdir(join(out, REPORTS), { recursive: true });
	const truths = createWriteStream(join(out, TRUTH));
	const say = async (line: Truth | Unpublished): Promise<void> => {
		if (!truths.write(`${JSON.stringify(line)}\n`)) await once(truths, 'drain');
	};
	const manifest: Record<string, string>[] = [];
	const agencies = new Set<string>();
	const registry = new Map<string, Record<string, string>>();
	const coverage = new CoverageRows();
	let unpublished = 0;
	const write = async (print: Print | null): Promise<void> => {
		for (const { of, previous, index } of numberedYears(options)) {
			agencies.add(of.agency.id);
			registry.set(of.name, registryRow(of));
			coverage.add(of);
			if (new Random(seed, 'missing', index).chance(missing)) {
				unpublished += 1;
				await say({ index, unpublished: true, id: of.agency.id, agency: of.name, year: of.year });
				continue;
			}
			const { truth, bytes } = await makeReport(of, previous, index, options);
			const path = join(out, REPORTS, truth.file);
			await mkdir(dirname(path), { recursive: true });
			await writeFile(path, truth.kind === 'pdf' && print ? await print(new TextDecoder().decode(bytes)) : bytes);
			await say(truth);
			manifest.push(manifestRow(of, truth));
			options.onReport?.(manifest.length);
		}
	};
	if (options.kinds.includes('pdf')) await withPrinter(write);
	else await write(null);
	truths.end();
	await once(truths, 'finish');
	await writeFile(join(out, REPORTS, 'manifest.csv'), csv(manifest));
	await writeFile(join(out, 'agencies.csv'), csv([...registry.values()]));
	await writeFile(join(out, 'coverage.csv'), csv(coverage.rows()));
	return { reports: manifest.length, unpublished, agencies: agencies.size };
}
