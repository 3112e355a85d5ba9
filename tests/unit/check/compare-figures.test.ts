import { describe, expect, it } from 'vitest';
import { compareFigures } from '../../../src/lib/components/check/compare-figures.ts';
import { readDraft } from '../../../src/lib/state/check/read-draft.ts';
import type { ReportRow } from '../../../src/lib/queries/index.ts';
import { draftHtml } from './drafts.ts';
import type { Change } from './drafts.ts';

async function reportOf(change: Change = {}, more: { agency?: string; year?: number } = {}) {
	const [part] = await readDraft(new TextEncoder().encode(draftHtml(change, more)), 'draft.html');
	return part!.reports[0]!.report;
}

const row = (value: number | null): ReportRow =>
	({
		figures: new Proxy({}, { get: () => ({ value, absences: value === null ? ['blank'] : [] }) })
	}) as unknown as ReportRow;

describe('a draft beside others', () => {
	it('has its change on the year before and the spread of its peers', async () => {
		const figures = compareFigures(await reportOf(), row(50), [row(1), row(9), row(2), row(null)]);
		expect(figures.find(({ id }) => id === 'new')).toEqual({
			id: 'new',
			draft: { value: 60, absences: [] },
			previous: { value: 50, absences: [] },
			change: 10,
			peers: { n: 3, median: 2, least: 1, most: 9 }
		});
	});

	it('has no change where a figure is blank, and says why', async () => {
		const figures = compareFigures(await reportOf({ 't4.review.total': '' }), row(50), []);
		expect(figures.find(({ id }) => id === 'review')).toMatchObject({
			draft: { value: null, absences: ['blank'] },
			change: null,
			peers: null
		});
	});

	it('sums the parts of a figure', async () => {
		const figures = compareFigures(await reportOf(), null, []);
		expect(figures.find(({ id }) => id === 'denied')?.draft.value).toBe(5);
		expect(figures.find(({ id }) => id === 'new')?.previous).toBeNull();
	});
});
