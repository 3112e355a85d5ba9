import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listed } from '../../../scripts/build/publish.ts';
import { ROOT } from '../../../scripts/run/run-tool.ts';
import { SUMS_TABLES } from '../../../src/lib/core/dataset/index.ts';
import type { DataPackage } from '../../../src/lib/core/dataset/index.ts';

const described = JSON.parse(readFileSync(join(ROOT, 'static/data/real/datapackage.json'), 'utf8')) as DataPackage;

describe('a dataset in the list of datasets', () => {
	it('names the files of its tables of sums as its descriptor does', () => {
		const { sums } = listed('real', described, true);
		for (const table of SUMS_TABLES) {
			const resource = described.resources.find((one) => one['gongkai:table'] === table);
			expect(sums?.[table]).toEqual({ path: resource?.path, bytes: resource?.bytes, hash: resource?.hash });
		}
	});

	it('names none where one of the tables is missing: then the engine answers everything', () => {
		const resources = described.resources.filter((one) => one['gongkai:table'] !== 'summary_pairs');
		expect(listed('old', { ...described, resources }, false)).not.toHaveProperty('sums');
	});
});
