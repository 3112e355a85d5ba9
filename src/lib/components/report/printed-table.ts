import {
	APPLICANT_COLUMNS,
	DISPUTES,
	isLayout,
	OUTCOME_GROUPS,
	RESULTS,
	TABLE_THREE_ROWS,
	TABLE_TWO
} from '$lib/core/form/index.ts';
import type { Layout, Names, TableId, TableThreeRow, TableTwoBlock } from '$lib/core/form/index.ts';

export interface PrintedRow {
	readonly id: string;
	/** The number before the label, as printed. */
	readonly ordinal: string;
	readonly names: Names;
	/** How deep the row stands under others. */
	readonly depth: 0 | 1 | 2;
	/** Keys of its cells, by column; null where the form prints none. Empty: a heading over the rows below it. */
	readonly cells: readonly (string | null)[];
}

export interface PrintedBlock {
	readonly heading: Names | null;
	readonly columns: readonly { readonly id: string; readonly names: Names }[];
	readonly rows: readonly PrintedRow[];
}

function tableTwo(layout: Layout): PrintedBlock[] {
	return (TABLE_TWO[layout] as readonly TableTwoBlock[]).map(({ item, columns, rows }) => ({
		heading: { zh: `第二十条第(${item})项`, en: `Article 20(${'一二三四五六七八九十'.indexOf(item) + 1})` },
		columns,
		rows: rows.map((row) => ({
			id: row.id,
			ordinal: '',
			names: row.names,
			depth: 0,
			cells: columns.map((column) => `t2.${row.id}.${column.id}`)
		}))
	}));
}

const CLOSING: Names = { zh: '本年度办理结果', en: 'How requests ended this year' };

function tableThree(layout: Layout): PrintedBlock[] {
	const rows: PrintedRow[] = [];
	let group: string | undefined;
	for (const row of (TABLE_THREE_ROWS as readonly TableThreeRow[]).filter((one) => one.layouts.includes(layout))) {
		const outcome = OUTCOME_GROUPS.find((one) => one.id === row.group);
		if (row.id === 'granted') rows.push({ id: 'closing', ordinal: '三、', names: CLOSING, depth: 0, cells: [] });
		if (outcome !== undefined && outcome.id !== row.id && group !== outcome.id)
			rows.push({
				id: `group-${outcome.id}`,
				ordinal: `(${outcome.ordinal})`,
				names: outcome.names,
				depth: 1,
				cells: []
			});
		group = outcome?.id;
		rows.push({
			id: row.id,
			ordinal: row.ordinal,
			names: row.names,
			depth: row.id === 'closed' || outcome?.id === row.id ? 1 : outcome === undefined ? 0 : 2,
			cells: APPLICANT_COLUMNS.map((column) => `t3.${row.id}.${column.id}`)
		});
	}
	return [{ heading: null, columns: APPLICANT_COLUMNS, rows }];
}

/** The three groups stand under each other, where the form prints them side by side: fifteen columns fit no screen. */
function tableFour(): PrintedBlock[] {
	return [
		{
			heading: null,
			columns: RESULTS,
			rows: DISPUTES.map((dispute) => ({
				id: dispute.id,
				ordinal: '',
				names: dispute.names,
				depth: 0,
				cells: RESULTS.map((result) => `t4.${dispute.id}.${result.id}`)
			}))
		}
	];
}

/** A table of the form as it is drawn on the page, in the layout that the report has. */
export function printedTable(table: TableId, layout: Layout): PrintedBlock[] {
	if (table === 't2') return tableTwo(layout);
	return table === 't3' ? tableThree(layout) : tableFour();
}

/** The layout to draw a table in: its own, or where that could not be told the one whose cells the report has. */
export function drawnLayout(table: TableId, format: string | null, keys: ReadonlySet<string>): Layout | null {
	if (isLayout(format)) return format;
	if (format === null) return null;
	const rest = table === 't3' ? 't3.other.' : 't2.licensing.items_prev';
	return [...keys].some((key) => key.startsWith(rest)) ? '2019' : '2021';
}
