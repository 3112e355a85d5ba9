import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeOutcome } from '../../../scripts/build/describe-outcome.ts';
import { build, figuresOf, FINANCE, HEALTH, page, TOWN, withoutRow } from './fixture.ts';

const before = {
	'finance.html': page(figuresOf(FINANCE, 2023)),
	'health.html': page(figuresOf(HEALTH, 2023)),
	'town-2022.html': page(figuresOf(TOWN, 2022))
};

describe('what changed since the last build', () => {
	it('says that there was none', async () => {
		const outcome = await build(before);
		expect(outcome.written?.comparison).toEqual({ kind: 'first' });
		expect(describeOutcome(outcome, 'zh')).toContain('没有上次构建可比');
	});

	it('names agencies and reports added and removed, and each cell with its old and new value', async () => {
		const { out } = await build(before);
		const after = await build(
			{
				'finance.html': page(figuresOf(FINANCE, 2023, { 't2.licensing.decisions': 12, 't2.rules.issued': '/' })),
				'town-2022.html': withoutRow(page(figuresOf(TOWN, 2022)), '行政强制'),
				'town-2023.html': page(figuresOf(TOWN, 2023)),
				'finance-2022.html': page(figuresOf(FINANCE, 2022))
			},
			{ out }
		);
		expect(after.written?.comparison).toMatchObject({
			kind: 'changed',
			changes: {
				agenciesAdded: [],
				agenciesRemoved: [HEALTH],
				reportsAdded: [
					{ agency: TOWN, year: 2023 },
					{ agency: FINANCE, year: 2022 }
				],
				reportsRemoved: [{ agency: HEALTH, year: 2023 }]
			}
		});
		const text = describeOutcome(after, 'zh');
		expect(text).toContain('改动的格 3');
		expect(text).toContain(`${FINANCE} 2023 t2.licensing.decisions: 0 → 12`);
		expect(text).toContain(`${FINANCE} 2023 t2.rules.issued: 0 → [slash]`);
		expect(text).toContain(`${TOWN} 2022 t2.coercion.decisions: 0 → [missing]`);
		expect(describeOutcome(after, 'en')).toContain('reports removed: 1');
	});

	it('says where the last build cannot be compared with, and builds', async () => {
		const { out, folder } = await build(before);
		await writeFile(join(folder, 'datapackage.json'), '{"resources": []}');
		const after = await build(before, { out });
		expect(after.written?.comparison.kind).toBe('unreadable');
		expect(describeOutcome(after, 'zh')).toContain('无法与上次构建比较');
		await rm(folder, { recursive: true });
		expect((await build(before, { out })).written?.comparison).toEqual({ kind: 'first' });
	});
});
