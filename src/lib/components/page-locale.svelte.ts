import { page } from '$app/state';
import type { Locale } from '$lib/format/locale.ts';

/** The language of the present address. What reads it is rendered anew when the language changes, not with every step of the address. */
export class PageLocale {
	readonly #of: (pathname: string) => Locale;
	readonly #current = $derived.by(() => this.#of(page.url.pathname));

	constructor(of: (pathname: string) => Locale) {
		this.#of = of;
	}

	get current(): Locale {
		return this.#current;
	}
}
