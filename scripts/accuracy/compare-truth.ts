import type { Report } from '../../src/lib/core/extract/index.ts';
import { TABLE_IDS, foldCharacters } from '../../src/lib/core/form/index.ts';
import type { TableId } from '../../src/lib/core/form/index.ts';
import { compareCells } from '../compare-cells.ts';
import type { Comparison } from '../compare-cells.ts';
import type { GoldCell } from '../shared-reports.ts';

/** What is known to stand in a report: cells, layouts, who reports for which year. */
export interface Known {
	readonly cells: Readonly<Record<string, GoldCell & { readonly optional?: true }>>;
	/** Layouts as printed; a table that is not given here may be told in any way. */
	readonly formats: Readonly<Partial<Record<TableId, string | null>>>;
	/** Null: not known. */
	readonly year: number | null;
	/** Names by which the agency may be called. */
	readonly agencies: readonly string[];
}

/** One report beside what is known of it, in counts and in words. */
export interface Outcome {
	/** Cells that print something or are known to be blank. */
	readonly cells: number;
	/** Numbers and absences as known. */
	readonly right: number;
	/** Not given, and a problem says so. */
	readonly declared: number;
	/** Neither given nor declared. */
	readonly silent: readonly string[];
	readonly wrong: readonly string[];
	readonly year: 'right' | 'none' | 'wrong';
	readonly agency: 'right' | 'none' | 'wrong';
}

/** A file that gave no report: each of its cells is declared by that. */
export function unread(known: Known): Outcome {
	const cells = Object.values(known.cells).filter((cell) => cell.optional !== true).length;
	return { cells, right: 0, declared: cells, silent: [], wrong: [], year: 'none', agency: 'none' };
}

function certain(report: Report, known: Known): Record<string, GoldCell> {
	const found: Readonly<Partial<Record<string, { readonly v: number | null }>>> = report.cells;
	return Object.fromEntries(
		Object.entries(known.cells).filter(([key, cell]) => cell.optional !== true || (found[key]?.v ?? null) !== null)
	);
}

function wrongLayouts(report: Report, known: Known): string[] {
	return TABLE_IDS.flatMap((table) => {
		const found = report.formats[table];
		const expected = known.formats[table];
		if (expected === undefined || found === null || found === 'undetermined' || found === expected) return [];
		return [`layout of ${table}: ${found} for ${String(expected)}`];
	});
}

/** Cells of which the report says that it could not read what is printed there, though a number or a mark is. */
function notUnderstood(report: Report, cells: Readonly<Record<string, GoldCell>>): Set<string> {
	const found: Readonly<Partial<Record<string, { readonly absence?: string }>>> = report.cells;
	return new Set(
		Object.entries(cells).flatMap(([key, cell]) =>
			cell.absence !== 'text' && found[key]?.absence === 'text' ? key : []
		)
	);
}

const plain = (name: string): string => foldCharacters(name).replace(/\s/gu, '');
const isCalled = (name: string, agencies: readonly string[]): boolean =>
	agencies.some((agency) => plain(agency) === plain(name));

/** Sets a report beside what is known of it. */
export function compareTruth(reports: readonly Report[], known: Known): Outcome {
	const [report] = reports;
	if (report === undefined) return unread(known);
	const cells = certain(report, known);
	const unclear = notUnderstood(report, cells);
	const comparison: Comparison = compareCells(report, { cells });
	const mistaken = comparison.wrong.filter((line) => !unclear.has(line.split(':')[0] ?? ''));
	const year = report.year === null ? 'none' : known.year === null || report.year === known.year ? 'right' : 'wrong';
	const agency = report.agency === null ? 'none' : isCalled(report.agency, known.agencies) ? 'right' : 'wrong';
	const wrong = [
		...mistaken,
		...wrongLayouts(report, known),
		...(year === 'wrong' ? [`year: ${String(report.year)} for ${String(known.year)}`] : []),
		...(agency === 'wrong' ? [`agency: ${report.agency ?? ''} for ${known.agencies.join(' or ')}`] : []),
		...(reports.length > 1 ? [`${reports.length} reports for one`] : [])
	];
	return {
		cells: Object.keys(cells).length,
		right: comparison.right + comparison.absentRight,
		declared: comparison.declared.length + unclear.size,
		silent: comparison.missed,
		wrong,
		year,
		agency
	};
}
