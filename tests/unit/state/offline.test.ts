import { describe, expect, it } from 'vitest';
import type { DataPackage } from '../../../src/lib/core/dataset/package.ts';
import { KEPT_BYTES } from '../../../src/lib/offline/keeping.ts';
import { keepRequest } from '../../../src/lib/state/offline.svelte.ts';

const dataset = (bytes: number): DataPackage =>
	({
		resources: [
			{ path: 'a.parquet', bytes },
			{ path: 'b.parquet', bytes: 1 }
		]
	}) as unknown as DataPackage;
const A = '/data/x/a.parquet';
const DESCRIPTOR = '/data/x/datapackage.json';

describe('what is kept of a dataset', () => {
	it('is all of a small one', () => {
		expect(keepRequest(dataset(10), '/data/x/', new Set([A]), false)).toEqual({
			folder: '/data/x/',
			files: [DESCRIPTOR, A, '/data/x/b.parquet'],
			engine: 'eh',
			whole: true
		});
	});

	it('is what was opened of a large one, and where the reader saves data', () => {
		const opened = { files: [DESCRIPTOR, A], whole: false };
		expect(keepRequest(dataset(KEPT_BYTES), '/data/x/', new Set([A]), false)).toMatchObject(opened);
		expect(keepRequest(dataset(10), '/data/x/', new Set([A, '/_app/duckdb-mvp.1.wasm']), true)).toMatchObject({
			...opened,
			engine: 'mvp'
		});
	});
});
