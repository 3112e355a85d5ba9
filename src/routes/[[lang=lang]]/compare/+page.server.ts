import { agencyOptions } from '$lib/queries/index.ts';
import { answerIfShort } from '../../prerender.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{}, { lang: 'en' }];

export const load: PageServerLoad = async () => ({ agencies: await answerIfShort(agencyOptions()) });
