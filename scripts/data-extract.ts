import { readFile, stat } from 'node:fs/promises';
import { Command, CommanderError, Option } from 'commander';
import { MAX_BYTES } from '../src/lib/core/read/index.ts';
import type { DatasetProblem } from '../src/lib/core/dataset/index.ts';
import type { Locale } from '../src/lib/format/locale.ts';
import { problemRemedy, problemSentence } from '../src/lib/format/problems.ts';
import { extractLines, refusedLine } from './build/extract-lines.ts';
import type { ExtractLine } from './build/extract-lines.ts';

function fileProblem(error: unknown): DatasetProblem {
	const { code, message } = error as NodeJS.ErrnoException;
	return code === 'ENOENT' ? { code: 'file/not-found' } : { code: 'file/not-readable', found: code ?? message };
}

async function extractFile(file: string): Promise<{ lines: ExtractLine[]; read: boolean }> {
	const refuse = (problem: DatasetProblem): { lines: ExtractLine[]; read: boolean } => ({
		lines: [refusedLine(file, problem)],
		read: false
	});
	let bytes: Uint8Array;
	try {
		const found = await stat(file);
		const { size } = found;
		if (found.isDirectory()) return refuse({ code: 'file/is-folder' });
		if (!found.isFile()) return refuse({ code: 'file/not-readable', found: 'not a regular file' });
		if (size > MAX_BYTES)
			return refuse({ code: 'file/too-large', found: String(size), expected: `≤ ${String(MAX_BYTES)}` });
		bytes = await readFile(file);
	} catch (error) {
		return refuse(fileProblem(error));
	}
	try {
		return extractLines(bytes, file);
	} catch (error) {
		return refuse({ code: 'file/crashed', found: error instanceof Error ? error.message : String(error) });
	}
}

function sayRefused(file: string, problems: readonly DatasetProblem[], locale: Locale): void {
	for (const problem of problems) {
		const remedy = problemRemedy(problem.code, locale);
		console.error(`${file}: ${problemSentence(problem, locale)}${remedy === null ? '' : ` → ${remedy}`}`);
	}
}

async function main(args: readonly string[]): Promise<number> {
	const command = new Command('data:extract')
		.description('读出报告,每份一行 JSON / print the reports in files, one JSON object a line')
		.argument('<file...>', '报告文件 / report files')
		.addOption(new Option('--lang <lang>', '提示语言 / language of messages').choices(['zh', 'en']).default('zh'))
		.showSuggestionAfterError(false)
		.exitOverride()
		.parse(args, { from: 'user' });
	const { lang } = command.opts<{ lang: Locale }>();
	let unread = 0;
	for (const file of command.args) {
		const { lines, read } = await extractFile(file);
		for (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`);
		if (read) continue;
		unread += 1;
		sayRefused(file, lines[0]?.problems ?? [], lang);
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
