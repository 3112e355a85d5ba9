import { SCOPES } from '../core/dataset/tables.ts';
import {
	APPLICANTS,
	APPLICANT_TOTAL,
	DISPUTES,
	eachLayout,
	LAWSUITS,
	LAYOUTS,
	OUTCOME_GROUPS,
	TABLE_THREE_ROWS,
	tableThreeRows
} from '../core/form/index.ts';
import type {
	CellKey,
	DisputeId,
	Layout,
	Names,
	OutcomeGroupId,
	TableId,
	TableThreeRow,
	TableThreeRowId
} from '../core/form/index.ts';
import { identifier, literal } from '../db/sql.ts';

/** The rows of table three that are no outcome: what came in, what was closed, what goes on. */
export type FlowId = Exclude<(typeof TABLE_THREE_ROWS)[number], { group: OutcomeGroupId }>['id'];
/** The figures of one report. `other` bridges the layouts; `suits` sums the two kinds of lawsuit. */
export type FigureId = FlowId | OutcomeGroupId | DisputeId | 'suits';

/** A figure of one report: the sum of its parts, a number only if every part is one. */
export interface Figure {
	readonly id: FigureId;
	readonly names: Names;
	readonly table: TableId;
	readonly parts: Readonly<Record<Layout, readonly CellKey[]>>;
}

const inAll = (parts: readonly CellKey[]): Record<Layout, readonly CellKey[]> => eachLayout(() => parts);
const totalCell = (row: string): CellKey => `t3.${row}.${APPLICANT_TOTAL.id}`;
const disputeTotal = (dispute: DisputeId): CellKey => `t4.${dispute}.total`;

function groupParts(group: OutcomeGroupId): Record<Layout, readonly CellKey[]> {
	const parts = (layout: Layout): CellKey[] =>
		tableThreeRows(layout)
			.filter((row) => row.group === group)
			.map((row) => totalCell(row.id));
	return eachLayout(parts);
}

const isFlow = (row: TableThreeRow): row is TableThreeRow & { id: FlowId } => row.group === undefined;

/** Every figure of a report that pages show, in the order of the form. */
export const FIGURES: readonly Figure[] = [
	...(TABLE_THREE_ROWS as readonly TableThreeRow[])
		.filter(isFlow)
		.map((row): Figure => ({ id: row.id, names: row.names, table: 't3', parts: inAll([totalCell(row.id)]) })),
	...OUTCOME_GROUPS.map((group): Figure => ({
		id: group.id,
		names: group.names,
		table: 't3',
		parts: groupParts(group.id)
	})),
	...DISPUTES.map((dispute): Figure => ({
		id: dispute.id,
		names: dispute.names,
		table: 't4',
		parts: inAll([disputeTotal(dispute.id)])
	})),
	{
		id: 'suits',
		names: LAWSUITS.names,
		table: 't4',
		parts: inAll(DISPUTES.filter((dispute) => dispute.lawsuit).map((dispute) => disputeTotal(dispute.id)))
	}
];

export const OUTCOME_GROUP_IDS: readonly OutcomeGroupId[] = OUTCOME_GROUPS.map((group) => group.id);

export function figure(id: FigureId): Figure {
	const found = FIGURES.find((candidate) => candidate.id === id);
	if (!found) throw new Error(`unknown figure: ${id}`);
	return found;
}

/** A sum that is NULL as soon as one part is; DOUBLE holds any count exactly and is the same type in both engines. */
export function sumSql(parts: readonly string[]): string {
	return `(${parts.map((part) => `${part}::DOUBLE`).join(' + ')})`;
}

/** The sum of a layout's parts in SQL. `column` says where a cell stands; `format` is the table's layout column. */
function partsSql(parts: Figure['parts'], format: string, column: (cell: CellKey) => string): string {
	const sums = LAYOUTS.map((layout) => ({ layout, sum: sumSql(parts[layout].map(column)) }));
	const [first] = sums;
	if (first && sums.every(({ sum }) => sum === first.sum)) return first.sum;
	return `CASE ${format} ${sums.map(({ layout, sum }) => `WHEN ${literal(layout)} THEN ${sum}`).join(' ')} END`;
}

const formatSql = (table: TableId, reports: string): string => `${identifier(reports)}."format_${table}"`;

/** The sum of parts as printed: from the cells of a row of `reports`. */
export function printedSql(table: TableId, parts: Figure['parts'], reports: string): string {
	return partsSql(parts, formatSql(table, reports), (cell) => `${identifier(reports)}.${identifier(cell)}`);
}

/** A figure as printed: from the cells of a row of `reports`. */
export function figureSql(id: FigureId, reports: string): string {
	const { table, parts } = figure(id);
	return printedSql(table, parts, reports);
}

/** The sum of parts of table three's total column from the six applicants: `applicants` is the alias of `applicantsSql`. */
export function recomputedPartsSql(parts: Figure['parts'], reports: string, applicants: string): string {
	return partsSql(parts, formatSql('t3', reports), (cell) => {
		const row = cell.split('.')[1] as TableThreeRowId;
		return `${identifier(applicants)}.${identifier(row)}`;
	});
}

/** A figure of table three from the six applicants: `applicants` is the alias of `applicantsSql`. */
export function recomputedSql(id: FlowId | OutcomeGroupId, reports: string, applicants: string): string {
	return recomputedPartsSql(figure(id).parts, reports, applicants);
}

/**
 * The rows of table three summed over the applicants, by report of the relation `selected`: a row is NULL unless all six
 * applicants give a number.
 */
export function applicantsSql(selected: string): string {
	const sums = TABLE_THREE_ROWS.map(
		({ id }) =>
			`CASE WHEN count(q.${identifier(id)}) = ${APPLICANTS.length} THEN sum(q.${identifier(id)}::DOUBLE) END AS ${identifier(id)}`
	);
	return `SELECT q.agency_id, q.year, ${sums.join(', ')} FROM requests q JOIN ${identifier(selected)} s ON s.agency_id = q.agency_id AND s.year = q.year GROUP BY q.agency_id, q.year`;
}

/** Columns `<name>.value` and `<name>.n`: the sum of an expression over reports, and how many give it. */
export function totalSql(name: string, expression: string, only?: string): string {
	const filter = only ? ` FILTER (WHERE ${only})` : '';
	return `sum(${expression})${filter} AS ${identifier(`${name}.value`)}, (count(${expression})${filter})::INTEGER AS ${identifier(`${name}.n`)}`;
}

/** Columns `<name>.numerator`, `.denominator` and `.n`, over the reports for which `only` holds. */
export function shareSql(name: string, numerator: string, denominator: string, only: string): string {
	const filter = `FILTER (WHERE ${only})`;
	return [
		`sum(${numerator}) ${filter} AS ${identifier(`${name}.numerator`)}`,
		`sum(${denominator}) ${filter} AS ${identifier(`${name}.denominator`)}`,
		`(count(*) ${filter})::INTEGER AS ${identifier(`${name}.n`)}`
	].join(', ');
}

const SCOPE_ORDER = Object.keys(SCOPES);

/** An expression that sorts scopes as SCOPES lists them. */
export function scopeOrderSql(scope: string): string {
	return `CASE ${scope} ${SCOPE_ORDER.map((name, index) => `WHEN ${literal(name)} THEN ${index}`).join(' ')} END`;
}
