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
	/** The word in the lines that fit; none where it does not fit at all. */
	readonly lines: readonly string[];
}

export interface YearAxis {
	readonly years: readonly PlacedYear[];
	readonly at: (year: number) => PlacedYear | undefined;
	readonly gaps: readonly PlacedGap[];
	/** Where the tables' layout changes, between 2020 and 2021; null where only one layout is in view. */
	readonly layoutChange: number | null;
}

/** Height of a hatched strip with one line of text, and of each further line. */
const STRIP = 26;
export const GAP_LINE = 14;
const MOST_LINES = 3;
/** Of table forms; reports of this year and later use the new one, but for stragglers. */
export const FIRST_YEAR_OF_NEW_LAYOUT = 2021;

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

/** A word in at most three lines: parted at spaces, or where it has none (Chinese) in equal pieces. */
function wrapped(word: string, width: number): string[] {
	const fits = (text: string): boolean => textWidth(text, AXIS_TEXT) <= width;
	if (fits(word)) return [word];
	if (word.includes(' ')) {
		const lines: string[] = [];
		for (const part of word.split(' ')) {
			const longer = lines.length === 0 ? part : `${lines.at(-1) ?? ''} ${part}`;
			if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
			else lines.push(part);
		}
		return lines.length <= MOST_LINES && lines.every(fits) ? lines : [];
	}
	const characters = [...word];
	for (let count = 2; count <= MOST_LINES; count += 1) {
		const size = Math.ceil(characters.length / count);
		const lines = Array.from({ length: count }, (_, index) =>
			characters.slice(index * size, (index + 1) * size).join('')
		);
		if (lines.every((line) => line !== '' && fits(line))) return lines;
	}
	return [];
}

/** What stands under the counts: with its word where that fits in every year, else without; nothing where even that does not fit. */
export function belowTexts(
	years: readonly { readonly below?: { readonly word: string; readonly text: string } }[],
	width: number
): string[] {
	const fits = (texts: readonly string[]): boolean => texts.every((text) => textWidth(text, AXIS_TEXT) <= width);
	const long = years.map(({ below }) => (below === undefined ? '' : `${below.word} ${below.text}`));
	if (fits(long)) return long;
	const short = years.map(({ below }) => below?.text ?? '');
	return fits(short) ? short : years.map(() => '');
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
		const lines = wrapped(word, width - 8);
		const height = STRIP + GAP_LINE * Math.max(0, lines.length - 1);
		gaps.push({
			first: years[index] as number,
			last: years[end] as number,
			x: round(area.left + step * index),
			y: round(area.bottom - height),
			width: round(width),
			height: round(height),
			word,
			lines
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
