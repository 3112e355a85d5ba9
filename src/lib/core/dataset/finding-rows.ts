import type { Finding } from '../audit/finding.ts';
import type { Report } from '../extract/report.ts';
import type { Decision } from './decision.ts';
import { rowMaker } from './rows.ts';
import type { Row } from './rows.ts';
import { severityOf } from '../audit/index.ts';

const parted = (words: readonly string[] | undefined): string | null =>
	words === undefined || words.length === 0 ? null : words.join(' ');

const toFindingRow = rowMaker('findings', [
	...['agency_id', 'year', 'rule', 'along', 'severity', 'status', 'reason', 'left', 'right', 'difference', 'cells'],
	...['against', 'before', 'candidates', 'matched', 'suggestion_cell', 'suggestion_value'],
	...['table', 'row', 'col', 'section', 'line', 'decision', 'decision_reason', 'decided', 'decided_by']
]);

/** A finding as the table holds it: numbers and places, never the words of the report. */
export function findingRow(
	agencyId: string,
	year: number,
	finding: Finding,
	report: Report | null,
	decision: Decision | null
): Row {
	const { cells, suggestion, place } = finding;
	const first = suggestion ? suggestion.cell : cells[0];
	const at = first === undefined ? undefined : report?.cells[first]?.at;
	return toFindingRow([
		agencyId,
		year,
		finding.rule,
		finding.along,
		severityOf(finding),
		finding.status,
		finding.reason ?? null,
		finding.left,
		finding.right,
		finding.difference,
		cells.join(' '),
		finding.against ?? null,
		parted(finding.before),
		parted(finding.candidates?.map(({ id, value }) => `${id}=${value === null ? '' : String(value)}`)),
		finding.matched?.id ?? null,
		suggestion?.cell ?? null,
		suggestion?.value ?? null,
		at?.table ?? null,
		at?.row ?? null,
		at?.col ?? null,
		place?.section ?? null,
		place?.line ?? at?.line ?? null,
		decision?.decision ?? null,
		decision?.reason ?? null,
		decision?.date ?? null,
		decision?.by ?? null
	]);
}
