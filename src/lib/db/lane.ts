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

export interface Turn {
	readonly signal?: AbortSignal | undefined;
	/** Told where the signal aborts once the job has begun. */
	readonly cancel?: () => void;
	/** Asked whenever a job may begin: the least goes first, of equals the one that came first. None given: 0. */
	readonly rank?: () => number;
}

interface Waiting {
	readonly begin: () => Promise<unknown>;
	readonly rank: () => number;
}

/**
 * One job at a time: a connection can run and cancel only one statement. A caller whose signal aborts is let go
 * at once; its job is skipped if it has not begun, and told by `cancel` if it has.
 */
export class Lane {
	readonly #waiting: Waiting[] = [];
	#busy = false;

	run<T>(job: () => Promise<T>, { signal, cancel, rank = () => 0 }: Turn = {}): Promise<T> {
		const turn = new Promise<T>((resolve, reject) => {
			const begin = async (): Promise<void> => {
				const onAbort = (): void => cancel?.();
				try {
					signal?.throwIfAborted();
					signal?.addEventListener('abort', onAbort, { once: true });
					resolve(await job());
				} catch (error) {
					reject(error);
				} finally {
					signal?.removeEventListener('abort', onAbort);
				}
			};
			this.#waiting.push({ begin, rank });
		});
		// Not at once: jobs asked for together are ranked together.
		queueMicrotask(() => void this.#go());
		return untilAborted(turn, signal);
	}

	async #go(): Promise<void> {
		if (this.#busy) return;
		this.#busy = true;
		for (let next = this.#next(); next; next = this.#next()) await next.begin();
		this.#busy = false;
	}

	#next(): Waiting | undefined {
		if (this.#waiting.length === 0) return undefined;
		const ranks = this.#waiting.map(({ rank }) => rank());
		return this.#waiting.splice(ranks.indexOf(Math.min(...ranks)), 1)[0];
	}
}
