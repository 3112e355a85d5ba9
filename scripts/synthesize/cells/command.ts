import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { BuildError, errorLine } from '../../build/build-error.ts';
import { diskFull, freeBytes, isDiskFull } from '../../build/disk-space.ts';
import type { FreeBytes } from '../../build/disk-space.ts';
import { checkFreeMemory } from '../../build/memory.ts';
import { jobsOption } from '../../build/options.ts';
import { QUIET, showProgress } from '../../build/progress.ts';
import type { Locale } from '../../../src/lib/format/locale.ts';
import { ERROR_KINDS } from '../errors.ts';
import { MUTATIONS, readRates } from '../mutations/registry.ts';
import { readCount, readShare, readYears } from '../read-options.ts';
import { sizesFor } from '../world/world.ts';
import { makeCellsDataset } from './make-dataset.ts';
import type { MadeDataset } from './make-dataset.ts';

export interface CellsOptions {
	readonly agencies: number;
	readonly years: string;
	readonly seed: string;
	readonly mutations: string;
	readonly errors: string;
	readonly missing: number;
	readonly out: string;
	readonly jobs: number;
	readonly lang: Locale;
	readonly quiet?: true;
}

const MB = 1024 * 1024;
/** Measured: the parts put aside, the dataset and what the database spills while it sorts, for each agency-year. */
const BYTES_A_REPORT = 2600;
const BASE_BYTES = 64 * MB;

/** Says before the work begins that what it will write does not fit. */
export async function checkRoom(out: string, reports: number, free: FreeBytes = freeBytes): Promise<void> {
	const needed = BASE_BYTES + reports * BYTES_A_REPORT;
	const there = await free(out);
	if (there >= needed) return;
	const [need, left] = [Math.ceil(needed / MB), Math.floor(there / MB)];
	throw new BuildError(
		diskFull(out, {
			zh: `(约需 ${String(need)} MB,剩 ${String(left)} MB)`,
			en: ` (about ${String(need)} MB needed, ${String(left)} MB free)`
		})
	);
}

/** Measured with two threads, in MB: whatever the size, a report up to those that the databases hold, a thread more. */
const [BASE_MEMORY, MEMORY_A_REPORT, MOST_OF_REPORTS, MEMORY_A_THREAD] = [700, 0.02, 2600, 600];

/** Says before the work begins that the machine has too little free memory. */
export function checkMemoryOf(reports: number, jobs: number, free = process.availableMemory()): void {
	const ofReports = Math.min(MOST_OF_REPORTS, reports * MEMORY_A_REPORT);
	const ofThreads = Math.min(MEMORY_A_THREAD, ofReports) * Math.max(0, jobs - 2);
	const [needed, count] = [Math.ceil(BASE_MEMORY + ofReports + ofThreads), String(reports)];
	checkFreeMemory({ zh: `${count} 份报告`, en: `${count} reports` }, needed, free);
}

function say({ reports, agencies, years, replaced }: MadeDataset, lang: Locale): string {
	const bytes = replaced.dataset.resources.reduce((sum, resource) => sum + resource.bytes, 0);
	const size = (bytes / 1e6).toFixed(1);
	const [made, silent] = [String(reports), String(years - reports)];
	return lang === 'zh'
		? `${replaced.folder}:${String(agencies)} 个虚构机关,${made} 份报告(直接以格写成,没有文件),${silent} 份未发布;Parquet ${size} MB`
		: `${replaced.folder}: ${made} reports of ${String(agencies)} invented agencies, as cells without files; ${silent} not published; Parquet ${size} MB`;
}

/** Writes a dataset of invented agencies straight from cells and says what was written. */
export async function writeCells(options: CellsOptions): Promise<void> {
	const { agencies, seed, missing, out, jobs, lang } = options;
	const years = readYears(options.years);
	const total = agencies * (years[1] - years[0] + 1);
	await checkRoom(out, total);
	checkMemoryOf(total, jobs);
	const progress = options.quiet ? QUIET : showProgress({ locale: lang });
	try {
		const made = await makeCellsDataset({
			...{ agencies, seed, missing, jobs, years, out: resolve(out), sizes: sizesFor(agencies) },
			mutations: readRates(options.mutations, MUTATIONS),
			errors: readRates(options.errors, ERROR_KINDS),
			title: { zh: '全国规模(虚构)', en: 'National scale (fictional)' },
			onReports: (done) => progress.step({ done, total: Math.max(total, done) }),
			onStage: (stage) => {
				if (stage === 'write') progress.end();
				if (!options.quiet) process.stderr.write(`${stage}\n`);
			},
			onFile: (table, year) => {
				if (!options.quiet) process.stderr.write(`  ${table}${year === null ? '' : ` ${String(year)}`}\n`);
			}
		});
		console.log(say(made, lang));
	} catch (error) {
		throw isDiskFull(error) ? new BuildError(diskFull(out)) : error;
	} finally {
		progress.end();
	}
}

/** The command that writes an invented country at national scale; gives its exit status. */
export async function nationalCommand(args: readonly string[]): Promise<number> {
	const options = new Command('data:national')
		.description('全国规模的虚构数据集 / a dataset of an invented country at national scale, straight from cells')
		.option('--agencies <n>', '机关数 / agencies', (text) => readCount(text, 'agencies'), 150_000)
		.option('--years <a-b>', '年度 / report years', '2019-2025')
		.option('--seed <seed>', '种子 / seed', 'national')
		.option('--mutations <rates>', 'default, none, all, name=rate …', 'default')
		.option('--errors <rates>', 'default, none, all, name=rate …', 'default')
		.option('--missing <rate>', '未发布的比例 / share of reports not published', readShare, 0.06)
		.option('--out <folder>', '数据集所在文件夹 / folder of the dataset', 'static/data/national')
		.addOption(jobsOption(availableParallelism()))
		.addOption(new Option('--lang <lang>', '输出语言 / language of the output').choices(['zh', 'en']).default('zh'))
		.option('--quiet', '不显示进度 / show no progress')
		.showSuggestionAfterError(false)
		.exitOverride()
		.allowExcessArguments(false)
		.parse(args, { from: 'user' })
		.opts<CellsOptions>();
	try {
		await writeCells(options);
		return 0;
	} catch (error) {
		console.error(`data:national: ${errorLine(error, options.lang)}`);
		return 2;
	}
}
