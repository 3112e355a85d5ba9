import { group } from 'd3-array';
import type { Indicator } from '$lib/core/indicators/index.ts';
import { absenceWord, absenceWords } from '$lib/format/absences.ts';
import { formatIndicator } from '$lib/format/indicators.ts';
import { joinList } from '$lib/format/locale.ts';
import { formatNumber, formatYears } from '$lib/format/numbers.ts';
import type { IndicatorReport, PeerStatistics } from '$lib/queries/index.ts';
import type { LineSeries } from '$lib/charts/lines.ts';
import type { PanelYear } from '$lib/charts/panel.ts';
import type { MiniValue } from '$lib/charts/mini-years.ts';
import { everyYear } from '$lib/charts/year-axis.ts';
import { m } from '$lib/paraglide/messages.js';
import { locale, named } from '../language.ts';
import { bodyCell } from './body-rows.ts';
import { indicatorTone } from './tones.ts';

/** One body's indicators over the years of the comparison: a value for each, null where there is none. */
export interface Trend {
	readonly values: Readonly<Record<string, readonly MiniValue[]>>;
}

/** The trend of every body of the reports, all over the same years. */
export function trendsOf(
	reports: readonly IndicatorReport[],
	indicators: readonly Indicator[]
): ReadonlyMap<string, Trend> {
	const years = everyYear(reports.map(({ year }) => year));
	return new Map(
		[...group(reports, ({ agency_id }) => agency_id)].map(([id, own]) => {
			const valuesOf = (one: Indicator): MiniValue[] =>
				years.map((year) => {
					const report = own.find((candidate) => candidate.year === year);
					return { year, value: report ? bodyCell(one, report).value : null };
				});
			return [id, { values: Object.fromEntries(indicators.map((one) => [one.id, valuesOf(one)])) }];
		})
	);
}

/** A trend in words: 2021 12; 2022 18. */
export function trendText(one: Indicator, { values }: Trend): string {
	const told = (values[one.id] ?? []).map(
		({ year, value }) => `${year} ${value === null ? absenceWord('no_figure', locale()) : formatIndicator(one, value)}`
	);
	return `${named(one.names)}: ${told.join('; ')}`;
}

export interface TrendPanel {
	readonly one: Indicator;
	readonly years: readonly PanelYear[];
	readonly series: readonly LineSeries[];
}

/** An indicator of one body by year, beside the median of its peers where there are statistics. */
export function trendPanel(
	one: Indicator,
	reports: readonly IndicatorReport[],
	axis: readonly number[],
	statistics: readonly PeerStatistics[] | null
): TrendPanel {
	const years = everyYear(axis).map((year): PanelYear => {
		const report = reports.find((candidate) => candidate.year === year);
		const peers = statistics?.find((found) => found.year === year && found.indicator === one.id);
		const median =
			statistics === null
				? []
				: [
						{
							label: m.compare_peers_median_n({ count: formatNumber(peers?.n ?? 0) }),
							text: peers?.spread ? formatIndicator(one, peers.spread.median) : '—',
							color: 'var(--ink-muted)'
						}
					];
		if (!report) {
			const gap = peers?.spread ? null : absenceWord('unpublished', locale());
			return { year, count: null, gap, lines: median };
		}
		const cell = bodyCell(one, report);
		const plain = cell.value === null ? absenceWords(cell.absences, locale()) : formatIndicator(one, cell.value);
		const text = cell.status === 'uncertain' ? `(${plain})` : plain;
		const note = cell.denominator === null ? undefined : `${cell.numerator ?? '—'}/${cell.denominator}`;
		return {
			year,
			count: null,
			gap: cell.value === null && !peers?.spread ? text : null,
			lines: [
				{ label: named(one.names), text, color: indicatorTone(one), ...(note === undefined ? {} : { note }) },
				...median
			]
		};
	});
	const own: LineSeries = {
		id: 'own',
		label: m.compare_peers_own(),
		color: indicatorTone(one) === 'var(--line)' ? 'var(--link)' : indicatorTone(one),
		values: everyYear(axis).map((year) => {
			const report = reports.find((candidate) => candidate.year === year);
			if (!report) return { year, value: null, joined: true };
			const { value, status, interval } = bodyCell(one, report);
			return { year, value, joined: true, ...(status === 'uncertain' ? { uncertain: interval ?? true } : {}) };
		})
	};
	if (statistics === null) return { one, years, series: [own] };
	const medians: LineSeries = {
		id: 'median',
		label: m.compare_median(),
		color: 'var(--ink-muted)',
		values: everyYear(axis).map((year) => {
			const found = statistics.find((candidate) => candidate.year === year && candidate.indicator === one.id);
			return { year, value: found?.spread?.median ?? null, joined: true };
		})
	};
	return { one, years, series: [own, medians] };
}

/** The years of a panel without any figure, by reason: 无从计算 2019–2022; 空白 2023. */
export function gapsText({ years }: TrendPanel): string {
	const reasons = group(years, ({ gap }) => gap ?? '');
	return joinList(
		[...reasons].map(([reason, own]) => `${reason} ${runsText(own.map(({ year }) => year))}`),
		locale()
	);
}

function runsText(years: readonly number[]): string {
	const runs: [number, number][] = [];
	for (const year of years) {
		const last = runs.at(-1);
		if (last && last[1] + 1 === year) last[1] = year;
		else runs.push([year, year]);
	}
	return runs.map(([first, last]) => formatYears(first, last)).join(', ');
}
