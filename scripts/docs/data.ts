import { DATASET_TABLES } from '../../src/lib/core/dataset/index.ts';
import type { DataPackage, DatasetColumn, DatasetTable } from '../../src/lib/core/dataset/index.ts';
import {
	ALL_CELLS,
	APPLICANT_COLUMNS,
	formCell,
	formCells,
	LAYOUTS,
	TABLE_THREE_ROWS
} from '../../src/lib/core/form/index.ts';
import type { FormCell, TableThreeRow } from '../../src/lib/core/form/index.ts';
import { PROBLEM_CODES, problemName, problemRemedy } from '../../src/lib/format/problems.ts';
import { readPackage } from '../build/changes.ts';
import { literal } from '../../src/lib/db/sql.ts';
import { rowsOf, withDuckDB } from '../build/duckdb.ts';
import { markdownTable, renew } from './generated.ts';
import type { GeneratedDoc } from './generated.ts';

// `node scripts/docs/data.ts` writes the lists of docs/data.md anew from the tables and the form; with `shipped` it prints what the shipped dataset holds.

const SHIPPED = 'static/data/real';

const isCellColumn = (column: DatasetColumn): boolean => formCell(column.name.replace(/^without\./u, '')) !== undefined;
const isRowColumn = (table: DatasetTable, column: DatasetColumn): boolean =>
	table.name === 'requests' && TABLE_THREE_ROWS.some((row) => row.id === column.name);

function describeTable(table: DatasetTable): string {
	const own = table.columns.filter((column) => !isCellColumn(column) && !isRowColumn(table, column));
	const cells = table.columns.length - own.length;
	const rows = own.map((column) => [
		`\`${column.name}\``,
		column.type + (column.required ? '' : ', NULL'),
		column.meaning.zh,
		column.meaning.en + (column.values ? `: ${column.values.map((value) => `\`${value}\``).join(' ')}` : '')
	]);
	return [
		`### ${table.name}`,
		'',
		`${table.meaning.zh} / ${table.meaning.en}`,
		'',
		`Key: ${table.key.map((column) => `\`${column}\``).join(', ')}. ${table.byYear ? 'One file a year.' : 'One file.'}${cells > 0 ? ` And ${String(cells)} columns of figures, see [Cells](#cells).` : ''}`,
		'',
		markdownTable(['column', 'type', '含义', 'meaning'], rows)
	].join('\n');
}

const layoutsOf = (cell: FormCell): string =>
	LAYOUTS.filter((layout) => formCells(cell.table, layout).some(({ key }) => key === cell.key)).join(', ');

function describeCells(): string {
	const single = ALL_CELLS.filter((cell) => cell.table !== 't3').map((cell) => [
		`\`${cell.key}\``,
		layoutsOf(cell),
		cell.unit,
		`${cell.rowNames.zh} · ${cell.columnNames.zh}`,
		`${cell.rowNames.en} · ${cell.columnNames.en}`
	]);
	const rows = (TABLE_THREE_ROWS as readonly TableThreeRow[]).map((row) => [
		`\`${row.id}\``,
		row.layouts.join(', '),
		row.names.zh,
		row.names.en
	]);
	const columns = APPLICANT_COLUMNS.map((column) => [`\`${column.id}\``, column.names.zh, column.names.en]);
	return [
		'Tables two and four:',
		'',
		markdownTable(['cell', 'layouts', 'unit', '含义', 'meaning'], single),
		'',
		'Rows of table three (`t3.<row>.<column>`; in `requests` the column is the row of the form, in `reports` only `total`):',
		'',
		markdownTable(['row', 'layouts', '含义', 'meaning'], rows),
		'',
		'Columns of table three:',
		'',
		markdownTable(['column', '含义', 'meaning'], columns)
	].join('\n');
}

function describeProblems(): string {
	return markdownTable(
		['code', '所指', 'meaning', 'what to do'],
		PROBLEM_CODES.map((code) => [
			`\`${code}\``,
			problemName(code, 'zh'),
			problemName(code, 'en'),
			problemRemedy(code, 'en') ?? ''
		])
	);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

async function countBy(dataset: DataPackage, table: string, column: string): Promise<string> {
	const paths = dataset.resources.filter((resource) => resource['gongkai:table'] === table);
	const from = `read_parquet([${paths.map(({ path }) => literal(`${SHIPPED}/${path}`)).join(', ')}])`;
	const rows = await withDuckDB((connection) =>
		rowsOf(connection, `SELECT ${column} AS name, count(*)::INTEGER AS n FROM ${from} GROUP BY 1 ORDER BY 1`)
	);
	return rows.map((row) => `${String(row['name'])}: ${String(row['n'])}`).join(', ');
}

async function describeShipped(): Promise<string> {
	const dataset = await readPackage(SHIPPED);
	const rows = DATASET_TABLES.map((table) => {
		const files = dataset.resources.filter((resource) => resource['gongkai:table'] === table.name);
		const csv = dataset['gongkai:csv'].find((file) => file.table === table.name);
		return [
			`\`${table.name}\``,
			String(files.length),
			String(sum(files.map((file) => file.rowCount))),
			String(sum(files.map((file) => file.bytes))),
			csv ? String(csv.bytes) : '–'
		];
	});
	return [
		`Build \`${dataset['gongkai:build']}\`. Reports by year: ${await countBy(dataset, 'reports', '"year"')}. Sources: ${await countBy(dataset, 'sources', 'outcome')}. Absences: ${await countBy(dataset, 'absences', 'reason')}. Findings other than pass: ${await countBy(dataset, 'findings', 'status')}.`,
		'',
		markdownTable(['table', 'files', 'rows', 'bytes (Parquet)', 'bytes (CSV)'], rows)
	].join('\n');
}

export const DATA_DOC: GeneratedDoc = {
	path: 'docs/data.md',
	parts: () => ({
		tables: (DATASET_TABLES as readonly DatasetTable[]).map(describeTable).join('\n\n'),
		cells: describeCells(),
		problems: describeProblems()
	})
};

if (import.meta.main) {
	if (process.argv[2] === 'shipped') process.stdout.write(`${await describeShipped()}\n`);
	else await renew(DATA_DOC);
}
