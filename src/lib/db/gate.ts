import type { DataPackage } from '../core/dataset/package.ts';
import type { DatasetTableName } from '../core/dataset/tables.ts';

/** One value of a result, plain in both engines: dates are ISO text, counts are numbers. */
export type Value = string | number | boolean | null;

/** One row of a result, by column name. */
export type Row = Readonly<Record<string, Value>>;

export interface Database {
	/** Runs one statement. Rejects with a QueryError, or with the signal's reason once it is aborted (the result is dropped). */
	query(sql: string, signal?: AbortSignal): Promise<Row[]>;
	close(): Promise<void>;
}

/** Bytes of the requested files that have arrived, of all that were requested so far. */
export interface Progress {
	readonly done: number;
	readonly total: number;
}

/** A dataset whose tables are views under their names in DATASET_TABLES; a view exists once `ensure` has asked for it. */
export interface Dataset extends Database {
	readonly package: DataPackage;
	/**
	 * Loads what those tables need, once, and makes their views. By-year tables hold the asked years only (none given: all);
	 * years loaded earlier stay. A table or year without a file is an empty view with the right columns.
	 */
	ensure(tables: readonly DatasetTableName[], years?: readonly number[], signal?: AbortSignal): Promise<void>;
}

export interface OpenOptions {
	readonly onProgress?: (progress: Progress) => void;
	readonly signal?: AbortSignal;
}

/** Opens the dataset in that place: a folder path in Node (`db/node.ts`), an address in the browser (`db/browser.ts`). */
export type OpenDataset = (place: string, options?: OpenOptions) => Promise<Dataset>;

/** A statement that failed, with its SQL and what the engine said. */
export class QueryError extends Error {
	readonly sql: string;

	constructor(sql: string, cause: unknown) {
		super(`query failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
		this.name = 'QueryError';
		this.sql = sql;
	}
}

/** A file of the dataset that could not be had whole: `status` of the answer, or the sizes or sums that differ. */
export class DatasetFileError extends Error {
	readonly path: string;

	constructor(path: string, reason: string, cause?: unknown) {
		super(`file not usable: ${path}: ${reason}`, { cause });
		this.name = 'DatasetFileError';
		this.path = path;
	}
}
