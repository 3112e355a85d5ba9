import type { Handle } from '@sveltejs/kit';
import { building } from '$app/environment';
import { localeOfPath } from '$lib/components/language.ts';
import { LANGUAGE_TAGS } from '$lib/format/locale.ts';

/** The code of a built page is set going by `static/begin.js`, after the first chart. The hash of the script in the page's policy holds for it there, too. */
const keptBack = (html: string): string =>
	html
		.replaceAll(' rel="modulepreload">', ' rel="begin">')
		.replace(/<script>(?=\s*\{\s*__sveltekit_)/u, '<script type="text/begin">');

export const handle: Handle = ({ event, resolve }) =>
	resolve(event, {
		transformPageChunk: ({ html }) => {
			const told = html.replace('%gongkai.lang%', LANGUAGE_TAGS[localeOfPath(event.url.pathname)]);
			return building ? keptBack(told) : told;
		}
	});
