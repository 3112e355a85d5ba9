import type { Indicator } from '../../core/indicators/index.ts';
import { canGroup, GROUPINGS } from '../../queries/indicator-values.ts';
import type { Grouping } from '../../queries/indicator-values.ts';
import { OUTCOME_GROUP_IDS } from '../../queries/figures.ts';
import { CHARTS, SCALES } from './choice.ts';
import type { ChartKind, Choice, ScaleKind } from './choice.ts';

/** Why something cannot be chosen; the sentences stand in format/explore.ts. */
export type Reason =
	| { readonly code: 'by_applicant' | 'by_outcome'; readonly indicator: Indicator }
	| {
			readonly code:
				| 'same_twice'
				| 'place_in_place'
				| 'line_needs_year'
				| 'units_differ'
				| 'one_indicator'
				| 'two_indicators'
				| 'needs_split'
				| 'needs_members'
				| 'stack_needs_counts'
				| 'stack_needs_parts'
				| 'stack_of_years'
				| 'stack_of_levels'
				| 'share_needs_parts'
				| 'share_of_chart'
				| 'log_of_bars'
				| 'log_of_heat';
	  };

/** Bodies and places: each is one mark of a strip or a scatter plot. */
const MEMBERS: ReadonlySet<Grouping> = new Set(['province', 'city', 'county', 'family', 'agency']);

const unitsDiffer = ({ indicators }: Choice): boolean => new Set(indicators.map(({ unit }) => unit)).size > 1;
const isCount = ({ denominator }: Indicator): boolean => denominator === null;

/** Whether the indicators are outcomes of the same requests, which together make all that were closed. */
const areOutcomes = (indicators: readonly Indicator[]): boolean =>
	indicators.every(({ id }) => OUTCOME_GROUP_IDS.some((known) => known === id));

export function groupingReason({ indicators }: Choice, grouping: Grouping): Reason | null {
	const without = indicators.find((one) => !canGroup(one, grouping));
	if (without === undefined) return null;
	return { code: grouping === 'applicant' ? 'by_applicant' : 'by_outcome', indicator: without };
}

export function splitReason(choice: Choice, split: Grouping | null): Reason | null {
	if (split === null) return null;
	if (split === choice.by) return { code: 'same_twice' };
	const [own, other] = [GROUPINGS[choice.by] as readonly string[], GROUPINGS[split] as readonly string[]];
	if (
		own.length > 0 &&
		(own.every((column) => other.includes(column)) || other.every((column) => own.includes(column)))
	)
		return { code: 'place_in_place' };
	return groupingReason(choice, split);
}

/** Why the parts cannot be put on each other; null where they add up to a whole. */
function stackReason({ indicators, split }: Choice): Reason | null {
	if (!indicators.every(isCount)) return { code: 'stack_needs_counts' };
	if (indicators.length > 1) {
		if (split !== null) return { code: 'one_indicator' };
		return areOutcomes(indicators) ? null : { code: 'stack_needs_parts' };
	}
	if (split === null) return { code: 'needs_split' };
	if (split === 'year') return { code: 'stack_of_years' };
	return split === 'level' ? { code: 'stack_of_levels' } : null;
}

export function chartReason(choice: Choice, chart: ChartKind): Reason | null {
	const { indicators, by, split } = choice;
	const several = indicators.length > 1;
	if (chart === 'scatter') {
		if (indicators.length !== 2) return { code: 'two_indicators' };
		return MEMBERS.has(by) ? null : { code: 'needs_members' };
	}
	if (chart === 'stacked') return stackReason(choice);
	if (chart === 'strip' || chart === 'heat') {
		if (several) return { code: 'one_indicator' };
		if (chart === 'strip') return MEMBERS.has(by) ? null : { code: 'needs_members' };
		return split === null ? { code: 'needs_split' } : null;
	}
	if (chart === 'line' && by !== 'year') return { code: 'line_needs_year' };
	if (several && split !== null) return { code: 'one_indicator' };
	if (chart === 'multiples') return several || split !== null ? null : { code: 'needs_split' };
	return unitsDiffer(choice) ? { code: 'units_differ' } : null;
}

/** Whether the scale can be had; whether there are zeros, which a logarithm has no place for, only the values tell. */
export function scaleReason(choice: Choice, scale: ScaleKind): Reason | null {
	if (scale === 'absolute') return null;
	if (scale === 'share') {
		if (choice.chart === 'strip' || choice.chart === 'scatter') return { code: 'share_of_chart' };
		return stackReason(choice) === null ? null : { code: 'share_needs_parts' };
	}
	if (choice.chart === 'heat') return { code: 'log_of_heat' };
	const bars =
		choice.chart === 'bar' || choice.chart === 'stacked' || (choice.chart === 'multiples' && choice.by !== 'year');
	return bars ? { code: 'log_of_bars' } : null;
}

export interface Settled {
	readonly choice: Choice;
	/** What the address asks for and is not drawn, with the reason. */
	readonly changes: readonly { readonly what: string; readonly reason: Reason }[];
}

/** The nearest choice that can be drawn: what is not possible falls back, and is told. */
export function settle(asked: Choice): Settled {
	const changes: { what: string; reason: Reason }[] = [];
	let choice = asked;
	const mend = (what: string, reason: Reason | null, change: Partial<Choice>): void => {
		if (reason === null) return;
		changes.push({ what, reason });
		choice = { ...choice, ...change };
	};
	mend(`by=${choice.by}`, groupingReason(choice, choice.by), { by: 'year' });
	if (choice.split !== null) mend(`split=${choice.split}`, splitReason(choice, choice.split), { split: null });
	const reason = chartReason(choice, choice.chart);
	if (reason !== null) {
		const order: readonly ChartKind[] =
			choice.by === 'year' ? ['line', 'multiples', 'bar'] : ['bar', 'multiples', 'heat'];
		const possible = order.find((chart) => chartReason(choice, chart) === null);
		const what = `chart=${choice.chart}`;
		if (possible !== undefined) mend(what, reason, { chart: possible });
		else
			mend(what, reason, { indicators: choice.indicators.slice(0, 1), chart: choice.by === 'year' ? 'line' : 'bar' });
	}
	mend(`scale=${choice.scale}`, scaleReason(choice, choice.scale), { scale: 'absolute' });
	return { choice, changes };
}

/** What can be chosen of each kind, with the reason where it cannot. */
export function chartReasons(choice: Choice): readonly { readonly chart: ChartKind; readonly reason: Reason | null }[] {
	return CHARTS.map((chart) => ({ chart, reason: chartReason(choice, chart) }));
}

export function scaleReasons(choice: Choice): readonly { readonly scale: ScaleKind; readonly reason: Reason | null }[] {
	return SCALES.map((scale) => ({ scale, reason: scaleReason(choice, scale) }));
}
