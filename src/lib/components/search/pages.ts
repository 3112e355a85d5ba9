import { m } from '$lib/paraglide/messages.js';

/** A page that the search finds and the shell links to. */
export interface SitePage {
	readonly path: `/${string}`;
	readonly label: typeof m.nav_overview;
}

/** The pages that people work on, in the order of the bar. */
export const WORK_PAGES: readonly SitePage[] = [
	{ path: '/', label: m.nav_overview },
	{ path: '/explore/', label: m.nav_explore },
	{ path: '/compare/', label: m.nav_compare },
	{ path: '/quality/', label: m.nav_quality },
	{ path: '/check/', label: m.nav_check },
	{ path: '/data/', label: m.nav_data }
];

/** The pages that explain, in the order of the foot. */
export const HELP_PAGES: readonly SitePage[] = [
	{ path: '/glossary/', label: m.glossary_title },
	{ path: '/method/', label: m.method_title },
	{ path: '/accessibility/', label: m.accessibility_title },
	{ path: '/report-error/', label: m.report_error_title }
];
