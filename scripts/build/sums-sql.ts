import { BEFORE_DIMENSIONS, PAIRED_GROUPS, SUMMED_CELLS } from '../../src/lib/core/dataset/index.ts';
import type { SummedFigure } from '../../src/lib/core/dataset/index.ts';
import { identifier } from '../../src/lib/db/sql.ts';
import { measureSql } from '../../src/lib/queries/indicator-sql.ts';

// The tables of sums once more, by the engine from `reports`: what the build has summed up is held against it.

const DIMENSIONS = ['province', 'scope', 'level', 'family'];

/** Measures of a report as columns v0, v1 …, each once. */
class Measured {
	readonly #expressions: string[] = [];

	column({ measure }: SummedFigure): string {
		const sql = measureSql(measure, { reports: 's', column: () => undefined });
		const known = this.#expressions.indexOf(sql);
		return `v${String(known < 0 ? this.#expressions.push(sql) - 1 : known)}`;
	}

	/** A row a report. */
	sql(reports: string): string {
		const columns = [
			...['agency_id', 'year', ...DIMENSIONS].map((name) => `s.${identifier(name)}`),
			'(s.hard_fail > 0)::INTEGER AS failing',
			...this.#expressions.map((sql, at) => `${sql} AS v${String(at)}`)
		];
		return `SELECT ${columns.join(', ')} FROM ${reports} s`;
	}
}

const all = (columns: readonly string[]): string =>
	[...new Set(columns)].map((column) => `${column} IS NOT NULL`).join(' AND ');
const countSql = (name: string, only: string): string => `count(*) FILTER (WHERE ${only}) AS ${identifier(name)}`;
const sumSql = (name: string, column: string, only: string): string =>
	`sum(${column}) FILTER (WHERE ${only}) AS ${identifier(name)}`;

const CELLS = SUMMED_CELLS.map(({ key }) => key);

/** Of `summary` what stands in `reports` itself: the cells. */
export function summarySql(reports: string): string {
	const dimensions = ['year', ...DIMENSIONS].map(identifier).join(', ');
	const sums = CELLS.flatMap((key) => [
		`sum(${identifier(key)}) AS ${identifier(key)}`,
		`count(*) - count(${identifier(key)}) AS ${identifier(`without.${key}`)}`
	]);
	return `SELECT ${dimensions}, (hard_fail > 0)::INTEGER AS failing, count(*) AS reports, ${sums.join(', ')} FROM ${reports} GROUP BY ALL`;
}

/** The columns of `summarySql`. */
export const SUMMARY_COLUMNS: readonly string[] = [
	...['year', ...DIMENSIONS, 'failing', 'reports'],
	...CELLS.flatMap((key) => [key, `without.${key}`])
];

/** `summary_pairs` of all reports. */
export function pairsSql(reports: string): string {
	const measured = new Measured();
	const sums = PAIRED_GROUPS.flatMap(({ id, now, before, equal }) => {
		const ofNow = now.map((figure) => `c.${measured.column(figure)}`);
		const ofBefore = before.map((figure) => `p.${measured.column(figure)}`);
		const given = all([...ofNow, ...ofBefore]);
		return [
			...now.map(({ name }, at) => sumSql(name, ofNow[at] ?? '', given)),
			...before.map(({ name }, at) => sumSql(name, ofBefore[at] ?? '', given)),
			countSql(`without.${id}`, `NOT (${given})`),
			...(equal ? [countSql(`equal.${id}`, `${String(ofNow[0])} = ${String(ofBefore[0])}`)] : [])
		];
	});
	const dimensions = [
		...['year', ...DIMENSIONS].map((name) => `c.${identifier(name)} AS ${identifier(name)}`),
		'greatest(c.failing, p.failing) AS failing',
		...BEFORE_DIMENSIONS.map(({ name, of }) => `p.${identifier(of)} AS ${identifier(name)}`)
	];
	return `WITH measured AS (${measured.sql(reports)})
		SELECT ${dimensions.join(', ')}, count(*) AS pairs, ${sums.join(', ')}
		FROM measured c JOIN measured p ON p.agency_id = c.agency_id AND p.scope = c.scope AND p."year" = c."year" - 1
		GROUP BY ${dimensions.map((_, at) => String(at + 1)).join(', ')}`;
}

/** `summary_agencies` of all reports. */
export function agenciesSql(reports: string): string {
	const dimensions = DIMENSIONS.map(identifier).join(', ');
	const years = (only: string): string =>
		`coalesce(string_agg("year"::VARCHAR, ' ' ORDER BY "year") FILTER (WHERE ${only}), '')`;
	return `WITH own AS (
			SELECT agency_id, ${dimensions}, ${years('true')} AS years, ${years('hard_fail = 0')} AS years_passing FROM ${reports} GROUP BY ALL
		), known AS (SELECT *, count(*) OVER (PARTITION BY agency_id) AS rows FROM own)
		SELECT ${dimensions}, years, years_passing, CASE WHEN rows > 1 THEN agency_id END AS agency_id, count(*) AS agencies
		FROM known GROUP BY ALL`;
}
