import { REASON_GROUPS } from '../src/lib/core/form/index.ts';
import { APPLICANT_INDICATORS, indicator } from '../src/lib/core/indicators/index.ts';
import type { DatasetTableName } from '../src/lib/core/dataset/index.ts';
import {
	agencyOptions,
	carryOver,
	countReports,
	coverageByScope,
	disputeFunnel,
	disputesByResult,
	filterOptions,
	findingsOf,
	headFigures,
	headTrends,
	indicatorValues,
	leftOut,
	NO_FILTERS,
	outcomeMix,
	outcomesByYear,
	reasonTotals,
	reportRows,
	requestVolumes,
	verdictsByRule
} from '../src/lib/queries/index.ts';
import type { Filters, Query } from '../src/lib/queries/index.ts';

/** A question that a page asks, as it asks it. */
export interface Question {
	readonly name: string;
	readonly query: {
		readonly tables: readonly DatasetTableName[];
		readonly years: readonly number[];
		readonly sql: string;
	};
}

/** Questions of the overview that the tables of sums tell. */
export const SUMMED_QUESTIONS: Readonly<Record<string, (filters: Filters) => Query<unknown>>> = {
	countReports,
	headFigures,
	headTrends,
	requestVolumes,
	outcomesByYear,
	carryOver,
	disputeFunnel,
	disputesByResult,
	filterOptions,
	leftOut,
	...Object.fromEntries(
		REASON_GROUPS.map((group) => [`reasonTotals ${group}`, (filters: Filters) => reasonTotals(filters, group)])
	),
	'applicants by year': (filters) => indicatorValues(APPLICANT_INDICATORS, filters)
};

/** Twenty questions of the pages, the filters those of a dataset with that province and agency. */
export function questionsOn(province: string, agency: string): readonly Question[] {
	const inProvince: Filters = { ...NO_FILTERS, provinces: [province] };
	const counties: Filters = { ...NO_FILTERS, scopes: ['county_own'] };
	const inYear: Filters = { ...NO_FILTERS, years: [2023] };
	const ask = (name: string, query: Question['query']): Question => ({ name, query });
	return [
		ask('requests by year and scope', requestVolumes(NO_FILTERS)),
		ask('the same, one province', requestVolumes(inProvince)),
		ask('the same, without failing reports', requestVolumes({ ...NO_FILTERS, withoutFailing: true })),
		ask('outcomes by year, as printed', outcomesByYear(counties, ['printed'])),
		ask('outcomes by year, recomputed too', outcomesByYear(inYear)),
		ask('reasons of refusal', reasonTotals(inYear, 'denied')),
		ask('reviews and lawsuits by result', disputesByResult(NO_FILTERS)),
		ask('from request to lawsuit', disputeFunnel(NO_FILTERS)),
		ask('carried over from year to year', carryOver(NO_FILTERS)),
		ask('head figures', headFigures(NO_FILTERS)),
		ask('head figures of every year', headTrends(NO_FILTERS)),
		ask('what the filters offer', filterOptions(NO_FILTERS)),
		ask('agencies of a province', agencyOptions(inProvince)),
		ask('disclosure rate by province', indicatorValues([indicator('disclosure_rate')], counties, ['year', 'province'])),
		ask('requests by family', indicatorValues([indicator('new')], counties, ['family'])),
		ask('outcomes by province', outcomeMix(counties, ['province'])),
		ask('reports of a province, 100 of them', reportRows(inProvince, { limit: 100 })),
		ask('verdicts by rule', verdictsByRule(NO_FILTERS)),
		ask('findings of an agency', findingsOf(agency)),
		ask('agency-years without a report', coverageByScope(NO_FILTERS))
	];
}
