import { auditReport } from '../../core/audit/index.ts';
import { extractReports } from '../../core/extract/index.ts';
import * as readers from '../../core/read/index.ts';
import type { ReadResult } from '../../core/read/index.ts';
import type { DraftPart } from './draft.ts';

interface NamedResult {
	readonly name: string;
	readonly result: ReadResult;
}
type ReadDocuments = (bytes: Uint8Array, name: string) => Promise<readonly NamedResult[]>;
type ReadDocument = (bytes: Uint8Array) => ReadResult | Promise<ReadResult>;

async function readAll(bytes: Uint8Array, name: string): Promise<readonly NamedResult[]> {
	const { readDocuments } = readers as { readDocuments?: ReadDocuments };
	if (readDocuments) return readDocuments(bytes, name);
	const readDocument: ReadDocument = readers.readDocument;
	return [{ name, result: await readDocument(bytes) }];
}

/** The path of a document within its file: `a.zip/b.html` of `a.zip` is `b.html`; null for the file itself. */
function memberOf(name: string, file: string): string | null {
	if (name === file) return null;
	return name.startsWith(`${file}/`) ? name.slice(file.length + 1) : name;
}

const crashed = (member: string | null, error: unknown): DraftPart => ({
	member,
	reader: null,
	failure: { code: 'file/crashed', found: error instanceof Error ? error.message : String(error) },
	reports: []
});

function partOf(member: string | null, result: ReadResult, name: string): DraftPart {
	if (!result.ok) return { member, reader: null, failure: result.failure, reports: [] };
	const { document } = result;
	try {
		const reports = extractReports(document, name).map((report) => ({ report, findings: auditReport(report) }));
		return { member, reader: document.reader, failure: null, reports };
	} catch (error) {
		return crashed(member, error);
	}
}

/** Reads, extracts and audits the bytes of one file; whatever is wrong with them is in the parts. It never rejects. */
export async function readDraft(bytes: Uint8Array, name: string): Promise<DraftPart[]> {
	try {
		const results = await readAll(bytes, name);
		return results.map(({ name: path, result }) => partOf(memberOf(path, name), result, path));
	} catch (error) {
		return [crashed(null, error)];
	}
}
