import type { Filters } from '../queries/filters.ts';
import type { QueryResult } from './query-result.svelte.ts';
import type { View } from './view.svelte.ts';

/** The filters of what is drawn of a result: as long as that is an earlier answer, those it was asked with, so that it is not drawn anew meanwhile. */
export class DrawnFilters {
	readonly #view: View;
	readonly #result: QueryResult<unknown>;
	#last: Filters;
	readonly #current = $derived.by(() => {
		const { filters } = this.#view;
		if (!this.#result.stale) this.#last = filters;
		return this.#last;
	});

	constructor(view: View, result: QueryResult<unknown>) {
		this.#view = view;
		this.#result = result;
		this.#last = view.filters;
	}

	get current(): Filters {
		return this.#current;
	}
}
