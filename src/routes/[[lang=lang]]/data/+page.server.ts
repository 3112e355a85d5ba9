import { tableOf } from '$lib/queries/index.ts';
import { answer, defaultDataset } from '../../prerender.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{}, { lang: 'en' }];

export const load: PageServerLoad = async () => {
	const dataset = await defaultDataset();
	return {
		files: dataset.package.resources.map((resource) => ({
			table: resource['gongkai:table'],
			year: resource['gongkai:year'],
			path: resource.path,
			bytes: resource.bytes,
			hash: resource.hash,
			rows: resource.rowCount
		})),
		csv: dataset.package['gongkai:csv'],
		licences: dataset.package.licenses,
		sources: await answer(tableOf('sources')),
		problems: await answer(tableOf('problems'))
	};
};
