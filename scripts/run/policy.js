/**
 * What pages may load and do. `svelte.config.js` writes it into each page with the hashes of its inline script; the servers'
 * configurations send the part that is the same for every page.
 * @type {{ readonly [directive: string]: readonly string[] }}
 */
export const PAGE_DIRECTIVES = {
	'default-src': ['self'],
	'script-src': ['self', 'wasm-unsafe-eval'],
	'worker-src': ['self'],
	'connect-src': ['self'],
	'img-src': ['self', 'data:', 'blob:'],
	'style-src': ['self', 'unsafe-inline'],
	'font-src': ['self'],
	'object-src': ['none'],
	'base-uri': ['self'],
	'form-action': ['none']
};
