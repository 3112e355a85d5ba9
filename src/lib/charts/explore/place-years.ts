import { plotArea, round } from '../plot-area.ts';
import type { PlotArea } from '../plot-area.ts';
import { textWidth } from '../text-width.ts';
import { AXIS_TEXT, everyYear, GAP_LINE, yearAxis } from '../year-axis.ts';
import type { YearAxis } from '../year-axis.ts';
import { Sketch } from './drawing.ts';
import { pointIndex } from './plot-data.ts';
import type { PlotData } from './plot-data.ts';
import { tickRoom, valueScale } from './value-scale.ts';
import type { ValueScale } from './value-scale.ts';

export interface YearFrame {
	readonly sketch: Sketch;
	readonly area: PlotArea;
	readonly years: YearAxis;
	readonly values: ValueScale;
	readonly step: number;
}

interface YearFrameOptions {
	readonly width: number;
	readonly height: number;
	/** What the value axis must hold. */
	readonly extent: readonly number[];
	readonly padding: number;
	readonly endRoom?: number;
}

/** The frame of a plot over years: grid, ticks, years with their N, gaps with their word, the change of layout. */
export function yearFrame(
	data: PlotData,
	{ width, height, extent, padding, endRoom = 0 }: YearFrameOptions
): YearFrame {
	const sketch = new Sketch();
	const area = plotArea(width, height, { top: 44, right: 6 + endRoom, bottom: 40, left: tickRoom(extent, data.axis) });
	const values = valueScale(extent, data.axis, [area.bottom, area.top]);
	const list = everyYear(data.categories.flatMap(({ year }) => (year === null ? [] : [year])));
	const byYear = new Map(data.categories.map((category) => [category.year, category]));
	const at = pointIndex(data.points);
	const gapAt = (year: number): string | null => {
		const category = byYear.get(year);
		if (category === undefined) return data.words.noReport;
		const points = data.series.flatMap(({ id }) => at(category.key, id) ?? []);
		if (points.length === 0) return data.words.noReport;
		return points.every(({ value }) => value === null) ? (points[0]?.absent ?? '') : null;
	};
	const years = yearAxis(list, { area, padding, gapAt });
	const step = (area.right - area.left) / Math.max(1, list.length);
	for (const gap of years.gaps) {
		sketch.boxes.push({
			kind: 'absent',
			x: gap.x + 2,
			y: gap.y,
			width: Math.max(0, gap.width - 4),
			height: gap.height
		});
		gap.lines.forEach((line, index) =>
			sketch.text('word', round(gap.x + gap.width / 2), gap.y + 17 + index * GAP_LINE, line, 'middle')
		);
	}
	for (const tick of values.ticks) {
		const kind = tick.value === 0 ? 'zero' : 'grid';
		sketch.rules.push({ kind, x1: area.left, x2: area.right, y1: tick.at, y2: tick.at });
		sketch.text('tick', area.left - 8, tick.at + 4, tick.label, 'end');
	}
	if (years.layoutChange !== null) {
		const x = years.layoutChange;
		const word = data.words.layoutChange;
		const toLeft = x + textWidth(word, AXIS_TEXT) + 6 > area.right;
		sketch.rules.push({ kind: 'change', x1: x, x2: x, y1: 4, y2: area.bottom });
		sketch.text('tick', x + (toLeft ? -5 : 5), 13, word, toLeft ? 'end' : 'start');
	}
	for (const place of years.years) {
		sketch.text('label', place.centre, area.bottom + 17, place.label, 'middle');
		const count = byYear.get(place.year)?.count ?? '';
		if (count !== '' && textWidth(count, AXIS_TEXT) <= step - 2)
			sketch.text('tick', place.centre, area.bottom + 34, count, 'middle');
	}
	return { sketch, area, years, values, step };
}
