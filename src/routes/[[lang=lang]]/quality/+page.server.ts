import {
	continuityByYear,
	countReports,
	countToMend,
	coverageByRegion,
	filterOptions,
	findingsToMend,
	NO_FILTERS,
	placeOptions,
	verdictsBy,
	verdictsByRule
} from '$lib/queries/index.ts';
import { answer, answerIfShort } from '../../prerender.server.ts';
import { MENDED_AT_ONCE } from './quality-view.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{}, { lang: 'en' }];

const HARD = { severity: 'hard', rule: null } as const;

/** The opening view, by the same queries that the browser runs: it stands without JavaScript. */
export const load: PageServerLoad = async () => ({
	count: await answer(countReports(NO_FILTERS)),
	options: await answer(filterOptions(NO_FILTERS)),
	places: await answerIfShort(placeOptions(NO_FILTERS)),
	rules: await answer(verdictsByRule(NO_FILTERS)),
	groups: await answer(verdictsBy('province', NO_FILTERS, HARD)),
	years: await answer(verdictsBy('year', NO_FILTERS, HARD)),
	continuity: await answer(continuityByYear(NO_FILTERS)),
	coverage: await answer(coverageByRegion(NO_FILTERS, 'province')),
	mendCount: await answer(countToMend(NO_FILTERS, HARD)),
	mend: await answer(findingsToMend(NO_FILTERS, HARD, { limit: MENDED_AT_ONCE }))
});
