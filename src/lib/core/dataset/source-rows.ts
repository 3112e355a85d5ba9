import type { DatasetProblem } from './build-problem.ts';
import type { Entry } from './entry.ts';
import { toRow } from './rows.ts';
import type { Row } from './rows.ts';
import { placedCells } from './versions.ts';

/** What became of an entry, with all that was found wrong with it. */
export interface Fate {
	readonly outcome: 'used' | 'superseded' | 'refused';
	readonly supersededBy: string | null;
	readonly problems: readonly DatasetProblem[];
}

export function sourceRow(entry: Entry, fate: Fate): Row {
	const { source, ordinal, attributed } = entry;
	return toRow('sources', {
		source: source.path,
		report: ordinal,
		sha256: source.sha256,
		bytes: source.bytes,
		reader: source.reader,
		address: source.address,
		collected: source.collected,
		published: source.published,
		agency: entry.agencyName,
		agency_id: attributed?.agency.id ?? null,
		year: entry.year,
		outcome: fate.outcome,
		superseded_by: fate.supersededBy,
		cells: attributed ? placedCells(attributed.report) : 0,
		problems: fate.problems.length
	});
}

/** The problems of all reports of one file, numbered through the file. */
export function problemRows(fates: ReadonlyMap<Entry, Fate>): Row[] {
	const next = new Map<string, number>();
	return [...fates]
		.sort(([a], [b]) => a.ordinal - b.ordinal)
		.flatMap(([entry, fate]) =>
			fate.problems.map(({ code, table, row, column, line, found, expected }) => {
				const ordinal = (next.get(entry.source.path) ?? 0) + 1;
				next.set(entry.source.path, ordinal);
				return toRow('problems', {
					source: entry.source.path,
					report: entry.ordinal,
					ordinal,
					agency_id: entry.attributed?.agency.id ?? null,
					year: entry.year,
					code,
					table: table ?? null,
					row: row ?? null,
					column: column ?? null,
					line: line ?? null,
					found: found ?? null,
					expected: expected ?? null
				});
			})
		);
}
