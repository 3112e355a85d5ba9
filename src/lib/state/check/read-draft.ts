import { resolveAgency } from '../../core/agencies/index.ts';
import { auditWhole } from '../../core/audit/index.ts';
import type { Finding } from '../../core/audit/index.ts';
import { extractReports } from '../../core/extract/index.ts';
import { eachDocument } from '../../core/read/index.ts';
import type { ReadOptions, ReadResult } from '../../core/read/index.ts';
import type { Report } from '../../core/extract/report.ts';
import type { DraftPart } from './draft.ts';

/** The path of a document within its file: `a.zip!b.html` of `a.zip` is `b.html`; null for the file itself. */
function memberOf(name: string, file: string): string | null {
	if (name === file) return null;
	return name.startsWith(`${file}!`) ? name.slice(file.length + 1) : name;
}

const crashed = (member: string | null, error: unknown): DraftPart => ({
	member,
	reader: null,
	failure: { code: 'file/crashed', found: error instanceof Error ? error.message : String(error) },
	reports: []
});

/** Rules that a draft cannot fall under say nothing of it: those for the other layout, and how late it was published. */
const isBeside = ({ rule, status, reason }: Finding): boolean =>
	status === 'not_assessable' && (reason === 'layout/other' || rule === 'd-late');

/** The verdicts of every rule on one report. Level and kind of its body, which some rules need, are told by its name. */
function auditDraft(report: Report): Finding[] {
	const { agency, year } = report;
	const facts = agency === null ? {} : { body: resolveAgency(agency, { year }).agency };
	return auditWhole(report, facts).filter((finding) => !isBeside(finding));
}

function partOf(member: string | null, result: ReadResult, name: string): DraftPart {
	if (!result.ok) return { member, reader: null, failure: result.failure, reports: [] };
	const { document } = result;
	try {
		const reports = extractReports(document, name).map((report) => ({ report, findings: auditDraft(report) }));
		return { member, reader: document.reader, failure: null, reports };
	} catch (error) {
		return crashed(member, error);
	}
}

/**
 * Reads, extracts and audits the bytes of one file; whatever is wrong with them is in the parts. It never rejects. `onPart` is called
 * after each document, of which an archive has many.
 */
export async function readDraft(
	bytes: Uint8Array,
	name: string,
	options: ReadOptions = {},
	onPart: () => unknown = () => undefined
): Promise<DraftPart[]> {
	const parts: DraftPart[] = [];
	try {
		for await (const { name: path, result } of eachDocument(bytes, name, options)) {
			parts.push(partOf(memberOf(path, name), result, path));
			onPart();
		}
	} catch (error) {
		parts.push(crashed(null, error));
	}
	return parts;
}
