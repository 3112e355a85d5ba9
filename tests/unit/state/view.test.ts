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

	it('changes the address in place, keeping focus and scroll', async () => {
		const view = at('?year=2023');
		void view.set({ provinces: ['虚州省'] });
		await loaded.harness.settle();
		expect(addresses()).toEqual(['/en/?year=2023&province=虚州省']);
		expect(loaded.harness.went[0]?.options).toEqual({ replaceState: true, keepFocus: true, noScroll: true });
	});

	it('makes a step to go back by when asked to, though another change follows in the same frame', async () => {
		const view = at('');
		void view.set({ years: [2020, 2021] }, { push: true });
		void view.set({ levels: ['city'] });
		await loaded.harness.settle();
		expect(addresses()).toEqual(['/en/?year=2020-2021&level=city']);
		expect(loaded.harness.went[0]?.options).toMatchObject({ replaceState: false });
	});

	it('holds a change at once, the address follows', async () => {
		const view = at('');
		const done = view.set({ levels: ['county'] });
		expect(view.filters.levels).toEqual(['county']);
		expect(addresses()).toEqual([]);
		await loaded.harness.settle();
		expect(addresses()).toEqual(['/en/?level=county']);
		const { filters } = view;
		loaded.harness.arrive();
		await done;
		// The address that comes to say it changes nothing: nothing is rendered anew.
		expect(view.filters).toBe(filters);
	});

	it('follows the address when the reader goes back', async () => {
		const view = at('?level=county');
		loaded.harness.visit('?level=city');
		await loaded.harness.settle();
		expect(view.filters.levels).toEqual(['city']);
	});

	it('builds a change on the one before it, though the address lags', async () => {
		const view = at('');
		void view.set({ years: [2023] });
		await loaded.harness.settle();
		const done = view.set({ levels: ['city'] });
		await loaded.harness.settle();
		expect(addresses()).toEqual(['/en/?year=2023']);
		loaded.harness.arrive();
		await loaded.harness.settle();
		expect(addresses()).toEqual(['/en/?year=2023', '/en/?year=2023&level=city']);
		loaded.harness.arrive();
		await done;
		expect(view.filters).toEqual({ ...NO_FILTERS, years: [2023], levels: ['city'] });
	});

	it('does not call back a reader who is on the way to another page', async () => {
		const view = at('');
		const done = view.set({ years: [2023] });
		loaded.harness.navigating.to = {};
		await done;
		expect(addresses()).toEqual([]);
	});

	it("keeps the page's own parameters beside the filters", async () => {
		const view = at('?year=2023&show=table', ['show']);
		expect(view.param('show')).toBe('table');
		expect(view.unknown).toEqual([]);
		void view.clear();
		await loaded.harness.settle();
		expect(addresses()).toEqual(['/en/?show=table']);
		loaded.harness.arrive();
		await loaded.harness.settle();
		void view.setParam('show', null);
		await loaded.harness.settle();
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
