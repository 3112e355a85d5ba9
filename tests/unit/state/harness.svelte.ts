import { flushSync } from 'svelte';
import type { Dataset, OpenDataset, Row } from '../../../src/lib/db/gate.ts';
import type { Query } from '../../../src/lib/queries/query.ts';
import type { Sums } from '../../../src/lib/queries/sums/sums.ts';
import { DatasetState } from '../../../src/lib/state/dataset.svelte.ts';
import { QueryResult } from '../../../src/lib/state/query-result.svelte.ts';
import type { Prerendered } from '../../../src/lib/state/query-result.svelte.ts';
import { View } from '../../../src/lib/state/view.svelte.ts';

export { arrive, navigating, visit, went } from './app.svelte.ts';
export { DatasetState, flushSync };

export interface Asked {
	readonly sql: string;
	readonly signal: AbortSignal | undefined;
	readonly answer: (rows: Row[]) => void;
	readonly fail: (error: Error) => void;
}

/** A dataset that answers when told to. */
export function heldDataset(): { dataset: Dataset; asked: Asked[]; closed: () => number } {
	const asked: Asked[] = [];
	let closed = 0;
	const dataset: Dataset = {
		package: { resources: [] } as unknown as Dataset['package'],
		ensure: async () => undefined,
		close: async () => void closed++,
		query: (sql, signal) => new Promise<Row[]>((answer, fail) => asked.push({ sql, signal, answer, fail }))
	};
	return { dataset, asked, closed: () => closed };
}

const words = (sql: string): Query<string> => ({
	sql,
	tables: [],
	years: [],
	parse: (rows) => rows.map((row) => String(row['word'])),
	...(sql.startsWith('sum') ? { fromSums: () => [`summed: ${sql}`] } : {})
});

export async function settle(): Promise<void> {
	for (let turn = 0; turn < 3; turn++) {
		await new Promise((done) => setTimeout(done));
		flushSync();
	}
}

export interface Followed {
	readonly result: QueryResult<string>;
	readonly state: DatasetState;
	readonly asked: Asked[];
	readonly ask: (sql: string) => void;
	/** Unfolds or folds something that reads the rows. */
	readonly unfold: (open: boolean) => void;
	readonly stop: () => void;
}

/** Stands in for the window's observer and its idle moments; gives what tells every followed element that it is in the window, or is not. */
export function watchWindow(): (inView: boolean) => void {
	const followed = new Map<Element, IntersectionObserverCallback>();
	class Observer {
		readonly #told: IntersectionObserverCallback;
		constructor(told: IntersectionObserverCallback) {
			this.#told = told;
		}
		observe(element: Element): void {
			followed.set(element, this.#told);
		}
		unobserve(element: Element): void {
			followed.delete(element);
		}
	}
	Object.assign(globalThis, {
		IntersectionObserver: Observer,
		requestIdleCallback: (work: () => void) => waiting.push(work),
		cancelIdleCallback: (handle: number) => void (waiting[handle - 1] = () => undefined)
	});
	return (isIntersecting) => {
		for (const [target, told] of followed)
			told([{ target, isIntersecting } as IntersectionObserverEntry], {} as IntersectionObserver);
		flushSync();
	};
}

const waiting: (() => void)[] = [];

/** Takes them away again. */
export function unwatchWindow(): void {
	for (const name of ['IntersectionObserver', 'requestIdleCallback', 'cancelIdleCallback'])
		Reflect.deleteProperty(globalThis, name);
}

/** Lets an idle moment come. */
export function idle(): void {
	for (const [at, work] of waiting.entries()) {
		waiting[at] = () => undefined;
		work();
	}
	flushSync();
}

/** A query result as a component would have it, first asked `first`. */
export function follow(
	initial?: Prerendered<string>,
	open?: OpenDataset,
	more: { readonly whenRead?: boolean; readonly later?: boolean } = {}
): Followed {
	const held = heldDataset();
	const state = new DatasetState({
		place: '/data/',
		key: 'real',
		open: open ?? (async () => held.dataset),
		openSums: async () => ({}) as Sums
	});
	let sql = $state('first');
	let unfolded = $state(false);
	let result: QueryResult<string> | undefined;
	const stop = $effect.root(() => {
		result = new QueryResult({ dataset: state, query: () => words(sql), initial, ...more });
		$effect(() => void (unfolded && result?.rows));
	});
	flushSync();
	if (!result) throw new Error('not made');
	const ask = (next: string): void => {
		sql = next;
		flushSync();
	};
	const unfold = (open: boolean): void => {
		unfolded = open;
		flushSync();
	};
	return { result, state, asked: held.asked, ask, unfold, stop };
}

/** A view as a component would have it; `hydrate` runs its effects. */
export function look(alsoKnown: readonly string[] = []): { view: View; hydrate: () => void; stop: () => void } {
	let view: View | undefined;
	const stop = $effect.root(() => {
		view = new View({ alsoKnown });
	});
	if (!view) throw new Error('not made');
	return { view, hydrate: () => flushSync(), stop };
}
