import type { Row } from '../db/gate.ts';

export interface Asker {
	readonly signal?: AbortSignal | undefined;
	/** Asked whenever a statement may begin: the least of those that wait goes first (none given: 0). */
	readonly rank?: (() => number) | undefined;
}

/** A question under way: all who ask it wait for one answer, with the rank of the one who presses most; given up when nobody waits any more. */
export class SharedQuestion {
	readonly #controller = new AbortController();
	readonly #askers = new Set<Asker>();
	readonly #rows: Promise<readonly Row[]>;

	constructor(ask: (signal: AbortSignal, rank: () => number) => Promise<readonly Row[]>) {
		this.#rows = ask(this.#controller.signal, () => Math.min(...[...this.#askers].map(({ rank }) => rank?.() ?? 0)));
		this.#rows.catch(() => undefined);
	}

	get givenUp(): boolean {
		return this.#controller.signal.aborted;
	}

	wait(asker: Asker): Promise<readonly Row[]> {
		const { signal } = asker;
		this.#askers.add(asker);
		return new Promise((resolve, reject) => {
			const leave = (): void => {
				signal?.removeEventListener('abort', onAbort);
				this.#askers.delete(asker);
				if (this.#askers.size === 0) this.#controller.abort(signal?.reason);
			};
			const onAbort = (): void => {
				leave();
				reject(signal?.reason as Error);
			};
			if (signal?.aborted) return onAbort();
			signal?.addEventListener('abort', onAbort, { once: true });
			this.#rows.then(resolve, reject).finally(leave);
		});
	}
}
