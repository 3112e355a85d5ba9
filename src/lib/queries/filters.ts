/** What the reader has chosen. An empty list takes in everything. */
export interface Filters {
	readonly years: readonly number[];
	readonly provinces: readonly string[];
	readonly cities: readonly string[];
	readonly counties: readonly string[];
	/** Keys of LEVELS. */
	readonly levels: readonly string[];
	/** Keys of department families. */
	readonly families: readonly string[];
	/** Keys of SCOPES. */
	readonly scopes: readonly string[];
	/** Agency ids. */
	readonly agencies: readonly string[];
}

export const NO_FILTERS: Filters = {
	years: [],
	provinces: [],
	cities: [],
	counties: [],
	levels: [],
	families: [],
	scopes: [],
	agencies: []
};
/** Reads `year=2019-2023&province=…&province=…`; what is not understood comes back as `name=value` in `unknown`. `alsoKnown` names the page's own parameters. */
export declare function filtersFromParams(
	params: URLSearchParams,
	alsoKnown?: readonly string[]
): { filters: Filters; unknown: string[] };
/** The shortest parameters that read back as the same filters. */
export declare function filtersToParams(filters: Filters): URLSearchParams;
/** The filters as an SQL condition on the dimension columns of `alias`; `TRUE` where nothing is chosen. */
export declare function where(filters: Filters, alias: string): string;
