import type { Finding } from '$lib/core/audit/index.ts';
import type { SectionId } from '$lib/core/extract/report.ts';
import type { CellKey } from '$lib/core/form/index.ts';
import { alongText } from '$lib/format/finding-text.ts';
import type { Locale } from '$lib/format/locale.ts';
import type { FindingRow } from '$lib/queries/index.ts';

/** The finding as the audit made it, as far as the dataset has it. */
export function asFinding(row: FindingRow): Finding {
	const { rule, along, status, left, right, difference, place } = row;
	const base = { rule, along, status, left, right, difference, cells: row.cells as readonly CellKey[] };
	if (place.section === null || place.line === null) return base;
	return { ...base, place: { section: place.section as SectionId, line: place.line } };
}

/** What a finding of the dataset runs along, in words; empty where its rule says it all. */
export function keptAlong(row: FindingRow, locale: Locale): string {
	return alongText(asFinding(row), locale);
}

const ORDER = ['fail', 'unsure', 'not_assessable'];
const WEIGHT = ['hard', 'definitional', 'plausibility'];

/** The findings that touch any of those cells of that year's report, those of the year after among them; the gravest first. */
export function findingsAt(
	findings: readonly FindingRow[],
	cells: ReadonlySet<string>,
	year: number
): readonly FindingRow[] {
	const touches = (row: FindingRow): boolean => {
		if (row.year !== year) return row.against === year && row.before.some((cell) => cells.has(cell));
		return row.cells.some((cell) => cells.has(cell)) || (row.suggestion !== null && cells.has(row.suggestion.cell));
	};
	const rank = (row: FindingRow): number => 3 * ORDER.indexOf(row.status) + WEIGHT.indexOf(row.severity);
	return findings.filter(touches).sort((a, b) => rank(a) - rank(b));
}
