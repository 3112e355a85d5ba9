import { GROUPINGS } from '$lib/queries/index.ts';
import { nameIn } from '$lib/format/locale.ts';
import type { Locale } from '$lib/format/locale.ts';
import { scopeName } from '$lib/format/scopes.ts';
import { m } from '$lib/paraglide/messages.js';
import type { Asked, Grouping } from '$lib/queries/index.ts';
import type { Choice } from '$lib/state/explore/choice.ts';
import type { FigureColumn } from '../figure/columns.ts';
import { groupingName } from './captions.ts';
import type { Member } from './members.ts';
import type { Observation } from './observations.ts';
import { axisOf, statusWord } from './panels.ts';

/** A member in the table by its name, in files by what the dataset holds: one column for each that tells it. */
function memberColumns(grouping: Grouping, of: (one: Observation) => Member | null): FigureColumn<Observation>[] {
	const columns = GROUPINGS[grouping];
	const own = columns.map((column, index): FigureColumn<Observation> => ({
		name: column,
		label: index === columns.length - 1 ? groupingName(grouping) : groupingName(column as Grouping),
		value: (one) => {
			const part = of(one)?.key.split('\t')[grouping === 'level' ? 1 : index];
			if (part === undefined || part === 'null') return null;
			return column === 'year' ? Number(part) : part;
		},
		text: (one) => of(one)?.label ?? '',
		...(grouping === 'year' ? {} : { head: index === columns.length - 1 })
	}));
	const named = grouping === 'agency' || grouping === 'family';
	return named
		? [
				...own.map((column) => ({
					...column,
					head: false,
					text: (one: Observation) => String(column.value(one) ?? '—')
				})),
				{
					name: grouping === 'agency' ? 'agency' : 'family_name',
					label: groupingName(grouping),
					value: (one) => of(one)?.label ?? null,
					head: true
				}
			]
		: own.map((column, index) =>
				index < own.length - 1 ? { ...column, text: (one) => String(column.value(one) ?? '—') } : column
			);
}

/** The columns of the figure's table and of its files: the groups, the value, and what it rests on. */
export function observationColumns(
	choice: Choice,
	locale: Locale,
	ask: (one: Observation) => Asked | null = () => null
): FigureColumn<Observation>[] {
	const share = choice.scale === 'share';
	return [
		{
			name: 'scope',
			label: m.column_scope(),
			value: (one) => one.scope,
			text: (one) => scopeName(one.scope, locale),
			head: true
		},
		...memberColumns(choice.by, ({ by }) => by),
		...(choice.split === null ? [] : memberColumns(choice.split, ({ split }) => split)),
		{
			name: 'indicator',
			label: m.explore_indicator(),
			value: (one) => one.indicator.id,
			text: (one) => nameIn(one.indicator.names, locale)
		},
		{
			name: share ? 'share' : 'value',
			label: share ? m.explore_share_of_parts() : m.explore_value(),
			value: (one) => one.value,
			text: (one) =>
				one.value === null ? (statusWord(one, locale) ?? '') : axisOf(choice, one.indicator, locale).format(one.value),
			ask,
			absence: (one) => (one.value === null ? one.status : one.status === 'uncertain' ? 'uncertain' : null)
		},
		{ name: 'numerator', label: m.explore_numerator(), value: (one) => one.sums.numerator },
		{ name: 'denominator', label: m.explore_denominator(), value: (one) => one.sums.denominator },
		{ name: 'interval_low', label: m.explore_interval_low(), value: (one) => one.interval?.low ?? null },
		{ name: 'interval_high', label: m.explore_interval_high(), value: (one) => one.interval?.high ?? null },
		{ name: 'n', label: m.column_n(), value: (one) => one.sums.n },
		{ name: 'n_layout_2019', label: m.explore_n_old(), value: (one) => one.sums.old },
		{ name: 'reports', label: m.column_reports(), value: (one) => one.reports }
	];
}
