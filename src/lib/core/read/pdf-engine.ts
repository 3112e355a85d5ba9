/** Where the engine finds what it needs for fonts that a PDF names without embedding them; folders, each ending in `/`. */
export interface PdfOptions {
	/** Adobe's character maps (`pdfjs-dist/cmaps/`): a path in Node, an address in the browser. Without them such text is lost. */
	readonly cMapUrl?: string;
	/** The standard fonts (`pdfjs-dist/standard_fonts/`). */
	readonly standardFontDataUrl?: string;
}

/** What of a font tells where its characters stand. */
export interface PdfFont {
	readonly vertical?: boolean | undefined;
	readonly fontMatrix?: readonly number[] | undefined;
}

/** A character as the engine shows it; widths in thousandths of the font size (in the font's own units for a drawn font). */
export interface ShownGlyph {
	readonly unicode: string;
	readonly width: number;
	readonly vmetric?: readonly number[] | null;
	readonly isSpace: boolean;
}

export interface OperatorList {
	readonly fnArray: readonly number[];
	readonly argsArray: readonly (readonly unknown[] | null)[];
}

export interface EnginePage {
	readonly commonObjs: { has(id: string): boolean; get(id: string): unknown };
	getViewport(options: { scale: number }): { width: number; height: number; transform: readonly number[] };
	getOperatorList(): Promise<OperatorList>;
	cleanup(): unknown;
}

export interface EngineDocument {
	readonly numPages: number;
	getPage(number: number): Promise<EnginePage>;
}

interface LoadingTask {
	readonly promise: Promise<EngineDocument>;
	onPassword: ((update: (password: unknown) => void, reason: number) => void) | null;
	destroy(): Promise<void>;
}

interface Engine {
	readonly OPS: Readonly<Record<string, number>>;
	getDocument(parameters: Record<string, unknown>): LoadingTask;
}

export interface LoadedEngine {
	readonly engine: Engine;
	readonly inNode: boolean;
}

let loading: Promise<LoadedEngine> | null = null;

/** pdfjs, loaded once and run where we run: with its worker module at hand it starts no thread of its own. */
export function loadEngine(): Promise<LoadedEngine> {
	loading ??= (async () => {
		const inNode = String((globalThis as { process?: unknown }).process) === '[object process]';
		const engine = (await import('pdfjs-dist/legacy/build/pdf.mjs')) as unknown as Engine;
		await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
		return { engine, inNode };
	})();
	return loading;
}

/** Images of more pixels are left out: what they show is not read, and tables drawn with stretched dots stay. */
const LARGEST_IMAGE = 64;

export function engineParameters(
	bytes: Uint8Array,
	options: PdfOptions,
	inNode: boolean
): Readonly<Record<string, unknown>> {
	return {
		data: new Uint8Array(bytes),
		verbosity: 0,
		isEvalSupported: false,
		useWasm: false,
		disableFontFace: true,
		useSystemFonts: false,
		useWorkerFetch: !inNode,
		disableWorkerRendering: true,
		isOffscreenCanvasSupported: false,
		isImageDecoderSupported: false,
		maxImageSize: LARGEST_IMAGE,
		enableXfa: false,
		cMapPacked: true,
		...(options.cMapUrl === undefined ? {} : { cMapUrl: options.cMapUrl }),
		...(options.standardFontDataUrl === undefined ? {} : { standardFontDataUrl: options.standardFontDataUrl })
	};
}

/** The fonts that a page uses, by the engine's name; a font that the engine could not load is left out. */
export async function pageFonts(
	page: EnginePage,
	operators: OperatorList,
	engine: Pick<Engine, 'OPS'>
): Promise<ReadonlyMap<string, PdfFont>> {
	const names = new Set<string>();
	operators.fnArray.forEach((operator, index) => {
		const args = operators.argsArray[index];
		if (operator === engine.OPS['setFont']) names.add(String(args?.[0]));
		if (operator !== engine.OPS['setGState'] || !Array.isArray(args?.[0])) return;
		for (const entry of args[0] as unknown[])
			if (Array.isArray(entry) && entry[0] === 'Font' && Array.isArray(entry[1])) names.add(String(entry[1][0]));
	});
	const fonts = new Map<string, PdfFont>();
	for (const name of names) {
		for (let wait = 0; wait < 1000 && !page.commonObjs.has(name); wait += 1) await Promise.resolve();
		if (!page.commonObjs.has(name)) continue;
		const font = page.commonObjs.get(name);
		if (typeof font === 'object' && font !== null) fonts.set(name, font);
	}
	return fonts;
}
