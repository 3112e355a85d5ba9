import { agencyOptions, filterOptions, placeOptions } from '$lib/queries/index.ts';
import type { AgencyOption, FilterOption, Filters } from '$lib/queries/index.ts';
import type { DatasetState } from '$lib/state/dataset.svelte.ts';
import { QueryResult } from '$lib/state/query-result.svelte.ts';
import type { Prerendered } from '$lib/state/query-result.svelte.ts';

export interface FilterChoicesOptions {
	readonly dataset: DatasetState;
	readonly filters: () => Filters;
	/** What the page was prerendered with. */
	readonly initial?: {
		readonly options?: Prerendered<FilterOption> | undefined;
		readonly places?: Prerendered<FilterOption> | undefined;
		readonly agencies?: Prerendered<AgencyOption> | undefined;
	};
}

/** What the filters of a page can choose from; it comes after the figures. Make it while a component initialises. */
export class FilterChoices {
	/** Whether a list is open: of a large dataset, what only the engine tells is asked for only then. */
	open = $state(false);
	readonly #options: QueryResult<FilterOption>;
	readonly #places: QueryResult<FilterOption>;
	readonly #agencies: QueryResult<AgencyOption>;

	constructor({ dataset, filters, initial = {} }: FilterChoicesOptions) {
		const asked = { dataset, later: true, when: () => this.open };
		this.#options = new QueryResult({ ...asked, query: () => filterOptions(filters()), initial: initial.options });
		this.#places = new QueryResult({ ...asked, query: () => placeOptions(filters()), initial: initial.places });
		this.#agencies = new QueryResult({
			dataset,
			query: () => agencyOptions({ ...filters(), agencies: [] }),
			initial: initial.agencies,
			whenRead: true
		});
	}

	/** Years, provinces, levels, families and scopes. */
	get options(): readonly FilterOption[] {
		return this.#options.rows;
	}

	/** Cities and counties. */
	get places(): readonly FilterOption[] {
		return this.#places.rows;
	}

	get agencies(): readonly AgencyOption[] {
		return this.#agencies.rows;
	}
}
