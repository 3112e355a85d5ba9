import { join } from 'node:path';
import { auditReport } from '../../src/lib/core/audit/index.ts';
import type { Reading, ReadPart } from '../../src/lib/core/collect/index.ts';
import { extractReports } from '../../src/lib/core/extract/index.ts';
import { eachDocument } from '../../src/lib/core/read/index.ts';
import type { ReadOptions, ReadResult } from '../../src/lib/core/read/index.ts';

const ENGINE = join(import.meta.dirname, '../../node_modules/pdfjs-dist');
/** Where pdfjs finds what it needs for Chinese fonts that a PDF only names. */
const OPTIONS: ReadOptions = { pdf: { cMapUrl: `${ENGINE}/cmaps/`, standardFontDataUrl: `${ENGINE}/standard_fonts/` } };

/** The path of a document within its file: `a.zip!b.html` of `a.zip` is `b.html`; null for the file itself. */
function memberOf(name: string, file: string): string | null {
	if (name === file) return null;
	return name.startsWith(`${file}!`) ? name.slice(file.length + 1) : name;
}

const crashed = (member: string | null, error: unknown): ReadPart => ({
	member,
	reader: null,
	failure: { code: 'file/crashed', found: error instanceof Error ? error.message : String(error) },
	reports: []
});

function readPart(member: string | null, result: ReadResult): ReadPart {
	if (!result.ok) return { member, reader: null, failure: result.failure, reports: [] };
	const { document } = result;
	try {
		const reports = extractReports(document, '').map((report) => ({ report, findings: auditReport(report) }));
		return { member, reader: document.reader, failure: null, reports };
	} catch (error) {
		return crashed(member, error);
	}
}

/** Reads, extracts and audits the bytes of one file. Whatever is wrong with them is in the parts; it never throws. */
export async function readContent(bytes: Uint8Array, name: string): Promise<Reading> {
	try {
		const parts: ReadPart[] = [];
		for await (const each of eachDocument(bytes, name, OPTIONS)) {
			parts.push(readPart(memberOf(each.name, name), each.result));
		}
		return parts;
	} catch (error) {
		return [crashed(null, error)];
	}
}
