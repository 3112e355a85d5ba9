/** Rejects as soon as the signal aborts, whatever becomes of the promise. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
	if (!signal) return promise;
	return new Promise((resolve, reject) => {
		const onAbort = (): void => reject(signal.reason as unknown);
		if (signal.aborted) onAbort();
		signal.addEventListener('abort', onAbort, { once: true });
		promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
	});
}

/**
 * One job at a time, in order: a connection can run and cancel only one statement. A caller whose signal aborts is let go
 * at once; its job is skipped if it has not begun, and told by `cancel` if it has.
 */
export class Lane {
	#last: Promise<unknown> = Promise.resolve();

	run<T>(job: () => Promise<T>, signal?: AbortSignal, cancel?: () => void): Promise<T> {
		const turn = this.#last.then(async () => {
			signal?.throwIfAborted();
			const onAbort = (): void => cancel?.();
			signal?.addEventListener('abort', onAbort, { once: true });
			try {
				return await job();
			} finally {
				signal?.removeEventListener('abort', onAbort);
			}
		});
		this.#last = turn.catch(() => undefined);
		return untilAborted(turn, signal);
	}
}
