import { TABLE_IDS, formCell, isLayout, plainName } from '../form/index.ts';
import type { CellKey, FormCell, TableId } from '../form/index.ts';
import type { ExtractedProblem, ExtractedReport } from '../read/document.ts';
import { lacksOf } from './lacks.ts';
import { EXTRACT_PROBLEM_CODES } from './report.ts';
import type { FoundLayout, Problem, Report, ReportCell } from './report.ts';

const CODES: ReadonlySet<string> = new Set(EXTRACT_PROBLEM_CODES);
/** Problems that follow from the rest of the report. */
const DERIVED: ReadonlySet<string> = new Set([
	'report/agency-not-found',
	'report/year-not-found',
	'report/table-missing',
	'table/layout-undetermined',
	'cell/negative',
	'cell/fraction'
] satisfies Problem['code'][]);

const isTable = (name: string | undefined): name is TableId =>
	(TABLE_IDS as readonly (string | undefined)[]).includes(name);
const isOurs = (code: string): code is Problem['code'] => CODES.has(code);

const toLayout = (found: string | null): FoundLayout => (isLayout(found) || found === 'undetermined' ? found : null);

/** Whether the form has the cell in a table of the layout that was found. */
function isPrinted(cell: FormCell, formats: Report['formats']): boolean {
	const found = formats[cell.table];
	return found !== null && (found === 'undetermined' || cell.layouts.includes(found));
}

function carried({ code, table, ...rest }: ExtractedProblem): Problem[] {
	if (!isOurs(code) || DERIVED.has(code)) return [];
	return [{ code, ...(isTable(table) ? { table } : {}), ...rest }];
}

/** What is odd about a figure as it stands. */
function oddities({ v }: ReportCell, { table, row, column, signed, unit }: FormCell, raw: string): Problem[] {
	if (v === null) return [];
	const place = { table, row, column, found: raw };
	return [
		...(v < 0 && !signed ? [{ code: 'cell/negative', ...place } as const] : []),
		...(!Number.isInteger(v) && unit !== 'wan_yuan' && unit !== 'as_printed'
			? [{ code: 'cell/fraction', ...place } as const]
			: [])
	];
}

/**
 * The reports of our own JSON again. A cell that the form does not have in that layout, or that is neither a number nor an absence
 * with its reason, is a problem and not taken.
 */
export function reportsOfExtracted(extracted: readonly ExtractedReport[], file: string): Report[] {
	return extracted.map((report): Report => {
		const { year, title, copies } = report;
		const agency = report.agency === null ? null : plainName(report.agency);
		const formats = {
			t2: toLayout(report.formats.t2),
			t3: toLayout(report.formats.t3),
			t4: toLayout(report.formats.t4)
		};
		const cells: Partial<Record<CellKey, ReportCell>> = {};
		const problems: Problem[] = [];
		for (const [key, cell] of Object.entries(report.cells)) {
			const known = formCell(key);
			if (known && isPrinted(known, formats)) {
				cells[known.key] = cell;
				problems.push(...oddities(cell, known, cell.raw));
			} else problems.push({ code: 'row/unknown', ...(known ? { table: known.table } : {}), found: key });
		}
		for (const { key, found } of report.refused) {
			const known = formCell(key);
			problems.push(
				known
					? { code: 'cell/not-a-number', table: known.table, row: known.row, column: known.column, found }
					: { code: 'row/unknown', found: key }
			);
		}
		const empty = report.problems.some(({ code }) => code === 'report/no-table');
		return {
			...{ file, reader: 'json', agency, year, title, formats, cells, sections: [], copies },
			problems: [...(empty ? [] : lacksOf({ agency, year, formats })), ...report.problems.flatMap(carried), ...problems]
		};
	});
}
