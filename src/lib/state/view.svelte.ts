import type { Filters } from '../queries/filters.ts';

/** The filters as the address has them. Empty until the page is hydrated, so that it equals the prerendered page. */
export declare class View {
	/** `alsoKnown` names further parameters of the page, kept as they are. */
	constructor(options?: { alsoKnown?: readonly string[] });
	readonly filters: Filters;
	/** Parameters (`name=value`) that were not understood: show them to the reader. */
	readonly unknown: readonly string[];
	/** Changes some filters in the address, keeping focus and scroll. `push` makes a step of the browser's history. */
	set(change: Partial<Filters>, options?: { push?: boolean }): Promise<void>;
	/** Empties all filters. */
	clear(options?: { push?: boolean }): Promise<void>;
	/** A further parameter of the page (declared in `alsoKnown`); null where it is not given. */
	param(name: string): string | null;
	setParam(name: string, value: string | null, options?: { push?: boolean }): Promise<void>;
	/** The query string of the view with that change, with its `?`, for links; empty where nothing is chosen. */
	search(change?: Partial<Filters>): string;
}
