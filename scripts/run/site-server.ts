import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { headersFor } from './site-headers.ts';

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
