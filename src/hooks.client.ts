import { dev } from '$app/environment';
import { base } from '$app/paths';

// The engine starts while the page comes alive, in a worker. Not on the page that checks files: there nothing is asked of the network by itself.
if (!/\/check\/?$/u.test(location.pathname)) {
	import('$lib/db/browser.ts').then(
		({ prestart }) => prestart(),
		() => undefined
	);
}

if (!dev && 'serviceWorker' in navigator)
	navigator.serviceWorker.register(`${base}/service-worker.js`).catch(() => undefined);
