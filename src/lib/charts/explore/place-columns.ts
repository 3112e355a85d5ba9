import { round } from '../plot-area.ts';
import { textWidth } from '../text-width.ts';
import { AXIS_TEXT } from '../year-axis.ts';
import type { Drawing } from './drawing.ts';
import { yearFrame } from './place-years.ts';
import { markId, pointIndex, valuesOf } from './plot-data.ts';
import type { PlotData } from './plot-data.ts';

const HEIGHT = 268;
const STUB = 7;

/** Columns over years, beside each other: one a series. */
export function placeColumns(data: PlotData, width: number): Drawing {
	const frame = yearFrame(data, { width, height: HEIGHT, extent: valuesOf(data.points), padding: 0.16 });
	const { sketch, years, values } = frame;
	const at = pointIndex(data.points);
	for (const category of data.categories) {
		const place = category.year === null ? undefined : years.at(category.year);
		if (place === undefined) continue;
		const room = place.width / Math.max(1, data.series.length);
		const breadth = round(Math.max(1.5, Math.min(44, room - Math.min(2, room * 0.2))));
		data.series.forEach((series, index) => {
			const point = at(category.key, series.id);
			if (point === undefined) return;
			const x = round(place.left + (place.width - room * data.series.length) / 2 + room * index + (room - breadth) / 2);
			const color = series.tone.color;
			const { value } = point;
			const y = value === null ? values.base - STUB : values.at(value);
			const [top, height] = [Math.min(y, values.base), Math.abs(values.base - y)];
			const centre = round(x + breadth / 2);
			if (value === null) sketch.boxes.push({ kind: 'absent', x, y: top, width: breadth, height });
			else if (value === 0) sketch.boxes.push({ kind: 'nil', x, y: values.base - 1, width: breadth, height: 2 });
			else
				sketch.boxes.push({ kind: point.uncertain ? 'uncertain' : 'solid', x, y: top, width: breadth, height, color });
			if (point.uncertain && point.interval)
				sketch.rules.push({
					...{ kind: 'whisker', color, x1: centre, x2: centre },
					...{ y1: values.at(point.interval.low), y2: values.at(point.interval.high) }
				});
			const text = value === null ? '' : data.axis.format(value);
			if (text !== '' && textWidth(text, AXIS_TEXT) <= room + 2)
				sketch.text('value', centre, round(top - 6), text, 'middle');
			const box = { x, y: Math.min(top, values.base - 12), width: breadth, height: Math.max(height, 12) };
			sketch.marks.push({
				id: markId(category.key, series.id),
				x: centre,
				y: top,
				box,
				title: point.title,
				lines: point.lines
			});
		});
	}
	return sketch.done(width, HEIGHT, data.series.length);
}

/** Columns over years, parts on each other, the first at the bottom. A part without a value puts a hatched cap on the stack. */
export function placeStackedColumns(data: PlotData, width: number, share: boolean): Drawing {
	const at = pointIndex(data.points);
	const totals = data.categories.map(({ key }) =>
		valuesOf(data.series.flatMap(({ id }) => at(key, id) ?? [])).reduce((sum, value) => sum + value, 0)
	);
	const frame = yearFrame(data, { width, height: HEIGHT + 20, extent: [...totals, share ? 1 : 0], padding: 0.26 });
	const { sketch, years, values } = frame;
	data.categories.forEach((category, position) => {
		const place = category.year === null ? undefined : years.at(category.year);
		if (place === undefined) return;
		let below = 0;
		let lacking = false;
		for (const series of data.series) {
			const point = at(category.key, series.id);
			if (point === undefined) continue;
			if (point.value === null) lacking = true;
			const value = point.value ?? 0;
			const [bottom, top] = [values.at(below), values.at(below + value)];
			below += value;
			const height = round(Math.max(0.5, bottom - top - 1));
			const box = { x: place.left, y: top, width: place.width, height };
			if (value > 0) {
				sketch.boxes.push({ kind: 'solid', ...box, color: series.tone.color });
				const text = data.axis.format(value);
				if (height >= AXIS_TEXT + 3 && textWidth(text, AXIS_TEXT) + 4 <= place.width)
					sketch.text('value', place.centre, round(top + height / 2 + 4), text, 'middle', series.tone.on);
				sketch.marks.push({
					id: markId(category.key, series.id),
					x: place.centre,
					y: round(top + height / 2),
					box,
					title: point.title,
					lines: point.lines
				});
			}
		}
		const total = totals[position] ?? 0;
		const top = values.at(total);
		if (lacking && total > 0)
			sketch.boxes.push({ kind: 'absent', x: place.left, y: round(top - STUB - 1), width: place.width, height: STUB });
		const text = data.axis.format(total);
		if (!share && total > 0 && textWidth(text, AXIS_TEXT) <= place.width + 12)
			sketch.text('value', place.centre, round(top - (lacking ? STUB + 1 : 0) - 6), text, 'middle');
	});
	return sketch.done(width, HEIGHT + 20, data.series.length);
}
