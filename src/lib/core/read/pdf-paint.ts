import type { OperatorList, PdfFont } from './pdf-engine.ts';
import { NEW_TEXT, moveLine, showText } from './pdf-glyphs.ts';
import type { TextState } from './pdf-glyphs.ts';
import { compose, toMatrix } from './pdf-matrix.ts';
import type { Matrix } from './pdf-matrix.ts';
import { boundsOf, fillPath, isThin, strokePath } from './pdf-path.ts';
import type { PaintedPaths } from './pdf-path.ts';
import { ShownText } from './pdf-shown.ts';
import { intersect } from './pdf-shapes.ts';
import type { Box, PaintedPage } from './pdf-shapes.ts';

interface State extends TextState {
	page: Matrix;
	clip: Box;
	pen: number;
	white: boolean;
	pattern: boolean;
	fillAlpha: number;
	strokeAlpha: number;
	/** Colours mix with what lies below, so a fill hides nothing. */
	mixing: boolean;
}

type Args = readonly unknown[];

const num = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
const isWhite = (colour: unknown): boolean => /^#f{6}$/iu.test(String(colour));

/** A move to within this of where the text before ended, in the font size, goes on with its string. */
const GOES_ON = 0.12;

/** Walks the operators of one page as a printer would: what is painted, where, and what of the text stays visible. */
export class Painter {
	readonly #paths: PaintedPaths = { across: [], down: [], fills: [] };
	readonly #text = new ShownText();
	readonly #fonts: ReadonlyMap<string, PdfFont>;
	readonly #names: ReadonlyMap<number, string>;
	readonly #start: State;
	readonly #stack: State[] = [];
	#state: State;
	/** Counts strings: text that goes on where the text before it ended is of the same string. */
	#run = 0;
	#clipNext = false;
	#masks = 0;
	readonly #groups: boolean[] = [];

	constructor(
		page: Box,
		matrix: Matrix,
		fonts: ReadonlyMap<string, PdfFont>,
		operators: Readonly<Record<string, number>>
	) {
		this.#fonts = fonts;
		this.#names = new Map(Object.entries(operators).map(([name, code]) => [code, name]));
		this.#start = {
			...NEW_TEXT,
			page: matrix,
			clip: page,
			pen: 1,
			white: false,
			pattern: false,
			fillAlpha: 1,
			strokeAlpha: 1,
			mixing: false
		};
		this.#state = { ...this.#start };
	}

	paint(list: OperatorList): void {
		list.fnArray.forEach((code, index) => {
			this.#step(this.#names.get(code) ?? '', list.argsArray[index] ?? []);
		});
	}

	page(): Pick<PaintedPage, 'glyphs' | 'across' | 'down' | 'fills'> {
		return { ...this.#paths, glyphs: this.#text.visible() };
	}

	#save(): void {
		if (this.#stack.length < 4096) this.#stack.push({ ...this.#state });
	}

	#restore(): void {
		this.#state = this.#stack.pop() ?? this.#state;
	}

	#transform(matrix: unknown): void {
		if (matrix !== null && matrix !== undefined) this.#state.page = compose(this.#state.page, toMatrix(matrix));
	}

	#step(name: string, args: Args): void {
		const state = this.#state;
		switch (name) {
			case 'save':
				return this.#save();
			case 'restore':
				return this.#restore();
			case 'transform':
				return this.#transform(args);
			case 'setLineWidth':
				state.pen = num(args[0]);
				return;
			case 'setGState':
				return this.#graphics(args[0]);
			case 'setFillRGBColor':
				state.white = isWhite(args[0]);
				state.pattern = false;
				return;
			case 'setFillColorN':
			case 'setFillTransparent':
				state.white = false;
				state.pattern = true;
				return;
			case 'clip':
			case 'eoClip':
				this.#clipNext = true;
				return;
			case 'constructPath':
				return this.#path(num(args[0]), args[1]);
			case 'paintFormXObjectBegin':
				this.#save();
				this.#transform(args[0]);
				return this.#clipTo(args[1]);
			case 'paintFormXObjectEnd':
				return this.#restore();
			case 'beginGroup':
				return this.#beginGroup(args[0]);
			case 'endGroup':
				if (this.#groups.pop()) this.#masks -= 1;
				return this.#restore();
			case 'beginAnnotation':
				this.#save();
				this.#state = { ...this.#start };
				this.#clipTo(args[1]);
				this.#transform(args[2]);
				return this.#transform(args[3]);
			case 'endAnnotation':
				return this.#restore();
			case 'paintImageXObject':
			case 'paintInlineImageXObject':
			case 'paintImageMaskXObject':
			case 'paintSolidColorImageMask':
				return this.#fill([0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 4], false);
			default:
				return this.#textStep(name, args);
		}
	}

	#textStep(name: string, args: Args): void {
		const state = this.#state;
		switch (name) {
			case 'beginText':
				this.#run += 1;
				Object.assign(state, { matrix: NEW_TEXT.matrix, x: 0, y: 0, lineX: 0, lineY: 0 });
				return;
			case 'setFont':
				state.font = this.#fonts.get(String(args[0])) ?? null;
				state.size = num(args[1]);
				return;
			case 'setCharSpacing':
				state.spacing = num(args[0]);
				return;
			case 'setWordSpacing':
				state.wordSpacing = num(args[0]);
				return;
			case 'setHScale':
				state.scale = num(args[0]) / 100;
				return;
			case 'setLeading':
				state.leading = -num(args[0]);
				return;
			case 'setTextRise':
				state.rise = num(args[0]);
				return;
			case 'setTextRenderingMode':
				state.mode = num(args[0]);
				return;
			case 'setTextMatrix':
				this.#run += 1;
				Object.assign(state, { matrix: toMatrix(args[0]), x: 0, y: 0, lineX: 0, lineY: 0 });
				return;
			case 'moveText':
				return this.#move(num(args[0]), num(args[1]));
			case 'setLeadingMoveText':
				state.leading = num(args[1]);
				return this.#move(num(args[0]), num(args[1]));
			case 'nextLine':
				return this.#move(0, state.leading);
			case 'showText':
				return this.#show(args[0]);
		}
	}

	#move(x: number, y: number): void {
		const state = this.#state;
		const { x: endX, y: endY } = state;
		moveLine(state, x, y);
		const near = GOES_ON * Math.abs(state.size);
		if (Math.abs(state.x - endX) > near || Math.abs(state.y - endY) > near) this.#run += 1;
	}

	#graphics(entries: unknown): void {
		if (!Array.isArray(entries)) return;
		const state = this.#state;
		for (const [key, value] of entries as [string, unknown][]) {
			if (key === 'LW') state.pen = num(value);
			else if (key === 'ca') state.fillAlpha = num(value);
			else if (key === 'CA') state.strokeAlpha = num(value);
			else if (key === 'BM') state.mixing = value !== 'source-over' && value !== 'Normal';
			else if (key === 'SMask' && value) state.mixing = true;
			else if (key === 'Font' && Array.isArray(value)) {
				state.font = this.#fonts.get(String(value[0])) ?? null;
				state.size = num(value[1]);
			}
		}
	}

	#beginGroup(group: unknown): void {
		const about = (group ?? {}) as { smask?: unknown; matrix?: unknown; bbox?: unknown };
		const isMask = Boolean(about.smask);
		this.#groups.push(isMask);
		if (isMask) this.#masks += 1;
		this.#save();
		const { fillAlpha, mixing } = this.#state;
		Object.assign(this.#state, { fillAlpha: 1, strokeAlpha: 1, mixing: mixing || fillAlpha < 1 });
		if (fillAlpha < 0.02) this.#state.clip = { x0: 0, y0: 0, x1: -1, y1: -1 };
		const outside = this.#state.page;
		this.#transform(about.matrix);
		this.#clipTo(about.bbox);
		this.#state.page = outside;
	}

	#clipTo(box: unknown): void {
		if (box === null || box === undefined) return;
		const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(box as ArrayLike<number>);
		this.#narrow([0, x0, y0, 1, x1, y0, 1, x1, y1, 1, x0, y1, 4]);
	}

	#narrow(data: ArrayLike<number>): void {
		const shape = boundsOf(data, this.#state.page);
		if (shape) this.#state.clip = intersect(this.#state.clip, shape);
	}

	#path(paint: number, packed: unknown): void {
		const data = Array.isArray(packed) ? (packed[0] as ArrayLike<number> | null) : null;
		const name = (this.#names.get(paint) ?? '').toLowerCase();
		if (data) {
			if (name.includes('fill')) this.#fill(data, true);
			if (name.includes('stroke') && this.#state.strokeAlpha > 0.02 && this.#masks === 0) {
				const { page, pen, clip } = this.#state;
				const scale = Math.sqrt(Math.abs(page[0] * page[3] - page[1] * page[2]));
				strokePath(data, page, pen * scale, clip, this.#paths);
			}
			if (this.#clipNext) this.#narrow(data);
		}
		this.#clipNext = false;
	}

	#fill(data: ArrayLike<number>, solid: boolean): void {
		const { page, clip, fillAlpha, white, pattern, mixing } = this.#state;
		if (this.#masks > 0 || fillAlpha < 0.02) return;
		const box = fillPath(data, page, clip, this.#paths);
		const backs = box ?? boundsOf(data, page);
		if (backs && !white) this.#text.darken(intersect(backs, clip));
		if (box && solid && !isThin(box) && !pattern && !mixing && fillAlpha > 0.98) this.#text.cover(box);
	}

	#show(items: unknown): void {
		const { mode, fillAlpha, white, pattern, page, clip } = this.#state;
		const glyphs = showText(this.#state, Array.isArray(items) ? items : [], page, this.#run);
		if (mode === 3 || mode === 7 || this.#masks > 0 || (fillAlpha < 0.02 && mode % 4 === 0)) return;
		this.#text.add(glyphs, clip, white && !pattern && mode % 4 === 0);
	}
}
