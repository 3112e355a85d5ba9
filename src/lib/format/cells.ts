import {
	APPLICANT_COLUMNS,
	DISPUTES,
	LAYOUTS,
	OUTCOME_GROUPS,
	RESULTS,
	TABLE_FOUR_NAMES,
	TABLE_THREE_NAMES,
	TABLE_THREE_ROWS,
	TABLE_TWO,
	TABLE_TWO_NAMES
} from '../core/form/index.ts';
import type { Names, OutcomeGroupId, TableId, TableThreeRow, TableTwoBlock } from '../core/form/index.ts';
import { nameIn } from './locale.ts';
import type { Locale } from './locale.ts';

export const TABLE_NAMES = {
	t2: { zh: `表二 ${TABLE_TWO_NAMES.zh}`, en: `Table two: ${TABLE_TWO_NAMES.en}` },
	t3: { zh: `表三 ${TABLE_THREE_NAMES.zh}`, en: `Table three: ${TABLE_THREE_NAMES.en}` },
	t4: { zh: `表四 ${TABLE_FOUR_NAMES.zh}`, en: `Table four: ${TABLE_FOUR_NAMES.en}` }
} as const satisfies Record<TableId, Names>;

const OUTCOME_NAMES: ReadonlyMap<OutcomeGroupId, Names> = new Map(
	OUTCOME_GROUPS.map((group) => [group.id, group.names])
);

/** The row's name as it stands alone: a sub-item is led by its outcome, since “其他” occurs more than once. */
function tableThreeRowNames(row: TableThreeRow): Names {
	const group = row.group === undefined ? undefined : OUTCOME_NAMES.get(row.group);
	if (group === undefined || row.id === row.group) return row.names;
	return { zh: `${group.zh} · ${row.names.zh}`, en: `${group.en}: ${row.names.en}` };
}

const TABLE_TWO_BLOCKS = LAYOUTS.flatMap((layout): readonly TableTwoBlock[] => TABLE_TWO[layout]);

const ROW_NAMES: Record<TableId, ReadonlyMap<string, Names>> = {
	t2: new Map(TABLE_TWO_BLOCKS.flatMap((block) => block.rows.map((row) => [row.id, row.names] as const))),
	t3: new Map((TABLE_THREE_ROWS as readonly TableThreeRow[]).map((row) => [row.id, tableThreeRowNames(row)] as const)),
	t4: new Map(DISPUTES.map((dispute) => [dispute.id, dispute.names] as const))
};

/** The names of each table's columns, of all layouts, by their ids. */
export const COLUMN_NAMES: Record<TableId, ReadonlyMap<string, Names>> = {
	t2: new Map(TABLE_TWO_BLOCKS.flatMap((block) => block.columns.map((column) => [column.id, column.names] as const))),
	t3: new Map(APPLICANT_COLUMNS.map((column) => [column.id, column.names] as const)),
	t4: new Map(RESULTS.map((result) => [result.id, result.names] as const))
};

export function isTableId(text: string): text is TableId {
	return text in TABLE_NAMES;
}

/** A row's or column's name by its id; the id itself where the form has none of that name. */
export function rowName(table: TableId, row: string, locale: Locale): string {
	const names = ROW_NAMES[table].get(row);
	return names === undefined ? row : nameIn(names, locale);
}

export function columnName(table: TableId, column: string, locale: Locale): string {
	const names = COLUMN_NAMES[table].get(column);
	return names === undefined ? column : nameIn(names, locale);
}
