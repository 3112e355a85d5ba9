import type { Query } from '../queries/query.ts';
import type { DatasetState } from './dataset.svelte.ts';

/** Rows worked out at build time: they answer this SQL on this dataset build, and nothing else. */
export interface Prerendered<T> {
	readonly key: string;
	readonly sql: string;
	readonly rows: readonly T[];
}

export type ResultStatus = 'loading' | 'empty' | 'error' | 'data';

/** The answer to a query that follows the view. Make it while a component initialises. */
export declare class QueryResult<T> {
	constructor(options: { dataset: DatasetState; query: () => Query<T>; initial?: Prerendered<T> | undefined });
	readonly status: ResultStatus;
	/** The last rows there were; with status `loading` or `error` they answer an earlier query (`stale`), so dim them. */
	readonly rows: readonly T[];
	/** `rows` answer an earlier query than the present one. */
	readonly stale: boolean;
	/** A QueryError, a DatasetFileError, or why the engine did not start. */
	readonly error: Error | null;
	/** The SQL of the present query, for the source line. */
	readonly sql: string;
	retry(): void;
}
