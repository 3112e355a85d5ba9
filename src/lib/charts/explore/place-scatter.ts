import { plotArea, round } from '../plot-area.ts';
import { overlap } from '../plot-area.ts';
import type { Box } from '../plot-area.ts';
import { textWidth } from '../text-width.ts';
import { AXIS_TEXT } from '../year-axis.ts';
import { Sketch } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import { markId } from './plot-data.ts';
import type { PlotData } from './plot-data.ts';
import { tickRoom, valueScale } from './value-scale.ts';

/** More points than these are drawn as squares, the stronger the more points they hold. */
export const MOST_DOTS = 1500;
const HEIGHT = 380;
const SQUARE = 12;
const MOST_LABELS = 10;

/** A dot a body: the first indicator across, the second up. Bodies that lack either are told by their number. */
export function placeScatter(data: PlotData, width: number): Drawing {
	const sketch = new Sketch();
	const up = data.otherAxis ?? data.axis;
	const given = data.points.filter(
		(point) => point.value !== null && point.other !== null && point.other !== undefined
	);
	const [across, heights] = [given.map(({ value }) => value ?? 0), given.map(({ other }) => other ?? 0)];
	const area = plotArea(width, HEIGHT, { top: 30, right: 24, bottom: 44, left: tickRoom(heights, up) });
	const x = valueScale(across, data.axis, [area.left, area.right], width < 480 ? 3 : 5);
	const y = valueScale(heights, up, [area.bottom, area.top], 5);
	for (const tick of x.ticks) {
		sketch.rules.push({
			kind: tick.value === 0 ? 'zero' : 'grid',
			x1: tick.at,
			x2: tick.at,
			y1: area.top,
			y2: area.bottom
		});
		sketch.text('tick', tick.at, area.bottom + 16, tick.label, 'middle');
	}
	for (const tick of y.ticks) {
		sketch.rules.push({
			kind: tick.value === 0 ? 'zero' : 'grid',
			x1: area.left,
			x2: area.right,
			y1: tick.at,
			y2: tick.at
		});
		sketch.text('tick', area.left - 8, tick.at + 4, tick.label, 'end');
	}
	sketch.text('name', area.right, area.bottom + 36, `${data.axis.label} →`, 'end');
	sketch.text('name', 0, 13, `↑ ${up.label}`, 'start');
	if (given.length > MOST_DOTS) squares(sketch, data, given, x.at, y.at);
	else {
		const colorOf = new Map(data.series.map(({ id, tone }) => [id, tone.color]));
		const placed = given.map((point) => ({
			point,
			x: x.at(point.value ?? 0),
			y: y.at(point.other ?? 0),
			color: colorOf.get(point.series) ?? 'var(--ink-muted)'
		}));
		const radius = given.length > 400 ? 3 : 4.5;
		for (const one of placed)
			sketch.dots.push({ x: one.x, y: one.y, r: radius, color: one.color, hollow: one.point.uncertain });
		for (const one of [...placed].sort((a, b) => a.x - b.x || a.y - b.y))
			sketch.marks.push({
				id: markId(one.point.category, one.point.series),
				x: one.x,
				y: one.y,
				title: one.point.title,
				lines: one.point.lines
			});
		label(sketch, data, placed, area.right);
	}
	const without = data.points.length - given.length;
	if (without > 0) sketch.notes.push(data.words.lacking(without));
	return sketch.done(width, HEIGHT, 10);
}

interface PlacedDot {
	readonly point: PlotData['points'][number];
	readonly x: number;
	readonly y: number;
}

/** Names the dots farthest out, as long as no name covers a dot or another name. */
function label(sketch: Sketch, data: PlotData, placed: readonly PlacedDot[], right: number): void {
	const names = new Map(data.categories.map(({ key, label: name }) => [key, name]));
	const taken: Box[] = [];
	const far = [...placed].sort((a, b) => b.x - b.y - (a.x - a.y));
	let count = 0;
	for (const { point, x, y } of far) {
		if (count >= MOST_LABELS) break;
		const text = names.get(point.category) ?? '';
		const breadth = textWidth(text, AXIS_TEXT);
		const toLeft = x + breadth + 10 > right;
		const box: Box = { x: toLeft ? x - breadth - 8 : x + 8, y: y - 8, width: breadth, height: AXIS_TEXT + 3 };
		const hits =
			taken.some((other) => overlap(box, other)) ||
			placed.some((dot) => dot.point !== point && overlap(box, { x: dot.x - 4, y: dot.y - 4, width: 8, height: 8 }, 1));
		if (hits || box.x < 0) continue;
		taken.push(box);
		count += 1;
		sketch.text('label', toLeft ? x - 8 : x + 8, round(y + 4), text, toLeft ? 'end' : 'start');
	}
}

function squares(
	sketch: Sketch,
	data: PlotData,
	given: PlotData['points'],
	atX: (value: number) => number,
	atY: (value: number) => number
): void {
	const bins = new Map<string, { column: number; row: number; points: PlotData['points'][number][] }>();
	for (const point of given) {
		const [column, row] = [Math.floor(atX(point.value ?? 0) / SQUARE), Math.floor(atY(point.other ?? 0) / SQUARE)];
		const bin = bins.get(`${column} ${row}`) ?? { column, row, points: [] };
		bin.points.push(point);
		bins.set(`${column} ${row}`, bin);
	}
	const most = Math.max(...[...bins.values()].map(({ points }) => points.length));
	const order = [...bins.values()].sort((a, b) => b.row - a.row || a.column - b.column);
	for (const { column, row, points } of order) {
		const box = { x: column * SQUARE, y: row * SQUARE, width: SQUARE - 1, height: SQUARE - 1 };
		const strength = 0.2 + (0.8 * Math.log1p(points.length)) / Math.log1p(most);
		sketch.boxes.push({ kind: 'solid', ...box, color: 'var(--granted)', strength: Math.round(strength * 100) / 100 });
		const span = (values: readonly number[], format: (value: number) => string): string => {
			const [low, high] = [Math.min(...values), Math.max(...values)];
			return low === high ? format(low) : `${format(low)}–${format(high)}`;
		};
		sketch.marks.push({
			id: `bin ${column} ${row}`,
			x: box.x + SQUARE / 2,
			y: box.y + SQUARE / 2,
			box,
			title: data.words.members(points.length),
			lines: [
				{
					label: data.axis.label,
					text: span(
						points.map(({ value }) => value ?? 0),
						data.axis.format
					)
				},
				{
					label: data.otherAxis?.label ?? '',
					text: span(
						points.map(({ other }) => other ?? 0),
						(data.otherAxis ?? data.axis).format
					)
				}
			]
		});
	}
}
