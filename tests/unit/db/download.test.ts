import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataPackageResource } from '../../../src/lib/core/dataset/package.ts';
import { downloadJson, downloadPackage, downloadResource } from '../../../src/lib/db/download.ts';
import { DatasetFileError, OtherBuildError } from '../../../src/lib/db/gate.ts';

const BYTES = Buffer.from('a parquet file, let us say '.repeat(10_000));
const HASH = `sha256:${createHash('sha256').update(BYTES).digest('hex')}`;

let server: Server;
let base: URL;
beforeAll(async () => {
	server = createServer((request, response) => {
		if (request.url === '/data/plain.parquet') response.end(BYTES);
		else if (request.url === '/data/packed.parquet')
			response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(BYTES));
		else if (request.url === '/data/half.parquet') response.end(BYTES.subarray(0, 1000));
		else if (request.url === '/data/kept.parquet')
			response.end(request.headers['cache-control'] === 'no-cache' ? BYTES : BYTES.subarray(0, 1000));
		else if (request.url === '/data/page.json') response.end('<!doctype html>');
		else if (request.url === '/data/datapackage.json') response.end('{"resources":[],"gongkai:build":"b"}');
		else if (request.url === '/bare/datapackage.json') response.end('{"error":"log in"}');
		else if (request.url === '/data/stuck.parquet') response.write(BYTES.subarray(0, 1000));
		else response.writeHead(404).end();
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	base = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/data/`);
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});

const resource = (path: string, bytes = BYTES.length, hash = HASH): DataPackageResource =>
	({ path, bytes, hash }) as DataPackageResource;

describe('a file of the dataset', () => {
	it.each(['plain.parquet', 'packed.parquet'])('arrives whole and tells its bytes: %s', async (path) => {
		let told = 0;
		const whole = await downloadResource(base, resource(path), (count) => (told += count));
		expect(Buffer.from(whole).equals(BYTES)).toBe(true);
		expect(told).toBe(BYTES.length);
	});

	it.each<[string, DataPackageResource, string]>([
		['is not there', resource('none.parquet'), 'status 404'],
		['is too short', resource('half.parquet'), `1000 bytes instead of ${BYTES.length}`],
		['is too long', resource('plain.parquet', 10), 'more than 10 bytes'],
		['has other bytes', resource('plain.parquet', BYTES.length, 'sha256:00'), 'hash differs']
	])('is refused when it %s', async (_, wanted, reason) => {
		const error = await downloadResource(base, wanted, () => undefined).catch((cause: unknown) => cause);
		expect(error).toBeInstanceOf(DatasetFileError);
		expect((error as DatasetFileError).message).toBe(`dataset file not usable: ${wanted.path}: ${reason}`);
	});

	it('is asked for past the cache where what is kept is damaged', async () => {
		let told = 0;
		const whole = await downloadResource(base, resource('kept.parquet'), (count) => (told += count));
		expect(Buffer.from(whole).equals(BYTES)).toBe(true);
		expect(told).toBe(BYTES.length);
	});

	it('is given up when the signal aborts', async () => {
		const controller = new AbortController();
		const download = downloadResource(
			base,
			resource('stuck.parquet'),
			() => controller.abort(new Error('left')),
			controller.signal
		);
		await expect(download).rejects.toThrow('left');
	});

	it('is named when it is not the JSON it should be', async () => {
		await expect(downloadJson(base, 'page.json')).rejects.toThrow('dataset file not usable: page.json: not JSON');
	});
});

describe('the descriptor', () => {
	it('is taken where it is of the build asked for, or none is', async () => {
		expect(await downloadPackage(base, 'b')).toMatchObject({ 'gongkai:build': 'b' });
		expect(await downloadPackage(base, undefined)).toMatchObject({ 'gongkai:build': 'b' });
	});

	it('is refused where it is of another build, or is no descriptor', async () => {
		await expect(downloadPackage(base, 'a')).rejects.toThrow(OtherBuildError);
		await expect(downloadPackage(new URL('../bare/', base), undefined)).rejects.toThrow(DatasetFileError);
	});
});
