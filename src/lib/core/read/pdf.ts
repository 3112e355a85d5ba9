import type { ReadFailure, ReadResult } from './document.ts';
import { blocksOf } from './pdf-blocks.ts';
import { engineParameters, loadEngine, pageFonts } from './pdf-engine.ts';
import type { EngineDocument, EnginePage, LoadedEngine, PdfOptions } from './pdf-engine.ts';
import { compose, toMatrix } from './pdf-matrix.ts';
import type { Matrix } from './pdf-matrix.ts';
import { Painter } from './pdf-paint.ts';
import type { PaintedPage } from './pdf-shapes.ts';

export type { PdfOptions } from './pdf-engine.ts';

/** A report has some tens of pages; a longer file is refused. */
export const MAX_PAGES = 300;
/** Time for one file, in milliseconds; what takes longer is refused. */
const MAX_TIME = 60_000;

type Failure = ReadFailure['code'];

class Refusal extends Error {
	readonly code: Failure;

	constructor(code: Failure, found: string) {
		super(found);
		this.code = code;
	}
}

const failure = (code: Failure, found: string): ReadResult => ({ ok: false, failure: { code, found } });

/** Quarter turns of a page around its top left corner, so that its text stands upright. */
function turned(width: number, height: number, turns: number): Matrix {
	if (turns === 1) return [0, -1, 1, 0, 0, width];
	if (turns === 2) return [-1, 0, 0, -1, width, height];
	return turns === 3 ? [0, 1, -1, 0, height, 0] : [1, 0, 0, 1, 0, 0];
}

/** The direction in which most of a page's text runs. */
function mainTurn(page: PaintedPage): number {
	const counts = [0, 0, 0, 0];
	for (const glyph of page.glyphs) counts[glyph.turn] = (counts[glyph.turn] ?? 0) + 1;
	return counts.indexOf(Math.max(...counts));
}

async function paintPage(page: EnginePage, { engine }: LoadedEngine): Promise<PaintedPage> {
	const operators = await page.getOperatorList();
	const fonts = await pageFonts(page, operators, engine);
	const { width, height, transform } = page.getViewport({ scale: 1 });
	const paint = (turns: number): PaintedPage => {
		const [w, h] = turns % 2 === 0 ? [width, height] : [height, width];
		const matrix = compose(turned(width, height, turns), toMatrix(transform));
		const painter = new Painter({ x0: 0, y0: 0, x1: w, y1: h }, matrix, fonts, engine.OPS);
		painter.paint(operators);
		return { width: w, height: h, ...painter.page() };
	};
	const upright = paint(0);
	const turns = mainTurn(upright);
	return turns === 0 ? upright : paint(turns);
}

async function paintPages(document: EngineDocument, engine: LoadedEngine): Promise<PaintedPage[]> {
	if (document.numPages > MAX_PAGES) throw new Refusal('file/too-many', `${document.numPages} > ${MAX_PAGES}`);
	const started = Date.now();
	const pages: PaintedPage[] = [];
	for (let number = 1; number <= document.numPages; number += 1) {
		const page = await document.getPage(number);
		pages.push(await paintPage(page, engine));
		page.cleanup();
		if (Date.now() - started > MAX_TIME) throw new Refusal('file/too-large', `${number}/${document.numPages}`);
	}
	return pages;
}

/**
 * Reads a PDF that has text: ruled tables as grids, with their cells joined over lines and page breaks; all else as lines that keep
 * the gaps between columns. Text that readers do not see (an invisible layer over a scan, covered, clipped away) is not read.
 */
export async function readPdf(bytes: Uint8Array, options: PdfOptions = {}): Promise<ReadResult> {
	const engine = await loadEngine();
	const task = engine.engine.getDocument(engineParameters(bytes, options, engine.inNode));
	let locked = false;
	task.onPassword = (update) => {
		locked = true;
		update(new Error('password'));
	};
	try {
		const document = await task.promise;
		const pages = await paintPages(document, engine);
		if (pages.every((page) => page.glyphs.length === 0)) return failure('file/scanned-pdf', String(pages.length));
		return { ok: true, document: { reader: 'pdf', encoding: null, title: null, blocks: blocksOf(pages) } };
	} catch (error) {
		if (error instanceof Refusal) return failure(error.code, error.message);
		if (locked) return failure('file/encrypted', 'PDF');
		return failure('file/damaged', error instanceof Error ? error.message.slice(0, 200) : 'PDF');
	} finally {
		await task.destroy();
	}
}
