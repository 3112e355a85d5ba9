import type { Finding } from '../audit/finding.ts';
import type { Report } from '../extract/report.ts';
import type { Decision } from './decision.ts';
import { toRow } from './rows.ts';
import type { Row } from './rows.ts';
import { severityOf } from '../audit/index.ts';

const parted = (words: readonly string[] | undefined): string | null =>
	words === undefined || words.length === 0 ? null : words.join(' ');

/** A finding as the table holds it: numbers and places, never the words of the report. */
export function findingRow(
	agencyId: string,
	year: number,
	finding: Finding,
	report: Report | null,
	decision: Decision | null
): Row {
	const { rule, along, status, reason, left, right, difference, cells, suggestion, place } = finding;
	const [first] = suggestion ? [suggestion.cell] : cells;
	const at = first === undefined ? undefined : report?.cells[first]?.at;
	return toRow('findings', {
		agency_id: agencyId,
		year,
		rule,
		along,
		severity: severityOf(finding),
		status,
		reason: reason ?? null,
		...{ left, right, difference },
		cells: cells.join(' '),
		against: finding.against ?? null,
		before: parted(finding.before),
		candidates: parted(finding.candidates?.map(({ id, value }) => `${id}=${value === null ? '' : String(value)}`)),
		matched: finding.matched?.id ?? null,
		suggestion_cell: suggestion?.cell ?? null,
		suggestion_value: suggestion?.value ?? null,
		...{ table: at?.table ?? null, row: at?.row ?? null, col: at?.col ?? null },
		section: place?.section ?? null,
		line: place?.line ?? at?.line ?? null,
		decision: decision?.decision ?? null,
		decision_reason: decision?.reason ?? null,
		decided: decision?.date ?? null,
		decided_by: decision?.by ?? null
	});
}
