import {
	indicatorValues,
	reportsByValue,
	reportsByYear,
	agencyOptions,
	countReports,
	filterOptions,
	leftOut,
	NO_FILTERS,
	placeOptions
} from '$lib/queries/index.ts';
import { DEFAULT_CHOICE } from '$lib/state/explore/choice.ts';
import { answer, answerIfShort } from '../../prerender.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{}, { lang: 'en' }];

const { indicators, by } = DEFAULT_CHOICE;
const [first] = indicators as [(typeof indicators)[number]];

/** The opening view, by the same queries that the browser runs: it stands without JavaScript. */
export const load: PageServerLoad = async () => ({
	count: await answer(countReports(NO_FILTERS)),
	leftOut: await answer(leftOut(NO_FILTERS)),
	options: await answer(filterOptions(NO_FILTERS)),
	places: await answerIfShort(placeOptions(NO_FILTERS)),
	agencies: await answerIfShort(agencyOptions(NO_FILTERS)),
	values: await answer(indicatorValues(indicators, NO_FILTERS, [by])),
	byYear: await answer(reportsByYear(NO_FILTERS)),
	byValue: await answer(reportsByValue(first, NO_FILTERS))
});
