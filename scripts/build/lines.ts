import type { Names } from '../../src/lib/core/form/index.ts';
import type { Locale } from '../../src/lib/format/locale.ts';
import { shownName } from '../../src/lib/core/form/shown-name.ts';
import { LISTED } from './problem-lines.ts';

/** Lines of a text for people in one language, set in by depth; long lists are cut after `listed` items, and say so. */
export class Lines {
	readonly lines: string[] = [];
	readonly #locale: Locale;
	readonly #listed: number;

	constructor(locale: Locale, listed = LISTED) {
		this.#locale = locale;
		this.#listed = listed;
	}

	/** Nothing of a stranger's file moves the cursor of the terminal that shows it, or turns the order of the words. */
	get text(): string {
		return `${this.lines
			.flatMap((line) => line.split('\n'))
			.map(shownName)
			.join('\n')}\n`;
	}

	say(words: Names, depth = 0): void {
		this.lines.push('  '.repeat(depth) + words[this.#locale]);
	}

	add(line: string, depth = 0): void {
		this.lines.push('  '.repeat(depth) + line);
	}

	/** The first items, and how many were left out. */
	list<T>(items: readonly T[], show: (item: T) => string, depth: number): void {
		for (const item of items.slice(0, this.#listed)) this.add(show(item), depth);
		const more = items.length - this.#listed;
		if (more > 0) this.say({ zh: `……另有 ${String(more)} 项`, en: `… and ${String(more)} more` }, depth);
	}
}
