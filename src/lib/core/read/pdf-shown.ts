import { centreX, centreY, contains } from './pdf-shapes.ts';
import type { Box, Glyph } from './pdf-shapes.ts';

/** Height of the bands by which covered text is looked up. */
const BAND = 24;

interface Entry {
	readonly glyph: Glyph;
	covered: boolean;
}

/** The text of a page while it is painted: what a later fill covers, what a clip cuts away and white on white are not kept. */
export class ShownText {
	readonly #entries: Entry[] = [];
	readonly #bands = new Map<number, Entry[]>();
	readonly #backs: Box[] = [];

	add(glyphs: readonly Glyph[], clip: Box, white: boolean): void {
		for (const glyph of glyphs) {
			const [x, y] = [centreX(glyph), centreY(glyph)];
			if (!contains(clip, x, y)) continue;
			if (white && !this.#backs.some((back) => contains(back, x, y))) continue;
			const entry = { glyph, covered: false };
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
				if (contains(box, centreX(entry.glyph), centreY(entry.glyph))) entry.covered = true;
	}

	visible(): Glyph[] {
		return this.#entries.filter((entry) => !entry.covered).map((entry) => entry.glyph);
	}
}
