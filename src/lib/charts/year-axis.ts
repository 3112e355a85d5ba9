import { scaleBand } from 'd3-scale';
import { round } from './plot-area.ts';
import type { PlotArea } from './plot-area.ts';
import { textWidth } from './text-width.ts';

export const AXIS_TEXT = 12;

export interface PlacedYear {
	readonly year: number;
	readonly left: number;
	readonly width: number;
	readonly centre: number;
	/** 2023, ’23 where room is short, or nothing. */
	readonly label: string;
}

/** A stretch of years for which there is nothing to draw, with the word that says why. */
export interface PlacedGap {
	readonly first: number;
	readonly last: number;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly word: string;
	/** Whether the word fits lying, only standing, or not at all. */
	readonly fit: 'lying' | 'standing' | 'none';
}

export interface YearAxis {
	readonly years: readonly PlacedYear[];
	readonly at: (year: number) => PlacedYear | undefined;
	readonly gaps: readonly PlacedGap[];
	/** Where the tables' layout changes, between 2020 and 2021; null where only one layout is in view. */
	readonly layoutChange: number | null;
}

/** Height of a hatched strip whose word lies; a standing word makes it as high as the word is long. */
const STRIP = 26;
const FIRST_YEAR_OF_NEW_LAYOUT = 2021;

/** Every year from the first to the last of those given, so that years without a report keep their place. */
export function everyYear(years: readonly number[]): number[] {
	if (years.length === 0) return [];
	const first = Math.min(...years);
	return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => first + index);
}

function yearLabel(year: number, index: number, count: number, step: number): string {
	if (step >= textWidth('2023', AXIS_TEXT) + 6) return String(year);
	if (step >= textWidth('23', AXIS_TEXT) + 8) return `’${String(year).slice(-2)}`;
	return index === 0 || index === count - 1 ? `’${String(year).slice(-2)}` : '';
}

interface YearAxisOptions {
	readonly area: PlotArea;
	/** Part of a year's room that stays empty between marks, 0 to 1. */
	readonly padding?: number;
	/** Why a year has nothing to draw; null where it has. */
	readonly gapAt?: (year: number) => string | null;
}

/** Places years side by side with equal room; `years` must be in order and without holes (see everyYear). */
export function yearAxis(
	years: readonly number[],
	{ area, padding = 0.3, gapAt = () => null }: YearAxisOptions
): YearAxis {
	const scale = scaleBand<number>()
		.domain(years)
		.range([area.left, area.right])
		.paddingInner(padding)
		.paddingOuter(padding / 2);
	const step = scale.step();
	const placed = years.map((year, index): PlacedYear => {
		const left = scale(year) ?? area.left;
		return {
			year,
			left: round(left),
			width: round(scale.bandwidth()),
			centre: round(left + scale.bandwidth() / 2),
			label: yearLabel(year, index, years.length, step)
		};
	});
	const byYear = new Map(placed.map((one) => [one.year, one]));

	const gaps: PlacedGap[] = [];
	for (let index = 0; index < years.length;) {
		const word = gapAt(years[index] as number);
		if (word === null) {
			index += 1;
			continue;
		}
		let end = index;
		while (end + 1 < years.length && gapAt(years[end + 1] as number) === word) end += 1;
		const width = step * (end - index + 1);
		const length = textWidth(word, AXIS_TEXT) + 8;
		const fit = length <= width ? 'lying' : width >= 18 && length <= area.bottom - area.top ? 'standing' : 'none';
		const height = fit === 'standing' ? Math.max(STRIP, length + 8) : STRIP;
		gaps.push({
			first: years[index] as number,
			last: years[end] as number,
			x: round(area.left + step * index),
			y: round(area.bottom - height),
			width: round(width),
			height: round(height),
			word,
			fit
		});
		index = end + 1;
	}

	const change = years.indexOf(FIRST_YEAR_OF_NEW_LAYOUT);
	return {
		years: placed,
		at: (year) => byYear.get(year),
		gaps,
		layoutChange: change > 0 ? round(area.left + step * change) : null
	};
}
