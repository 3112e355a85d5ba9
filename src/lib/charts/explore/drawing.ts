import type { PanelLine } from '../panel.ts';
import { textWidth } from '../text-width.ts';
import { AXIS_TEXT } from '../year-axis.ts';

export type RuleKind = 'grid' | 'zero' | 'change' | 'median' | 'whisker' | 'stem';

export interface DrawnRule {
	readonly kind: RuleKind;
	readonly x1: number;
	readonly y1: number;
	readonly x2: number;
	readonly y2: number;
	readonly color?: string;
}

export type BoxKind = 'solid' | 'uncertain' | 'hatched' | 'absent' | 'quartiles' | 'nil';

export interface DrawnBox {
	readonly kind: BoxKind;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly color?: string;
	/** 0 to 1; a solid of a scale of values. */
	readonly strength?: number;
}

export interface DrawnText {
	readonly x: number;
	readonly y: number;
	readonly text: string;
	readonly anchor: 'start' | 'middle' | 'end';
	readonly kind: 'tick' | 'label' | 'value' | 'name' | 'word';
	readonly color?: string;
}

export interface DrawnDot {
	readonly x: number;
	readonly y: number;
	readonly r: number;
	readonly color: string;
	readonly hollow: boolean;
	readonly faint?: boolean;
}

export interface DrawnPath {
	readonly d: string;
	readonly color: string;
	readonly faint: boolean;
}

/** A thing of the drawing that can be pointed at, walked to and is told: where it is, and its text. */
export interface DrawnMark {
	readonly id: string;
	readonly x: number;
	readonly y: number;
	/** Its box, where pointing at any part of it means it. */
	readonly box?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
	readonly title: string;
	readonly lines: readonly PanelLine[];
}

/** Everything of a plot in user units, in painting order: boxes, rules, paths, dots, texts. Marks are in reading order. */
export interface Drawing {
	readonly width: number;
	readonly height: number;
	readonly boxes: readonly DrawnBox[];
	readonly rules: readonly DrawnRule[];
	readonly paths: readonly DrawnPath[];
	readonly dots: readonly DrawnDot[];
	readonly texts: readonly DrawnText[];
	readonly marks: readonly DrawnMark[];
	/** How many marks a step up or down passes over. */
	readonly stride: number;
	/** What the drawing leaves to the table, in a sentence each. */
	readonly notes: readonly string[];
}

/** A drawing being made. */
export class Sketch {
	readonly boxes: DrawnBox[] = [];
	readonly rules: DrawnRule[] = [];
	readonly paths: DrawnPath[] = [];
	readonly dots: DrawnDot[] = [];
	readonly texts: DrawnText[] = [];
	readonly marks: DrawnMark[] = [];
	readonly notes: string[] = [];

	text(kind: DrawnText['kind'], x: number, y: number, text: string, anchor: DrawnText['anchor'], color?: string): void {
		this.texts.push({ kind, x, y, text, anchor, ...(color === undefined ? {} : { color }) });
	}

	done(width: number, height: number, stride = 1): Drawing {
		const { boxes, rules, paths, dots, texts, marks, notes } = this;
		return { width, height, boxes, rules, paths, dots, texts, marks, stride, notes };
	}
}

/** The text cut to the width, with an ellipsis where something is left out. */
export function fitted(text: string, width: number, size = AXIS_TEXT): string {
	if (textWidth(text, size) <= width) return text;
	let kept = '';
	for (const character of text) {
		if (textWidth(`${kept}${character}…`, size) > width) break;
		kept += character;
	}
	return kept === '' ? '' : `${kept}…`;
}

export function describeMark({ title, lines }: Pick<DrawnMark, 'title' | 'lines'>): string {
	const told = lines.map(({ label, text, note }) => `${label} ${text}${note === undefined ? '' : ` (${note})`}`);
	return [title, ...told].filter((part) => part.trim() !== '').join('; ');
}

/** The mark that the pointer means: the smallest box it is in, else the nearest within reach. */
export function markAt(marks: readonly DrawnMark[], x: number, y: number, reach = 24): number | null {
	let found: number | null = null;
	let best = reach;
	marks.forEach((mark, index) => {
		const { box } = mark;
		const inside = box && x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
		const distance = inside ? 0 : Math.hypot(mark.x - x, mark.y - y);
		if (distance < best || (inside && found === null)) {
			best = distance;
			found = index;
		}
	});
	return found;
}
