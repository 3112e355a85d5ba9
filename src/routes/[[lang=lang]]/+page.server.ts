import { APPLICANT_SHARES } from '$lib/components/figures/applicants.ts';
import { mapQuery } from '$lib/components/figures/map-view.ts';
import {
	agencyOptions,
	carryOver,
	countReports,
	coverageByScope,
	disputeFunnel,
	disputesByResult,
	filterOptions,
	headFigures,
	headTrends,
	indicatorValues,
	leftOut,
	NO_FILTERS,
	placeOptions,
	outcomesByYear,
	reasonTotals,
	reportRows,
	requestVolumes
} from '$lib/queries/index.ts';
import { answer, answerIfShort } from '../prerender.server.ts';
import { REPORTS_AT_ONCE } from './report-list.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{}, { lang: 'en' }];

/** The opening view, by the same queries that the browser runs: it stands without JavaScript. */
export const load: PageServerLoad = async () => ({
	count: await answer(countReports(NO_FILTERS)),
	heads: await answer(headFigures(NO_FILTERS)),
	trends: await answer(headTrends(NO_FILTERS)),
	volumes: await answer(requestVolumes(NO_FILTERS)),
	outcomes: await answer(outcomesByYear(NO_FILTERS)),
	further: {
		map: await answer(mapQuery(NO_FILTERS)),
		denied: await answer(reasonTotals(NO_FILTERS, 'denied')),
		unable: await answer(reasonTotals(NO_FILTERS, 'unable')),
		applicants: await answer(indicatorValues(APPLICANT_SHARES, NO_FILTERS)),
		carry: await answer(carryOver(NO_FILTERS)),
		funnel: await answer(disputeFunnel(NO_FILTERS)),
		disputes: await answer(disputesByResult(NO_FILTERS)),
		coverage: await answer(coverageByScope(NO_FILTERS))
	},
	leftOut: await answer(leftOut(NO_FILTERS)),
	reports: await answer(reportRows(NO_FILTERS, { limit: REPORTS_AT_ONCE })),
	options: await answer(filterOptions(NO_FILTERS)),
	places: await answerIfShort(placeOptions(NO_FILTERS)),
	agencies: await answerIfShort(agencyOptions(NO_FILTERS))
});
