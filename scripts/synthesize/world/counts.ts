import {
	APPLICANTS,
	DISPUTES,
	RESULTS,
	TABLE_IDS,
	formCells,
	tableThreeRows
} from '../../../src/lib/core/form/index.ts';
import type { CellKey, FormCell, Layout, TableId } from '../../../src/lib/core/form/index.ts';

export type Formats = Readonly<Record<TableId, Layout | null>>;

/** The rows of table three that are not sums: those of layout 2021, of which 2019 adds up the last three outcomes. */
export const COUNTED_ROWS = tableThreeRows('2021')
	.map((row) => row.id)
	.filter((row) => row !== 'closed');
export const OUTCOME_ROWS = tableThreeRows('2021').flatMap((row) => (row.group === undefined ? [] : row.id));
const OTHER_ROWS = ['other_no_correction', 'other_fee_unpaid', 'other_rest'];

/** The cells of table two in both layouts, each once; money is counted in yuan. */
export const TABLE_TWO_KEYS: readonly CellKey[] = [
	...new Set([...formCells('t2', '2021'), ...formCells('t2', '2019')].map((cell) => cell.key))
];
const ROW_AT: ReadonlyMap<string, number> = new Map(COUNTED_ROWS.map((row, index) => [row, index]));
const KEY_AT: ReadonlyMap<CellKey, number> = new Map(TABLE_TWO_KEYS.map((key, index) => [key, index]));
const WIDTH = APPLICANTS.length;
const PARTS = RESULTS.filter((result) => result.id !== 'total').map((result) => result.id);

/** What happened in one agency and year, in whole numbers, apart from how a report prints it. Sums of bodies are sums of these. */
export class Counts {
	/** Row by row, the six kinds of applicant. */
	readonly requests = new Int32Array(COUNTED_ROWS.length * WIDTH);
	/** Dispute by dispute: upheld, corrected, other, pending. */
	readonly disputes = new Int32Array(DISPUTES.length * PARTS.length);
	readonly tableTwo = new Float64Array(TABLE_TWO_KEYS.length);

	requestsOf(row: string, applicant: number): number {
		return this.requests[(ROW_AT.get(row) ?? -1) * WIDTH + applicant] ?? 0;
	}

	addRequests(row: string, applicant: number, more: number): void {
		const at = (ROW_AT.get(row) ?? -1) * WIDTH + applicant;
		if (at < 0) throw new Error(`no counted row: ${row}`);
		this.requests[at] = (this.requests[at] ?? 0) + more;
	}

	/** All applicants of a row. */
	total(row: string): number {
		return APPLICANTS.reduce((sum, _, applicant) => sum + this.requestsOf(row, applicant), 0);
	}

	set(key: CellKey, value: number): void {
		const at = KEY_AT.get(key);
		if (at === undefined) throw new Error(`no cell of table two: ${key}`);
		this.tableTwo[at] = value;
	}

	get(key: CellKey): number {
		return this.tableTwo[KEY_AT.get(key) ?? -1] ?? 0;
	}

	addDisputes(dispute: number, parts: readonly number[]): void {
		parts.forEach((value, part) => {
			const at = dispute * PARTS.length + part;
			this.disputes[at] = (this.disputes[at] ?? 0) + value;
		});
	}

	disputesOf(dispute: number): number[] {
		return PARTS.map((_, part) => this.disputes[dispute * PARTS.length + part] ?? 0);
	}

	add(other: Counts): void {
		for (let at = 0; at < this.requests.length; at += 1)
			this.requests[at] = (this.requests[at] ?? 0) + (other.requests[at] ?? 0);
		for (let at = 0; at < this.disputes.length; at += 1)
			this.disputes[at] = (this.disputes[at] ?? 0) + (other.disputes[at] ?? 0);
		for (let at = 0; at < this.tableTwo.length; at += 1)
			this.tableTwo[at] = (this.tableTwo[at] ?? 0) + (other.tableTwo[at] ?? 0);
	}
}

function requestCell(counts: Counts, row: string, column: string): number {
	const rows = row === 'closed' ? OUTCOME_ROWS : row === 'other' ? OTHER_ROWS : [row];
	const applicants =
		column === 'total'
			? APPLICANTS.map((_, index) => index)
			: [APPLICANTS.findIndex((applicant) => applicant.id === column)];
	return rows.reduce(
		(sum, id) => sum + applicants.reduce((all, applicant) => all + counts.requestsOf(id, applicant), 0),
		0
	);
}

function disputeCell(counts: Counts, dispute: string, result: string): number {
	const parts = counts.disputesOf(DISPUTES.findIndex((candidate) => candidate.id === dispute));
	if (result === 'total') return parts.reduce((sum, value) => sum + value, 0);
	return parts[PARTS.findIndex((part) => part === result)] ?? 0;
}

/** Yuan as 万元, exact to four places. */
export const inWanYuan = (yuan: number): number => Math.round(yuan) / 10_000;

function valueOf(counts: Counts, cell: FormCell): number {
	if (cell.table === 't3') return requestCell(counts, cell.row, cell.column);
	if (cell.table === 't4') return disputeCell(counts, cell.row, cell.column);
	const value = counts.get(cell.key);
	return cell.unit === 'wan_yuan' || cell.unit === 'as_printed' ? inWanYuan(value) : value;
}

/** The cells of a report on these counts, in printed order, by layout of each table; money in 万元. */
export function cellsOf(counts: Counts, formats: Formats): Map<CellKey, number> {
	const cells = new Map<CellKey, number>();
	for (const table of TABLE_IDS) {
		const layout = formats[table];
		if (layout !== null) for (const cell of formCells(table, layout)) cells.set(cell.key, valueOf(counts, cell));
	}
	return cells;
}
