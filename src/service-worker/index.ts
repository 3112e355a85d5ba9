import { build, files as statics, prerendered, version } from '$service-worker';
import { dataOf, isOfDataset, isOfOtherEngine, mayKeep, wayOf } from '../lib/offline/keeping.ts';
import type { KeepRequest } from '../lib/offline/keeping.ts';

// A second visit needs no network. Nothing is fetched beforehand: what the reader has seen is kept once the page says that
// it is at rest. A new version waits until the pages of the old one are closed, so that no page loses its code.

const worker = self as unknown as ServiceWorkerGlobalScope;
const SITE = `site-${version}`;
const DATA = 'data';
const AT_ONCE = 4;

const cacheOf = (path: string): string => (isOfDataset(path) ? DATA : SITE);

async function kept(request: Request | string, options?: CacheQueryOptions): Promise<Response | undefined> {
	const path = new URL(typeof request === 'string' ? request : request.url, worker.location.href).pathname;
	return (await caches.open(cacheOf(path))).match(request, options);
}

/** Keeps a copy where it may; a browser that has no room for it goes on without. */
async function keep(path: string, response: Response): Promise<boolean> {
	const { status, redirected, headers } = response;
	if (!mayKeep({ path, status, redirected, type: headers.get('content-type') ?? '' })) return false;
	try {
		await (await caches.open(cacheOf(path))).put(path, response);
		return true;
	} catch {
		return false;
	}
}

async function fromNetwork(event: FetchEvent, path: string): Promise<Response> {
	const response = await fetch(event.request);
	if (event.request.method === 'GET') event.waitUntil(keep(path, response.clone()));
	return response;
}

/** The page of the site for what is not kept, so that the reader is not left with the browser's own. */
async function notKept(event: FetchEvent, path: string): Promise<Response> {
	const page =
		event.request.mode === 'navigate' ? await kept(path.startsWith('/en/') ? '/en/404.html' : '/404.html') : undefined;
	return page ? new Response(page.body, { status: 404, headers: page.headers }) : Response.error();
}

async function answer(event: FetchEvent, path: string, keptFirst: boolean): Promise<Response> {
	if (keptFirst) return (await kept(path)) ?? fromNetwork(event, path);
	try {
		return await fromNetwork(event, path);
	} catch (error) {
		if (event.request.signal.aborted) throw error;
		return (await kept(path)) ?? notKept(event, path);
	}
}

/** Fetches what is not kept yet. What never changes may come from the browser's own cache. */
async function fetchAndKeep(path: string): Promise<boolean> {
	if (await kept(path)) return true;
	try {
		return await keep(path, await fetch(path));
	} catch {
		return false;
	}
}

/** What of a dataset's folder is no longer asked for belongs to an earlier build. */
async function dropOthers(folder: string, files: ReadonlySet<string>): Promise<void> {
	const cache = await caches.open(DATA);
	for (const { url } of await cache.keys()) {
		const path = new URL(url).pathname;
		if (path.startsWith(folder) && !files.has(path)) await cache.delete(url);
	}
}

/** Keeps the site and those files; tells whether all is there. */
async function keepAll({ folder, files, engine }: KeepRequest): Promise<boolean> {
	await dropOthers(folder, new Set(files));
	const pages = prerendered.filter((path) => path.endsWith('/') || path.endsWith('.html'));
	const code = [...build, ...statics.filter((path) => !isOfDataset(path))].filter(
		(path) => !isOfOtherEngine(path, engine)
	);
	// The data of a page is not there for every page.
	const optional = pages.filter((path) => path.endsWith('/')).map(dataOf);
	const wanted = [...code, ...files, ...pages];
	let whole = true;
	const queue = [...wanted, ...optional].values();
	const needed = new Set(wanted);
	await Promise.all(
		Array.from({ length: AT_ONCE }, async () => {
			for (const path of queue) if (!(await fetchAndKeep(path)) && needed.has(path)) whole = false;
		})
	);
	return whole;
}

worker.addEventListener('activate', (event) => {
	const drop = async (): Promise<void> => {
		for (const name of await caches.keys()) if (name !== SITE && name !== DATA) await caches.delete(name);
		await worker.clients.claim();
	};
	event.waitUntil(drop());
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	const way = wayOf({
		method: request.method,
		path: url.pathname,
		sameOrigin: url.origin === worker.location.origin,
		range: request.headers.has('range'),
		cache: request.cache
	});
	if (way !== 'network') event.respondWith(answer(event, url.pathname, way === 'kept-first'));
});

worker.addEventListener('message', (event) => {
	const [port] = event.ports;
	event.waitUntil(keepAll(event.data as KeepRequest).then((whole) => port?.postMessage(whole)));
});
