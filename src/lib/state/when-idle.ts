const IDLE_TIMEOUT = 2000;

/** Does the work when the browser has nothing else to do, or after that many milliseconds; returns the cleanup, which leaves it undone. */
export function whenIdle(work: () => void, timeout = IDLE_TIMEOUT): () => void {
	if (typeof requestIdleCallback !== 'function') {
		const timer = setTimeout(work, 200);
		return () => clearTimeout(timer);
	}
	const handle = requestIdleCallback(work, { timeout });
	return () => cancelIdleCallback(handle);
}

export const untilIdle = (): Promise<void> => new Promise((done) => void whenIdle(done));
