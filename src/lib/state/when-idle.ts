const IDLE_TIMEOUT = 2000;

/** Does the work when the browser has nothing else to do; returns the cleanup, which leaves it undone. */
export function whenIdle(work: () => void): () => void {
	if (typeof requestIdleCallback !== 'function') {
		const timer = setTimeout(work, 200);
		return () => clearTimeout(timer);
	}
	const handle = requestIdleCallback(work, { timeout: IDLE_TIMEOUT });
	return () => cancelIdleCallback(handle);
}
