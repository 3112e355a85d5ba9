import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { PAGE_DIRECTIVES } from './scripts/run/policy.js';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter: adapter({ strict: true }),
		// A page's styles stand in it: some twenty files of a kilobyte would each be waited for before the first chart is drawn.
		inlineStyleThreshold: 16_000,
		// SvelteKit waits for an event that is past when the page's code begins: `src/hooks.client.ts` registers it.
		serviceWorker: { register: false },
		csp: { mode: 'hash', directives: PAGE_DIRECTIVES }
	}
};
