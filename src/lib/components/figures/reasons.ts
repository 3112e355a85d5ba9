import { group } from 'd3-array';
import type { PanelYear } from '$lib/charts/panel.ts';
import { FIGURE_WORDS } from '$lib/format/figures.ts';
import type { Locale } from '$lib/format/locale.ts';
import { formatShare } from '$lib/format/numbers.ts';
import { reasonRows } from '$lib/core/form/index.ts';
import type { ReasonGroupId } from '$lib/core/form/index.ts';
import { ratio } from '$lib/queries/index.ts';
import type { ReasonTotal } from '$lib/queries/index.ts';
import { chosenBasis } from './outcomes.ts';
import type { RowBar, RowPanel } from './row-bars.ts';
import { axisYears, byScope, coverage, noReport, panelFacts, reportCount, totalText } from './scope-panel.ts';

/** The rows that the figure draws: of each scope and year those of one basis, that which more reports give. */
export function drawnReasons(rows: readonly ReasonTotal[]): ReasonTotal[] {
	return [...group(rows, (row) => `${row.scope} ${row.year}`).values()].flatMap((bars) => {
		const basis = chosenBasis(bars);
		return bars.filter((row) => row.basis === basis);
	});
}

const shareText = ({ share }: ReasonTotal): string | undefined =>
	ratio(share) === null ? undefined : formatShare(share.numerator, share.denominator);

function panelYear(rows: readonly ReasonTotal[], names: ReadonlyMap<string, string>, locale: Locale): PanelYear {
	const first = rows[0] as ReasonTotal;
	return {
		year: first.year,
		count: reportCount(first.reports, locale),
		gap: rows.every((row) => row.total.value === null) ? FIGURE_WORDS.notBrokenDown[locale] : null,
		lines: rows.map((row) => {
			const share = shareText(row);
			const note = coverage(row.total.n, row.reports, locale);
			return {
				label: names.get(row.row) ?? row.row,
				text: `${totalText(row.total.value, locale)}${share === undefined ? '' : ` (${share})`}`,
				...(note === undefined ? {} : { note })
			};
		}),
		...(first.basis === 'recomputed' ? { note: FIGURE_WORDS.recomputed[locale] } : {})
	};
}

/** The reasons of a group of outcomes, a panel a scope: its newest year with a figure in bars, the greatest first, with all years in little. */
export function reasonPanels(
	rows: readonly ReasonTotal[],
	chosen: readonly number[],
	outcome: ReasonGroupId,
	locale: Locale
): RowPanel[] {
	const drawn = drawnReasons(rows);
	const axis = axisYears(drawn, chosen);
	const names = new Map(reasonRows(outcome).map(({ id, names: own }) => [id as string, own[locale]]));
	return byScope(drawn, locale).map(({ scope, title, byYear }) => {
		const years = axis.map((year) => {
			const own = byYear.get(year);
			return own === undefined ? noReport(year, locale) : panelYear(own, names, locale);
		});
		const shown = years.findLast((one) => one.gap === null) ?? years.at(-1);
		const own = byYear.get(shown?.year ?? 0) ?? [];
		const bars = own.map((row): RowBar => {
			const share = shareText(row);
			return {
				id: row.row,
				label: names.get(row.row) ?? row.row,
				value: row.total.value,
				text: totalText(row.total.value, locale),
				...(share === undefined ? {} : { beside: share }),
				trend: axis.map((year) => ({
					year,
					value: byYear.get(year)?.find((one) => one.row === row.row)?.total.value ?? null
				}))
			};
		});
		return {
			scope,
			title,
			year: shown?.year ?? 0,
			count: shown?.count ?? '',
			rows: bars.sort((a, b) => (b.value ?? -1) - (a.value ?? -1)),
			max: Math.max(0, ...bars.flatMap(({ value }) => (value === null ? [] : [value]))),
			...panelFacts(years, byYear)
		};
	});
}
