import { group } from 'd3-array';
import type { PlotKind } from '$lib/charts/explore/place.ts';
import type {
	PlotAxis,
	PlotCategory,
	PlotData,
	PlotPoint,
	PlotSeries,
	PlotWords
} from '$lib/charts/explore/plot-data.ts';
import { markId, valuesOf } from '$lib/charts/explore/plot-data.ts';
import type { PanelLine } from '$lib/charts/panel.ts';
import type { Tone } from '$lib/charts/tones.ts';
import type { Indicator } from '$lib/core/indicators/index.ts';
import { absenceWord } from '$lib/format/absences.ts';
import { formatIndicator, formatInterval } from '$lib/format/indicators.ts';
import type { Locale } from '$lib/format/locale.ts';
import { nameIn } from '$lib/format/locale.ts';
import { formatNumber, formatShare, formatShareTick, formatTick } from '$lib/format/numbers.ts';
import { scopeName } from '$lib/format/scopes.ts';
import { m } from '$lib/paraglide/messages.js';
import type { Choice } from '$lib/state/explore/choice.ts';
import { reportCount } from '../figures/scope-panel.ts';
import { OUTCOME_TONES } from '../figures/tones.ts';
import { compareMembers } from './members.ts';
import type { Member } from './members.ts';
import { exceedsWhole } from './observations.ts';
import type { Observation } from './observations.ts';

export interface ExplorePanel {
	readonly key: string;
	readonly title: string;
	readonly kind: PlotKind;
	readonly data: PlotData;
	/** The value of each mark, by the mark's id. */
	readonly observations: ReadonlyMap<string, Observation>;
	/** Values it draws; none: it is told in a sentence. */
	readonly drawn: number;
	readonly reports: number;
}

/** Whether the same bodies report in a year and the one before, of a scope and a member (null: all). */
export type Joined = (scope: string, member: Member | null, year: number) => boolean;

const SERIES_TONES: readonly Tone[] = Array.from({ length: 8 }, (_, index) => ({
	color: `var(--series-${index + 1})`,
	on: `var(--on-series-${index + 1})`
}));
const MORE: Tone = { color: 'var(--line)', on: 'var(--ground)' };
const ONE: Tone = { color: 'var(--granted)', on: 'var(--on-granted)' };

export const isShareUnit = (choice: Choice, one: Indicator): boolean =>
	choice.scale === 'share' || one.unit === 'percent';

export function axisOf(choice: Choice, one: Indicator, locale: Locale): PlotAxis {
	const share = isShareUnit(choice, one);
	const format = (value: number): string => (share ? formatShare(value, 1) : formatIndicator(one, value));
	return {
		format,
		tick: share ? shareTick : (value) => formatTick(value, locale),
		whole: !share && one.unit === 'piece',
		log: choice.scale === 'log',
		max: null,
		label: nameIn(one.names, locale)
	};
}

/** Ticks closer than a per cent keep a decimal. */
function shareTick(value: number): string {
	return Math.abs(value * 100 - Math.round(value * 100)) < 1e-6 ? formatShareTick(value) : formatShare(value, 1);
}

export function plotWords(): PlotWords {
	return {
		layoutChange: m.layout_change(),
		uncertain: m.explore_uncertain_apart(),
		median: m.explore_median(),
		noReport: m.explore_no_report(),
		members: (count) => m.explore_marks({ count: formatNumber(count) }),
		more: (count) => m.explore_rest({ count: formatNumber(count) }),
		lacking: (count) => m.explore_lacking({ count: formatNumber(count) }),
		inGrey: (count) => m.explore_grey({ count: formatNumber(count) })
	};
}

/** The word of a value that there is not. */
export function statusWord({ status, value }: Pick<Observation, 'status' | 'value'>, locale: Locale): string | null {
	return value === null ? absenceWord(status, locale) : null;
}

/** What a mark tells: its value, what it is made of, how many reports, how sure it is. */
export function observationLines(one: Observation, choice: Choice, locale: Locale): PanelLine[] {
	const { sums, indicator, value, reports } = one;
	const axis = axisOf(choice, indicator, locale);
	const name = nameIn(indicator.names, locale);
	const lines: PanelLine[] = [
		{
			label: choice.scale === 'share' ? m.explore_share_of_parts() : name,
			text: value === null ? (statusWord(one, locale) ?? '') : axis.format(value)
		}
	];
	if (choice.scale === 'share' && sums.numerator !== null)
		lines.push({ label: name, text: formatNumber(sums.numerator) });
	if (indicator.denominator !== null && sums.numerator !== null && sums.denominator !== null)
		lines.push({
			label: m.explore_made_of(),
			text: `${formatNumber(sums.numerator)} / ${formatNumber(sums.denominator)}`
		});
	if (one.interval !== null) lines.push({ label: m.explore_interval(), text: formatInterval(one.interval) });
	if (one.status === 'uncertain') lines.push({ label: '', text: m.explore_uncertain({ least: indicator.least ?? 0 }) });
	lines.push({
		label: 'N',
		text:
			sums.n === reports
				? m.explore_n({ count: formatNumber(reports) })
				: m.explore_n_of({ count: formatNumber(sums.n), all: formatNumber(reports) })
	});
	return lines;
}

interface SeriesOf {
	readonly id: string;
	readonly label: string;
	readonly member: Member | null;
}

/** A plot's series: the members of the second grouping, or the indicators. Their colours are the same in every panel. */
function seriesOf(choice: Choice, observations: readonly Observation[], locale: Locale): readonly SeriesOf[] {
	if (choice.split === null || choice.chart === 'multiples')
		return choice.indicators.map((one) => ({ id: one.id, label: nameIn(one.names, locale), member: null }));
	const members = new Map(observations.flatMap(({ split }) => (split ? [[split.key, split] as const] : [])));
	return [...members.values()].sort(compareMembers).map((member) => ({ id: member.key, label: member.label, member }));
}

function toneAt(choice: Choice, id: string, index: number, count: number): Tone {
	if (choice.split === 'outcome' || choice.indicators.length > 1) {
		const outcome = (OUTCOME_TONES as Readonly<Record<string, Tone>>)[id];
		if (outcome !== undefined) return outcome;
	}
	return count === 1 ? ONE : (SERIES_TONES[index] ?? MORE);
}

const KINDS: Readonly<Record<Choice['chart'], PlotKind>> = {
	...{ line: 'line', bar: 'bar', stacked: 'stacked', strip: 'strip', scatter: 'scatter', heat: 'heat' },
	multiples: 'bar'
};

/** What the parts of a panel's title are, and which panel a value belongs to. */
function panelKey(choice: Choice, one: Observation): { key: string; scope: string; sub: Member | Indicator | null } {
	// Levels stand side by side in one panel: each is of its own scope already.
	const apart = choice.by === 'level' || (choice.split === 'level' && choice.chart !== 'multiples');
	const scope = apart ? '' : one.scope;
	const sub = choice.chart !== 'multiples' ? null : choice.split === null ? one.indicator : one.split;
	const id = sub === null ? '' : 'key' in sub ? sub.key : sub.id;
	return { key: `${scope}\n${id}`, scope, sub };
}

export interface PanelOptions {
	readonly joined: Joined;
	readonly locale: Locale;
}

/** The panels of the figure: one a scope, and of small multiples one a member or indicator within it. */
export function explorePanels(
	observations: readonly Observation[],
	choice: Choice,
	{ joined, locale }: PanelOptions
): ExplorePanel[] {
	const series = seriesOf(choice, observations, locale);
	const kind: PlotKind = choice.chart === 'multiples' && choice.by === 'year' ? 'line' : KINDS[choice.chart];
	const panels = [...group(observations, (one) => panelKey(choice, one).key).values()];
	const made = panels.map((own): ExplorePanel => {
		const first = own[0] as Observation;
		const { key, scope, sub } = panelKey(choice, first);
		const subTitle = sub === null ? null : 'label' in sub ? sub.label : nameIn(sub.names, locale);
		const scopeTitle = scope === '' ? null : scopeName(first.scope, locale);
		const data = plotData(own, choice, series, { joined, locale });
		const reportsOf = new Map(
			own.map((one) => [
				`${one.scope} ${one.by.key} ${choice.split === 'applicant' || choice.split === 'outcome' ? '' : (one.split?.key ?? '')}`,
				one.reports
			])
		);
		return {
			key,
			title: [subTitle, scopeTitle].filter((part) => part !== null).join(' · '),
			kind,
			data,
			observations: new Map(own.map((one) => [markId(one.by.key, seriesIdOf(choice, one)), one])),
			drawn: data.points.filter(({ value, other }) => value !== null && other !== null).length,
			reports: [...reportsOf.values()].reduce((sum, reports) => sum + reports, 0)
		};
	});
	return choice.chart === 'multiples' ? onOneScale(made, observations, choice) : made;
}

/** Small multiples of a scope and an indicator share their scale, so that they can be compared. */
function onOneScale(
	panels: readonly ExplorePanel[],
	observations: readonly Observation[],
	choice: Choice
): ExplorePanel[] {
	if (choice.split === null) return [...panels];
	const scopes = new Map(
		[...group(observations, (one) => panelKey(choice, one).key)].map(([key, own]) => [key, own[0]?.scope ?? ''])
	);
	return panels.map((panel) => {
		const same = panels.filter((other) => scopes.get(other.key) === scopes.get(panel.key));
		const max = Math.max(0, ...same.flatMap(({ data }) => valuesOf(data.points)));
		return { ...panel, data: { ...panel.data, axis: { ...panel.data.axis, max } } };
	});
}

function seriesIdOf({ split, chart }: Choice, one: Observation): string {
	if (split !== null && chart !== 'multiples') return one.split?.key ?? '';
	return chart === 'scatter' ? 'all' : one.indicator.id;
}

function plotData(
	own: readonly Observation[],
	choice: Choice,
	all: readonly SeriesOf[],
	{ joined, locale }: PanelOptions
): PlotData {
	const isScatter = choice.chart === 'scatter';
	const seriesId = (one: Observation): string => seriesIdOf(choice, one);
	const present = new Set(own.map(seriesId));
	const listed = isScatter && choice.split === null ? [{ id: 'all', label: '', member: null }] : all;
	const scopeName = own[0]?.scope ?? '';
	const series = listed
		.map((one, index): PlotSeries => ({
			id: one.id,
			label: one.label,
			tone:
				choice.chart === 'multiples' || choice.chart === 'strip' || listed.length === 1
					? ONE
					: toneAt(choice, one.id, index, listed.length),
			joined: (year) => joined(scopeName, choice.chart === 'multiples' ? (own[0]?.split ?? null) : one.member, year)
		}))
		.filter(({ id }) => present.has(id));
	const members = [...new Map(own.map((one) => [one.by.key, one.by])).values()].sort(compareMembers);
	const namesakes = new Set(
		[...group(members, ({ label }) => label)].filter(([, list]) => list.length > 1).map(([label]) => label)
	);
	const byKey = group(own, (one) => one.by.key);
	const categories = members.map((member): PlotCategory => {
		const mine = byKey.get(member.key) ?? [];
		const reports =
			choice.split === null ||
			choice.split === 'applicant' ||
			choice.split === 'outcome' ||
			choice.chart === 'multiples';
		return {
			key: member.key,
			label: namesakes.has(member.label) && member.hint !== '' ? `${member.label}（${member.hint}）` : member.label,
			year: choice.by === 'year' ? member.year : null,
			count: choice.by === 'year' && reports ? reportCount(mine[0]?.reports ?? 0, locale) : null
		};
	});
	const [first, second] = choice.indicators as readonly [Indicator, Indicator?];
	const indicator = choice.chart === 'multiples' ? (own[0]?.indicator ?? first) : first;
	const title = (one: Observation): string =>
		[one.by.label, one.by.hint, one.split?.label].filter((part) => part !== undefined && part !== '').join(' · ');
	const point = (one: Observation): PlotPoint => {
		const over = exceedsWhole(one);
		return {
			category: one.by.key,
			series: seriesId(one),
			value: over ? null : one.value,
			interval: over ? null : one.interval,
			uncertain: one.status === 'uncertain' && one.value !== null && !over,
			absent: over ? m.explore_over_whole() : statusWord(one, locale),
			title: title(one),
			lines: observationLines(one, choice, locale)
		};
	};
	return {
		categories,
		series,
		points: isScatter && second ? pairs(own, first, second, point) : own.map(point),
		axis: axisOf(choice, indicator, locale),
		...(isScatter && second ? { otherAxis: axisOf(choice, second, locale) } : {}),
		ranked: !['year', 'level', 'applicant', 'outcome'].includes(choice.by),
		words: plotWords()
	};
}

/** The two indicators of a body in one point. */
function pairs(
	own: readonly Observation[],
	first: Indicator,
	second: Indicator,
	point: (one: Observation) => PlotPoint
): PlotPoint[] {
	const bodies = group(own, (one) => `${one.by.key}\n${one.split?.key ?? ''}`);
	return [...bodies.values()].flatMap((both) => {
		const [across, up] = [
			both.find(({ indicator }) => indicator === first),
			both.find(({ indicator }) => indicator === second)
		];
		if (across === undefined || up === undefined) return [];
		const [a, b] = [point(across), point(up)];
		return [{ ...a, other: b.value, uncertain: a.uncertain || b.uncertain, lines: [...a.lines, ...b.lines] }];
	});
}
