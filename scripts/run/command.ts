import { CommanderError } from 'commander';
import type { DatasetProblem } from '../../src/lib/core/dataset/index.ts';
import type { Locale } from '../../src/lib/format/locale.ts';
import { problemRemedy, problemSentence } from '../../src/lib/format/problems.ts';
import { errorLine } from '../build/build-error.ts';

/** Writes to standard output, waiting where its reader is slower. */
export async function print(text: string): Promise<void> {
	if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

/** A problem of a file in one line: what was found, and what to do. */
export function problemLine(file: string, problem: DatasetProblem, locale: Locale): string {
	const remedy = problemRemedy(problem.code, locale);
	return `${file}: ${problemSentence(problem, locale)}${remedy === null ? '' : ` → ${remedy}`}`;
}

/**
 * Runs a command and gives the process its exit status: what `main` gives, 2 for a wrong call or an error, said in one line on
 * standard error. A reader of the output that goes away (`| head`) ends it quietly.
 */
export async function runCommand(name: string, main: (args: readonly string[]) => Promise<number>): Promise<void> {
	process.stdout.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code === 'EPIPE') process.exit(0);
		throw error;
	});
	try {
		process.exitCode = await main(process.argv.slice(2));
	} catch (error) {
		if (!(error instanceof CommanderError)) console.error(`${name}: ${errorLine(error, 'zh')}`);
		process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
	}
}
