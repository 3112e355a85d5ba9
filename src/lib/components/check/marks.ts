import { severityOf } from '$lib/core/audit/index.ts';
import type { Finding } from '$lib/core/audit/index.ts';
import { formatNumber } from '$lib/format/numbers.ts';

/** What stands beside the number of a cell: whether a check fails there, and the value that would heal all of them. */
export interface Mark {
	readonly kind: 'fail' | 'look';
	/** How many checks fail there: a wrong cell is where several cross. */
	readonly checks: number;
	readonly suggestion: number | null;
}

/** The marks of a report's cells: `fail` where a hard rule fails, `look` where only others do. */
export function marksOf(findings: readonly Finding[]): ReadonlyMap<string, Mark> {
	const marks = new Map<string, Mark>();
	for (const finding of findings) {
		if (finding.status !== 'fail') continue;
		const kind = severityOf(finding) === 'hard' ? 'fail' : 'look';
		for (const cell of finding.cells) {
			const known = marks.get(cell);
			const suggestion = finding.suggestion?.cell === cell ? finding.suggestion.value : null;
			marks.set(cell, {
				kind: known?.kind === 'fail' ? 'fail' : kind,
				checks: (known?.checks ?? 0) + 1,
				suggestion: known?.suggestion ?? suggestion
			});
		}
	}
	return marks;
}

export interface MarkWords {
	readonly fail: string;
	readonly look: string;
	readonly suggested: (value: string) => string;
}

/** Writes the marks on the cells that are drawn in `root`: as attributes, which the style sheet shows as words. */
export function writeMarks(root: HTMLElement, marks: ReadonlyMap<string, Mark>, words: MarkWords): void {
	for (const cell of root.querySelectorAll<HTMLElement>('[data-cell]')) {
		const mark = marks.get(cell.dataset['cell'] ?? '');
		delete cell.dataset['mark'];
		delete cell.dataset['kind'];
		delete cell.dataset['suggestion'];
		if (!mark) continue;
		cell.dataset['kind'] = mark.kind;
		cell.dataset['mark'] = mark.checks > 1 ? `${words[mark.kind]} ×${mark.checks}` : words[mark.kind];
		if (mark.suggestion !== null) cell.dataset['suggestion'] = words.suggested(formatNumber(mark.suggestion));
	}
}
