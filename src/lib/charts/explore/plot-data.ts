import type { PanelLine } from '../panel.ts';
import type { Tone } from '../tones.ts';

export interface PlotInterval {
	readonly low: number;
	readonly high: number;
}

/** One value of a plot, with all that is told of it. */
export interface PlotPoint {
	readonly category: string;
	readonly series: string;
	/** null: there is no value; see `absent`. */
	readonly value: number | null;
	/** Second value, of a scatter plot; there `value` is the horizontal one. */
	readonly other?: number | null;
	/** Drawn where the value is uncertain. */
	readonly interval: PlotInterval | null;
	/** Rests on too few cases to be ranked. */
	readonly uncertain: boolean;
	/** Why there is no value, in a word. */
	readonly absent: string | null;
	readonly title: string;
	readonly lines: readonly PanelLine[];
}

export interface PlotCategory {
	readonly key: string;
	readonly label: string;
	readonly year: number | null;
	/** Written under a year: how many reports stand behind it. */
	readonly count: string | null;
}

export interface PlotSeries {
	readonly id: string;
	readonly label: string;
	readonly tone: Tone;
	/** Which categories may be joined by a line to the one before: the same bodies report. */
	readonly joined: (year: number) => boolean;
}

export interface PlotAxis {
	/** Writes a value in full. */
	readonly format: (value: number) => string;
	readonly tick: (value: number) => string;
	/** Ticks stand at whole numbers only. */
	readonly whole: boolean;
	readonly log: boolean;
	/** The axis reaches at least so far: panels on one scale. null: as far as the values go. */
	readonly max: number | null;
	/** The axis ends exactly at `max`, unless values go beyond: shares of a whole end at 1. */
	readonly exact?: boolean;
	readonly label: string;
}

/** The words that a plot writes itself, in the reader's language. */
export interface PlotWords {
	readonly layoutChange: string;
	readonly uncertain: string;
	readonly median: string;
	readonly noReport: string;
	readonly members: (count: number) => string;
	readonly more: (count: number) => string;
	readonly lacking: (count: number) => string;
	readonly inGrey: (count: number) => string;
}

/** What one panel draws; categories in their order, each with at most one point a series. */
export interface PlotData {
	readonly categories: readonly PlotCategory[];
	readonly series: readonly PlotSeries[];
	readonly points: readonly PlotPoint[];
	readonly axis: PlotAxis;
	/** The vertical axis of a scatter plot. */
	readonly otherAxis?: PlotAxis;
	/** Categories are put in order of their values. */
	readonly ranked: boolean;
	readonly words: PlotWords;
}

/** The id of the mark of a point. */
export const markId = (category: string, series: string): string => `${category} ${series}`;

export type PointIndex = (category: string, series: string) => PlotPoint | undefined;

export function pointIndex(points: readonly PlotPoint[]): PointIndex {
	const byKey = new Map(points.map((point) => [`${point.category}\n${point.series}`, point]));
	return (category, series) => byKey.get(`${category}\n${series}`);
}

export function valuesOf(points: readonly PlotPoint[]): number[] {
	return points.flatMap(({ value }) => (value === null ? [] : [value]));
}
