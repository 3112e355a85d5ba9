/** One thing's name in the two languages of the project. */
export interface Names {
	readonly zh: string;
	readonly en: string;
}

/** The two layouts of the statutory tables: 国办公开办函〔2019〕60号 (report years 2019, 2020) and 〔2021〕30号 (from 2021). */
export const LAYOUTS = ['2019', '2021'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** The first report year for which a layout is prescribed. */
export const LAYOUT_FROM: Readonly<Record<Layout, number>> = { '2019': 2019, '2021': 2021 };

/** Tables two, three and four of the form. */
export const TABLE_IDS = ['t2', 't3', 't4'] as const;
export type TableId = (typeof TABLE_IDS)[number];

export type Unit = 'piece' | 'item' | 'wan_yuan' | 'as_printed';

/** `table.row.column`, the name of a cell in code, JSON, Parquet, SQL and URLs alike. */
export type CellKey = `${TableId}.${string}.${string}`;
