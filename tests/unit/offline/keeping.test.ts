import { describe, expect, it } from 'vitest';
import { dataOf, isOfDataset, isOfOtherEngine, mayKeep, wayOf } from '../../../src/lib/offline/keeping.ts';

const asked = { method: 'GET', path: '/quality/', sameOrigin: true, range: false, cache: 'default' };

describe('how a request is answered', () => {
	it.each([
		[{}, 'network-first'],
		[{ path: '/data/real/datapackage.json' }, 'network-first'],
		[{ path: '/data/real/reports-2023.1a2b3c4d.parquet' }, 'kept-first'],
		[{ path: '/_app/immutable/entry/app.js' }, 'kept-first'],
		[{ path: '/_app/immutable/entry/app.js', cache: 'reload' }, 'network-first'],
		[{ path: '/_app/immutable/entry/app.js', range: true }, 'network'],
		[{ method: 'POST' }, 'network'],
		[{ method: 'HEAD', path: '/_app/immutable/assets/duckdb-eh.wasm' }, 'kept-first'],
		[{ sameOrigin: false }, 'network']
	] as const)('%o: %s', (change, way) => {
		expect(wayOf({ ...asked, ...change })).toBe(way);
	});
});

describe('what may be kept', () => {
	const page = { path: '/quality/', status: 200, type: 'text/html; charset=utf-8', redirected: false };
	it.each([
		[page, true],
		[{ ...page, status: 404 }, false],
		[{ ...page, status: 206 }, false],
		[{ ...page, redirected: true }, false],
		[{ ...page, path: '/data/real/datapackage.json' }, false],
		[{ ...page, path: '/data/real/datapackage.json', type: 'application/json' }, true],
		[{ ...page, path: '/quality/', type: 'application/json' }, false],
		[{ ...page, path: '/data/real/reports.csv', type: 'text/csv' }, false]
	])('%o: %s', (answered, may) => {
		expect(mayKeep(answered)).toBe(may);
	});

	it('keeps the engine that runs here, not the other', () => {
		const files = [
			'duckdb-eh.x.wasm',
			'duckdb-browser-eh.worker.x.js',
			'duckdb-mvp.x.wasm',
			'duckdb-browser-mvp.worker.x.js'
		];
		expect(files.filter((file) => !isOfOtherEngine(file, 'eh'))).toEqual(files.slice(0, 2));
		expect(files.filter((file) => !isOfOtherEngine(file, 'mvp'))).toEqual(files.slice(2));
		expect(isOfOtherEngine('/_app/immutable/chunks/a.js', 'eh')).toBe(false);
	});

	it('tells files of a dataset from pages about data', () => {
		expect(
			['/data/real/datapackage.json', '/data/datasets.json', '/base/data/real/a.parquet'].map(isOfDataset)
		).toEqual([true, true, true]);
		expect(['/data/', '/en/data/', '/data/__data.json', '/_app/immutable/a.js'].map(isOfDataset)).toEqual([
			false,
			false,
			false,
			false
		]);
	});

	it('finds the data of a page', () => {
		expect([dataOf('/'), dataOf('/en/quality/'), dataOf('/a/index.html')]).toEqual([
			'/__data.json',
			'/en/quality/__data.json',
			'/a/__data.json'
		]);
	});
});
