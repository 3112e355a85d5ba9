import { APPLICANTS } from '../form/index.ts';
import type { CellKey } from '../form/index.ts';
import type { Finding, Suggestion } from './finding.ts';
import { PRINTED, slotOf } from './sheet.ts';
import type { Sheet } from './sheet.ts';

/** A row check meets the column checks in the cells of its row. */
const isRowCheck = (finding: Finding): boolean => finding.rule === 't3-row';

/** The value that heals one failed identity if `cell` alone is wrong; null where the identity lacks the cell or more is unknown. */
function healingValue(
	finding: Finding,
	leftCells: ReadonlySet<CellKey>,
	cell: CellKey,
	printed: number
): number | null {
	if (finding.difference === null || !finding.cells.includes(cell)) return null;
	return leftCells.has(cell) ? printed - finding.difference : printed + finding.difference;
}

function isWhole(finding: Finding, sheet: Sheet): boolean {
	return finding.cells.every((cell) => sheet.states[slotOf(cell)] === PRINTED);
}

/** How many of the cells stand on the left of each rule's identity. */
const LEFT: Readonly<Record<string, number>> = { 't3-balance': 2, 't3-sum': 1, 't3-row': 1, 't4-sum': 1 };

/**
 * The one cell in which all failed identities of table three cross, a row check and a column check among them, and the value that
 * makes them all hold without breaking one that holds. Null where there is none or more than one.
 */
export function suggestCell(findings: readonly Finding[], sheet: Sheet): Suggestion | null {
	const failed = findings.filter(({ status }) => status === 'fail');
	const rows = failed.filter(isRowCheck);
	if (rows.length !== 1 || failed.length < 2 || !failed.every((finding) => isWhole(finding, sheet))) return null;
	const lefts = failed.map(({ rule, cells }) => new Set(cells.slice(0, LEFT[rule] ?? 1)));
	const found: Suggestion[] = [];
	for (const cell of rows[0]?.cells ?? []) {
		const printed = sheet.printed(slotOf(cell));
		if (printed === null) continue;
		const values = new Set(
			failed.map((finding, index) => healingValue(finding, lefts[index] ?? new Set(), cell, printed))
		);
		const [value] = values;
		if (values.size !== 1 || value === null || value === undefined || value < 0 || !Number.isInteger(value)) continue;
		const breaks = findings.some(({ status, cells }) => status === 'pass' && cells.includes(cell));
		if (!breaks) found.push({ cell, value });
	}
	return found.length === 1 ? (found[0] ?? null) : null;
}

const COLUMNS: readonly string[] = APPLICANTS.map((applicant) => applicant.id);

/** The two failed column checks if nothing else fails, the columns are neighbours and their differences opposite. */
function shiftedColumns(failed: readonly Finding[]): boolean {
	const [first, second] = failed;
	if (!first || !second || failed.length !== 2 || first.rule !== second.rule || first.rule === 't3-row') return false;
	const apart = COLUMNS.indexOf(second.along) - COLUMNS.indexOf(first.along);
	const both = COLUMNS.includes(first.along) && COLUMNS.includes(second.along);
	return both && Math.abs(apart) === 1 && first.difference === -(second.difference ?? Number.NaN);
}

/** The findings on table three with the suggestion that heals those that fail, or the sign of a shifted value, where there is one. */
export function withSuggestion(findings: readonly Finding[], sheet: Sheet): Finding[] {
	const failed = findings.filter(({ status }) => status === 'fail');
	if (failed.length < 2) return [...findings];
	const suggestion = suggestCell(findings, sheet);
	if (suggestion !== null)
		return findings.map((finding) =>
			finding.status === 'fail' ? { ...finding, reason: 'identity/one-cell', suggestion } : finding
		);
	if (!shiftedColumns(failed)) return [...findings];
	return findings.map((finding) => (finding.status === 'fail' ? { ...finding, reason: 'identity/shifted' } : finding));
}
