import { agencyOptions } from '$lib/queries/index.ts';
import { AGENCIES_IN_PAGE, answerIfShort } from '../../prerender.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{}, { lang: 'en' }];

export const load: PageServerLoad = async () => ({ agencies: await answerIfShort(agencyOptions(), AGENCIES_IN_PAGE) });
