import { listedDatasets } from './prerender.server.ts';
import type { LayoutServerLoad } from './$types';

export const prerender = true;
export const trailingSlash = 'always';

export const load: LayoutServerLoad = async () => ({ datasets: await listedDatasets() });
