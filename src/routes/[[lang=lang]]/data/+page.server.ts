import { tableOf } from '$lib/queries/index.ts';
import { answer, defaultDataset } from '../../prerender.server.ts';
import { REPORTS_AT_ONCE } from '../report-list.ts';
import { packageParts } from './package-parts.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{}, { lang: 'en' }];

export const load: PageServerLoad = async () => ({
	parts: packageParts((await defaultDataset()).package),
	sources: await answer(tableOf('sources', { limit: REPORTS_AT_ONCE })),
	problems: await answer(tableOf('problems', { limit: REPORTS_AT_ONCE }))
});
