import { browser } from '$app/environment';
import { base } from '$app/paths';
import type { Names } from '$lib/core/form/index.ts';
import { nameIn } from '$lib/format/locale.ts';
import type { Locale } from '$lib/format/locale.ts';
import { withDataset } from '$lib/state/dataset-key.ts';
import { datasets } from '$lib/state/datasets.svelte.ts';
import { overwriteGetLocale } from '$lib/paraglide/runtime.js';
import { PageLocale } from './page-locale.svelte.ts';

/** The language that an address is in; it holds for addresses without a page, too. */
export function localeOfPath(pathname: string): Locale {
	const own = browser && pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
	return /^\/en(\/|$)/u.test(own) ? 'en' : 'zh';
}

// Prerendering renders a page at a time, without a pause inside, so that one variable is enough.
let rendering: Locale = 'zh';
const shown = new PageLocale(localeOfPath);

/** The language of the page. In the browser it follows the address, so that whatever reads it is updated when it changes. */
export function locale(): Locale {
	return browser ? shown.current : rendering;
}

/** To be called by the root layout before anything of the page is rendered. */
export function startLanguage(pathname: string): void {
	rendering = localeOfPath(pathname);
	overwriteGetLocale(locale);
}

/** The name in the language of the page. */
export function named(names: Names): string {
	return nameIn(names, locale());
}

/** The same page in the other language. */
export function pathIn(language: Locale, pathname: string): string {
	const own = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
	const bare = own.replace(/^\/en(?=\/|$)/u, '') || '/';
	return language === 'en' ? `${base}/en${bare}` : `${base}${bare}`;
}

/** The address of a page in the language of the present one, such as `/data/` → `/en/data/`. */
export function plainLink(path: `/${string}`): string {
	return pathIn(locale(), `${base}${path}`);
}

/** The same, with a query string or anchor; it stays with the dataset that is shown. */
export function pageLink(path: `/${string}`, search = ''): string {
	return `${plainLink(path)}${withDataset(search, datasets.param)}`;
}
