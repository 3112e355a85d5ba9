import { centreX, centreY, contains } from './pdf-shapes.ts';
import type { Box, Glyph } from './pdf-shapes.ts';

/** Height of the bands by which covered text is looked up. */
const BAND = 24;

interface Entry {
	readonly glyph: Glyph;
	hidden: boolean;
}

/** A clip at least this wide, in points, is the page's and not that of a cell. */
const PAGE_WIDE = 250;

const FIGURE = /^[\d.,]$/u;

/** A mark in a figure of which a part is hidden: what is left of it is not to be taken for the whole. */
const DOUBT = '\ufffd';

/** The text of a page while it is painted: what a later fill covers, what a clip cuts away and white on white are not kept. */
export class ShownText {
	readonly #entries: Entry[] = [];
	readonly #bands = new Map<number, Entry[]>();
	readonly #backs: Box[] = [];

	add(glyphs: readonly Glyph[], clip: Box, white: boolean): void {
		for (const glyph of glyphs) {
			const [x, y] = [centreX(glyph), centreY(glyph)];
			const shown = contains(clip, x, y) && (!white || this.#backs.some((back) => contains(back, x, y)));
			const isPage = clip.x1 - clip.x0 > PAGE_WIDE;
			const entry = { glyph: isPage ? { ...glyph, edge: clip.x1 } : glyph, hidden: !shown };
			this.#entries.push(entry);
			const band = Math.floor(y / BAND);
			const entries = this.#bands.get(band);
			if (entries) entries.push(entry);
			else this.#bands.set(band, [entry]);
		}
	}

	/** A fill that is not white: white text on it can be read. */
	darken(box: Box): void {
		if (box.x1 > box.x0 && box.y1 > box.y0 && this.#backs.length < 2000) this.#backs.push(box);
	}

	/** A fill that hides the text painted before it. */
	cover(box: Box): void {
		for (let band = Math.floor(box.y0 / BAND); band <= Math.floor(box.y1 / BAND); band += 1)
			for (const entry of this.#bands.get(band) ?? [])
				if (contains(box, centreX(entry.glyph), centreY(entry.glyph))) entry.hidden = true;
	}

	visible(): Glyph[] {
		return this.#entries.flatMap(({ glyph, hidden }, index) => {
			if (hidden) return [];
			const isCut = [this.#entries[index - 1], this.#entries[index + 1]].some(
				(other) => other?.hidden && other.glyph.run === glyph.run && isOneFigure(glyph, other.glyph)
			);
			return isCut ? [glyph, { ...glyph, x0: centreX(glyph), text: DOUBT }] : [glyph];
		});
	}
}

/** Whether two characters of one string are neighbours in a figure. */
function isOneFigure(a: Glyph, b: Glyph): boolean {
	const gap = Math.max(a.x0, b.x0) - Math.min(a.x1, b.x1);
	return FIGURE.test(a.text) && FIGURE.test(b.text) && gap < 0.2 * a.size;
}
