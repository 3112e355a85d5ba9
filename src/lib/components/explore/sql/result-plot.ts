import type { PlotKind } from '$lib/charts/explore/place.ts';
import type { PlotData, PlotWords } from '$lib/charts/explore/plot-data.ts';
import type { Row, Value } from '$lib/db/gate.ts';
import { formatNumber, formatTick } from '$lib/format/numbers.ts';
import type { Locale } from '$lib/format/locale.ts';
import type { SqlResult } from '$lib/state/explore/sql-console.svelte.ts';

export const RESULT_CHARTS = ['bar', 'line', 'scatter'] as const;
export type ResultChart = (typeof RESULT_CHARTS)[number];

/** How an answer is drawn: names of its columns. */
export interface ResultPlotChoice {
	readonly chart: ResultChart;
	readonly x: string;
	readonly y: string;
	/** Parts the values into series; null: one series. */
	readonly series: string | null;
}

/** Why an answer cannot be drawn so. */
export type PlotProblem =
	'no_number' | 'too_many' | 'not_years' | 'x_not_number' | 'repeated' | 'many_series' | 'unknown_column';

export const MOST_PLOTTED = 2000;
export const MOST_SERIES = 8;

/** `bar~year~cases` or `line~year~cases~scope`; null where it is neither. */
export function parsePlot(text: string): ResultPlotChoice | null {
	const [chart, x, y, series] = text.split('~').map((part) => {
		try {
			return decodeURIComponent(part);
		} catch {
			return '';
		}
	});
	const known = RESULT_CHARTS.find((one) => one === chart);
	return known && x && y ? { chart: known, x, y, series: series ? series : null } : null;
}

export function plotText({ chart, x, y, series }: ResultPlotChoice): string {
	return [chart, x, y, ...(series === null ? [] : [series])]
		.map((part) => encodeURIComponent(part).replaceAll('~', '%7E'))
		.join('~');
}

const isYear = (value: Value): boolean =>
	typeof value === 'number' && Number.isInteger(value) && value >= 1900 && value <= 2100;

/** A first way to draw an answer: years as lines, else the first texts as bars; null where no column holds numbers. */
export function suggestPlot({ columns, rows }: SqlResult): ResultPlotChoice | null {
	const years = columns.find(
		({ name, number }) => number && rows.length > 0 && rows.every((row) => isYear(row[name] ?? null))
	);
	const y = columns.find((column) => column.number && column !== years);
	if (y === undefined) return null;
	const texts = columns.filter((column) => !column.number);
	if (years !== undefined) return { chart: 'line', x: years.name, y: y.name, series: texts[0]?.name ?? null };
	const [x, series] = texts;
	if (x === undefined) return null;
	return { chart: 'bar', x: x.name, y: y.name, series: series?.name ?? null };
}

const seriesOf = (row: Row, { series }: ResultPlotChoice): string =>
	series === null ? '' : String(row[series] ?? '—');

export function plotProblem(result: SqlResult, choice: ResultPlotChoice): PlotProblem | null {
	const { columns, rows } = result;
	const column = (name: string) => columns.find((one) => one.name === name);
	const [x, y] = [column(choice.x), column(choice.y)];
	if (x === undefined || y === undefined || (choice.series !== null && column(choice.series) === undefined))
		return 'unknown_column';
	if (!y.number) return 'no_number';
	if (rows.length > MOST_PLOTTED) return 'too_many';
	if (new Set(rows.map((row) => seriesOf(row, choice))).size > MOST_SERIES) return 'many_series';
	if (choice.chart === 'scatter') return x.number ? null : 'x_not_number';
	if (choice.chart === 'line' && !rows.every((row) => isYear(row[x.name] ?? null))) return 'not_years';
	const seen = new Set(rows.map((row) => `${String(row[x.name])}\n${seriesOf(row, choice)}`));
	return seen.size < rows.length ? 'repeated' : null;
}

/** The answer as a plot; call it only where there is no problem. */
export function resultPlot(
	result: SqlResult,
	choice: ResultPlotChoice,
	words: PlotWords,
	locale: Locale
): { kind: PlotKind; data: PlotData } {
	const { rows } = result;
	const scatter = choice.chart === 'scatter';
	const keyOf = (row: Row, index: number): string => (scatter ? String(index) : String(row[choice.x] ?? '—'));
	const series = [...new Set(rows.map((row) => seriesOf(row, choice)))];
	const axis = (label: string) => ({
		format: formatNumber,
		tick: (value: number) => formatTick(value, locale),
		whole: false,
		log: false,
		max: null,
		label
	});
	const number = (value: Value | undefined): number | null => (typeof value === 'number' ? value : null);
	const nameOf = result.columns.find((column) => !column.number)?.name;
	const keys = [...new Map(rows.map((row, index) => [keyOf(row, index), row])).entries()];
	if (choice.chart === 'line') keys.sort(([a], [b]) => Number(a) - Number(b));
	return {
		kind: choice.chart,
		data: {
			categories: keys.map(([key, row]) => ({
				key,
				label: scatter ? String(nameOf === undefined ? '' : (row[nameOf] ?? '')) : key,
				year: choice.chart === 'line' ? Number(key) : null,
				count: null
			})),
			series: series.map((id, index) => ({
				id,
				label: id,
				tone:
					series.length === 1
						? { color: 'var(--granted)', on: 'var(--on-granted)' }
						: { color: `var(--series-${index + 1})`, on: `var(--on-series-${index + 1})` },
				joined: () => true
			})),
			points: rows.map((row, index) => {
				const [x, y] = [number(row[choice.x]), number(row[choice.y])];
				return {
					category: keyOf(row, index),
					series: seriesOf(row, choice),
					value: scatter ? x : y,
					...(scatter ? { other: y } : {}),
					interval: null,
					uncertain: false,
					absent: y === null ? 'NULL' : null,
					title: scatter
						? String(nameOf === undefined ? index + 1 : (row[nameOf] ?? ''))
						: [keyOf(row, index), seriesOf(row, choice)].filter((part) => part !== '').join(' · '),
					lines: (scatter ? [choice.x, choice.y] : [choice.y]).map((name) => ({
						label: name,
						text:
							row[name] === null || row[name] === undefined
								? 'NULL'
								: typeof row[name] === 'number'
									? formatNumber(row[name])
									: String(row[name])
					}))
				};
			}),
			axis: axis(scatter ? choice.x : choice.y),
			...(scatter ? { otherAxis: axis(choice.y) } : {}),
			ranked: false,
			words
		}
	};
}
