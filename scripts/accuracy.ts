import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { findOffice, printDocs } from './build/legacy-doc.ts';
import { decodeText } from '../src/lib/core/read/decode.ts';
import type { Case } from './accuracy/cases.ts';
import { checkCase, madeCase, sharedCases, shippedCases } from './accuracy/cases.ts';
import { Tallies, tableLines } from './accuracy/tally.ts';
import { runCommand } from './run/command.ts';
import { corpus } from './synthesize/corpus.ts';
import type { CorpusOptions } from './synthesize/corpus.ts';
import { readKinds } from './synthesize/draft.ts';
import type { MadeReport } from './synthesize/make-report.ts';
import { OFFICE_SHAPES } from './synthesize/file-shapes.ts';
import { ERROR_KINDS } from './synthesize/errors.ts';
import { MUTATIONS, readRates } from './synthesize/mutations/registry.ts';
import { withPrinter } from './synthesize/print-pdf.ts';
import { SMALL_SIZES } from './synthesize/world/world.ts';

interface Options {
	readonly reports: number;
	readonly seed: string;
	readonly kinds: string;
	readonly mutations: string;
	readonly errors: string;
	readonly pdf: number;
	readonly officePdf: number;
	readonly only?: string;
	readonly save?: string;
	readonly list: number;
	readonly collected: boolean;
}

function corpusOptions(options: Options, seed: string): CorpusOptions {
	return {
		seed,
		years: [2019, 2025],
		sizes: SMALL_SIZES,
		agencies: Infinity,
		reports: options.reports,
		kinds: readKinds(options.kinds),
		mutations: readRates(options.mutations, MUTATIONS),
		errors: readRates(options.errors, ERROR_KINDS)
	};
}

const officeOptions = (options: Options, seed: string): CorpusOptions => ({
	...corpusOptions(options, seed),
	kinds: ['docx'],
	shapes: { docx: OFFICE_SHAPES }
});

/** A report whose page is printed to PDF. */
async function printed(made: MadeReport): Promise<MadeReport> {
	let bytes = made.bytes;
	await withPrinter(async (print) => {
		bytes = await print(new TextDecoder().decode(made.bytes));
	});
	return { ...made, bytes };
}

/** Word files that LibreOffice printed to PDF; what it did not print is left out. */
async function printedByOffice(made: readonly MadeReport[]): Promise<MadeReport[]> {
	const conversions = await printDocs(made.map(({ bytes }) => bytes));
	return made.flatMap((each, index) => {
		const conversion = conversions[index];
		return conversion?.ok ? [{ ...each, bytes: conversion.bytes }] : [];
	});
}

/** Prints one made report and what is read from it. */
async function showOne(options: Options): Promise<number> {
	const [seed = '', number = ''] = options.only?.split(':') ?? [];
	const only = Number(number);
	const office = options.officePdf > 0;
	const asked = office ? officeOptions(options, seed) : corpusOptions(options, seed);
	for await (const made of corpus({ ...asked, reports: only + 1, only })) {
		const [file = made] = office
			? await printedByOffice([made])
			: made.truth.kind === 'pdf'
				? [await printed(made)]
				: [];
		const item = madeCase(file);
		if (options.save !== undefined) writeFileSync(options.save, file.bytes);
		const { reader, reports, outcome } = await checkCase(item);
		if (['docx', 'xlsx'].includes(made.truth.kind)) console.log(`(${made.truth.kind}, ${made.bytes.length} bytes)`);
		else console.log(decodeText(made.bytes)?.text ?? '');
		const { cells: _, ...truth } = made.truth;
		console.log(JSON.stringify(truth));
		for (const { cells, sections: __, ...report } of reports) {
			console.log(JSON.stringify(report, null, 1));
			for (const [key, cell] of Object.entries(cells)) {
				if (cell === undefined) continue;
				const known = item.known.cells[key];
				const mark = known?.v === cell.v ? ' ' : '!';
				console.log(
					`${mark} ${key}\t${JSON.stringify(cell.raw)}\t${cell.v ?? cell.absence ?? ''}\t${known?.v ?? known?.absence ?? 'no cell'}`
				);
			}
		}
		console.log(JSON.stringify({ reader, ...outcome }, null, 1));
		return outcome.wrong.length + outcome.silent.length > 0 ? 1 : 0;
	}
	throw new Error(`no such report: ${options.only ?? ''}`);
}

/** What failed, as lines that let it be made again. */
class Failures {
	readonly #most: number;
	#files = 0;

	constructor(most: number) {
		this.#most = most;
	}

	get count(): number {
		return this.#files;
	}

	note(item: Case, kind: 'wrong' | 'silent', cells: readonly string[]): void {
		if (cells.length === 0) return;
		this.#files += 1;
		if (this.#files > this.#most) return;
		const shown = cells.length > 8 ? `${cells.slice(0, 8).join('; ')} … (${cells.length})` : cells.join('; ');
		console.log(`FAIL ${item.name} ${kind} [${item.shape}] {${item.strayings.join(' ')}} ${shown}`);
	}
}

async function measure(options: Options): Promise<number> {
	const byShape = new Tallies();
	const byStraying = new Tallies();
	const titles = { year: { right: 0, none: 0, wrong: 0 }, agency: { right: 0, none: 0, wrong: 0 } };
	const failures = new Failures(options.list);
	const check = async (item: Case): Promise<void> => {
		const { reader, outcome, wasRead } = await checkCase(item);
		byShape.add([reader, item.shape, item.layout], outcome, wasRead);
		for (const straying of item.strayings) byStraying.add([straying], outcome, wasRead);
		titles.year[outcome.year] += 1;
		titles.agency[outcome.agency] += 1;
		failures.note(item, 'wrong', outcome.wrong);
		failures.note(item, 'silent', outcome.silent);
	};
	if (options.collected) for (const item of [...sharedCases(), ...shippedCases()]) await check(item);
	for (const seed of options.seed.split(',')) {
		if (options.reports > 0) for await (const made of corpus(corpusOptions(options, seed))) await check(madeCase(made));
		if (options.pdf > 0) {
			const sample = { ...corpusOptions(options, seed), kinds: ['pdf'] as const, reports: options.pdf };
			await withPrinter(async (print) => {
				for await (const made of corpus(sample)) {
					const bytes = await print(new TextDecoder().decode(made.bytes));
					const item = madeCase({ ...made, bytes });
					await check({ ...item, name: `${item.name} --kinds pdf` });
				}
			});
		}
		if (options.officePdf === 0) continue;
		if (findOffice() === null) {
			console.log('没有找到 LibreOffice,未测其所印 PDF / no LibreOffice found: PDF printed by it is not measured');
			continue;
		}
		const made: MadeReport[] = [];
		for await (const each of corpus({ ...officeOptions(options, seed), reports: options.officePdf })) made.push(each);
		const files = await printedByOffice(made);
		if (files.length < made.length) console.log(`LibreOffice did not print ${made.length - files.length} reports`);
		for (const file of files) {
			const item = madeCase(file);
			await check({ ...item, name: `${item.name} --office-pdf 1`, shape: `pdf by LibreOffice, ${item.shape}` });
		}
	}
	console.log(tableLines(['reader', 'shape', 'layout'], byShape).join('\n'));
	console.log('');
	console.log(tableLines(['mutation'], byStraying).join('\n'));
	console.log('');
	for (const [name, { right, none, wrong }] of Object.entries(titles))
		console.log(`${name}: ${right} right, ${none} not told, ${wrong} wrong`);
	console.log(
		failures.count === 0 ? 'no wrong and no silent cell' : `${failures.count} reports with wrong or silent cells`
	);
	return failures.count === 0 ? 0 : 1;
}

async function main(args: readonly string[]): Promise<number> {
	const command = new Command('accuracy')
		.description('读出的数字与已知的对照 / what is read beside what is known, over collected and invented reports')
		.option('--reports <n>', 'invented reports for each seed', Number, 400)
		.option('--seed <seeds>', 'seeds, parted by commas', '1')
		.option('--kinds <kinds>', 'kinds of files, parted by commas', 'html,docx,xlsx,txt,md,csv')
		.option('--mutations <rates>', 'default, none, all, name=rate …', 'default')
		.option('--errors <rates>', 'default, none, all, name=rate …', 'default')
		.option('--pdf <n>', 'PDF files for each seed, printed by Chromium', Number, 0)
		.option('--office-pdf <n>', 'Word files for each seed, printed to PDF by LibreOffice', Number, 0)
		.option('--list <n>', 'failing reports to list', Number, 40)
		.option('--no-collected', 'leave out the collected reports')
		.option('--only <seed:index>', 'print one invented report and what is read from it')
		.option('--save <file>', 'with --only: write its file too')
		.showSuggestionAfterError(false)
		.exitOverride()
		.parse(args, { from: 'user' });
	const options = command.opts<Options>();
	return options.only === undefined ? measure(options) : showOne(options);
}

await runCommand('accuracy', main);
