import { availableParallelism } from 'node:os';
import { Command, Option } from 'commander';
import { extractSchema } from '../src/lib/core/dataset/index.ts';
import type { Locale } from '../src/lib/format/locale.ts';
import { extractLines } from './build/extract-lines.ts';
import type { ExtractLine } from './build/extract-lines.ts';
import { jobsOption, timeoutOption } from './build/options.ts';
import { withOffice } from './build/office.ts';
import { readByWorkers } from './build/reader-pool.ts';
import { print, problemLine, runCommand } from './run/command.ts';

interface Options {
	readonly lang: Locale;
	readonly jobs: number;
	readonly timeout: number;
	readonly schema?: true;
}

function sayRefused(lines: readonly ExtractLine[], locale: Locale): void {
	for (const { file, cells, problems } of lines) {
		if (Object.keys(cells).length > 0) continue;
		for (const problem of problems) console.error(problemLine(file, problem, locale));
	}
}

async function main(args: readonly string[]): Promise<number> {
	const command = new Command('data:extract')
		.description('读出报告,每份一行 JSON / print the reports in files, one JSON object a line')
		.argument('[file...]', '报告文件 / report files')
		.option('--schema', '只打印每行的 JSON Schema / print the JSON Schema of a line, read nothing')
		.addOption(jobsOption(availableParallelism()))
		.addOption(timeoutOption())
		.addOption(new Option('--lang <lang>', '提示语言 / language of messages').choices(['zh', 'en']).default('zh'))
		.showSuggestionAfterError(false)
		.exitOverride()
		.parse(args, { from: 'user' });
	const { lang, jobs, timeout, schema } = command.opts<Options>();
	const files = command.args;
	if (schema) {
		await print(`${JSON.stringify(extractSchema(), null, 1)}\n`);
		return 0;
	}
	if (files.length === 0) command.error("error: missing required argument 'file'");
	let done = 0;
	let unread = 0;
	const readFiles = withOffice(readByWorkers({ jobs, timeout, cache: null }), { cache: null });
	for await (const outcome of readFiles(files.map((file) => ({ path: file, name: file })))) {
		const { lines, read } = extractLines(files[done] ?? '', outcome);
		done += 1;
		await print(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
		if (read) continue;
		unread += 1;
		sayRefused(lines, lang);
	}
	return unread > 0 ? 1 : 0;
}

await runCommand('data:extract', main);
