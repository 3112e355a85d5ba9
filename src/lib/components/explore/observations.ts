import { intervalOf, statusOf, valueOf } from '$lib/core/indicators/index.ts';
import type { Indicator, IndicatorStatus, Interval } from '$lib/core/indicators/index.ts';
import type { Scope } from '$lib/core/dataset/tables.ts';
import type { Locale } from '$lib/format/locale.ts';
import type { IndicatorRow, IndicatorValue } from '$lib/queries/index.ts';
import type { Choice } from '$lib/state/explore/choice.ts';
import { compareMembers, memberOf } from './members.ts';
import type { Member } from './members.ts';

/** `parts_differ`: the parts come from different numbers of reports, so that there is no share of them. */
export type ObservationStatus = IndicatorStatus | 'parts_differ';

/** One value that the chart draws, with what it rests on. The table and the files hold the same. */
export interface Observation {
	readonly scope: Scope;
	readonly by: Member;
	readonly split: Member | null;
	readonly indicator: Indicator;
	/** As drawn: in the indicator's unit, or as a share of the parts. */
	readonly value: number | null;
	readonly status: ObservationStatus;
	readonly interval: Interval | null;
	readonly sums: IndicatorValue;
	readonly reports: number;
}

/** By outcome the query gives the outcome over all that were closed: the number is the numerator. */
function amountOf(
	one: Indicator,
	sums: IndicatorValue,
	byOutcome: boolean
): { value: number | null; status: IndicatorStatus } {
	if (byOutcome) return { value: sums.numerator, status: sums.numerator === null ? 'no_figure' : 'ok' };
	return { value: valueOf(one, sums), status: statusOf(one, sums) };
}

/** A rate of a part that is more than its whole: the reports contradict themselves, and a chart has no place for it. */
export const exceedsWhole = ({ indicator, value, sums: { numerator, denominator } }: Observation): boolean =>
	indicator.part && value !== null && value > 1 && value === (numerator ?? 0) / (denominator ?? 1);

const groupKey = ({ scope, by }: Observation): string => `${scope}\n${by.key}`;

/**
 * The shares of the parts of each whole, which all lie in one scope. The parts of the same reports (applicants, outcomes,
 * several indicators) must come from equally many reports; parts that are different bodies need not.
 */
function toShares(observations: readonly Observation[], sameReports: boolean): Observation[] {
	const wholes = new Map<string, { sum: number; counts: Set<number> }>();
	for (const one of observations) {
		const whole = wholes.get(groupKey(one)) ?? { sum: 0, counts: new Set<number>() };
		whole.sum += one.value ?? 0;
		whole.counts.add(one.sums.n);
		wholes.set(groupKey(one), whole);
	}
	return observations.map((one) => {
		const whole = wholes.get(groupKey(one));
		const nothing = (status: ObservationStatus): Observation => ({ ...one, value: null, status, interval: null });
		if (one.value === null || whole === undefined) return nothing(one.status);
		if (sameReports && whole.counts.size > 1) return nothing('parts_differ');
		return whole.sum > 0 ? { ...one, value: one.value / whole.sum, interval: null } : nothing('undefined');
	});
}

/** The rows of the answer as single values, in the order of the table: scope, group, second group, indicator. */
export function observationsOf(rows: readonly IndicatorRow[], choice: Choice, locale: Locale): Observation[] {
	const { indicators, by, split, scale } = choice;
	const byOutcome = by === 'outcome' || split === 'outcome';
	const all = rows.flatMap((row) =>
		indicators.flatMap((one): Observation[] => {
			const sums = row.values[one.id];
			if (sums === undefined) return [];
			return [
				{
					scope: row.scope,
					by: memberOf(row, by, locale),
					split: split === null ? null : memberOf(row, split, locale),
					indicator: one,
					...amountOf(one, sums, byOutcome),
					interval: byOutcome ? null : intervalOf(one, sums),
					sums,
					reports: row.reports
				}
			];
		})
	);
	const sameReports = split === 'applicant' || split === 'outcome' || indicators.length > 1;
	const drawn = scale === 'share' ? toShares(all, sameReports) : all;
	const scopes = [...new Set(rows.map(({ scope }) => scope))];
	return drawn
		.map((one, index) => ({ one, index }))
		.sort(
			(a, b) =>
				scopes.indexOf(a.one.scope) - scopes.indexOf(b.one.scope) ||
				compareMembers(a.one.by, b.one.by) ||
				(a.one.split && b.one.split ? compareMembers(a.one.split, b.one.split) : 0) ||
				a.index - b.index
		)
		.map(({ one }) => one);
}

/** How many of the values are zero or below: a logarithm has no place for them. */
export function withoutLogarithm(observations: readonly Observation[]): number {
	return observations.filter(({ value }) => value !== null && value <= 0).length;
}
