import type { Indicator } from '$lib/core/indicators/index.ts';
import type { IndicatorReport, PeerStatistics } from '$lib/queries/index.ts';
import { bodyCell } from './body-rows.ts';
import type { BodyCell } from './body-rows.ts';

/** An indicator of one agency among its peers. */
export interface PeerRow {
	readonly one: Indicator;
	/** null: the agency has no report of the year. */
	readonly own: BodyCell | null;
	readonly statistics: PeerStatistics | null;
	/** The ranked values, the agency's own among them. */
	readonly values: readonly number[];
	/** Reports of the group without a figure. */
	readonly none: number;
}

/** A row an indicator, from the reports of the group in one year. */
export function peerRows(
	indicators: readonly Indicator[],
	reports: readonly IndicatorReport[],
	statistics: readonly PeerStatistics[],
	own: string
): PeerRow[] {
	const mine = reports.find(({ agency_id }) => agency_id === own);
	return indicators.map((one) => {
		const cells = reports.map((report) => bodyCell(one, report));
		return {
			one,
			own: mine ? bodyCell(one, mine) : null,
			statistics: statistics.find(({ indicator }) => indicator === one.id) ?? null,
			values: cells.flatMap(({ status, value }) => (status === 'ok' && value !== null ? [value] : [])),
			none: cells.filter(({ status }) => status === 'no_figure').length
		};
	});
}
