import type { AbsenceReason } from '../core/extract/report.ts';
import type { Scope } from '../core/dataset/tables.ts';
import { LAYOUTS, TABLE_IDS } from '../core/form/index.ts';
import type { CellKey, TableId } from '../core/form/index.ts';
import type { Row } from '../db/gate.ts';
import { identifier, literal } from '../db/sql.ts';
import { FIGURES, figureSql, scopeOrderSql } from './figures.ts';
import type { Figure, FigureId } from './figures.ts';
import { failingSql, where } from './filters.ts';
import type { Filters } from './filters.ts';
import type { Query } from './query.ts';
import { number, numberOrNull, text, textOrNull } from './row-values.ts';
import { bySums } from './sums/sums.ts';
import type { Sums } from './sums/sums.ts';

/** Why a figure has no number: a part's own reason, or that its table was not found, or that its layout could not be told. */
export type FigureAbsence = AbsenceReason | 'table_missing' | 'layout_undetermined';

/** A figure of one report: a number, or null with the reasons of the parts that have none. */
export interface FigureValue {
	readonly value: number | null;
	/** Empty where there is a number. */
	readonly absences: readonly FigureAbsence[];
}

export interface ReportRow {
	readonly agency_id: string;
	/** As named by the report. */
	readonly agency: string;
	readonly year: number;
	readonly scope: Scope;
	readonly level: string | null;
	readonly type: string;
	readonly family: string | null;
	readonly code: string | null;
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
	readonly township: string | null;
	/** The layout of each table; null: not found. */
	readonly formats: Readonly<Record<TableId, string | null>>;
	readonly figures: Readonly<Record<FigureId, FigureValue>>;
	readonly checks: {
		readonly pass: number;
		readonly fail: number;
		readonly unsure: number;
		readonly not_assessable: number;
	};
	readonly problems: number;
	/** Its file, and which report of that file. */
	readonly source: string;
	readonly report: number;
	readonly address: string | null;
	readonly collected: string | null;
	readonly sha256: string | null;
}

export interface Page {
	/** null: all. */
	readonly limit: number | null;
	readonly offset?: number;
}

/** LIMIT and OFFSET of a page. */
export function pageSql({ limit, offset = 0 }: Page): string {
	return `${limit === null ? '' : ` LIMIT ${Math.trunc(limit)}`}${offset > 0 ? ` OFFSET ${Math.trunc(offset)}` : ''}`;
}

const TEXTS = ['level', 'family', 'code', 'province', 'city', 'county', 'township'] as const;
const CHECKS = ['checks_pass', 'checks_fail', 'checks_unsure', 'checks_not_assessable', 'problems', 'report'] as const;
const NAMED = ['agency_id', 'agency', 'year', 'scope', 'type', 'source', ...TEXTS, ...CHECKS];

/** The columns of a report of the alias `r`, with its source `s` and the reasons `b` of its absences. */
export const REPORT_COLUMNS = [
	...NAMED.map((name) => `r.${identifier(name)} AS ${identifier(name)}`),
	...TABLE_IDS.map((table) => `r.format_${table} AS format_${table}`),
	...FIGURES.map(({ id }) => `${figureSql(id, 'r')} AS ${identifier(id)}`),
	's.address AS address',
	's.collected::VARCHAR AS collected',
	's.sha256 AS sha256',
	'b.reasons AS reasons'
].join(',\n\t');

const FIGURE_CELLS: readonly CellKey[] = [
	...new Set(FIGURES.flatMap(({ parts }) => LAYOUTS.flatMap((layout) => parts[layout])))
];

/** What REPORT_COLUMNS takes of `reports`. */
const TAKEN = [...NAMED, ...TABLE_IDS.map((table) => `format_${table}`), ...FIGURE_CELLS]
	.map((name) => `r.${identifier(name)}`)
	.join(', ');

/** The joins that REPORT_COLUMNS needs; `reports` is the relation that `r` stands for. */
export function reportJoinsSql(reports: string, cells: readonly CellKey[] = FIGURE_CELLS): string {
	return `LEFT JOIN sources s ON s.source = r.source AND s.report = r.report
LEFT JOIN (
	SELECT c.agency_id, c.year, string_agg(c.cell || ' ' || c.reason, ';' ORDER BY c.cell) AS reasons
	FROM absences c JOIN ${identifier(reports)} p ON p.agency_id = c.agency_id AND p.year = c.year
	WHERE c.cell IN (${cells.map(literal).join(', ')})
	GROUP BY c.agency_id, c.year
) b ON b.agency_id = r.agency_id AND b.year = r.year`;
}

/** Reasons by cell, from the column `reasons`. */
export function absenceReasons(row: Row): ReadonlyMap<string, AbsenceReason> {
	const pairs = textOrNull(row, 'reasons')?.split(';') ?? [];
	return new Map(pairs.map((pair) => pair.split(' ') as [string, AbsenceReason]));
}

/** A number, or why there is none. */
export function figureValue(
	value: number | null,
	{ table, parts }: Pick<Figure, 'table' | 'parts'>,
	formats: ReportRow['formats'],
	reasons: ReadonlyMap<string, AbsenceReason>
): FigureValue {
	if (value !== null) return { value, absences: [] };
	const format = formats[table];
	if (format === null) return { value, absences: ['table_missing'] };
	const layout = LAYOUTS.find((candidate) => candidate === format);
	const cells = layout ? parts[layout] : LAYOUTS.flatMap((candidate) => parts[candidate]);
	const known = new Set<FigureAbsence>(cells.flatMap((cell) => reasons.get(cell) ?? []));
	if (known.size === 0) known.add(layout ? 'missing' : 'layout_undetermined');
	return { value, absences: [...known] };
}

export function parseReport(row: Row): ReportRow {
	const formats = {
		t2: textOrNull(row, 'format_t2'),
		t3: textOrNull(row, 'format_t3'),
		t4: textOrNull(row, 'format_t4')
	};
	const reasons = absenceReasons(row);
	const figures = Object.fromEntries(
		FIGURES.map((figure) => [figure.id, figureValue(numberOrNull(row, figure.id), figure, formats, reasons)])
	) as Record<FigureId, FigureValue>;
	return {
		agency_id: text(row, 'agency_id'),
		agency: text(row, 'agency'),
		year: number(row, 'year'),
		scope: text(row, 'scope') as Scope,
		level: textOrNull(row, 'level'),
		type: text(row, 'type'),
		family: textOrNull(row, 'family'),
		code: textOrNull(row, 'code'),
		province: textOrNull(row, 'province'),
		city: textOrNull(row, 'city'),
		county: textOrNull(row, 'county'),
		township: textOrNull(row, 'township'),
		formats,
		figures,
		checks: {
			pass: number(row, 'checks_pass'),
			fail: number(row, 'checks_fail'),
			unsure: number(row, 'checks_unsure'),
			not_assessable: number(row, 'checks_not_assessable')
		},
		problems: number(row, 'problems'),
		source: text(row, 'source'),
		report: number(row, 'report'),
		address: textOrNull(row, 'address'),
		collected: textOrNull(row, 'collected'),
		sha256: textOrNull(row, 'sha256')
	};
}

const inOrder = (alias: string): string =>
	[
		scopeOrderSql(`${alias}.scope`),
		...['province', 'city', 'county', 'township', 'agency_id', 'year'].map((name) => `${alias}.${name} NULLS LAST`)
	].join(', ');

/**
 * One row a report: by scope, place, agency (its id, that stays over renames) and year. They are put aside once, since the engine of
 * the browser would work them out for each join, and only the columns asked for, since it reads every column of what is put aside.
 */
export function reportRows(filters: Filters, page: Page = { limit: null }): Query<ReportRow> {
	return {
		tables: ['reports', 'sources', 'absences'],
		years: filters.years,
		sql: `WITH page AS MATERIALIZED (
	SELECT ${TAKEN} FROM reports r WHERE ${where(filters, 'r')}
	ORDER BY ${inOrder('r')}${pageSql(page)}
)
SELECT ${REPORT_COLUMNS}
FROM page r
${reportJoinsSql('page')}
ORDER BY ${inOrder('r')}`,
		parse: (rows) => rows.map(parseReport)
	};
}

export interface ReportCount {
	readonly reports: number;
	readonly agencies: number;
	/** Reports among them that fail a hard rule: none where the filters leave those out. */
	readonly failing: number;
}

function countOf({ reports, agencies }: Sums, filters: Filters): ReportCount {
	const groups = reports.groups(filters, ['failing']);
	return {
		reports: groups.reduce((sum, group) => sum + group.count('reports'), 0),
		agencies: agencies.count(filters),
		failing: groups.find(({ key }) => key['failing'] === 1)?.count('reports') ?? 0
	};
}

/** One row: how many reports, of how many agencies, the filters take in. */
export function countReports(filters: Filters): Query<ReportCount> {
	return {
		tables: ['reports'],
		years: filters.years,
		...bySums(filters, (sums) => [countOf(sums, filters)]),
		sql: `SELECT count(*)::INTEGER AS reports, count(DISTINCT r.agency_id)::INTEGER AS agencies,
	(count(*) FILTER (WHERE ${failingSql('r')}))::INTEGER AS failing
FROM reports r WHERE ${where(filters, 'r')}`,
		parse: (rows) =>
			rows.map((row) => ({
				reports: number(row, 'reports'),
				agencies: number(row, 'agencies'),
				failing: number(row, 'failing')
			}))
	};
}
