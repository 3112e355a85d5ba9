import { DISPUTES, eachLayout, LAYOUTS, RESULTS } from '../core/form/index.ts';
import type { CellKey, DisputeId, OutcomeGroupId, ResultId } from '../core/form/index.ts';
import { identifier, literal } from '../db/sql.ts';
import { DISPUTE_CELLS } from './disputes-by-result.ts';
import { applicantsSql, FIGURES, OUTCOME_GROUP_IDS, recomputedSql } from './figures.ts';
import { NO_FILTERS, where } from './filters.ts';
import type { Filters } from './filters.ts';
import type { Query } from './query.ts';
import { absenceReasons, figureValue, parseReport, REPORT_COLUMNS, reportJoinsSql } from './report-rows.ts';
import type { FigureValue, ReportRow } from './report-rows.ts';
import { numberOrNull } from './row-values.ts';

export interface ComparedReport extends ReportRow {
	/** The outcome groups and `closed` from the six applicants; null unless all six give every part. */
	readonly recomputed: Readonly<Record<OutcomeGroupId | 'closed', number | null>>;
	/** Every cell of table four. */
	readonly disputes: Readonly<Record<DisputeId, Readonly<Record<ResultId, FigureValue>>>>;
}

const RECOMPUTED = [...OUTCOME_GROUP_IDS, 'closed'] as const;
const CELLS: readonly CellKey[] = [
	...new Set([
		...FIGURES.flatMap(({ parts }) => LAYOUTS.flatMap((layout) => parts[layout])),
		...DISPUTE_CELLS.map(({ cell }) => cell)
	])
];

/** The reports of the chosen agencies in the chosen years, agencies in the order given, then by year. No agency, no row. */
export function compareAgencies(
	ids: readonly string[],
	{ years = [], withoutFailing = false }: Partial<Pick<Filters, 'years' | 'withoutFailing'>> = {}
): Query<ComparedReport> {
	const chosen = ids.length > 0 ? where({ ...NO_FILTERS, agencies: ids, years, withoutFailing }, 'r') : 'FALSE';
	const rank = ids.map((id, index) => `WHEN ${literal(id)} THEN ${index}`).join(' ');
	return {
		tables: ['reports', 'requests', 'sources', 'absences'],
		years,
		sql: `WITH selected AS (
	SELECT * FROM reports r WHERE ${chosen}
), applicants AS (
	${applicantsSql('selected')}
)
SELECT ${REPORT_COLUMNS},
	${RECOMPUTED.map((id) => `${recomputedSql(id, 'r', 'a')} AS ${identifier(`recomputed.${id}`)}`).join(',\n\t')},
	${DISPUTE_CELLS.map(({ cell }) => `r.${identifier(cell)} AS ${identifier(cell)}`).join(', ')}
FROM selected r
LEFT JOIN applicants a ON a.agency_id = r.agency_id AND a.year = r.year
${reportJoinsSql('selected', CELLS)}
ORDER BY ${rank ? `CASE r.agency_id ${rank} END, ` : ''}r.year`,
		parse: (rows) =>
			rows.map((row) => {
				const report = parseReport(row);
				const reasons = absenceReasons(row);
				const ofCell = (cell: CellKey): FigureValue =>
					figureValue(
						numberOrNull(row, cell),
						{ table: 't4', parts: eachLayout(() => [cell]) },
						report.formats,
						reasons
					);
				return {
					...report,
					recomputed: Object.fromEntries(
						RECOMPUTED.map((id) => [id, numberOrNull(row, `recomputed.${id}`)])
					) as ComparedReport['recomputed'],
					disputes: Object.fromEntries(
						DISPUTES.map(({ id }) => [
							id,
							Object.fromEntries(RESULTS.map((result) => [result.id, ofCell(`t4.${id}.${result.id}`)]))
						])
					) as unknown as ComparedReport['disputes']
				};
			})
	};
}
