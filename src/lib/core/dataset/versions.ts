import type { CellKey, TableId } from '../form/index.ts';
import type { Report } from '../extract/report.ts';
import type { DatasetProblem } from './build-problem.ts';
import type { Attributed, Entry } from './entry.ts';
import { printedCells } from './printed-cells.ts';

export type AttributedEntry = Entry & { readonly attributed: Attributed };

/** Several reports of one agency-year: the one that counts, and the others with how their figures differ from it. */
export interface VersionGroup {
	readonly used: AttributedEntry;
	readonly superseded: readonly { readonly entry: AttributedEntry; readonly problems: readonly DatasetProblem[] }[];
}

/** Cells that the source prints and that found their place, with or without a number. */
export function placedCells(report: Report): number {
	return printedCells(report).filter(([, cell]) => cell.absence !== 'missing' && cell.absence !== 'unplaced').length;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Which of two reports of one agency-year counts: the one with more cells placed, then with fewer problems, then collected
 * later (no date is earliest), then whose path comes first, then which comes first in its file. Negative: `a` counts.
 */
export function compareVersions(a: AttributedEntry, b: AttributedEntry): number {
	return (
		placedCells(b.attributed.report) - placedCells(a.attributed.report) ||
		a.problems.length - b.problems.length ||
		byText(b.source.collected ?? '', a.source.collected ?? '') ||
		byText(a.source.path, b.source.path) ||
		a.ordinal - b.ordinal
	);
}

/** The cells that both print and print differently. */
export function differingCells(a: Report, b: Report): CellKey[] {
	return (Object.keys(a.cells) as CellKey[]).sort(byText).filter((key) => {
		const [left, right] = [a.cells[key], b.cells[key]];
		return left && right && (left.v !== right.v || left.absence !== right.absence);
	});
}

/** A problem for each of them: `found` in the superseded report, `expected` in the used one. */
function differences(loser: Report, winner: Report): DatasetProblem[] {
	return differingCells(loser, winner).flatMap((key): DatasetProblem[] => {
		const [left, right] = [loser.cells[key], winner.cells[key]];
		if (!left || !right) return [];
		const [table, row, column] = key.split('.') as [TableId, string, string];
		const shown = ({ v, raw, absence }: typeof left): string => (v === null ? raw || (absence ?? '') : String(v));
		return [{ code: 'report/versions-differ', table, row, column, found: shown(left), expected: shown(right) }];
	});
}

/** The reports of one agency-year, the one that counts first. Takes at least one. */
export function chooseVersion(entries: readonly [AttributedEntry, ...AttributedEntry[]]): VersionGroup {
	const [used, ...others] = [...entries].sort(compareVersions) as [AttributedEntry, ...AttributedEntry[]];
	return {
		used,
		superseded: others.map((entry) => ({
			entry,
			problems: [
				{ code: 'report/superseded', found: used.source.path },
				...differences(entry.attributed.report, used.attributed.report)
			]
		}))
	};
}
