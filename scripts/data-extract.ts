import { availableParallelism } from 'node:os';
import { Command, CommanderError, Option } from 'commander';
import type { Locale } from '../src/lib/format/locale.ts';
import { problemRemedy, problemSentence } from '../src/lib/format/problems.ts';
import { extractLines } from './build/extract-lines.ts';
import type { ExtractLine } from './build/extract-lines.ts';
import { jobsOption, timeoutOption } from './build/options.ts';
import { withOffice } from './build/office.ts';
import { readByWorkers } from './build/reader-pool.ts';

interface Options {
	readonly lang: Locale;
	readonly jobs: number;
	readonly timeout: number;
}

function sayRefused(lines: readonly ExtractLine[], locale: Locale): void {
	for (const { file, cells, problems } of lines) {
		if (Object.keys(cells).length > 0) continue;
		for (const problem of problems) {
			const remedy = problemRemedy(problem.code, locale);
			console.error(`${file}: ${problemSentence(problem, locale)}${remedy === null ? '' : ` → ${remedy}`}`);
		}
	}
}

async function print(lines: readonly ExtractLine[]): Promise<void> {
	const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
	if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

async function main(args: readonly string[]): Promise<number> {
	const command = new Command('data:extract')
		.description('读出报告,每份一行 JSON / print the reports in files, one JSON object a line')
		.argument('<file...>', '报告文件 / report files')
		.addOption(jobsOption(availableParallelism()))
		.addOption(timeoutOption())
		.addOption(new Option('--lang <lang>', '提示语言 / language of messages').choices(['zh', 'en']).default('zh'))
		.showSuggestionAfterError(false)
		.exitOverride()
		.parse(args, { from: 'user' });
	const { lang, jobs, timeout } = command.opts<Options>();
	const files = command.args;
	let done = 0;
	let unread = 0;
	const readFiles = withOffice(readByWorkers({ jobs, timeout, cache: null }), { cache: null });
	for await (const outcome of readFiles(files.map((file) => ({ path: file, name: file })))) {
		const { lines, read } = extractLines(files[done] ?? '', outcome);
		done += 1;
		await print(lines);
		if (read) continue;
		unread += 1;
		sayRefused(lines, lang);
	}
	return unread > 0 ? 1 : 0;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EPIPE') process.exit(0);
	throw error;
});

try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	if (!(error instanceof CommanderError)) throw error;
	process.exitCode = error.exitCode === 0 ? 0 : 2;
}
