import type { Names } from '../../src/lib/core/form/index.ts';
import type { Locale } from '../../src/lib/format/locale.ts';

/** A failure of the machine or the call, not of a report: one line for the reader, exit status 2. */
export class BuildError extends Error {
	readonly words: Names;

	constructor(words: Names) {
		super(words.en);
		this.words = words;
	}
}

/** One line for whoever called the command. */
export function errorLine(error: unknown, locale: Locale): string {
	if (error instanceof BuildError) return error.words[locale];
	return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
