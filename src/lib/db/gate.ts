import type { DataPackage } from '../core/dataset/package.ts';
import type { DatasetTableName } from '../core/dataset/tables.ts';

/** One value of a result, plain in both engines: dates are ISO text, counts are numbers. */
export type Value = string | number | boolean | null;

/** One row of a result, by column name. */
export type Row = Readonly<Record<string, Value>>;

export interface Database {
	/**
	 * Runs one statement. Rejects with a QueryError, or with the signal's reason once it is aborted (the result is dropped).
	 * `rank` is asked whenever a statement may begin: the least of those that wait goes first (none given: 0).
	 */
	query(sql: string, signal?: AbortSignal, rank?: () => number): Promise<Row[]>;
	close(): Promise<void>;
}

/** What has arrived of what was asked for so far. */
export interface Progress {
	readonly engine: 'starting' | 'ready';
	/** Bytes of data files. */
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
	/** Gives up opening; a dataset already open is closed with `close`. */
	readonly signal?: AbortSignal;
	/** Tables to fetch while the engine starts, where they are small. Without it files are fetched when first asked for. */
	readonly preload?: readonly DatasetTableName[];
	/** The build that the page was made for; a dataset of another one is refused. */
	readonly build?: string;
}

/** A dataset at hand: its description, and the bytes of its files by path. */
export interface DatasetContents {
	readonly package: DataPackage;
	readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** Where in the browser's own record of the page's times the dataset was open: what `npm run bench:page` reads. */
export const READY_MARK = 'gongkai:dataset-open';

/** Opens the dataset in that place: a folder path in Node (`db/node.ts`), an address in the browser (`db/browser.ts`). */
export type OpenDataset = (place: string, options?: OpenOptions) => Promise<Dataset>;

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** A statement that failed, with its SQL and what the engine said. */
export class QueryError extends Error {
	readonly sql: string;

	constructor(sql: string, cause: unknown) {
		super(`query failed: ${messageOf(cause)}`, { cause });
		this.name = 'QueryError';
		this.sql = sql;
	}
}

/** A file of the dataset that could not be had whole: the answer's status, or the size or hash that differs. */
export class DatasetFileError extends Error {
	readonly path: string;

	constructor(path: string, reason: string, cause?: unknown) {
		super(`dataset file not usable: ${path}: ${reason}`, { cause });
		this.name = 'DatasetFileError';
		this.path = path;
	}
}

/** The dataset there is of another build than the page: the site was updated since, or only half of it. */
export class OtherBuildError extends Error {
	constructor(expected: string, found: string) {
		super(`dataset of build ${found}, page of build ${expected}`);
		this.name = 'OtherBuildError';
	}
}

/** The engine that did not start: no WebAssembly, no memory, or its files could not be had. */
export class EngineError extends Error {
	constructor(cause: unknown) {
		super(`query engine did not start: ${messageOf(cause)}`, { cause });
		this.name = 'EngineError';
	}
}

/** The engine that ran and is gone: its worker ended, or its memory is spent. Another one must be started. */
export class EngineLostError extends Error {
	constructor(cause: unknown) {
		super(`query engine lost: ${messageOf(cause)}`, { cause });
		this.name = 'EngineLostError';
	}
}

/** What the engine says when it cannot go on: WebAssembly's traps and failed allocations, which leave its memory in no known state. */
const SPENT =
	/out of memory|memory access out of bounds|unreachable executed|table index is out of bounds|could not allocate/iu;

/** What the engine may take in the browser; a question that needs more is refused, and the engine goes on. */
export const MEMORY_GB = 1;

/** Whether the engine refused a question for want of memory: a narrower one may be answered. */
export function isTooLarge(error: unknown): boolean {
	for (let each = error; each instanceof Error; each = each.cause)
		if (/Out of Memory Error: (?:failed to|could not) allocate/u.test(each.message)) return true;
	return false;
}

/** Whether after this failure only a new engine can answer. */
export function isEngineLost(error: unknown): boolean {
	if (isTooLarge(error)) return false;
	for (let each = error; each instanceof Error; each = each.cause)
		if (each instanceof EngineLostError || SPENT.test(each.message)) return true;
	return false;
}
