import { bridgeNote } from './notes.ts';
import type { Indicator } from '$lib/core/indicators/index.ts';
import { unitWords } from '$lib/format/indicators.ts';
import type { Locale } from '$lib/format/locale.ts';
import { joinList, nameIn } from '$lib/format/locale.ts';
import { formatNumber } from '$lib/format/numbers.ts';
import { m } from '$lib/paraglide/messages.js';
import type { Grouping } from '$lib/queries/index.ts';
import type { ChartKind, Choice, ScaleKind } from '$lib/state/explore/choice.ts';
import { titleOver } from '../figures/captions.ts';
import { exceedsWhole } from './observations.ts';
import type { Observation } from './observations.ts';

export function groupingName(grouping: Grouping): string {
	const names: Readonly<Record<Grouping, () => string>> = {
		year: m.explore_by_year,
		province: m.explore_by_province,
		city: m.explore_by_city,
		county: m.explore_by_county,
		level: m.explore_by_level,
		family: m.explore_by_family,
		agency: m.explore_by_agency,
		applicant: m.explore_by_applicant,
		outcome: m.explore_by_outcome
	};
	return names[grouping]();
}

export function chartName(chart: ChartKind): string {
	const names: Readonly<Record<ChartKind, () => string>> = {
		line: m.explore_chart_line,
		bar: m.explore_chart_bar,
		stacked: m.explore_chart_stacked,
		multiples: m.explore_chart_multiples,
		strip: m.explore_chart_strip,
		scatter: m.explore_chart_scatter,
		heat: m.explore_chart_heat
	};
	return names[chart]();
}

export function scaleName(scale: ScaleKind): string {
	const names: Readonly<Record<ScaleKind, () => string>> = {
		absolute: m.explore_scale_absolute,
		share: m.explore_scale_share,
		log: m.explore_scale_log
	};
	return names[scale]();
}

const indicatorNames = (indicators: readonly Indicator[], locale: Locale): string =>
	joinList(
		indicators.map(({ names }) => nameIn(names, locale)),
		locale
	);

/** What is shown, of whom, when: 新收申请，按省，再按年度（2019–2024）. */
export function titleOf(choice: Choice, years: readonly number[], locale: Locale): string {
	const what = indicatorNames(choice.indicators, locale);
	const by = groupingName(choice.by);
	const told =
		choice.split === null
			? m.explore_title({ what, by })
			: m.explore_title_split({ what, by, split: groupingName(choice.split) });
	return titleOver(told, years);
}

/** Unit · N · how many lack the figure · how the scopes stand. */
export function subtitleOf(
	choice: Choice,
	observations: readonly Observation[],
	reports: number,
	panels: number,
	locale: Locale
): string {
	const units = [...new Set(choice.indicators.map((one) => unitWords(one, locale)))];
	const unit =
		choice.scale === 'share' ? m.explore_unit_share({ unit: joinList(units, locale) }) : joinList(units, locale);
	const parts = [unit, m.figure_n({ count: formatNumber(reports) })];
	const uncertain = observations.filter(({ status }) => status === 'uncertain').length;
	if (uncertain > 0) parts.push(m.explore_uncertain_count({ count: formatNumber(uncertain) }));
	const over = observations.filter(exceedsWhole).length;
	if (over > 0) parts.push(m.explore_over_count({ count: formatNumber(over) }));
	if (panels > 1) parts.push(m.explore_panels_apart());
	return parts.join(' · ');
}

/** What the indicators mean, how missing values are treated, what may not be compared. */
export function noteOf(choice: Choice, locale: Locale): string {
	const helps = choice.indicators.map((one) =>
		choice.indicators.length === 1
			? nameIn(one.help, locale)
			: locale === 'zh'
				? `${nameIn(one.names, locale)}：${nameIn(one.help, locale)}`
				: `${nameIn(one.names, locale)}: ${nameIn(one.help, locale)}`
	);
	const bridges = [...new Set(choice.indicators.flatMap((one) => bridgeNote(one, locale) ?? []))];
	const rated = choice.indicators.some(({ least }) => least !== null);
	return [...helps, ...bridges, m.explore_note_missing(), ...(rated ? [m.explore_note_uncertain()] : [])].join(
		locale === 'zh' ? '' : ' '
	);
}
