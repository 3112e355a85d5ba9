import { round } from '../plot-area.ts';
import { textWidth } from '../text-width.ts';
import { AXIS_TEXT } from '../year-axis.ts';
import { fitted, Sketch } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import { markId, pointIndex, valuesOf } from './plot-data.ts';
import type { PlotCategory, PlotData, PointIndex } from './plot-data.ts';
import { valueScale } from './value-scale.ts';

/** More rows than these are left to the table. */
export const MOST_ROWS = 40;
const ROW = 22;
const BESIDE = 13;
const GAP = 8;
const TOP = 24;
const STUB = 24;

export interface RankedCategories {
	/** By value, greatest first; where categories have an order of their own, in that. */
	readonly certain: readonly PlotCategory[];
	/** With too few cases to be ranked, in the order they came. */
	readonly uncertain: readonly PlotCategory[];
	readonly absent: readonly PlotCategory[];
}

/** What a category is ranked by: the sum of its parts in a stack, else its first series that has a value. */
export function rankCategories(data: PlotData, at: PointIndex, stacked: boolean): RankedCategories {
	const valueOf = (category: PlotCategory): number | null => {
		const points = data.series.flatMap(({ id }) => at(category.key, id) ?? []);
		const values = valuesOf(points);
		if (values.length === 0) return null;
		return stacked ? values.reduce((sum, value) => sum + value, 0) : (values[0] ?? null);
	};
	const isUncertain = (category: PlotCategory): boolean =>
		data.series.length === 1 && data.series.some(({ id }) => at(category.key, id)?.uncertain ?? false);
	if (!data.ranked) return { certain: data.categories, uncertain: [], absent: [] };
	const given = data.categories.filter((category) => valueOf(category) !== null);
	return {
		certain: given.filter((category) => !isUncertain(category)).sort((a, b) => (valueOf(b) ?? 0) - (valueOf(a) ?? 0)),
		uncertain: given.filter(isUncertain),
		absent: data.categories.filter((category) => valueOf(category) === null)
	};
}

/** Rows with bars from the left: beside each other a series each, or parts after each other. The uncertain stand apart, not ranked. */
export function placeBars(data: PlotData, width: number, mode: 'beside' | 'stacked', share = false): Drawing {
	const sketch = new Sketch();
	const at = pointIndex(data.points);
	const stacked = mode === 'stacked';
	const ranked = rankCategories(data, at, stacked);
	const order = [...ranked.certain, ...ranked.uncertain, ...ranked.absent];
	const shown = order.slice(0, MOST_ROWS);
	const beside = stacked ? 1 : data.series.length;
	const thick = beside === 1 ? ROW - GAP + 2 : BESIDE;
	const step = beside * thick + GAP;
	const isFirstUncertain = (category: PlotCategory): boolean =>
		category === ranked.uncertain[0] && shown.includes(category);
	const heading = shown.some(isFirstUncertain) ? 24 : 0;
	const height = TOP + shown.length * step + heading + 8;
	const labelRoom = Math.min(width * 0.38, Math.max(24, ...shown.map(({ label }) => textWidth(label, AXIS_TEXT))) + 10);
	const pointsOf = (category: PlotCategory) => data.series.flatMap(({ id }) => at(category.key, id) ?? []);
	const sums = shown.map((category) => valuesOf(pointsOf(category)).reduce((sum, value) => sum + value, 0));
	const extent = stacked
		? [...sums, share ? 1 : 0]
		: shown
				.flatMap(pointsOf)
				.flatMap(({ value, uncertain, interval }) => [value ?? 0, uncertain ? (interval?.high ?? 0) : 0]);
	const texts = stacked && share ? [] : extent.map((value) => textWidth(data.axis.format(value), AXIS_TEXT));
	const right = width - Math.max(8, ...texts) - 10;
	const scale = valueScale(extent, data.axis, [labelRoom, Math.max(labelRoom + 40, right)], width < 480 ? 3 : 5);
	for (const tick of scale.ticks) {
		sketch.rules.push({
			kind: tick.value === 0 ? 'zero' : 'grid',
			x1: tick.at,
			x2: tick.at,
			y1: TOP - 4,
			y2: height - 4
		});
		sketch.text('tick', tick.at, 13, tick.label, 'middle');
	}
	let y = TOP + GAP / 2;
	shown.forEach((category, index) => {
		if (isFirstUncertain(category)) {
			sketch.text('word', labelRoom, y + 13, data.words.uncertain, 'start');
			y += heading;
		}
		const middle = y + (beside * thick) / 2;
		sketch.text('label', labelRoom - 8, round(middle + 4), fitted(category.label, labelRoom - 10), 'end');
		let start = scale.base;
		data.series.forEach((series, position) => {
			const point = at(category.key, series.id);
			if (point === undefined) return;
			const top = round(stacked ? y : y + position * thick);
			const depth = thick - (beside === 1 ? 0 : 2);
			const { value } = point;
			const color = series.tone.color;
			if (value === null) {
				if (!stacked) {
					sketch.boxes.push({ kind: 'absent', x: scale.base, y: top, width: STUB, height: depth });
					if (point.absent !== null)
						sketch.text('word', scale.base + STUB + 6, round(top + depth / 2 + 4), point.absent, 'start');
				}
			} else if (stacked) {
				const end = round(start + scale.at(value) - scale.at(0));
				const breadth = round(Math.max(0, end - start - 1));
				if (value > 0) sketch.boxes.push({ kind: 'solid', x: start, y: top, width: breadth, height: depth, color });
				const text = data.axis.format(value);
				if (value > 0 && textWidth(text, AXIS_TEXT) + 6 <= breadth)
					sketch.text('value', round(start + breadth / 2), round(top + depth / 2 + 4), text, 'middle', series.tone.on);
				start = end;
			} else {
				const end = scale.at(value);
				const [x, breadth] = [Math.min(scale.base, end), Math.abs(end - scale.base)];
				const kind = value === 0 ? 'nil' : point.uncertain ? 'uncertain' : 'solid';
				sketch.boxes.push({
					kind,
					x: value === 0 ? scale.base - 1 : x,
					y: top,
					width: value === 0 ? 2 : breadth,
					height: depth,
					color
				});
				if (point.uncertain && point.interval) {
					const line = round(top + depth / 2);
					sketch.rules.push({
						kind: 'whisker',
						color,
						x1: scale.at(point.interval.low),
						x2: scale.at(point.interval.high),
						y1: line,
						y2: line
					});
				}
				sketch.text(
					'value',
					round(Math.max(end, scale.base) + 5),
					round(top + depth / 2 + 4),
					data.axis.format(value),
					'start'
				);
			}
			const box = stacked
				? {
						x: value === null ? scale.base : round(start - Math.max(0, scale.at(value) - scale.at(0))),
						y: top,
						width: value === null ? STUB : Math.max(2, scale.at(value) - scale.at(0)),
						height: depth
					}
				: { x: 0, y: top, width, height: depth };
			const x = stacked ? box.x + box.width / 2 : value === null ? scale.base : scale.at(value);
			sketch.marks.push({
				id: markId(category.key, series.id),
				x,
				y: round(top + depth / 2),
				box,
				title: point.title,
				lines: point.lines
			});
		});
		const lacking = stacked && pointsOf(category).some(({ value }) => value === null);
		if (lacking) sketch.boxes.push({ kind: 'absent', x: start, y, width: 7, height: thick });
		if (stacked && !share && (sums[index] ?? 0) > 0)
			sketch.text(
				'value',
				round(start + (lacking ? 12 : 5)),
				round(middle + 4),
				data.axis.format(sums[index] ?? 0),
				'start'
			);
		y += step;
	});
	if (order.length > shown.length) sketch.notes.push(data.words.more(order.length - shown.length));
	return sketch.done(width, round(height), data.series.length);
}
