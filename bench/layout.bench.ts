import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { literal } from '../src/lib/db/sql.ts';
import { textTable } from '../scripts/text-table.ts';
import { machineLine } from './machine.ts';

// `node bench/layout.bench.ts --data static/data/national [--year 2023]`: what one year of a dataset weighs in other layouts of Parquet, in
// bytes a report. All that are shown can be read by the engine of the pages.

const { values } = parseArgs({
	options: {
		data: { type: 'string', default: 'static/data/national' },
		year: { type: 'string', default: '2023' }
	}
});
const of = (table: string): string => literal(join(values.data, `${table}-${values.year}.*.parquet`));
const REPORTS = of('reports');
const REQUESTS = of('requests');
const FINDINGS = of('findings');
const CELLS = of('cells');

const zstd = (level: number, group = 122_880): string =>
	`COMPRESSION zstd, COMPRESSION_LEVEL ${String(level)}, ROW_GROUP_SIZE ${String(group)}`;

const bare = (level: number): string => `${zstd(level)}, WRITE_BLOOM_FILTER false`;
/** As tables are written that are smaller without large dictionaries. */
const small = (level: number): string =>
	`${bare(level)}, STRING_DICTIONARY_PAGE_SIZE_LIMIT 65536, DICTIONARY_SIZE_LIMIT 512`;

const byId = (columns: string): string => `SELECT ${columns} FROM ${REPORTS} ORDER BY agency_id`;

const BLOCKS = `SELECT * EXCLUDE block FROM (SELECT *, row_number() OVER (ORDER BY agency_id) // 20480 AS block FROM ${FINDINGS})
	ORDER BY block, rule, along, status, reason, agency_id`;

const LAYOUTS: readonly (readonly [name: string, sql: string, options: string])[] = [
	['reports, zstd 3', byId('*'), zstd(3)],
	['reports, zstd 9', byId('*'), zstd(9)],
	['reports, zstd 19', byId('*'), zstd(19)],
	['reports, zstd 19, no Bloom filters', byId('*'), bare(19)],
	['reports, zstd 19, neither these nor large dictionaries', byId('*'), small(19)],
	['the same, zstd 16', byId('*'), small(16)],
	['the same, zstd 15', byId('*'), small(15)],
	['reports, zstd 19, Parquet v2', byId('*'), `${zstd(19)}, PARQUET_VERSION V2`],
	['reports, zstd 19, row groups of 8192', byId('*'), zstd(19, 8192)],
	['reports, snappy', byId('*'), 'COMPRESSION snappy, ROW_GROUP_SIZE 122880'],
	[
		'reports, zstd 19, by province, scope, family',
		`SELECT * FROM ${REPORTS} ORDER BY province, scope, family, agency_id`,
		zstd(19)
	],
	['of it: totals of tables two to four', byId(String.raw`agency_id, COLUMNS('^t[234]\.')`), zstd(19)],
	['of it: totals of tables three and four', byId(String.raw`agency_id, COLUMNS('^t[34]\.')`), zstd(19)],
	[
		'of it: names and places',
		byId('agency_id, agency, code, province, city, county, township, level, type, family, scope'),
		zstd(19)
	],
	['of it: source', byId('agency_id, source, report'), zstd(19)],
	['of it: counts of verdicts', byId(`agency_id, COLUMNS('^(checks|hard|definitional|plausibility)_')`), zstd(19)],
	['requests, zstd 3', `SELECT * FROM ${REQUESTS} ORDER BY agency_id, applicant`, zstd(3)],
	['requests, zstd 19', `SELECT * FROM ${REQUESTS} ORDER BY agency_id, applicant`, zstd(19)],
	['requests, zstd 19, no Bloom filters', `SELECT * FROM ${REQUESTS} ORDER BY agency_id, applicant`, bare(19)],
	['the same, zstd 16', `SELECT * FROM ${REQUESTS} ORDER BY agency_id, applicant`, bare(16)],
	['requests, zstd 19, by applicant', `SELECT * FROM ${REQUESTS} ORDER BY applicant, agency_id`, zstd(19)],
	[
		'requests, zstd 19, long without zeros',
		`SELECT agency_id, applicant, item, figure FROM (FROM ${REQUESTS} UNPIVOT INCLUDE NULLS
			(figure FOR item IN (COLUMNS(* EXCLUDE (agency_id, "year", applicant))))) WHERE figure IS DISTINCT FROM 0 ORDER BY ALL`,
		zstd(19)
	],
	['findings, zstd 3', `SELECT * FROM ${FINDINGS} ORDER BY agency_id, rule, along`, zstd(3)],
	['findings, zstd 19', `SELECT * FROM ${FINDINGS} ORDER BY agency_id, rule, along`, zstd(19)],
	['findings, zstd 19, by rule', `SELECT * FROM ${FINDINGS} ORDER BY rule, along, agency_id`, zstd(19)],
	['findings, zstd 19, no Bloom filters', `SELECT * FROM ${FINDINGS} ORDER BY agency_id, rule, along`, bare(19)],
	['findings, zstd 19, in blocks, by rule and verdict, neither these nor large dictionaries', BLOCKS, small(19)],
	...[16, 15].map((level): [string, string, string] => [`the same, zstd ${String(level)}`, BLOCKS, small(level)]),
	['cells, zstd 3', `SELECT * FROM ${CELLS} ORDER BY agency_id, cell`, zstd(3)],
	['cells, zstd 9', `SELECT * FROM ${CELLS} ORDER BY agency_id, cell`, zstd(9)],
	['cells, zstd 9, no Bloom filters', `SELECT * FROM ${CELLS} ORDER BY agency_id, cell`, bare(9)],
	['cells, zstd 19', `SELECT * FROM ${CELLS} ORDER BY agency_id, cell`, zstd(19)],
	['cells, zstd 9, by cell', `SELECT * FROM ${CELLS} ORDER BY cell, agency_id`, zstd(9)]
];

const folder = mkdtempSync(join(tmpdir(), 'layout-'));
try {
	const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
	const connection = await instance.connect();
	const counted = await connection.runAndReadAll(`SELECT count(*) FROM ${REPORTS}`);
	const reports = Number(counted.getRows()[0]?.[0]);
	console.log(`${machineLine()}\n${values.data}, ${values.year}: ${String(reports)} reports\n`);
	const path = join(folder, 'one.parquet');
	const rows = [];
	for (const [name, sql, options] of LAYOUTS) {
		const before = process.cpuUsage();
		await connection.run(`COPY (${sql}) TO ${literal(path)} (FORMAT parquet, ${options})`);
		const seconds = process.cpuUsage(before).user / 1e6;
		const { size } = statSync(path);
		rows.push([name, String(size), (size / reports).toFixed(2), seconds.toFixed(1)]);
	}
	console.log(textTable(['layout', 'bytes', 'bytes a report', 'CPU s'], rows));
	connection.closeSync();
} finally {
	rmSync(folder, { recursive: true });
}
