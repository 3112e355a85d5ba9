import type { DatasetState } from '$lib/state/dataset.svelte.ts';
import type { View } from '$lib/state/view.svelte.ts';
import type { AgencyOption, Filters } from '$lib/queries/index.ts';
import type { QueryResult } from '$lib/state/query-result.svelte.ts';
import { plainLink } from '../language.ts';
import { COMPARE_PARAMS, compareSettings } from './compare-view.ts';
import type { CompareMode, CompareParam, CompareSettings } from './compare-view.ts';

/** What the parts of the page share: the view, read as its settings, and the agencies of the dataset. */
export class CompareState {
	readonly dataset: DatasetState;
	readonly view: View;
	readonly agencies: QueryResult<AgencyOption>;
	readonly #settings = $derived.by(() => compareSettings((name) => this.view.param(name), this.view.filters));

	constructor(dataset: DatasetState, view: View, agencies: QueryResult<AgencyOption>) {
		this.dataset = dataset;
		this.view = view;
		this.agencies = agencies;
	}

	get settings(): CompareSettings {
		return this.#settings;
	}

	/** Whether reports that fail a hard rule are left out. */
	get withoutFailing(): boolean {
		return this.view.filters.withoutFailing;
	}

	/** The year that is shown: the last of those chosen, else the newest of these. */
	yearOf(years: readonly number[]): number {
		return this.view.filters.years.at(-1) ?? Math.max(0, ...years);
	}

	set(name: CompareParam, value: string | null): void {
		void this.view.setParam(name, value);
	}

	agency(id: string): AgencyOption | undefined {
		return this.agencies.rows.find(({ agency_id }) => agency_id === id);
	}

	/** The address of the page in that mode, with what is chosen kept and that changed; what belongs to one mode alone falls away. */
	href(mode: CompareMode, change: Partial<Filters> = {}): string {
		const params = new URLSearchParams(this.view.search(change));
		for (const name of COMPARE_PARAMS) if (!KEPT.includes(name)) params.delete(name);
		params.set('mode', mode);
		return `${plainLink('/compare/')}?${params.toString()}`;
	}
}

/** What all modes understand. */
const KEPT: readonly CompareParam[] = ['ind', 'reach', 'rate', 'cells'];
