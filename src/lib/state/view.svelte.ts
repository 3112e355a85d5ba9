import { goto } from '$app/navigation';
import { navigating, page } from '$app/state';
import { FILTER_PARAMS, filtersFromParams, filtersToParams, NO_FILTERS } from '../queries/filters.ts';
import type { Filters } from '../queries/filters.ts';
import { DATASET_PARAM } from './dataset-key.ts';
import { whenPainted } from './when-painted.ts';

export interface ViewOptions {
	/** The page's own parameters, that stand in the address beside the filters. */
	readonly alsoKnown?: readonly string[];
}

export interface Step {
	/** Makes a step of the browser's history, to go back by; else the present one is replaced. */
	readonly push?: boolean;
}

const NO_PARAMS: ReadonlyMap<string, string> = new Map();

/**
 * What the reader has chosen, as the address has it. Make it while a component initialises. It is empty while the page is
 * prerendered and hydrated, so that both give the same markup; then it takes on the address. A change holds at once; the
 * address follows when it has been painted.
 */
export class View {
	readonly #alsoKnown: readonly string[];
	/** What was asked for last, while the address does not have it yet: the next change builds on it. */
	#asked = $state.raw<Choice | null>(null);
	#pushes = false;
	#going: Promise<void> | null = null;
	#hydrated = $state(false);
	/** A text, so that an address which comes to say what was asked for changes nothing. */
	readonly #search = $derived.by(() => (this.#asked ? searchOf(this.#asked) : this.#hydrated ? page.url.search : ''));
	readonly #params = $derived(new URLSearchParams(this.#search));
	readonly #read = $derived.by(() => filtersFromParams(this.#params, this.#alsoKnown));
	readonly #own = $derived.by(() =>
		this.#hydrated ? new Map([...this.#params].filter(([name]) => this.#alsoKnown.includes(name))) : NO_PARAMS
	);

	constructor({ alsoKnown = [] }: ViewOptions = {}) {
		const clash = alsoKnown.find((name) => FILTER_PARAMS.includes(name));
		if (clash !== undefined) throw new Error(`name of a filter: ${clash}`);
		// The name of the dataset stays in the address, whatever is changed.
		this.#alsoKnown = [...alsoKnown, DATASET_PARAM];
		$effect(() => {
			this.#hydrated = true;
		});
	}

	get filters(): Filters {
		return this.#read.filters;
	}

	/** Parameters (`name=value`) that were not understood: to be shown to the reader. The next change drops them. */
	get unknown(): readonly string[] {
		return this.#read.unknown;
	}

	/** One of the page's own parameters; null where the address has none. */
	param(name: string): string | null {
		if (!this.#alsoKnown.includes(name)) throw new Error(`unknown parameter: ${name}`);
		return this.#own.get(name) ?? null;
	}

	/** Changes some filters in the address; focus and scroll stay. */
	set(change: Partial<Filters>, step?: Step): Promise<void> {
		const { filters, own } = this.#base;
		return this.#go({ filters: { ...filters, ...change }, own }, step);
	}

	/** Takes all filters off; the page's own parameters stay. */
	clear(step?: Step): Promise<void> {
		return this.set(NO_FILTERS, step);
	}

	/** Sets one of the page's own parameters, or with null takes it off. */
	setParam(name: string, value: string | null, step?: Step): Promise<void> {
		return this.setParams({ [name]: value }, step);
	}

	/** Sets several of the page's own parameters in one step; null takes one off. */
	setParams(values: Readonly<Record<string, string | null>>, step?: Step): Promise<void> {
		const { filters, own: before } = this.#base;
		const own = new Map(before);
		for (const [name, value] of Object.entries(values)) {
			if (!this.#alsoKnown.includes(name)) throw new Error(`unknown parameter: ${name}`);
			if (value === null) own.delete(name);
			else own.set(name, value);
		}
		return this.#go({ filters, own }, step);
	}

	/** The query string of the view with that change, for links: `?year=…`, or empty where nothing is chosen. */
	search(change: Partial<Filters> = {}): string {
		return searchOf({ filters: { ...this.filters, ...change }, own: this.#own });
	}

	get #base(): Choice {
		return this.#asked ?? { filters: this.filters, own: this.#own };
	}

	#go(choice: Choice, { push = false }: Step = {}): Promise<void> {
		this.#asked = choice;
		this.#pushes ||= push;
		this.#going ??= this.#follow().finally(() => (this.#going = null));
		return this.#going;
	}

	/** Brings the address to what was asked for; of several changes in one frame it takes the last. */
	async #follow(): Promise<void> {
		// The page itself stays, only its query string changes; there is no route to resolve.
		const { pathname, hash } = page.url;
		await whenPainted();
		for (let choice = this.#asked; choice; choice = this.#asked) {
			const replaceState = !this.#pushes;
			this.#pushes = false;
			try {
				// A reader who is on the way to another page is not called back.
				if (page.url.pathname === pathname && navigating.to === null)
					await goto(`${pathname}${searchOf(choice)}${hash}`, { replaceState, keepFocus: true, noScroll: true });
			} finally {
				if (this.#asked === choice) this.#asked = null;
			}
		}
	}
}

interface Choice {
	readonly filters: Filters;
	readonly own: ReadonlyMap<string, string>;
}

function searchOf({ filters, own }: Choice): string {
	const params = filtersToParams(filters);
	for (const [name, value] of own) params.append(name, value);
	const search = params.toString();
	return search === '' ? '' : `?${search}`;
}
