import type { DataPackage, DataPackageResource } from '../core/dataset/package.ts';
import type { DatasetTableName } from '../core/dataset/tables.ts';
import { isTooLarge, QueryError } from './gate.ts';
import type { Dataset, Row } from './gate.ts';
import { dropHeldSql, heldBytes, heldViewSql, HELD_SCHEMA_SQL, holdSql } from './held-tables.ts';
import { Lane, untilAborted } from './lane.ts';
import { resourcesOf, viewSql } from './views.ts';

/** What an engine must do for a dataset to stand on it; both run one statement at a time. */
export interface Engine {
	/** Bytes that copies of whole tables may take in its memory: a copy answers in a third of the time that the files take. */
	readonly holds: number;
	run(sql: string): Promise<Row[]>;
	/** Stops the running statement as soon as the engine lets it. */
	cancel(): void;
	/** Makes a file of the dataset readable and tells its name in SQL. */
	load(resource: DataPackageResource): Promise<string>;
	close(): Promise<void>;
}

/** After what the reader sees, before all else. */
const holdRank = (): number => 1;

/** A dataset on any engine: loads each file once, keeps the views, runs statements in turn. */
export class EngineDataset implements Dataset {
	readonly package: DataPackage;
	readonly #engine: Engine;
	readonly #lane = new Lane();
	readonly #loads = new Map<string, Promise<string>>();
	/** The files behind each view, by path, in the order of their years. */
	readonly #views = new Map<DatasetTableName, Map<string, string>>();
	readonly #held = new Set<DatasetTableName>();
	/** A question needed the room of the copies: no more of them. */
	#crowded = false;
	#closed = false;

	constructor(dataPackage: DataPackage, engine: Engine) {
		this.package = dataPackage;
		this.#engine = engine;
	}

	ensure(tables: readonly DatasetTableName[], years?: readonly number[], signal?: AbortSignal): Promise<void> {
		// Files and views are shared by all callers, so that one caller's signal lets only that caller go.
		const all = Promise.all([...new Set(tables)].map((table) => this.#ensureTable(table, years)));
		return untilAborted(
			all.then(() => undefined),
			signal
		);
	}

	async #ensureTable(table: DatasetTableName, years: readonly number[] | undefined): Promise<void> {
		const loaded = await Promise.all(
			resourcesOf(this.package, table, years).map(
				async (resource) => [resource.path, await this.#load(resource)] as const
			)
		);
		const files = this.#views.get(table);
		if (files && loaded.every(([path]) => files.has(path))) return;
		const merged = new Map([...(files ?? []), ...loaded]);
		this.#views.set(table, merged);
		await this.query(this.#viewSql(table));
		if (merged.size === resourcesOf(this.package, table).length) void this.#hold(table);
	}

	#viewSql(table: DatasetTableName): string {
		const files = this.#views.get(table);
		return viewSql(
			table,
			resourcesOf(this.package, table).flatMap((resource) => files?.get(resource.path) ?? [])
		);
	}

	/** Copies a whole table into the engine's memory where there is room, while nobody waits; the view reads the files until then. */
	async #hold(table: DatasetTableName): Promise<void> {
		const names = [...(this.#views.get(table)?.values() ?? [])];
		const bytes = [...this.#held, table].reduce((sum, one) => sum + heldBytes(this.package, one), 0);
		if (names.length === 0 || bytes > this.#engine.holds) return;
		this.#held.add(table);
		try {
			for (const sql of [HELD_SCHEMA_SQL, ...holdSql(table, names), heldViewSql(table)]) {
				if (this.#crowded) return;
				await this.query(sql, undefined, holdRank);
			}
		} catch {
			// Without room, or closed: the view goes on reading the files.
			await this.query(dropHeldSql(table)).catch(() => undefined);
		}
	}

	/** Gives the room of the copies back; whether there were any. */
	async #letGo(): Promise<boolean> {
		if (this.#crowded || this.#held.size === 0) return false;
		this.#crowded = true;
		for (const table of this.#held)
			for (const sql of [this.#viewSql(table), dropHeldSql(table)]) await this.#engine.run(sql);
		return true;
	}

	/** A question that finds no memory is asked once more without the copies. */
	async #run(sql: string): Promise<Row[]> {
		try {
			return await this.#engine.run(sql);
		} catch (error) {
			if (!isTooLarge(error) || !(await this.#letGo())) throw error;
			return this.#engine.run(sql);
		}
	}

	#load(resource: DataPackageResource): Promise<string> {
		const known = this.#loads.get(resource.path);
		if (known) return known;
		const load = this.#engine.load(resource);
		this.#loads.set(resource.path, load);
		load.catch(() => this.#loads.delete(resource.path));
		return load;
	}

	query(sql: string, signal?: AbortSignal, rank?: () => number): Promise<Row[]> {
		const job = async (): Promise<Row[]> => {
			try {
				if (this.#closed) throw new Error('dataset closed');
				return await this.#run(sql);
			} catch (cause) {
				throw new QueryError(sql, cause);
			}
		};
		return this.#lane.run(job, { signal, cancel: () => this.#engine.cancel(), ...(rank ? { rank } : {}) });
	}

	/** What runs or waits is rejected. */
	close(): Promise<void> {
		this.#closed = true;
		return this.#engine.close();
	}
}
