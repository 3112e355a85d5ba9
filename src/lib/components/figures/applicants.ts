import { APPLICANTS } from '$lib/core/form/index.ts';
import { indicator, intervalOf, statusOf, valueOf } from '$lib/core/indicators/index.ts';
import type { Indicator } from '$lib/core/indicators/index.ts';
import type { PanelYear } from '$lib/charts/panel.ts';
import type { Scope } from '$lib/core/dataset/tables.ts';
import { absenceWord } from '$lib/format/absences.ts';
import { formatIndicator, formatInterval } from '$lib/format/indicators.ts';
import type { Locale } from '$lib/format/locale.ts';
import { formatNumber } from '$lib/format/numbers.ts';
import type { IndicatorRow, IndicatorValue } from '$lib/queries/index.ts';
import type { RowBar, RowPanel } from './row-bars.ts';
import { axisYears, byScope, coverage, noReport, panelFacts, reportCount } from './scope-panel.ts';

export const APPLICANT_SHARES: readonly Indicator[] = APPLICANTS.map(({ id }) => indicator(`${id}_share`));

/** The share of one kind of applicant among the new requests of a scope and year. */
export interface ApplicantShare {
	readonly year: number;
	readonly scope: Scope;
	readonly applicant: string;
	readonly reports: number;
	readonly sums: IndicatorValue;
}

export function applicantRows(rows: readonly IndicatorRow[]): ApplicantShare[] {
	return rows.flatMap((row) =>
		APPLICANTS.flatMap(({ id }): ApplicantShare[] => {
			const sums = row.values[`${id}_share`];
			if (sums === undefined) return [];
			return [{ year: Number(row.group.year), scope: row.scope, applicant: id, reports: row.reports, sums }];
		})
	);
}

export const shareOf = (row: ApplicantShare): Indicator => indicator(`${row.applicant}_share`);

function valueText(row: ApplicantShare, locale: Locale): string {
	const status = statusOf(shareOf(row), row.sums);
	if (status === 'no_figure' || status === 'undefined') return absenceWord(status, locale);
	return formatIndicator(shareOf(row), valueOf(shareOf(row), row.sums));
}

function panelYear(rows: readonly ApplicantShare[], locale: Locale): PanelYear {
	const first = rows[0] as ApplicantShare;
	const [given] = rows.filter((row) => valueOf(shareOf(row), row.sums) !== null);
	const gap = rows.some((row) => statusOf(shareOf(row), row.sums) === 'undefined') ? 'undefined' : 'no_figure';
	return {
		year: first.year,
		count: reportCount(first.reports, locale),
		gap: given === undefined ? absenceWord(gap, locale) : null,
		lines: rows.map((row) => {
			const interval = intervalOf(shareOf(row), row.sums);
			const notes = [
				coverage(row.sums.n, row.reports, locale),
				interval && statusOf(shareOf(row), row.sums) === 'uncertain' ? formatInterval(interval) : undefined
			].filter((note) => note !== undefined);
			const cases = row.sums.numerator === null ? '' : ` (${formatNumber(row.sums.numerator)})`;
			return {
				label: APPLICANTS.find(({ id }) => id === row.applicant)?.names[locale] ?? row.applicant,
				text: `${valueText(row, locale)}${cases}`,
				...(notes.length === 0 ? {} : { note: notes.join('; ') })
			};
		})
	};
}

/** Who asks, a panel a scope: shares of the new requests in its newest year with a figure, and all years in little. */
export function applicantPanels(
	rows: readonly ApplicantShare[],
	chosen: readonly number[],
	locale: Locale
): RowPanel[] {
	const axis = axisYears(rows, chosen);
	return byScope(rows, locale).map(({ scope, title, byYear }) => {
		const years = axis.map((year) => {
			const own = byYear.get(year);
			return own === undefined ? noReport(year, locale) : panelYear(own, locale);
		});
		const shown = years.findLast((one) => one.gap === null) ?? years.at(-1);
		const bars = (byYear.get(shown?.year ?? 0) ?? []).map((row): RowBar => {
			const uncertain = statusOf(shareOf(row), row.sums) === 'uncertain';
			return {
				id: row.applicant,
				label: APPLICANTS.find(({ id }) => id === row.applicant)?.names[locale] ?? row.applicant,
				value: valueOf(shareOf(row), row.sums),
				text: valueText(row, locale),
				...(row.sums.numerator === null || row.sums.denominator === null
					? {}
					: { beside: `${formatNumber(row.sums.numerator)} / ${formatNumber(row.sums.denominator)}` }),
				...(uncertain ? { uncertain: intervalOf(shareOf(row), row.sums) } : {}),
				trend: axis.map((year) => {
					const own = byYear.get(year)?.find((one) => one.applicant === row.applicant);
					return { year, value: own === undefined ? null : valueOf(shareOf(own), own.sums) };
				})
			};
		});
		return {
			scope,
			title,
			year: shown?.year ?? 0,
			count: shown?.count ?? '',
			rows: bars,
			max: 1,
			...panelFacts(years, byYear)
		};
	});
}
