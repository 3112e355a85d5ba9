/** The part of a drawing inside its margins, in user units (one unit is one CSS pixel at the drawing's own width). */
export interface PlotArea {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

export interface Margins {
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
	readonly left: number;
}

export function plotArea(width: number, height: number, margins: Margins): PlotArea {
	return {
		left: margins.left,
		right: Math.max(margins.left + 1, width - margins.right),
		top: margins.top,
		bottom: Math.max(margins.top + 1, height - margins.bottom)
	};
}

export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** Whether two boxes overlap by more than the tolerance in both directions. */
export function overlap(a: Box, b: Box, tolerance = 0): boolean {
	return (
		Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > tolerance &&
		Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > tolerance
	);
}

/** Coordinates to a tenth of a pixel, so that drawings are the same wherever they are made. */
export function round(value: number): number {
	return Math.round(value * 10) / 10;
}
