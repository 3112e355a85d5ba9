import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NO_FILTERS } from '../../../src/lib/queries/filters.ts';
import { loadHarness } from './browser-code.ts';

let loaded: Awaited<ReturnType<typeof loadHarness>>;
beforeAll(async () => {
	loaded = await loadHarness();
}, 60_000);
afterAll(() => loaded.remove());

let looked: ReturnType<typeof loaded.harness.look>;
afterEach(() => looked.stop());

function at(search: string, alsoKnown?: string[]): (typeof looked)['view'] {
	loaded.harness.visit(search);
	looked = loaded.harness.look(alsoKnown);
	looked.hydrate();
	return looked.view;
}
const addresses = (): string[] => loaded.harness.went.map(({ address }) => decodeURIComponent(address));

describe('the view', () => {
	it('is empty until hydrated, whatever the address says', () => {
		loaded.harness.visit('?year=2023&colour=red');
		looked = loaded.harness.look();
		expect(looked.view.filters).toEqual(NO_FILTERS);
		expect(looked.view.unknown).toEqual([]);
		looked.hydrate();
		expect(looked.view.filters).toEqual({ ...NO_FILTERS, years: [2023] });
		expect(looked.view.unknown).toEqual(['colour=red']);
	});

	it('changes the address in place, keeping focus and scroll', () => {
		const view = at('?year=2023');
		void view.set({ provinces: ['虚州省'] });
		expect(addresses()).toEqual(['/en/?year=2023&province=虚州省']);
		expect(loaded.harness.went[0]?.options).toEqual({ replaceState: true, keepFocus: true, noScroll: true });
	});

	it('makes a step to go back by when asked to', () => {
		const view = at('');
		void view.set({ years: [2020, 2021] }, { push: true });
		expect(addresses()).toEqual(['/en/?year=2020-2021']);
		expect(loaded.harness.went[0]?.options).toMatchObject({ replaceState: false });
	});

	it('follows the address when it has changed', async () => {
		const view = at('');
		void view.set({ levels: ['county'] });
		expect(view.filters.levels).toEqual([]);
		loaded.harness.arrive();
		await loaded.harness.settle();
		expect(view.filters.levels).toEqual(['county']);
	});

	it('builds a change on the one before it, though the address lags', () => {
		const view = at('');
		void view.set({ years: [2023] });
		void view.set({ levels: ['city'] });
		expect(addresses().at(-1)).toBe('/en/?year=2023&level=city');
	});

	it("keeps the page's own parameters beside the filters", async () => {
		const view = at('?year=2023&show=table', ['show']);
		expect(view.param('show')).toBe('table');
		expect(view.unknown).toEqual([]);
		void view.clear();
		expect(addresses()).toEqual(['/en/?show=table']);
		loaded.harness.arrive();
		await loaded.harness.settle();
		void view.setParam('show', null);
		expect(addresses().at(-1)).toBe('/en/');
	});

	it('gives the query string of a change, for links', () => {
		const view = at('?year=2023');
		expect(view.search()).toBe('?year=2023');
		expect(view.search({ years: [2019] })).toBe('?year=2019');
		expect(view.search({ years: [] })).toBe('');
	});

	it('refuses a parameter it was not told of', () => {
		const view = at('');
		expect(() => view.param('colour')).toThrow('unknown parameter: colour');
		expect(() => loaded.harness.look(['year'])).toThrow('name of a filter: year');
	});
});
