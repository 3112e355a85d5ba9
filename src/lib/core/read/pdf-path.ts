import { apply } from './pdf-matrix.ts';
import type { Matrix } from './pdf-matrix.ts';
import type { Box, Rule } from './pdf-shapes.ts';

/** A filled box thinner than this is a line. */
const THIN = 3;

/** Lines and boxes of the paths on one page. */
export interface PaintedPaths {
	readonly across: Rule[];
	readonly down: Rule[];
	readonly fills: Box[];
}

type Point = readonly [number, number];

interface Outline {
	readonly points: readonly Point[];
	readonly straight: boolean;
	readonly closed: boolean;
}

const POINTS_OF = [1, 1, 3, 2, 0];

/** The outlines of a path as the engine packs it (0 move, 1 line, 2 and 3 curve, 4 close), on the page. */
export function outlinesOf(data: ArrayLike<number>, matrix: Matrix): Outline[] {
	const outlines: { points: Point[]; straight: boolean; closed: boolean }[] = [];
	for (let at = 0; at < data.length;) {
		const kind = data[at] ?? -1;
		const count = POINTS_OF[kind];
		if (count === undefined) break;
		const open = outlines.at(-1);
		if (kind === 4) {
			const start = open?.points[0];
			if (open) open.closed = true;
			if (start) outlines.push({ points: [start], straight: true, closed: false });
		} else {
			const point = apply(matrix, data[at + 2 * count - 1] ?? 0, data[at + 2 * count] ?? 0);
			if (kind === 0 || !open) outlines.push({ points: [point], straight: true, closed: false });
			else open.points.push(point);
			if (open && count > 1) open.straight = false;
		}
		at += 1 + 2 * count;
	}
	return outlines.filter((outline) => outline.points.length > 1);
}

function boxOf(points: readonly Point[]): Box {
	let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [x, y] of points) {
		x0 = Math.min(x0, x);
		y0 = Math.min(y0, y);
		x1 = Math.max(x1, x);
		y1 = Math.max(y1, y);
	}
	return { x0, y0, x1, y1 };
}

/** Whether an outline is a box along the axes, as `re` draws it. */
function isBox({ points, straight }: Outline, box: Box): boolean {
	if (!straight || points.length < 4 || points.length > 6) return false;
	const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.3;
	return (
		points.every(([x, y]) => (near(x, box.x0) || near(x, box.x1)) && (near(y, box.y0) || near(y, box.y1))) &&
		points.every((point, index) => {
			const next = points[(index + 1) % points.length] ?? point;
			return near(point[0], next[0]) || near(point[1], next[1]);
		})
	);
}

/** Puts a thin box down as a line; a dot counts in both directions, since dotted lines are rows of dots. */
function addThin(box: Box, to: PaintedPaths): void {
	const [width, height] = [box.x1 - box.x0, box.y1 - box.y0];
	if (height <= THIN) to.across.push({ at: (box.y0 + box.y1) / 2, from: box.x0, to: box.x1 });
	if (width <= THIN) to.down.push({ at: (box.x0 + box.x1) / 2, from: box.y0, to: box.y1 });
}

export const isThin = (box: Box): boolean => Math.min(box.x1 - box.x0, box.y1 - box.y0) <= THIN;

/** A line is cut where it leaves the clip by more than its own breadth and a little: tables often end just outside the page's. */
const LEEWAY = 2;

function wider(clip: Box): Box {
	return { x0: clip.x0 - LEEWAY, y0: clip.y0 - LEEWAY, x1: clip.x1 + LEEWAY, y1: clip.y1 + LEEWAY };
}

function cut(box: Box, clip: Box): Box | null {
	const x0 = Math.max(box.x0, clip.x0);
	const y0 = Math.max(box.y0, clip.y0);
	const x1 = Math.min(box.x1, clip.x1);
	const y1 = Math.min(box.y1, clip.y1);
	return x0 <= x1 && y0 <= y1 ? { x0, y0, x1, y1 } : null;
}

/** The four sides of a frame that is filled between an outer and an inner box, if the two boxes are such a frame. */
function frameOf(boxes: readonly Box[]): Box[] | null {
	const [a, b] = boxes;
	if (!a || !b || boxes.length !== 2) return null;
	const [outer, inner] = (a.x1 - a.x0) * (a.y1 - a.y0) >= (b.x1 - b.x0) * (b.y1 - b.y0) ? [a, b] : [b, a];
	const sides = [inner.x0 - outer.x0, inner.y0 - outer.y0, outer.x1 - inner.x1, outer.y1 - inner.y1];
	if (sides.some((side) => side < -0.1 || side > THIN) || sides.every((side) => side < 0.05)) return null;
	return [
		{ ...outer, y1: inner.y0 },
		{ ...outer, y0: inner.y1 },
		{ ...outer, x1: inner.x0 },
		{ ...outer, x0: inner.x1 }
	].filter((_, index) => (sides[[1, 3, 0, 2][index] ?? 0] ?? 0) >= 0.05);
}

/** Fills a path: thin boxes are lines, larger ones boxes. Gives the box that hides what lies under it, if the path is just one box. */
export function fillPath(data: ArrayLike<number>, matrix: Matrix, clip: Box, to: PaintedPaths): Box | null {
	const outlines = outlinesOf(data, matrix);
	const boxes = outlines.map((outline) => boxOf(outline.points));
	const frame = outlines.every((outline, index) => isBox(outline, boxes[index] as Box)) ? frameOf(boxes) : null;
	if (frame) {
		for (const side of frame) {
			const shown = cut(side, wider(clip));
			if (shown) addThin(shown, to);
		}
		return null;
	}
	outlines.forEach((outline, index) => {
		const box = boxes[index];
		const shown = box && cut(box, isThin(box) ? wider(clip) : clip);
		if (!box || !shown || !outline.straight) return;
		if (isThin(shown)) addThin(shown, to);
		else if (isBox(outline, box)) to.fills.push(shown);
	});
	const [only] = outlines;
	const [box] = boxes;
	return only && box && outlines.length === 1 && isBox(only, box) ? cut(box, clip) : null;
}

/** Strokes a path: straight parts along the axes are lines, or boxes where the pen is thick. */
export function strokePath(data: ArrayLike<number>, matrix: Matrix, pen: number, clip: Box, to: PaintedPaths): void {
	for (const { points, closed } of outlinesOf(data, matrix)) {
		const ends = closed && points[0] ? [...points, points[0]] : points;
		ends.slice(1).forEach(([x, y], index) => {
			const [px, py] = ends[index] ?? [x, y];
			const [dx, dy] = [Math.abs(x - px), Math.abs(y - py)];
			if (Math.min(dx, dy) > 0.3 || Math.max(dx, dy) < 0.1) return;
			const half = pen > THIN ? pen / 2 : 0;
			const line = {
				x0: Math.min(x, px) - (dx < dy ? half : 0),
				y0: Math.min(y, py) - (dx < dy ? 0 : half),
				x1: Math.max(x, px) + (dx < dy ? half : 0),
				y1: Math.max(y, py) + (dx < dy ? 0 : half)
			};
			const shown = cut(line, wider(clip));
			if (!shown) return;
			if (half > 0) to.fills.push(shown);
			else if (dx < dy) to.down.push({ at: (shown.x0 + shown.x1) / 2, from: shown.y0, to: shown.y1 });
			else to.across.push({ at: (shown.y0 + shown.y1) / 2, from: shown.x0, to: shown.x1 });
		});
	}
}

/** The box around a path on the page, or null where it has no points. */
export function boundsOf(data: ArrayLike<number>, matrix: Matrix): Box | null {
	const points = outlinesOf(data, matrix).flatMap((outline) => outline.points);
	return points.length === 0 ? null : boxOf(points);
}
