import type { DataPackage } from '../core/dataset/package.ts';
import { KEPT_BYTES } from '../offline/keeping.ts';
import type { EngineBuild, KeepRequest } from '../offline/keeping.ts';

/** `whole`: the site and the dataset answer without the network. `opened`: the site does, and what was opened of the dataset. */
export type Kept = 'nothing' | 'opened' | 'whole';

/** Addresses that this page has fetched, without the part after `?`. */
function fetchedPaths(): Set<string> {
	return new Set(performance.getEntriesByType('resource').map(({ name }) => new URL(name, location.href).pathname));
}

interface Saving {
	readonly connection?: { readonly saveData?: boolean };
}

/** What is to be kept of a dataset: all of it where it is small and the reader does not save data, else what was fetched. */
export function keepRequest(
	dataPackage: DataPackage,
	folder: string,
	fetched: ReadonlySet<string>,
	saves: boolean
): KeepRequest & { readonly whole: boolean } {
	const all = dataPackage.resources.map((resource) => ({ path: folder + resource.path, bytes: resource.bytes }));
	const whole = !saves && all.reduce((sum, { bytes }) => sum + bytes, 0) <= KEPT_BYTES;
	const files = all.filter(({ path }) => whole || fetched.has(path)).map(({ path }) => path);
	const engine: EngineBuild = [...fetched].some((path) => path.includes('duckdb-mvp')) ? 'mvp' : 'eh';
	return { folder, files: [`${folder}datapackage.json`, ...files], engine, whole };
}

/** What the service worker has kept of the shown dataset. */
class Offline {
	#kept = $state<Kept>('nothing');

	get kept(): Kept {
		return this.#kept;
	}

	/** Asks the service worker to keep the site and the dataset at that address; a browser without one keeps nothing. */
	async keep(dataPackage: DataPackage, place: string): Promise<void> {
		this.#kept = 'nothing';
		if (!('serviceWorker' in navigator)) return;
		const { active } = await navigator.serviceWorker.ready;
		if (!active) return;
		const folder = new URL(`${place}/`, location.href).pathname;
		const saves = (navigator as Saving).connection?.saveData === true;
		const { whole, ...request } = keepRequest(dataPackage, folder, fetchedPaths(), saves);
		const channel = new MessageChannel();
		channel.port1.onmessage = ({ data }: MessageEvent<boolean>): void => {
			channel.port1.close();
			if (data) this.#kept = whole ? 'whole' : 'opened';
		};
		active.postMessage(request, [channel.port2]);
	}
}

export const offline = new Offline();
