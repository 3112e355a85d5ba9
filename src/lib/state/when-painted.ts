/** In a window that nobody sees no frame is painted. */
const LATEST = 200;

/** Resolves once the browser has painted what was changed up to now. */
export function whenPainted(): Promise<void> {
	return new Promise((done) => {
		if (typeof requestAnimationFrame !== 'function') {
			setTimeout(done);
			return;
		}
		// A timer that is set in a frame comes after its painting.
		requestAnimationFrame(() => setTimeout(done));
		setTimeout(done, LATEST);
	});
}
