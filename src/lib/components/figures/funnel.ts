import { FUNNEL_RESULTS } from '$lib/queries/index.ts';
import type { DisputeFunnel, FunnelResult, FunnelStage } from '$lib/queries/index.ts';
import type { PanelYear } from '$lib/charts/panel.ts';
import { DISPUTES, LAWSUITS, RESULTS } from '$lib/core/form/index.ts';
import { FIGURE_NAMES, FIGURE_WORDS } from '$lib/format/figures.ts';
import type { Locale } from '$lib/format/locale.ts';
import { formatNumber } from '$lib/format/numbers.ts';
import { axisYears, byScope, coverage, noReport, panelFacts, reportCount } from './scope-panel.ts';
import type { ScopePanel } from './scope-panel.ts';

/** What stands under the requests: reviews, and both kinds of lawsuit. */
export type FunnelStep = 'review' | 'suits';

export interface FunnelPart {
	readonly result: FunnelResult;
	readonly value: number;
}

export interface PlacedStep {
	readonly id: FunnelStep;
	readonly name: string;
	readonly total: number;
	/** Of a hundred new requests; null where there is none. */
	readonly perHundred: number | null;
	readonly parts: readonly FunnelPart[];
	/** For lawsuits: how many of each kind. */
	readonly kinds: readonly { readonly name: string; readonly total: number }[];
}

export interface FunnelPanel extends ScopePanel {
	readonly year: number;
	readonly count: string;
	readonly new: number;
	readonly steps: readonly PlacedStep[];
	/** The greatest of them all: where bars end. More disputes than requests are possible. */
	readonly max: number;
}

const STAGES_OF: Record<FunnelStep, readonly FunnelStage[]> = {
	review: ['review'],
	suits: DISPUTES.filter((dispute) => dispute.lawsuit).map(({ id }) => id)
};

const nameOf = (id: FunnelStep, locale: Locale): string =>
	id === 'suits' ? LAWSUITS.names[locale] : FIGURE_NAMES[id][locale];

const sumOf = (values: Readonly<Record<FunnelResult, number | null>>): number =>
	FUNNEL_RESULTS.reduce((sum, result) => sum + (values[result] ?? 0), 0);

/** The steps of a row whose figures are complete. */
export function placeSteps(row: DisputeFunnel, locale: Locale): PlacedStep[] {
	return (['review', 'suits'] as const).map((id) => {
		const stages = STAGES_OF[id];
		const parts = FUNNEL_RESULTS.map((result) => ({
			result,
			value: stages.reduce((sum, stage) => sum + (row.results[stage][result] ?? 0), 0)
		}));
		const total = parts.reduce((sum, part) => sum + part.value, 0);
		return {
			id,
			name: nameOf(id, locale),
			total,
			perHundred: row.new === null || row.new === 0 ? null : (100 * total) / row.new,
			parts,
			kinds:
				stages.length < 2
					? []
					: stages.map((stage) => ({ name: FIGURE_NAMES[stage][locale], total: sumOf(row.results[stage]) }))
		};
	});
}

export const resultName = (result: FunnelResult, locale: Locale): string =>
	RESULTS.find(({ id }) => id === result)?.names[locale] ?? result;

function panelYear(row: DisputeFunnel, locale: Locale): PanelYear {
	const count = reportCount(row.n, locale);
	if (row.new === null) return { year: row.year, count, gap: FIGURE_WORDS.noFigure[locale], lines: [] };
	const note = coverage(row.n, row.reports, locale);
	return {
		year: row.year,
		count,
		gap: null,
		lines: [
			{ label: FIGURE_NAMES.new[locale], text: formatNumber(row.new) },
			...placeSteps(row, locale).map(({ name, total, parts }) => ({
				label: name,
				text: formatNumber(total),
				note: parts.map((part) => `${resultName(part.result, locale)} ${formatNumber(part.value)}`).join(', ')
			}))
		],
		...(note === undefined ? {} : { note })
	};
}

/** From request to review to lawsuit, a panel a scope: its newest year in which reports give everything. */
export function funnelPanels(rows: readonly DisputeFunnel[], chosen: readonly number[], locale: Locale): FunnelPanel[] {
	const axis = axisYears(rows, chosen);
	return byScope(rows, locale).map(({ scope, title, byYear }) => {
		const years = axis.map((year) => {
			const row = byYear.get(year)?.[0];
			return row === undefined ? noReport(year, locale) : panelYear(row, locale);
		});
		const shown = years.findLast((one) => one.gap === null);
		const row = byYear.get(shown?.year ?? 0)?.[0];
		const steps = row === undefined ? [] : placeSteps(row, locale);
		return {
			scope,
			title,
			year: shown?.year ?? 0,
			count: shown?.count ?? '',
			new: row?.new ?? 0,
			steps,
			max: Math.max(row?.new ?? 0, ...steps.map(({ total }) => total)),
			...panelFacts(years, byYear)
		};
	});
}
