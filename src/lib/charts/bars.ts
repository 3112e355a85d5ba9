import { overlap, round } from './plot-area.ts';
import type { Box } from './plot-area.ts';
import { textWidth } from './text-width.ts';
import type { ValueAxis } from './value-axis.ts';
import { AXIS_TEXT } from './year-axis.ts';
import type { PlacedYear, YearAxis } from './year-axis.ts';

export interface BarPart {
	readonly id: string;
	/** null: there is no figure; it is left out of a stack, and drawn as a hatched stub in a group. */
	readonly value: number | null;
}

export interface YearBars {
	readonly year: number;
	readonly parts: readonly BarPart[];
}

export interface PlacedBar extends Box {
	readonly id: string;
	readonly value: number | null;
	/** Text on or over the bar; null where it would not fit. */
	readonly label: string | null;
	readonly labelX: number;
	readonly labelY: number;
}

export interface PlacedYearBars {
	readonly year: number;
	readonly bars: readonly PlacedBar[];
	/** Nothing but zeros: drawn as a mark on the zero line. */
	readonly zero: boolean;
	/** Some part has no figure, so that the stack is at least this high: a hatched cap is put on it. */
	readonly cap: Box | null;
	/** Top of the stack, for its total. */
	readonly top: number;
	readonly total: number;
}

const CAP = 7;

/** Bars over each other, first part at the bottom, a hair of ground between them. */
export function placeStacks(
	columns: readonly YearBars[],
	years: YearAxis,
	values: ValueAxis,
	format: (value: number) => string
): PlacedYearBars[] {
	return columns.flatMap((column): PlacedYearBars[] => {
		const place = years.at(column.year);
		if (place === undefined) return [];
		const known = column.parts.filter((part): part is { id: string; value: number } => part.value !== null);
		let below = 0;
		const bars = known
			.filter((part) => part.value > 0)
			.map((part): PlacedBar => {
				const [bottom, top] = [values.y(below), values.y(below + part.value)];
				below += part.value;
				const height = round(Math.max(0.5, bottom - top - 1));
				const text = format(part.value);
				const fits = height >= AXIS_TEXT + 3 && textWidth(text, AXIS_TEXT) + 4 <= place.width;
				return {
					id: part.id,
					value: part.value,
					x: place.left,
					y: round(top),
					width: place.width,
					height,
					label: fits ? text : null,
					labelX: place.centre,
					labelY: round(top + height / 2)
				};
			});
		const top = values.y(below);
		return [
			{
				year: column.year,
				bars,
				zero: known.length > 0 && below === 0,
				cap:
					known.length > 0 && known.length < column.parts.length
						? { x: place.left, y: round(top - CAP - 1), width: place.width, height: CAP }
						: null,
				top: known.length < column.parts.length ? round(top - CAP - 1) : top,
				total: below
			}
		];
	});
}

/** Bars beside each other; a part without a figure is a stub of fixed height (drawn hatched), a zero a bar without height. */
export function placeGroups(
	columns: readonly YearBars[],
	years: YearAxis,
	values: ValueAxis,
	format: (value: number) => string
): PlacedYearBars[] {
	const base = values.y(0);
	return columns.flatMap((column): PlacedYearBars[] => {
		const place = years.at(column.year);
		if (place === undefined) return [];
		const room = place.width / Math.max(1, column.parts.length);
		const width = round(Math.min(28, Math.max(2, room - Math.min(2, room * 0.2))));
		const start = place.centre - (room * column.parts.length) / 2;
		const boxes = column.parts.map((part, index): PlacedBar => {
			const x = round(start + room * index + (room - width) / 2);
			const y =
				part.value === null ? round(base - CAP) : Math.min(values.y(part.value), part.value > 0 ? base - 1 : base);
			return {
				id: part.id,
				value: part.value,
				x,
				y: round(y),
				width,
				height: round(base - y),
				label: null,
				labelX: round(x + width / 2),
				labelY: round(y - 4)
			};
		});
		const numbers = column.parts.flatMap((part) => (part.value === null ? [] : [part.value]));
		const zero = numbers.length === column.parts.length && numbers.every((value) => value === 0);
		return [
			{
				year: column.year,
				bars: zero ? boxes : labelBars(boxes, place, format),
				zero,
				cap: null,
				top: Math.min(...boxes.map((box) => box.y)),
				total: numbers.reduce((sum, value) => sum + value, 0)
			}
		];
	});
}

/** How far a label may be lifted over its bar to clear another: one line. */
const LIFTS = [0, AXIS_TEXT + 3];
/** How far a label may reach over the room of its year, into the gap to the next. */
const BESIDE = 3;

/**
 * Labels the greatest bars first, lifts a label that would touch another label or a neighbour's bar, and leaves it out if that
 * fails. Labels stay over their own year.
 */
function labelBars(bars: readonly PlacedBar[], place: PlacedYear, format: (value: number) => string): PlacedBar[] {
	const taken: Box[] = [];
	const labels = new Map<PlacedBar, { label: string; labelX: number; labelY: number }>();
	for (const bar of [...bars].sort((a, b) => (b.value ?? -1) - (a.value ?? -1))) {
		if (bar.value === null) continue;
		const text = format(bar.value);
		const width = textWidth(text, AXIS_TEXT);
		const [least, most] = [place.left - BESIDE + width / 2, place.left + place.width + BESIDE - width / 2];
		if (least > most) continue;
		const labelX = round(Math.min(most, Math.max(least, bar.labelX)));
		const others = bars.filter((other) => other !== bar && other.height > 0);
		const free = (lift: number): Box | null => {
			const box: Box = { x: labelX - width / 2, y: bar.labelY - lift - AXIS_TEXT + 1, width, height: AXIS_TEXT };
			const hit = taken.some((other) => overlap(box, other, 0)) || others.some((other) => overlap(box, other, 2.5));
			return hit ? null : box;
		};
		const lift = LIFTS.find((one) => free(one) !== null);
		if (lift === undefined) continue;
		taken.push(free(lift) as Box);
		labels.set(bar, { label: text, labelX, labelY: bar.labelY - lift });
	}
	return bars.map((bar) => ({ ...bar, ...labels.get(bar) }));
}
