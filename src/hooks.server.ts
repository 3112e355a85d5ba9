import type { Handle } from '@sveltejs/kit';
import { localeOfPath } from '$lib/components/language.ts';
import { LANGUAGE_TAGS } from '$lib/format/locale.ts';

export const handle: Handle = ({ event, resolve }) =>
	resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%gongkai.lang%', LANGUAGE_TAGS[localeOfPath(event.url.pathname)])
	});
