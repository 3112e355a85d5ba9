import type { Row } from '../db/gate.ts';

/** Rows in all answers together; a longer answer than a quarter of it is not kept. */
export const KEPT_ROWS = 40_000;

/** The answers given last, by statement: going back to an earlier choice asks nothing. The oldest go first. */
export class KeptAnswers {
	readonly #answers = new Map<string, readonly Row[]>();
	#rows = 0;

	get(sql: string): readonly Row[] | undefined {
		const rows = this.#answers.get(sql);
		if (rows === undefined) return undefined;
		this.#answers.delete(sql);
		this.#answers.set(sql, rows);
		return rows;
	}

	keep(sql: string, rows: readonly Row[]): void {
		const size = rows.length + 1;
		if (size > KEPT_ROWS / 4 || this.#answers.has(sql)) return;
		this.#answers.set(sql, rows);
		this.#rows += size;
		for (const [oldest, { length }] of this.#answers) {
			if (this.#rows <= KEPT_ROWS) return;
			this.#answers.delete(oldest);
			this.#rows -= length + 1;
		}
	}
}
