import { SCOPES } from '$lib/core/dataset/tables.ts';
import { findIndicator, indicator } from '$lib/core/indicators/index.ts';
import type { Indicator } from '$lib/core/indicators/index.ts';
import { indicatorValues } from '$lib/queries/index.ts';
import type { Filters, IndicatorRow, Query } from '$lib/queries/index.ts';
import type { View } from '$lib/state/view.svelte.ts';

/** The map's own parameters in the address. */
export const MAP_PARAMS = ['map', 'mapscope', 'mapyear'] as const;
export type MapParam = (typeof MAP_PARAMS)[number];

const OPENING = 'disclosure_rate';

/** The map takes in every province, whatever places the filters name. */
const everywhere = (filters: Filters): Filters => ({
	...filters,
	provinces: [],
	cities: [],
	counties: [],
	agencies: []
});

export function mapQuery(filters: Filters, one: Indicator = indicator(OPENING)): Query<IndicatorRow> {
	return indicatorValues([one], everywhere(filters), ['year', 'province']);
}

/** What the address asks of the map. Make it of a view that knows `MAP_PARAMS`. */
export class MapView {
	readonly #view: View;

	constructor(view: View) {
		this.#view = view;
	}

	get indicator(): Indicator {
		return findIndicator(this.#view.param('map') ?? OPENING) ?? indicator(OPENING);
	}

	/** What of the address the map does not know, as it stands there; null where it knows all. */
	get unknown(): string | null {
		const [id, scope, year] = MAP_PARAMS.map((name) => this.#view.param(name));
		const strange = [
			id !== null && id !== undefined && findIndicator(id) === undefined ? `map=${id}` : '',
			scope !== null && scope !== undefined && !Object.hasOwn(SCOPES, scope) ? `mapscope=${scope}` : '',
			year !== null && year !== undefined && !/^\d{4}$/u.test(year) ? `mapyear=${year}` : ''
		].filter((part) => part !== '');
		return strange.length === 0 ? null : strange.join(', ');
	}

	get asked(): { readonly scope: string | null; readonly year: number | null } {
		const year = Number(this.#view.param('mapyear') ?? Number.NaN);
		return { scope: this.#view.param('mapscope'), year: Number.isInteger(year) ? year : null };
	}

	readonly query = (): Query<IndicatorRow> => mapQuery(this.#view.filters, this.indicator);

	readonly choose = (what: MapParam, value: string): void => {
		void this.#view.setParam(what, what === 'map' && value === OPENING ? null : value);
	};

	readonly filter = (provinces: readonly string[]): void => {
		void this.#view.set({ provinces: [...provinces], cities: [], counties: [], agencies: [] }, { push: true });
	};
}
