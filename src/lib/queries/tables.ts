import type { DatasetTableName } from '../core/dataset/tables.ts';
import type { Row } from '../db/gate.ts';
import type { Query } from './query.ts';

/** Rows of one table as it stands, all columns, in key order; dates as ISO text. */
export declare function tableOf(table: DatasetTableName, page: { limit: number | null; offset?: number }): Query<Row>;

/** One printed cell with its place in the source; `value` null with the reason in `absence`. */
export interface CellRow {
	readonly cell: string;
	readonly value: number | null;
	readonly raw: string;
	readonly absence: string | null;
	readonly unit: string | null;
	readonly table: number | null;
	readonly row: number | null;
	readonly col: number | null;
	readonly line: number | null;
}
/** Every cell of one report, tables in order. */
export declare function cellsOf(agencyId: string, year: number): Query<CellRow>;

export interface FindingRow {
	readonly agency_id: string;
	readonly year: number;
	readonly rule: string;
	readonly along: string;
	readonly status: 'fail' | 'unsure' | 'not_assessable';
	readonly left: number | null;
	readonly right: number | null;
	readonly difference: number | null;
	readonly cells: readonly string[];
}
/** Verdicts other than pass on one agency's reports; without a year, all its years. */
export declare function findingsOf(agencyId: string, year?: number): Query<FindingRow>;

export interface SourceRow {
	readonly source: string;
	readonly sha256: string;
	readonly bytes: number;
	readonly reader: string | null;
	readonly address: string | null;
	readonly collected: string | null;
	readonly outcome: 'used' | 'superseded' | 'refused';
	readonly cells: number;
	readonly problems: number;
}
/** The files of one report, the used one first. */
export declare function sourcesOf(agencyId: string, year: number): Query<SourceRow>;
