import type { Finding } from '../../core/audit/index.ts';
import type { Report } from '../../core/extract/report.ts';
import type { ReaderId } from '../../core/read/index.ts';

/** Why a file, or a file within it, gave no report; the sentence of each code stands in `format/problems.ts`. */
export interface DraftFailure {
	readonly code: string;
	readonly found: string;
}

export interface DraftReport {
	readonly report: Report;
	readonly findings: readonly Finding[];
}

/** What one document of a file came to: `member` is its path within an archive, null for the file itself. */
export interface DraftPart {
	readonly member: string | null;
	readonly reader: ReaderId | null;
	readonly failure: DraftFailure | null;
	readonly reports: readonly DraftReport[];
}

/** `repeated`: a file of the same content was there before; `cancelled`: not read, can still be; `dataset`: one that was saved before. */
export type DraftStatus = 'waiting' | 'reading' | 'done' | 'refused' | 'repeated' | 'cancelled' | 'dataset';

/** One file that was dropped, chosen or pasted, and what became of it. */
export interface Draft {
	readonly id: number;
	/** Its name, with the folders it came in. */
	readonly name: string;
	readonly source: Blob;
	readonly status: DraftStatus;
	/** SHA-256 of its content; null until it was read. */
	readonly key: string | null;
	readonly failure: DraftFailure | null;
	readonly parts: readonly DraftPart[];
	/** The draft with the same content. */
	readonly sameAs: number | null;
}

/** A line of the list: a report, or a file (or a file of an archive) without one. */
export interface DraftRow {
	readonly id: string;
	readonly draft: Draft;
	readonly name: string;
	/** Which report of its document, from 1; null where it is the only one. */
	readonly ordinal: number | null;
	readonly status: DraftStatus;
	readonly found: DraftReport | null;
	readonly failure: DraftFailure | null;
}

/** Whether a report has any of the statutory tables. */
const hasTable = ({ report }: DraftReport): boolean => Object.values(report.formats).some((format) => format !== null);

/** A document that is no report is refused with the problem that says so. */
function failureOf(part: DraftPart): DraftFailure | null {
	if (part.failure !== null) return part.failure;
	return part.reports.some(hasTable) ? null : { code: 'report/no-table', found: '' };
}

/** Whether anything in a file could be checked. */
export function hasReport(parts: readonly DraftPart[]): boolean {
	return parts.some((part) => failureOf(part) === null);
}

function rowsOfPart(draft: Draft, part: DraftPart, index: number): DraftRow[] {
	const name = part.member === null ? draft.name : `${draft.name}/${part.member}`;
	const base = { draft, name };
	const failure = failureOf(part);
	if (failure !== null)
		return [{ ...base, id: `${draft.id}.${index}`, ordinal: null, status: 'refused', found: null, failure }];
	const reports = part.reports.filter(hasTable);
	return reports.map((found, at) => ({
		...base,
		id: `${draft.id}.${index}.${at}`,
		ordinal: reports.length > 1 ? at + 1 : null,
		status: 'done',
		found,
		failure: null
	}));
}

/** The lines of one file. */
export function rowsOf(draft: Draft): DraftRow[] {
	const { id, name, status, failure, parts } = draft;
	if (parts.length === 0) return [{ id: String(id), draft, name, ordinal: null, status, found: null, failure }];
	return parts.flatMap((part, index) => rowsOfPart(draft, part, index));
}
