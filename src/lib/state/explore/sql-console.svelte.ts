import type { Dataset, Row } from '../../db/gate.ts';
import { QueryError } from '../../db/gate.ts';
import { describeSql, LINES_BEFORE, limitedSql, readStatement, tablesOf } from '../../queries/console.ts';
import type { StatementProblem } from '../../queries/console.ts';

/** More rows than these are not fetched; that there are more is told. */
export const MOST_RESULT_ROWS = 10_000;

export interface ResultColumn {
	readonly name: string;
	/** As DuckDB names it. */
	readonly type: string;
	readonly number: boolean;
}

export interface SqlResult {
	readonly sql: string;
	readonly columns: readonly ResultColumn[];
	readonly rows: readonly Row[];
	/** There are more rows than were fetched. */
	readonly cut: boolean;
}

export type SqlFailure =
	| { readonly kind: 'statement'; readonly problem: StatementProblem }
	/** What the engine said of the statement. */
	| { readonly kind: 'engine'; readonly message: string; readonly sql: string; readonly before: number }
	/** A file or the engine itself. */
	| { readonly kind: 'dataset'; readonly error: Error }
	| { readonly kind: 'cancelled' };

const NUMBERS = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DOUBLE|FLOAT|DECIMAL\(.*\))$/u;

/** One question of the reader's own at a time, and its answer. */
export class SqlConsole {
	#status = $state<'idle' | 'running' | 'done' | 'failed'>('idle');
	#result = $state.raw<SqlResult | null>(null);
	#failure = $state.raw<SqlFailure | null>(null);
	#controller = new AbortController();

	get status(): 'idle' | 'running' | 'done' | 'failed' {
		return this.#status;
	}

	/** The last answer; it stays while the next is worked out or has failed. */
	get result(): SqlResult | null {
		return this.#result;
	}

	get failure(): SqlFailure | null {
		return this.#failure;
	}

	async run(dataset: Dataset, text: string): Promise<void> {
		this.#controller.abort();
		const controller = new AbortController();
		this.#controller = controller;
		this.#failure = null;
		const read = readStatement(text);
		if ('problem' in read) return this.#fail({ kind: 'statement', problem: read.problem });
		this.#status = 'running';
		const { signal } = controller;
		try {
			await dataset.ensure(tablesOf(read.sql), [], signal);
			const described = await dataset.query(describeSql(read.sql), signal);
			const columns = described.map((row): ResultColumn => {
				const type = String(row['column_type']);
				return { name: String(row['column_name']), type, number: NUMBERS.test(type) };
			});
			const rows = await dataset.query(limitedSql(read.sql, MOST_RESULT_ROWS), signal);
			if (signal.aborted) return;
			const cut = rows.length > MOST_RESULT_ROWS;
			this.#result = { sql: read.sql, columns, rows: cut ? rows.slice(0, MOST_RESULT_ROWS) : rows, cut };
			this.#status = 'done';
		} catch (error) {
			if (controller !== this.#controller) return;
			if (signal.aborted) return this.#fail({ kind: 'cancelled' });
			if (error instanceof QueryError) {
				const { cause } = error;
				const message = cause instanceof Error ? cause.message : String(cause);
				return this.#fail({ kind: 'engine', message, sql: read.sql, before: LINES_BEFORE });
			}
			this.#fail({ kind: 'dataset', error: error instanceof Error ? error : new Error(String(error)) });
		}
	}

	#fail(failure: SqlFailure): void {
		this.#failure = failure;
		this.#status = 'failed';
	}

	cancel(): void {
		this.#controller.abort();
	}
}
