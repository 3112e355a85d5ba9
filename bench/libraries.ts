import { read as readWorkbook } from '@e965/xlsx';
import mammoth from 'mammoth';
import Papa from 'papaparse';
import { parse } from 'parse5';
import type { FileKind } from '../scripts/synthesize/draft.ts';
import { decodeText } from '../src/lib/core/read/decode.ts';

/** A library at its bare work on one file: what reading cannot be faster than, as long as it rests on it. */
export interface Library {
	readonly name: string;
	readonly run: (bytes: Uint8Array) => unknown;
}

interface PdfPage {
	getTextContent(): Promise<unknown>;
	getOperatorList(): Promise<unknown>;
	cleanup(): unknown;
}

interface PdfEngine {
	getDocument(parameters: Record<string, unknown>): {
		readonly promise: Promise<{ readonly numPages: number; getPage(number: number): Promise<PdfPage> }>;
		destroy(): Promise<void>;
	};
}

async function runPdf(bytes: Uint8Array): Promise<void> {
	const engine = (await import('pdfjs-dist/legacy/build/pdf.mjs')) as unknown as PdfEngine;
	const task = engine.getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
	const document = await task.promise;
	for (let number = 1; number <= document.numPages; number += 1) {
		const page = await document.getPage(number);
		await page.getTextContent();
		await page.getOperatorList();
		page.cleanup();
	}
	await task.destroy();
}

const textOf = (bytes: Uint8Array): string => decodeText(bytes)?.text ?? '';

export const LIBRARIES: Readonly<Partial<Record<FileKind, Library>>> = {
	html: { name: 'parse5', run: (bytes) => parse(textOf(bytes)) },
	docx: { name: 'mammoth', run: (bytes) => mammoth.convertToHtml({ buffer: Buffer.from(bytes) }) },
	xlsx: { name: 'xlsx', run: (bytes) => readWorkbook(bytes, { dense: true }) },
	pdf: { name: 'pdfjs', run: runPdf },
	csv: { name: 'papaparse', run: (bytes) => Papa.parse(textOf(bytes)) }
};
