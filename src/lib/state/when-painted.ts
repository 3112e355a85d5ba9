import { whenIdle } from './when-idle.ts';

/** Milliseconds after which a busy browser is not waited for any longer. */
const LATEST = 500;

/** Resolves once the browser has painted what was changed up to now and has nothing else to do. */
export function whenPainted(): Promise<void> {
	return new Promise((done) => {
		// A timer that is set in a frame comes after its painting; in a window that nobody sees there is no frame.
		if (typeof requestAnimationFrame !== 'function' || document.hidden) setTimeout(done);
		else requestAnimationFrame(() => setTimeout(() => void whenIdle(done, LATEST)));
	});
}
