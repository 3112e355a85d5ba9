import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/lib/core/extract/index.ts';
import { extractReports } from '../../src/lib/core/extract/index.ts';
import { readDocument } from '../../src/lib/core/read/index.ts';
import type { ReadOptions } from '../../src/lib/core/read/index.ts';
import { hasSharedReports, readAllGold, readSharedFile } from '../shared-reports.ts';
import type { Gold, GoldCell } from '../shared-reports.ts';
import { shapeName } from '../synthesize/file-shapes.ts';
import type { MadeReport, Truth } from '../synthesize/make-report.ts';
import { TRANSCRIPTS } from '../transcripts.ts';
import { compareTruth, unread } from './compare-truth.ts';
import type { Known, Outcome } from './compare-truth.ts';

/** A file, what is known of it, and how it is told in tables. */
export interface Case {
	readonly name: string;
	readonly bytes: Uint8Array;
	readonly known: Known;
	readonly shape: string;
	readonly layout: string;
	/** Mutations and injected errors. */
	readonly strayings: readonly string[];
}

export interface Checked {
	readonly reader: string;
	readonly reports: readonly Report[];
	readonly outcome: Outcome;
	readonly wasRead: boolean;
}

const ENGINE = join(import.meta.dirname, '../../node_modules/pdfjs-dist');
/** Where pdfjs finds what it needs for Chinese fonts that a PDF only names. */
const OPTIONS: ReadOptions = { pdf: { cMapUrl: `${ENGINE}/cmaps/`, standardFontDataUrl: `${ENGINE}/standard_fonts/` } };

/** Reads and extracts a file and sets it beside what is known of it. */
export async function checkCase({ name, bytes, known }: Case): Promise<Checked> {
	const read = await readDocument(bytes, OPTIONS);
	if (!read.ok) return { reader: read.failure.code, reports: [], outcome: unread(known), wasRead: false };
	const reports = extractReports(read.document, name);
	return { reader: read.document.reader, reports, outcome: compareTruth(reports, known), wasRead: true };
}

function layoutName(formats: Readonly<Record<string, string | null>>): string {
	const found = new Set(Object.values(formats).filter((layout) => layout !== null && layout !== 'undetermined'));
	return found.size === 1 ? ([...found][0] ?? '') : found.size === 0 ? '-' : 'mixed';
}

/** What is known of a report that was made. */
export function knownOf(truth: Truth): Known {
	const short = truth.city === null ? truth.agency : truth.agency.slice(truth.city.length);
	return {
		cells: truth.cells as Readonly<Record<string, GoldCell>>,
		formats: truth.cut ? {} : truth.formats,
		year: truth.year,
		agencies: truth.printedAgency === null ? [truth.agency, short] : [truth.printedAgency]
	};
}

export function madeCase({ truth, bytes }: MadeReport): Case {
	return {
		name: `${truth.seed}:${truth.index}`,
		bytes,
		known: knownOf(truth),
		shape: shapeName(truth.shape),
		layout: layoutName(truth.formats),
		strayings: [...truth.mutations, ...truth.errors.map(({ name }) => `error ${name}`)]
	};
}

function goldCase(name: string, bytes: Uint8Array, gold: Gold, shape: string, agencies: readonly string[]): Case {
	const { formats, year } = gold;
	const known: Known = { cells: gold.cells, formats: formats satisfies Record<string, string | null>, year, agencies };
	return { name, bytes, known, shape, layout: layoutName(formats), strayings: [] };
}

/** The kind of a collected file, by how its name ends: `layout.txt`, `html`. */
const endingOf = (file: string): string =>
	/\.((?:layout|reading|traditional|no-tables|tables-lost)\.txt|\w+)$/u.exec(file)?.[1] ?? '';

/** The reports of ../shared/reports that a person has read; none where they are not on this machine. */
export function sharedCases(): Case[] {
	if (!hasSharedReports()) return [];
	return readAllGold().flatMap((gold) =>
		gold.files.map((file) =>
			goldCase(file, readSharedFile(file), gold, `shared ${endingOf(file)}`, gold.agency === null ? [] : [gold.agency])
		)
	);
}

const REPORTS = join(import.meta.dirname, '../../data/reports');
const GOLDEN = join(import.meta.dirname, '../../tests/golden');

/** The shipped transcripts beside their golden cases. */
export function shippedCases(): Case[] {
	return TRANSCRIPTS.flatMap((transcript) => {
		const golden = join(GOLDEN, transcript.file.replace(/\.\w+$/u, ''), 'report.json');
		if (!existsSync(golden)) return [];
		const gold = JSON.parse(readFileSync(golden, 'utf8')) as Gold;
		const agency = transcript.printedAgency ?? transcript.agency;
		const bytes = readFileSync(join(REPORTS, transcript.file));
		return [goldCase(transcript.file, bytes, gold, `shipped ${endingOf(transcript.file)}`, [agency])];
	});
}
