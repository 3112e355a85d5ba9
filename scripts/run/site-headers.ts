import { IMMUTABLE_PATHS } from '../../src/lib/offline/keeping.ts';
import { PAGE_DIRECTIVES } from './policy.js';

/**
 * The headers of the built site by the path asked for, as data: `npm run serve` sends them, and `npm run deploy` writes them as
 * configurations of other servers. Patterns use what JavaScript, PCRE and RE2 read alike.
 */
export interface HeaderRule {
	readonly name: string;
	/** Tried in turn; the first that fits gives the value. */
	readonly cases: readonly { readonly id: string; readonly pattern: string; readonly value: string | null }[];
	/** For every other path; null sends no such header. */
	readonly otherwise: string | null;
}

const KEYWORD = /^(?:self|none|unsafe-inline|wasm-unsafe-eval)$/;

const directive = (name: string, sources: readonly string[]): string =>
	[name, ...sources.map((source) => (KEYWORD.test(source) ? `'${source}'` : source))].join(' ');

/**
 * A page's own `meta` element says what scripts it takes, by hash. A second list of hashes here would block the page once it fell
 * behind, so the header holds all else: what does not differ from page to page, and who may frame it.
 */
const ofPages = Object.entries(PAGE_DIRECTIVES)
	.filter(([name]) => name !== 'default-src' && name !== 'script-src')
	.map(([name, sources]) => directive(name, sources));

const pagePolicy = (ancestors: string): string => [...ofPages, `frame-ancestors ${ancestors}`].join('; ');

/** A worker takes its policy from the answer that brings its script, not from the page. */
const SCRIPT_POLICY = (['default-src', 'script-src', 'connect-src'] as const)
	.map((name) => directive(name, PAGE_DIRECTIVES[name] ?? []))
	.join('; ');

const EMBED = '^(/en)?/embed(/(index\\.html)?)?$';
const NONE = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'serial', 'usb'];

const IMMUTABLE = 'public, max-age=31536000, immutable';

export const HEADER_RULES: readonly HeaderRule[] = [
	{
		name: 'Content-Security-Policy',
		cases: [
			{ id: 'script', pattern: '\\.m?js$', value: SCRIPT_POLICY },
			// The page of one figure is there to be framed by any site.
			{ id: 'embed', pattern: EMBED, value: pagePolicy('*') }
		],
		otherwise: pagePolicy("'self'")
	},
	{
		name: 'X-Frame-Options',
		cases: [{ id: 'embed', pattern: EMBED, value: null }],
		otherwise: 'SAMEORIGIN'
	},
	{
		name: 'Cache-Control',
		cases: [
			{ id: 'code', pattern: IMMUTABLE_PATHS.code, value: IMMUTABLE },
			{ id: 'hashed', pattern: IMMUTABLE_PATHS.hashed, value: IMMUTABLE }
		],
		otherwise: 'no-cache'
	},
	{ name: 'X-Content-Type-Options', cases: [], otherwise: 'nosniff' },
	{ name: 'Referrer-Policy', cases: [], otherwise: 'same-origin' },
	{ name: 'Permissions-Policy', cases: [], otherwise: NONE.map((name) => `${name}=()`).join(', ') },
	{ name: 'Cross-Origin-Opener-Policy', cases: [], otherwise: 'same-origin' }
];

/** Content types by the end of the name, where servers differ. */
export const TYPES: Readonly<Record<string, string>> = {
	html: 'text/html; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	mjs: 'text/javascript; charset=utf-8',
	css: 'text/css; charset=utf-8',
	json: 'application/json; charset=utf-8',
	csv: 'text/csv; charset=utf-8',
	txt: 'text/plain; charset=utf-8',
	md: 'text/markdown; charset=utf-8',
	svg: 'image/svg+xml',
	wasm: 'application/wasm',
	parquet: 'application/vnd.apache.parquet',
	zip: 'application/zip'
};

/** The headers of one answer, by the path asked for. */
export function headersFor(path: string): Record<string, string> {
	const extension = /\.([a-z0-9]+)$/.exec(path)?.[1];
	const type = extension === undefined || extension === 'html' ? undefined : TYPES[extension];
	const headers: Record<string, string> = type ? { 'Content-Type': type } : {};
	for (const { name, cases, otherwise } of HEADER_RULES) {
		const fit = cases.find(({ pattern }) => new RegExp(pattern).test(path));
		const value = fit ? fit.value : otherwise;
		if (value !== null) headers[name] = value;
	}
	return headers;
}
