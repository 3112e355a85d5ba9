import { defaultDataset, listedDatasets } from './prerender.server.ts';
import type { LayoutServerLoad } from './$types';

export const prerender = true;
export const trailingSlash = 'always';

export const load: LayoutServerLoad = async () => ({
	datasets: await listedDatasets(),
	/** Name of the reports' CSV, where the build wrote it. */
	csv: (await defaultDataset()).package['gongkai:csv'].find((file) => file.table === 'reports')?.path ?? null
});
