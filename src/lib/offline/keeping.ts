// What the service worker keeps, and when a kept copy may answer. Free of the browser, so that it can be tested.

/** What the page asks the service worker to keep, once the reader has seen it. */
export interface KeepRequest {
	/** Folder of the shown dataset, with a slash at its end; what else is kept of that folder goes. */
	readonly folder: string;
	/** Paths of its files. */
	readonly files: readonly string[];
	/** The build of the engine that runs in this browser. */
	readonly engine: EngineBuild;
}

export type EngineBuild = 'eh' | 'mvp';

/** Larger datasets are kept only as far as they were opened. */
export const KEPT_BYTES = 16 * 2 ** 20;

/** Built code, and data files that carry the hash of their content (`reports-2023.1a2b3c4d.parquet`), never change under their name. */
export const IMMUTABLE_PATHS = {
	code: '^/_app/immutable/',
	hashed: '^/data/.+[.-][0-9a-f]{8,64}\\.[a-z0-9]+$'
} as const;

export const isImmutable = (path: string): boolean =>
	Object.values(IMMUTABLE_PATHS).some((pattern) => new RegExp(pattern).test(path));

/** A file of a dataset, of whichever version of the site. */
export const isOfDataset = (path: string): boolean =>
	/\/data\/[^/]+(?:\/[^/]+)*\.[a-z0-9]+$/u.test(path) && !path.endsWith('__data.json');

/** The engine's module and worker of one build alone, of all the files of the site. */
export const isOfOtherEngine = (path: string, engine: EngineBuild): boolean =>
	path.includes(engine === 'eh' ? 'duckdb-mvp' : 'duckdb-eh') ||
	path.includes(engine === 'eh' ? 'duckdb-browser-mvp' : 'duckdb-browser-eh');

export interface Asked {
	readonly method: string;
	readonly path: string;
	readonly sameOrigin: boolean;
	/** Part of a file. */
	readonly range: boolean;
	/** The request's cache mode: `reload` and `no-store` want nothing that is kept. */
	readonly cache: string;
}

/**
 * How a request is answered: by the network alone; by the kept copy where there is one; or by the network, and by the
 * kept copy where no answer comes.
 */
export type Way = 'network' | 'kept-first' | 'network-first';

export function wayOf({ method, path, sameOrigin, range, cache }: Asked): Way {
	if (!sameOrigin || range || (method !== 'GET' && method !== 'HEAD')) return 'network';
	const fresh = cache === 'reload' || cache === 'no-store' || cache === 'no-cache';
	return isImmutable(path) && !fresh ? 'kept-first' : 'network-first';
}

export interface Answered {
	readonly path: string;
	readonly status: number;
	/** Content-Type. */
	readonly type: string;
	readonly redirected: boolean;
}

/** What the reader takes away lies with the reader's own files then. */
const TAKEN = /\.(?:csv|xlsx|zip)$/u;

/** Whether an answer may be kept: a page where a page was asked for, a file where a file was. A proxy's page of its own is neither. */
export function mayKeep({ path, status, type, redirected }: Answered): boolean {
	const page = path.endsWith('/') || path.endsWith('.html');
	return status === 200 && !redirected && !TAKEN.test(path) && type.startsWith('text/html') === page;
}

/** The data of a page's own route, which SvelteKit asks for when a link is followed. */
export const dataOf = (page: string): string => `${page.replace(/(?:index\.html)?$/u, '')}__data.json`;
