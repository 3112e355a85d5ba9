import { round } from '../plot-area.ts';
import { textWidth } from '../text-width.ts';
import { AXIS_TEXT } from '../year-axis.ts';
import { fitted, Sketch } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import { rankCategories } from './place-bars.ts';
import { markId, pointIndex, valuesOf } from './plot-data.ts';
import type { PlotData } from './plot-data.ts';

/** More rows or columns than these are left to the table. */
export const MOST_HEAT_ROWS = 60;
export const MOST_HEAT_COLUMNS = 40;
const ROW = 24;
const LEGEND = 34;
const STEPS = 5;
/** Text on a cell stronger than this is light. */
const LIGHT_TEXT = 0.62;

/** How strong a cell's colour is: from 0.06 at the least value to 1 at the greatest. */
export function strengthOf(value: number, low: number, high: number): number {
	const part = high > low ? (value - low) / (high - low) : 1;
	return Math.round((0.06 + 0.94 * part) * 100) / 100;
}

/** A table of colours: categories down, series across, the value in the cell where it fits. */
export function placeHeat(data: PlotData, width: number): Drawing {
	const sketch = new Sketch();
	const at = pointIndex(data.points);
	const { certain, absent } = rankCategories({ ...data, ranked: false }, at, false);
	const order = [...certain, ...absent];
	const rows = order.slice(0, MOST_HEAT_ROWS);
	const columns = data.series.slice(0, MOST_HEAT_COLUMNS);
	const labelRoom = Math.min(width * 0.34, Math.max(24, ...rows.map(({ label }) => textWidth(label, AXIS_TEXT))) + 10);
	const step = Math.min(112, (width - labelRoom) / Math.max(1, columns.length));
	const heads = columns.map(({ label }) => label);
	const longest = Math.max(...heads.map((head) => textWidth(head, AXIS_TEXT)));
	const lines = longest <= step - 4 ? 1 : Math.min(4, Math.ceil(longest / Math.max(8, step - 4)) + 1);
	const top = LEGEND + lines * 14 + 8;
	const height = top + rows.length * ROW + 6;
	const values = valuesOf(data.points);
	const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
	const color = 'var(--granted)';
	if (values.length > 0) {
		const scale = Array.from({ length: STEPS }, (_, index) => low + ((high - low) * index) / (STEPS - 1));
		const breadth = Math.min(84, (width - labelRoom) / STEPS);
		scale.forEach((value, index) => {
			const x = round(labelRoom + index * breadth);
			sketch.boxes.push({
				kind: 'solid',
				x,
				y: 2,
				width: breadth,
				height: 8,
				color,
				strength: strengthOf(value, low, high)
			});
			if (index % 2 === 0)
				sketch.text(
					'tick',
					index === 0 ? x : round(x + breadth / 2),
					24,
					data.axis.tick(value),
					index === 0 ? 'start' : 'middle'
				);
		});
	}
	heads.forEach((head, index) => {
		const x = round(labelRoom + index * step + step / 2);
		for (const [line, part] of headLines(head, step - 4, lines).entries())
			sketch.text('label', x, LEGEND + 12 + line * 14, part, 'middle');
	});
	rows.forEach((category, row) => {
		const y = top + row * ROW;
		sketch.text('label', labelRoom - 8, y + ROW / 2 + 4, fitted(category.label, labelRoom - 10), 'end');
		columns.forEach((series, column) => {
			const point = at(category.key, series.id);
			const box = { x: round(labelRoom + column * step), y, width: round(step - 1), height: ROW - 1 };
			const centre = round(box.x + box.width / 2);
			if (point === undefined || point.value === null) {
				sketch.boxes.push({ kind: 'absent', ...box });
				const word = point?.absent ?? data.words.noReport;
				if (textWidth(word, AXIS_TEXT) <= box.width - 6) sketch.text('word', centre, y + ROW / 2 + 4, word, 'middle');
			} else {
				const strength = strengthOf(point.value, low, high);
				// Of an uncertain value the colour would say more than is known.
				sketch.boxes.push(
					point.uncertain ? { kind: 'uncertain', ...box, color } : { kind: 'solid', ...box, color, strength }
				);
				const text = data.axis.format(point.value);
				if (textWidth(text, AXIS_TEXT) <= box.width - 2) {
					const on = strength > LIGHT_TEXT && !point.uncertain ? 'var(--on-granted)' : 'var(--ink)';
					sketch.text('value', centre, y + ROW / 2 + 4, text, 'middle', on);
				}
			}
			const told = point ?? {
				title: `${category.label} · ${series.label}`,
				lines: [{ label: '', text: data.words.noReport }]
			};
			sketch.marks.push({
				id: markId(category.key, series.id),
				x: centre,
				y: y + ROW / 2,
				box,
				title: told.title,
				lines: told.lines
			});
		});
	});
	const rest = order.length - rows.length;
	if (rest > 0) sketch.notes.push(data.words.more(rest));
	if (data.series.length > columns.length) sketch.notes.push(data.words.more(data.series.length - columns.length));
	return sketch.done(width, height, columns.length);
}

/** A column's head in at most so many lines; what does not fit ends with an ellipsis. */
function headLines(head: string, width: number, most: number): string[] {
	if (textWidth(head, AXIS_TEXT) <= width || most === 1) return [fitted(head, width)];
	const pieces = head.includes(' ') ? head.split(/(?<= )/u) : [...head];
	const lines: string[] = [];
	for (const piece of pieces) {
		const longer = `${lines.at(-1) ?? ''}${piece}`;
		if (lines.length > 0 && textWidth(longer.trimEnd(), AXIS_TEXT) <= width) lines[lines.length - 1] = longer;
		else lines.push(piece);
	}
	const kept = lines.slice(0, most).map((line) => fitted(line.trim(), width));
	if (lines.length > most) kept[most - 1] = fitted(`${lines.slice(most - 1).join('')}…`, width);
	return kept;
}
