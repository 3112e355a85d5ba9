import type { PrintedBlock, PrintedReport } from './print-report.ts';
import type { PrintedCell, PrintedTable } from './printed-table.ts';

/** The report with its tables changed. */
export function mapTables(report: PrintedReport, change: (table: PrintedTable) => PrintedTable): PrintedReport {
	return {
		...report,
		blocks: report.blocks.map((block) => (block.kind === 'table' ? { ...block, table: change(block.table) } : block))
	};
}

/** The report with its cells changed; their places stay. */
export function mapCells(
	report: PrintedReport,
	change: (cell: PrintedCell, table: PrintedTable) => PrintedCell
): PrintedReport {
	return mapTables(report, (table) => ({
		...table,
		rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => change(cell, table)) }))
	}));
}

/** The report with every text but the figures changed: titles, headings, paragraphs, labels. */
export function mapWords(report: PrintedReport, change: (text: string) => string): PrintedReport {
	const worded = mapCells(report, (cell) => (cell.kind === 'figure' ? cell : { ...cell, text: change(cell.text) }));
	const blocks = worded.blocks.map((block): PrintedBlock => {
		if (block.kind === 'title') return { ...block, lines: block.lines.map(change) };
		return block.kind === 'table' ? block : { ...block, text: change(block.text) };
	});
	return { ...worded, title: worded.title.map(change), blocks };
}

/** The report with blocks put before or after those that the test tells. */
export function insertBlocks(
	report: PrintedReport,
	at: 'before' | 'after',
	test: (block: PrintedBlock) => boolean,
	blocks: readonly PrintedBlock[]
): PrintedReport {
	return {
		...report,
		blocks: report.blocks.flatMap((block) => {
			if (!test(block)) return [block];
			return at === 'before' ? [...blocks, block] : [block, ...blocks];
		})
	};
}

export const isTable =
	(...names: readonly PrintedTable['table'][]) =>
	(block: PrintedBlock): boolean =>
		block.kind === 'table' && names.includes(block.table.table);
