import type { Scope } from '../core/dataset/tables.ts';
import type { AbsenceReason } from '../core/extract/report.ts';
import { LAYOUTS, TABLE_IDS } from '../core/form/index.ts';
import type { CellKey, TableId } from '../core/form/index.ts';
import { cellsOfMeasure } from '../core/indicators/index.ts';
import type { Indicator, Measure } from '../core/indicators/index.ts';
import { literal } from '../db/sql.ts';
import { groupSql } from './comparison-groups.ts';
import type { ComparisonGroup } from './comparison-groups.ts';
import { scopeOrderSql } from './figures.ts';
import { NO_FILTERS, where } from './filters.ts';
import type { Filters } from './filters.ts';
import { joinedApplicants, measureSql } from './indicator-sql.ts';
import type { Query } from './query.ts';
import { absenceReasons } from './report-rows.ts';
import type { FigureAbsence, ReportRow } from './report-rows.ts';
import { number, numberOrNull, text, textOrNull } from './row-values.ts';

/** An indicator of one report. */
export interface ReportIndicator {
	readonly numerator: number | null;
	/** null where the report does not give it, or the indicator has none. */
	readonly denominator: number | null;
	/** Why it has no figure, in the cells it needs; empty where it has. */
	readonly absences: readonly (FigureAbsence | 'other_layout')[];
}

/** One report with indicators. */
export interface IndicatorReport {
	readonly agency_id: string;
	/** As named by the report. */
	readonly agency: string;
	readonly year: number;
	readonly scope: Scope;
	readonly family: string | null;
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
	readonly formats: ReportRow['formats'];
	/** It fails a hard rule. */
	readonly failing: boolean;
	readonly values: Readonly<Record<string, ReportIndicator>>;
}

export type Kept = Partial<Pick<Filters, 'years' | 'withoutFailing'>>;

/** The measures of an indicator. */
export const measuresOf = ({ numerator, denominator }: Indicator): readonly Measure[] =>
	denominator === null ? [numerator] : [numerator, denominator];

const cellsOfAll = (indicators: readonly Indicator[]): CellKey[] => [
	...new Set(indicators.flatMap(measuresOf).flatMap(cellsOfMeasure))
];

export const keptSql = (group: ComparisonGroup, { years = [], withoutFailing = false }: Kept, alias: string): string =>
	`(${groupSql(group, alias)}) AND ${where({ ...NO_FILTERS, years, withoutFailing }, alias)}`;

/**
 * The CTEs `selected`, the reports of the group, and `measured`, the same with `num<i>` and `den<i>` of every indicator: both are
 * NULL unless every cell that it needs is a number.
 */
export function measuredSql(
	indicators: readonly Indicator[],
	group: ComparisonGroup,
	kept: Kept
): { readonly sql: string; readonly tables: ('reports' | 'requests')[] } {
	const { applicants, column } = joinedApplicants(cellsOfAll(indicators), 's');
	const source = { reports: 's', column };
	const measured = indicators.flatMap(({ numerator, denominator }, index) => {
		const num = measureSql(numerator, source);
		if (denominator === null) return [`${num} AS num${index}`, `NULL::DOUBLE AS den${index}`];
		const den = measureSql(denominator, source);
		const given = `${num} IS NOT NULL AND ${den} IS NOT NULL`;
		return [`CASE WHEN ${given} THEN ${num} END AS num${index}`, `CASE WHEN ${given} THEN ${den} END AS den${index}`];
	});
	return {
		tables: applicants.length > 0 ? ['reports', 'requests'] : ['reports'],
		sql: `selected AS (
	SELECT * FROM reports r WHERE ${keptSql(group, kept, 'r')}
), measured AS (
	SELECT s.agency_id, s.agency, s.year, s.scope, s.family, s.province, s.city, s.county, s.hard_fail,
	${TABLE_IDS.map((table) => `s.format_${table}`).join(', ')},
	${measured.join(',\n\t')}
	FROM selected s ${applicants.join('\n\t')}
)`
	};
}

/** Why a report does not give an indicator: in the measures that it lacks. */
function absencesOf(
	one: Indicator,
	formats: ReportRow['formats'],
	reasons: ReadonlyMap<string, AbsenceReason>
): ReportIndicator['absences'] {
	const found = new Set<FigureAbsence | 'other_layout'>();
	for (const measure of measuresOf(one)) {
		if (measure.kind === 'checks') continue;
		const { terms } = measure.kind === 'reports' ? measure.of : measure;
		const table = cellsOfMeasure(measure)[0]?.split('.')[0] as TableId;
		const format = formats[table];
		const layout = LAYOUTS.find((candidate) => candidate === format);
		if (format === null) found.add('table_missing');
		else if (layout && terms[layout] === null) found.add('other_layout');
		else
			for (const { cell } of layout ? (terms[layout] ?? []) : LAYOUTS.flatMap((each) => terms[each] ?? [])) {
				const reason = reasons.get(cell);
				if (reason) found.add(reason);
			}
		if (found.size === 0 && format !== null && !layout) found.add('layout_undetermined');
	}
	return found.size === 0 ? ['missing'] : [...found];
}

/** The reports of a group with their indicators, by scope, then agency, then year. Meant for up to twenty indicators. */
export function indicatorReports(
	indicators: readonly Indicator[],
	group: ComparisonGroup,
	kept: Kept = {}
): Query<IndicatorReport> {
	const { sql, tables } = measuredSql(indicators, group, kept);
	const cells = cellsOfAll(indicators);
	return {
		tables: [...tables, 'absences'],
		years: kept.years ?? [],
		sql: `WITH ${sql}
SELECT m.agency_id, m.agency, m.year, m.scope, m.family, m.province, m.city, m.county, m.hard_fail > 0 AS failing,
	${TABLE_IDS.map((table) => `m.format_${table}`).join(', ')},
	${indicators.map((_, index) => `m.num${index}, m.den${index}`).join(', ')}${indicators.length > 0 ? ',' : ''} b.reasons
FROM measured m
LEFT JOIN (
	SELECT c.agency_id, c.year, string_agg(c.cell || ' ' || c.reason, ';' ORDER BY c.cell) AS reasons
	FROM absences c JOIN selected p ON p.agency_id = c.agency_id AND p.year = c.year
	WHERE c.cell IN (${[...cells, ''].map(literal).join(', ')})
	GROUP BY c.agency_id, c.year
) b ON b.agency_id = m.agency_id AND b.year = m.year
ORDER BY ${scopeOrderSql('m.scope')}, m.agency_id, m.year`,
		parse: (rows) =>
			rows.map((row) => {
				const formats = {
					t2: textOrNull(row, 'format_t2'),
					t3: textOrNull(row, 'format_t3'),
					t4: textOrNull(row, 'format_t4')
				};
				const reasons = absenceReasons(row);
				return {
					agency_id: text(row, 'agency_id'),
					agency: text(row, 'agency'),
					year: number(row, 'year'),
					scope: text(row, 'scope') as Scope,
					family: textOrNull(row, 'family'),
					province: textOrNull(row, 'province'),
					city: textOrNull(row, 'city'),
					county: textOrNull(row, 'county'),
					formats,
					failing: row['failing'] === true,
					values: Object.fromEntries(
						indicators.map((one, index) => {
							const numerator = numberOrNull(row, `num${index}`);
							const absences = numerator === null ? absencesOf(one, formats, reasons) : [];
							return [one.id, { numerator, denominator: numberOrNull(row, `den${index}`), absences }];
						})
					)
				};
			})
	};
}
