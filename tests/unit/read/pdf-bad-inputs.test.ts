import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareCells } from '../../../scripts/compare-cells.ts';
import { PDF_FIXTURES } from '../../../scripts/synthesize/pdf-fixture-list.ts';
import { extractReports } from '../../../src/lib/core/extract/index.ts';
import { readDocument } from '../../../src/lib/core/read/index.ts';
import { MAX_PAGES } from '../../../src/lib/core/read/pdf.ts';
import { encode } from './containers.ts';
import { shownOf } from './show.ts';

interface Parts {
	/** What each page draws. */
	readonly pages: readonly string[];
	readonly trailer?: string;
	readonly objects?: readonly string[];
}

const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** A PDF with one font and one image of a pixel, made by hand. */
function pdfOf({ pages, trailer = '', objects = [] }: Parts): Uint8Array {
	const first = 5 + objects.length;
	const kids = pages.map((_, index) => `${first + 2 * index} 0 R`).join(' ');
	const resources = '<< /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >>';
	const all = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] /MediaBox [0 0 595 842] /Resources ${resources} >>`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
		`<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream`,
		...objects,
		...pages.flatMap((content, index) => [
			`<< /Type /Page /Parent 2 0 R /Contents ${first + 2 * index + 1} 0 R >>`,
			stream(content)
		])
	];
	let text = '%PDF-1.4\n';
	const offsets = all.map((object, index) => {
		const at = text.length;
		text += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return at;
	});
	const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
	const size = all.length + 1;
	const xref = `xref\n0 ${size}\n0000000000 65535 f \n${table}`;
	return encode(
		`${text}${xref}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`
	);
}

const SCAN = 'q 595 0 0 842 0 0 cm /I Do Q';
const word = (text: string, mode = 0): string => `BT /F 12 Tf ${mode} Tr 72 700 Td (${text}) Tj ET`;

const outcome = async (bytes: Uint8Array): Promise<string> => {
	const read = await readDocument(bytes);
	return read.ok ? 'read' : read.failure.code;
};

describe('a PDF', () => {
	it('with text on its page is read', async () => {
		expect(await shownOf(pdfOf({ pages: [word('Report 2023')] }))).toEqual(['Report 2023']);
	});

	it.each<[string, readonly string[]]>([
		['that is pictures of pages', [SCAN, SCAN]],
		['that is pictures with what a machine read in them, unseen', [`${SCAN} ${word('17 3 5', 3)}`]],
		['that shows nothing', ['']]
	])('%s is said to be an image, and gives no figure', async (_, pages) => {
		expect(await outcome(pdfOf({ pages }))).toBe('file/scanned-pdf');
	});

	it('that asks for a password says so', async () => {
		const key = '00'.repeat(32);
		const lock = `<< /Filter /Standard /V 1 /R 2 /O <${key}> /U <${'7f'.repeat(32)}> /P -4 >>`;
		const trailer = `/Encrypt 5 0 R /ID [<${key}> <${key}>]`;
		expect(await outcome(pdfOf({ pages: [word('1')], objects: [lock], trailer }))).toBe('file/encrypted');
	});

	it('of more pages than a report has is refused', async () => {
		const pages = Array.from({ length: MAX_PAGES + 1 }, () => word('1'));
		expect(await outcome(pdfOf({ pages }))).toBe('file/too-many');
	});

	it('of which there is but the first line is damaged', async () => {
		expect(await outcome(encode('%PDF-1.4 and nothing else'))).toBe('file/damaged');
	});

	it('that draws more than any report is read in time', { timeout: 60_000 }, async () => {
		const started = performance.now();
		const busy = `${'q '.repeat(4_000)} ${word('1')} ${'0 0 m 9 9 l S '.repeat(20_000)}`;
		expect(['read', 'file/damaged']).toContain(await outcome(pdfOf({ pages: [busy] })));
		expect(performance.now() - started).toBeLessThan(30_000);
	});
});

const fixture = PDF_FIXTURES.find(({ name }) => name === 'tight');
const whole = readFileSync(join(import.meta.dirname, 'pdf-fixtures/tight.pdf'));

/** The figures that are read and are not those of the report; null where the file is refused. */
async function strange(bytes: Uint8Array): Promise<readonly string[] | null> {
	const read = await readDocument(bytes);
	if (!read.ok) return null;
	const known = Object.entries(fixture?.figures.cells ?? {}).map(([key, v]) => [key, { v: Number(v), raw: String(v) }]);
	return extractReports(read.document, 'x').flatMap(
		(report) => compareCells(report, { cells: Object.fromEntries(known) as never }).wrong
	);
}

describe('a PDF that is not whole', () => {
	it('is refused or gives the figures that are left, wherever it is cut', { timeout: 60_000 }, async () => {
		let refused = 0;
		for (let part = 1; part < 16; part += 1) {
			const wrong = await strange(new Uint8Array(whole.subarray(0, Math.floor((whole.length * part) / 16))));
			if (wrong === null) refused += 1;
			else expect(wrong).toEqual([]);
		}
		expect(refused).toBeGreaterThan(0);
	});
});
