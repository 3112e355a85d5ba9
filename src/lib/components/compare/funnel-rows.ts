import type { Indicator } from '$lib/core/indicators/index.ts';
import type { IndicatorReport } from '$lib/queries/index.ts';
import { bodyCell } from './body-rows.ts';

/** A point of the funnel: a share that has a meaning. */
export interface FunnelRow {
	readonly agency_id: string;
	readonly agency: string;
	readonly year: number;
	readonly numerator: number;
	readonly denominator: number;
	/** Its denominator is large enough. */
	readonly judged: boolean;
}

/** The reports that give the share and do not contradict themselves in it, the largest denominator first. */
export function funnelRows(rate: Indicator, reports: readonly IndicatorReport[]): FunnelRow[] {
	return reports
		.flatMap((report): FunnelRow[] => {
			const { numerator, denominator, status } = bodyCell(rate, report);
			if (numerator === null || denominator === null || denominator <= 0) return [];
			if (numerator < 0 || numerator > denominator) return [];
			const { agency_id, agency, year } = report;
			return [{ agency_id, agency, year, numerator, denominator, judged: status === 'ok' }];
		})
		.sort((a, b) => b.denominator - a.denominator || a.agency_id.localeCompare(b.agency_id));
}
