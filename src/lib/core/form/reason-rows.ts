import { TABLE_THREE_ROWS } from './table-three.ts';
import type { TableThreeRow, TableThreeRowId } from './table-three.ts';

/** The outcomes that the form breaks down by reason. */
export const REASON_GROUPS = ['denied', 'unable', 'unprocessed', 'other'] as const;
export type ReasonGroupId = (typeof REASON_GROUPS)[number];

interface ReasonRow extends TableThreeRow {
	readonly id: TableThreeRowId;
	readonly group: ReasonGroupId;
}

const isReason = (row: TableThreeRow): row is ReasonRow =>
	REASON_GROUPS.some((group) => group === row.group) && row.layouts.includes('2021');

/** The rows of a group that give reasons, in printed order. Those of 其他处理 are of layout 2021 alone: layout 2019 has one row, that is no reason. */
export function reasonRows(group: ReasonGroupId): readonly ReasonRow[] {
	return (TABLE_THREE_ROWS as readonly TableThreeRow[]).filter(isReason).filter((row) => row.group === group);
}
