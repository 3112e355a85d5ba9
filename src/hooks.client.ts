import { dev } from '$app/environment';
import { base } from '$app/paths';

if (!dev && 'serviceWorker' in navigator)
	navigator.serviceWorker.register(`${base}/service-worker.js`).catch(() => undefined);
