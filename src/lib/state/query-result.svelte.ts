import { untrack } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';
import { run } from '../queries/query.ts';
import { isEngineLost } from '../db/gate.ts';
import type { Query } from '../queries/query.ts';
import type { DatasetState } from './dataset.svelte.ts';
import { followInView } from './in-view.ts';
import { untilIdle, whenIdle } from './when-idle.ts';

/** Rows worked out at build time: they answer this SQL on this dataset, and nothing else. */
export interface Prerendered<T> {
	/** The key of the DatasetState they come from. */
	readonly key: string;
	readonly sql: string;
	readonly rows: readonly T[];
}

export type ResultStatus = 'loading' | 'empty' | 'error' | 'data';

export interface QueryResultOptions<T> {
	readonly dataset: DatasetState;
	/** Called again whenever what it reads changes; only a change of its SQL asks the engine again. */
	readonly query: () => Query<T>;
	readonly initial?: Prerendered<T> | undefined;
	/** Answered after what the window shows: lists to choose from, for one. */
	readonly later?: boolean;
	/** Asked only while something that is drawn reads its rows: a list that is folded away is not. */
	readonly whenRead?: boolean;
	/** Of a large dataset, whether the answer is wanted now; not given: whether it is in the window. */
	readonly when?: () => boolean;
}

/** The order in which questions go to the engine. */
const RANKS = { seen: 0, later: 2, unseen: 3 } as const;

/**
 * The answer to a query that follows the view. Make it while a component initialises. Prerendered rows that answer the
 * query stand without the engine; when the query changes, the last rows stay (`stale`) until the new ones are there.
 */
export class QueryResult<T> {
	readonly #options: QueryResultOptions<T>;
	#answer = $state.raw<Prerendered<T> | null>(null);
	#failure = $state.raw<{ readonly sql: string; readonly error: Error } | null>(null);
	#attempts = $state(0);
	#isRead = $state(false);
	readonly #follow = createSubscriber(() => {
		this.#isRead = true;
		return () => (this.#isRead = false);
	});
	/** In how many places it is drawn, as far as that was told, and how many of these are out of the window. */
	#drawn = $state(0);
	#far = $state(0);
	readonly #isNear = $derived(this.#drawn === 0 || this.#far < this.#drawn);
	/** The query whose turn has come though it is not in the window. */
	#due = $state('');
	readonly #query = $derived.by(() => this.#options.query());
	readonly #sql = $derived(this.#query.sql);
	/** The tables of sums tell it, and no answer is there yet. */
	readonly #isSummable = $derived.by(
		() => this.#options.dataset.sums !== null && this.#query.fromSums !== undefined && this.#answer?.sql !== this.#sql
	);
	/** From the tables of sums, where they tell it. */
	readonly #summed = $derived.by((): readonly T[] | null => {
		const { sums } = this.#options.dataset;
		if (!sums || !this.#isSummable) return null;
		// What is in the window is painted first, lists to choose from come after it.
		const isFirst = this.#isNear && !this.#options.later;
		return isFirst || this.#due === this.#sql ? (this.#query.fromSums?.(sums) ?? null) : null;
	});
	readonly #isCurrent = $derived(this.#summed !== null || this.#answer?.sql === this.#sql);

	constructor(options: QueryResultOptions<T>) {
		this.#options = options;
		this.#answer = options.initial?.key === options.dataset.key ? options.initial : null;
		$effect(() => this.#ask());
	}

	#ask(): (() => void) | undefined {
		const sql = this.#sql;
		const { dataset } = this.#options.dataset;
		if (this.#summed) {
			// Rows that stay once they are stale.
			this.#answer = { key: this.#options.dataset.key, sql, rows: this.#summed };
			return undefined;
		}
		if (this.#isSummable)
			return whenIdle(() => {
				this.#due = sql;
			});
		void this.#attempts;
		if (this.#options.whenRead && !this.#isRead) return undefined;
		if (!dataset || untrack(() => this.#isCurrent) || !this.#isWanted) return undefined;
		const controller = new AbortController();
		const { signal } = controller;
		run(
			dataset,
			untrack(() => this.#query),
			signal,
			() => this.#rank
		).then(
			async (rows) => {
				// The window is painted before what lies outside of it.
				if (this.#rank === RANKS.unseen) await untilIdle();
				if (signal.aborted) return;
				this.#answer = { key: this.#options.dataset.key, sql, rows };
				this.#failure = null;
			},
			(error: unknown) => {
				if (signal.aborted) return;
				this.#failure = { sql, error: error instanceof Error ? error : new Error(String(error)) };
			}
		);
		return () => controller.abort();
	}

	/** A large dataset is fetched and asked only for what is looked at. */
	get #isWanted(): boolean {
		if (!this.#options.dataset.isLarge) return true;
		return this.#options.when?.() ?? this.#isNear;
	}

	get #rank(): number {
		if (this.#options.later) return RANKS.later;
		return this.#isNear ? RANKS.seen : RANKS.unseen;
	}

	/** Tells where it is drawn: what is in the window is asked for first. Returns the cleanup. */
	readonly drawnIn = (element: Element): (() => void) => {
		let isFar = false;
		const tell = (inView: boolean): void => {
			if (inView === !isFar) return;
			isFar = !inView;
			this.#far += isFar ? 1 : -1;
		};
		untrack(() => (this.#drawn += 1));
		const unfollow = followInView(element, tell);
		return () => {
			unfollow();
			tell(true);
			this.#drawn -= 1;
		};
	};

	get status(): ResultStatus {
		if (this.#isCurrent) return this.rows.length > 0 ? 'data' : 'empty';
		return this.error ? 'error' : 'loading';
	}

	/** The last rows there were. With status `loading` or `error` they are `stale`, or none. */
	get rows(): readonly T[] {
		if (this.#options.whenRead) this.#follow();
		return this.#summed ?? this.#answer?.rows ?? [];
	}

	/** `rows` answer an earlier query than the present one. */
	get stale(): boolean {
		return this.#answer !== null && !this.#isCurrent;
	}

	/** A QueryError, a DatasetFileError, or why the engine did not start; null where there are current rows. */
	get error(): Error | null {
		if (this.#isCurrent) return null;
		return this.#failure?.sql === this.#sql ? this.#failure.error : this.#options.dataset.error;
	}

	/** The SQL of the present query. */
	get sql(): string {
		return this.#sql;
	}

	/** Asks again after an error; starts the engine again if that is what failed, or another one if it was lost. */
	retry(): void {
		const lost = isEngineLost(this.#failure?.error);
		this.#failure = null;
		this.#attempts += 1;
		const { dataset } = this.#options;
		if (lost && dataset.status === 'ready') void dataset.restart();
		else if (dataset.status === 'failed') void dataset.start();
	}
}
