import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersFor } from '../../../scripts/run/site-headers.ts';
import { createSiteServer, listen } from '../../../scripts/run/site-server.ts';
import { parseServeOptions } from '../../../scripts/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-site-'));
const files: Record<string, string> = {
	'index.html': '总览',
	'en/index.html': 'overview',
	'compare.html': '比较',
	'404.html': '没有',
	'_app/immutable/workers/engine.abc.js': 'self',
	'_app/immutable/assets/engine.wasm': '0123456789',
	'_app/immutable/assets/engine.wasm.br': 'brotli',
	'data/default/reports-2023.0a1b2c3d.parquet': 'PAR1',
	'data/datasets.json': '[]'
};
const server = createSiteServerAfterWriting();
let origin = '';

function createSiteServerAfterWriting() {
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(join(folder, dirname(name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
	return createSiteServer(folder);
}

beforeAll(async () => {
	origin = `http://127.0.0.1:${await listen(server, { host: '127.0.0.1', port: 0 })}`;
});

afterAll(() => {
	server.close();
	server.closeAllConnections();
	rmSync(folder, { recursive: true });
});

const ask = (path: string, headers: Record<string, string> = {}) =>
	fetch(origin + path, { headers: { 'Accept-Encoding': 'identity', ...headers } });

describe('the server of the built site', () => {
	it.each([
		['/', '总览'],
		['/en/', 'overview'],
		['/en', 'overview'],
		['/compare', '比较'],
		['/compare/?level=city', '比较']
	])('answers %s with its page', async (path, text) => {
		const answer = await ask(path);
		expect([answer.status, await answer.text()]).toEqual([200, text]);
		expect(answer.headers.get('content-type')).toBe('text/html;charset=utf-8');
		expect(answer.headers.get('cache-control')).toBe('no-cache');
		expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
	});

	it('leaves the policy of scripts to the page itself', async () => {
		const policy = (await ask('/')).headers.get('content-security-policy') ?? '';
		expect(policy).not.toMatch(/script-src|default-src/);
		expect(policy).toContain("object-src 'none'; base-uri 'self'; form-action 'none'; frame-ancestors 'self'");
	});

	it('lets any site frame the page of one figure, and no other page', () => {
		for (const path of ['/embed/', '/en/embed/', '/embed/index.html', '/embed'])
			expect([headersFor(path)['Content-Security-Policy'], headersFor(path)['X-Frame-Options']]).toEqual([
				expect.stringMatching(/frame-ancestors \*$/),
				undefined
			]);
		for (const path of ['/embedded/', '/data/embed/', '/en/'])
			expect([headersFor(path)['Content-Security-Policy'], headersFor(path)['X-Frame-Options']]).toEqual([
				expect.stringMatching(/frame-ancestors 'self'$/),
				'SAMEORIGIN'
			]);
	});

	it('gives a worker its own policy', async () => {
		const { headers } = await ask('/_app/immutable/workers/engine.abc.js');
		expect(headers.get('content-security-policy')).toContain("script-src 'self' 'wasm-unsafe-eval'");
		expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
	});

	it('gives WebAssembly its type, and its compressed form where the reader takes it', async () => {
		const plain = await ask('/_app/immutable/assets/engine.wasm');
		expect([plain.headers.get('content-type'), await plain.text()]).toEqual(['application/wasm', '0123456789']);
		const { headers } = await fetch(`${origin}/_app/immutable/assets/engine.wasm`, {
			method: 'HEAD',
			headers: { 'Accept-Encoding': 'br' }
		});
		expect([headers.get('content-type'), headers.get('content-encoding')]).toEqual(['application/wasm', 'br']);
	});

	it('answers a range, and the whole file where the range makes no sense', async () => {
		const part = await ask('/_app/immutable/assets/engine.wasm', { Range: 'bytes=2-4' });
		expect([part.status, await part.text()]).toEqual([206, '234']);
		const whole = await ask('/_app/immutable/assets/engine.wasm', { Range: 'bytes=9-4' });
		expect([whole.status, await whole.text()]).toEqual([200, '0123456789']);
	});

	it('answers an unknown address with the page for it', async () => {
		const answer = await ask('/nothing/here');
		expect([answer.status, await answer.text()]).toEqual([404, '没有']);
	});

	it('keeps to its folder', async () => {
		expect((await ask('/..%2f..%2fetc/passwd')).status).toBe(404);
	});

	it('refuses to be written to', async () => {
		expect((await fetch(origin, { method: 'POST' })).status).toBe(405);
	});

	it.each([
		['/_app/immutable/chunks/a.js', true],
		['/data/default/reports-2023.0a1b2c3d.parquet', true],
		['/data/default/agencies-0123456789abcdef.csv', true],
		['/data/default/reports-2023.parquet', false],
		['/data/default/datapackage.json', false],
		['/', false]
	])('lets %s be kept for good: %s', (path, immutable) => {
		expect(headersFor(path)['Cache-Control']?.includes('immutable')).toBe(immutable);
	});
});

describe('the port', () => {
	const busy = createServer();
	let port = 0;

	beforeAll(async () => {
		port = await listen(busy, { host: '127.0.0.1', port: 0 });
	});
	afterAll(() => {
		busy.close();
	});

	it('gives way to the next free one when busy, and says so', async () => {
		const said: number[] = [];
		const other = createServer();
		const taken = await listen(other, { host: '127.0.0.1', port, onBusy: (one) => said.push(one) });
		expect((other.address() as AddressInfo).port).toBe(taken);
		other.close();
		expect(taken).toBeGreaterThan(port);
		expect(said[0]).toBe(port);
	});

	it('is not changed where asked strictly', async () => {
		await expect(listen(createServer(), { host: '127.0.0.1', port, strict: true })).rejects.toMatchObject({
			code: 'EADDRINUSE'
		});
	});

	it.each([
		[[], {}, 4173],
		[[], { PORT: '5000' }, 5000],
		[['--port', '6000'], { PORT: '5000' }, 6000],
		[[], { PORT: '' }, 4173]
	])('is read from %j and %j', (args, env, expected) => {
		expect(parseServeOptions(args, env)).toMatchObject({ port: expected, host: '127.0.0.1', strict: false });
	});

	it.each([[['--port', 'http']], [['--port', '70000']], [['--unknown']]])('says what is wrong with %j', (args) => {
		expect(parseServeOptions(args, {})).toBeTypeOf('string');
	});
});
