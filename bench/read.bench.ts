import { parseArgs } from 'node:util';
import { readContent } from '../scripts/build/read-content.ts';
import { FILE_KINDS, readKinds } from '../scripts/synthesize/draft.ts';
import { auditReport } from '../src/lib/core/audit/index.ts';
import { extractReports } from '../src/lib/core/extract/index.ts';
import { readDocument } from '../src/lib/core/read/index.ts';
import type { Document } from '../src/lib/core/read/index.ts';
import { benchFileBuilds } from './build-files.ts';
import { LIBRARIES } from './libraries.ts';
import { machineLine } from './machine.ts';
import { samplesOf } from './samples.ts';
import type { Sample } from './samples.ts';
import { textTable } from '../scripts/text-table.ts';

// `npm run bench:read [-- --reports 30] [--rounds 5] [--kinds html,docx] [--build 1000]`: one thread reading invented reports of every
// kind, beside the library under each; then whole builds. Inputs come from the synthesizer, never from collected reports.

const { values } = parseArgs({
	options: {
		reports: { type: 'string', default: '30' },
		rounds: { type: 'string', default: '5' },
		kinds: { type: 'string', default: FILE_KINDS.join(',') },
		build: { type: 'string', default: '1000' }
	}
});

interface Step {
	readonly run: (file: number) => unknown;
	/** Milliseconds of each file, the best of all rounds: what other work on the machine adds is left out. */
	readonly best: number[];
}

const step = (run: Step['run']): Step => ({ run, best: [] });
const perReport = ({ best }: Step): number => best.reduce((sum, time) => sum + time, 0) / best.length;

async function timeSteps(steps: readonly Step[], files: number, rounds: number): Promise<void> {
	for (let round = 0; round <= rounds; round += 1) {
		for (let file = 0; file < files; file += 1) {
			for (const { run, best } of steps) {
				const started = performance.now();
				await run(file);
				const time = performance.now() - started;
				if (round > 0) best[file] = Math.min(best[file] ?? Infinity, time);
			}
		}
	}
}

/** The steps one by one and together, and the library, turn by turn over the same files. */
async function measure({ kind, shape, files }: Sample, rounds: number): Promise<string[]> {
	const bytesOf = (file: number): Uint8Array => files[file] ?? new Uint8Array(0);
	const documents: (Document | null)[] = [];
	const reports: ReturnType<typeof extractReports>[] = [];
	const library = LIBRARIES[kind];
	const read = step(async (file) => {
		const result = await readDocument(bytesOf(file));
		documents[file] = result.ok ? result.document : null;
	});
	const extract = step((file) => {
		const document = documents[file];
		reports[file] = document ? extractReports(document, '') : [];
	});
	const audit = step((file) => reports[file]?.map((report) => auditReport(report)));
	const whole = step((file) => readContent(bytesOf(file), ''));
	const bare = library ? step((file) => library.run(bytesOf(file))) : null;
	await timeSteps([...(bare ? [bare] : []), read, extract, audit, whole], files.length, rounds);
	const kilobytes = files.reduce((sum, { length }) => sum + length, 0) / files.length / 1000;
	const refused = documents.filter((document) => document === null).length;
	const all = perReport(whole);
	return [
		kind === shape ? kind : `${kind} ${shape}`,
		String(files.length - refused),
		kilobytes.toFixed(0),
		...[read, extract, audit, whole].map((each) => perReport(each).toFixed(2)),
		(1000 / all).toFixed(0),
		...(bare && library
			? [library.name, perReport(bare).toFixed(2), (all / perReport(bare)).toFixed(2)]
			: ['–', '–', '–'])
	];
}

console.log(machineLine());
const samples = await samplesOf(Number(values.reports), readKinds(values.kinds));
const rows: string[][] = [];
for (const sample of samples) if (sample.files.length > 0) rows.push(await measure(sample, Number(values.rounds)));
const header = [
	'one thread',
	'reports',
	'kB',
	'read',
	'extract',
	'audit',
	'whole ms',
	'reports/s',
	'library',
	'ms',
	'ratio'
];
console.log(`\n${textTable(header, rows)}`);
if (Number(values.build) > 0) {
	console.log(`\n${await benchFileBuilds({ reports: Number(values.build), kinds: ['txt', 'md'], jobs: [1, 2] })}`);
	const mixed = {
		reports: Math.ceil(Number(values.build) / 4),
		kinds: ['html', 'docx', 'xlsx', 'csv'] as const,
		jobs: [1, 2]
	};
	console.log(`\n${await benchFileBuilds(mixed)}`);
}
