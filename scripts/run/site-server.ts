import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

/** Pages carry their policy, with the hashes of their inline scripts, in a meta element; these directives work in a header only. */
const PAGE_POLICY = "frame-ancestors 'self'";
/** The page of one figure is there to be framed by any site. */
const EMBED_POLICY = 'frame-ancestors *';
/** A worker takes its policy from the answer that brings its script, not from the page. */
const SCRIPT_POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

const TYPES: Readonly<Record<string, string>> = {
	wasm: 'application/wasm',
	parquet: 'application/vnd.apache.parquet',
	csv: 'text/csv; charset=utf-8',
	json: 'application/json; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	mjs: 'text/javascript; charset=utf-8',
	txt: 'text/plain; charset=utf-8',
	md: 'text/markdown; charset=utf-8'
};

/** Built code, and data files that carry the hash of their content (`reports-2023.1a2b3c4d.parquet`), never change under their name. */
export function isImmutable(path: string): boolean {
	return path.startsWith('/_app/immutable/') || /^\/data\/.+[.-][0-9a-f]{8,64}\.[a-z0-9]+$/.test(path);
}

const isEmbed = (path: string): boolean => /^(?:\/en)?\/embed(?:\/(?:index\.html)?)?$/.test(path);

/** The headers of one answer, by the path asked for. */
export function headersFor(path: string): Record<string, string> {
	const extension = /\.([a-z0-9]+)$/.exec(path)?.[1] ?? 'html';
	const type = TYPES[extension];
	return {
		...(type ? { 'Content-Type': type } : {}),
		'Content-Security-Policy':
			extension === 'js' || extension === 'mjs' ? SCRIPT_POLICY : isEmbed(path) ? EMBED_POLICY : PAGE_POLICY,
		'X-Content-Type-Options': 'nosniff',
		'Referrer-Policy': 'same-origin',
		'Cache-Control': isImmutable(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
	};
}

/** sirv reads a range such as `10-5` literally, and the stream it opens then throws: what is not one plain range is answered whole. */
function isPlainRange(range: string): boolean {
	const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? [];
	return first !== undefined && (!last || Number(first) <= Number(last));
}

function answerNotFound(folder: string, request: IncomingMessage, response: ServerResponse): void {
	const pages = request.url?.startsWith('/en') ? ['en/404.html', '404.html'] : ['404.html'];
	const page = pages.map((name) => join(folder, name)).find((file) => existsSync(file));
	response.statusCode = 404;
	for (const [name, value] of Object.entries(headersFor('/404.html'))) response.setHeader(name, value);
	response.setHeader('Content-Type', 'text/html; charset=utf-8');
	const body = page
		? readFileSync(page)
		: '<!doctype html><meta charset="utf-8"><title>404</title><p lang="zh-CN">没有这个页面。<a href="/">回到首页</a></p>' +
			'<p lang="en">There is no such page. <a href="/en/">Go to the start page</a></p>';
	response.end(request.method === 'HEAD' ? undefined : body);
}

/** A server for the folder of the built site. It answers GET and HEAD only; the folder is read once, at the start. */
export function createSiteServer(folder: string): Server {
	const serve = sirv(folder, {
		brotli: true,
		gzip: true,
		etag: true,
		onNoMatch: (request, response) => answerNotFound(folder, request, response),
		setHeaders: (response, path) => {
			for (const [name, value] of Object.entries(headersFor(path))) response.setHeader(name, value);
		}
	});
	return createServer((request, response) => {
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.writeHead(405, { Allow: 'GET, HEAD' }).end();
			return;
		}
		if (request.headers.range && !isPlainRange(request.headers.range)) delete request.headers.range;
		serve(request, response);
	});
}

export interface ListenOptions {
	readonly host: string;
	readonly port: number;
	/** Fail on a busy port in place of taking the next one. */
	readonly strict?: boolean;
	readonly onBusy?: (port: number, next: number) => void;
}

const MAX_PORT = 65_535;

/** Starts listening and gives the port taken: the asked one, or the next free one above it. Port 0 lets the system choose. */
export async function listen(server: Server, options: ListenOptions): Promise<number> {
	for (let port = options.port; port <= MAX_PORT; port += 1) {
		try {
			server.listen(port, options.host);
			await once(server, 'listening');
			return (server.address() as AddressInfo).port;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || options.strict || port === MAX_PORT) throw error;
			options.onBusy?.(port, port + 1);
		}
	}
	throw new Error(`no free port from ${options.port} up`);
}
