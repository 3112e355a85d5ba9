import { formCellAt } from '../form/index.ts';
import type { CellKey, Layout, TableId, Unit } from '../form/index.ts';
import { parseFigure } from './figure.ts';
import type { Place, Problem, ReportCell } from './report.ts';
import { fittingLayouts } from './tell-layout.ts';

const isMoney = (unit: Unit): boolean => unit === 'wan_yuan' || unit === 'as_printed';

/** The row in a cell's key, told by its points: it is asked of every cell. */
function rowOf(key: CellKey): string {
	const from = key.indexOf('.') + 1;
	return key.slice(from, key.indexOf('.', from));
}

/** A table while it is being read: its cells so far, its problems, the rows seen. */
export class TableDraft {
	readonly table: TableId;
	/** Index of the block where it begins, its first row as far as one is known: tells which title stands before it. */
	start: number;
	/** Index of the block that holds its last row. */
	end: number;
	readonly cells = new Map<CellKey, ReportCell>();
	readonly problems: Problem[] = [];
	readonly rows = new Set<string>();
	/** For each header of table two, the layouts whose columns it names. */
	readonly headers: (readonly Layout[])[] = [];

	constructor(table: TableId, start: number) {
		this.table = table;
		this.start = start;
		this.end = start;
	}

	/** Puts one printed cell in its place; text where a number belongs, a sign or a fraction that does not fit is declared. */
	put(row: string, column: string, raw: string, at: Place, settled = false): void {
		const cell = formCellAt(this.table, row, column);
		if (!cell) throw new Error(`unknown cell: ${this.table}.${row}.${column}`);
		const { key } = cell;
		if (this.cells.has(key)) {
			this.#withdraw(key, row, column, raw, at);
			return;
		}
		const figure = parseFigure(raw);
		if (figure.kind === 'absence') {
			this.cells.set(key, { v: null, raw, absence: figure.absence, at });
			return;
		}
		if (figure.kind === 'number' && figure.unit === null && figure.v >= 0 && Number.isInteger(figure.v) && !settled) {
			this.cells.set(key, { v: figure.v, raw, at });
			return;
		}
		const place = { table: this.table, row, column, ...(at.line === undefined ? {} : { line: at.line }), found: raw };
		const scaled =
			figure.kind === 'number' && figure.v !== 0 && /[万亿元]/u.test(figure.unit ?? '') && !isMoney(cell.unit);
		if (figure.kind === 'text' || scaled) {
			this.cells.set(key, { v: null, raw, absence: 'text', at });
			this.problems.push({ code: 'cell/not-a-number', ...place });
			return;
		}
		this.cells.set(key, {
			v: figure.v,
			raw,
			...(figure.unit === null ? {} : { unit: figure.unit }),
			...(settled ? { settled: 'identity' as const } : {}),
			at
		});
		if (figure.v < 0 && !cell.signed) this.problems.push({ code: 'cell/negative', ...place });
		if (!Number.isInteger(figure.v) && !isMoney(cell.unit)) {
			this.problems.push({ code: 'cell/fraction', ...place });
		}
	}

	#withdraw(key: CellKey, row: string, column: string, raw: string, at: Place): void {
		const first = this.cells.get(key);
		if (!first || first.absence === 'unplaced') return;
		if (first.raw === raw) return;
		this.cells.set(key, { v: null, raw: `${first.raw} ¦ ${raw}`, absence: 'unplaced', at });
		this.problems.push({
			code: 'row/repeated',
			table: this.table,
			row,
			column,
			found: `${first.raw} ¦ ${raw}`,
			...(at.line === undefined ? {} : { line: at.line })
		});
	}

	/** Meets a row again: a page end may print it twice, and then both say the same; else its figures are taken back. */
	repeat(row: string, texts: ReadonlyMap<string, string>, found: string, line?: number): void {
		const known = [...this.cells].filter(([key]) => rowOf(key) === row);
		const same =
			known.length === texts.size && known.every(([key, cell]) => texts.get(key.split('.')[2] ?? '') === cell.raw);
		if (!same || known.length === 0) this.withdraw(row, found, line);
	}

	/** Takes back the figures of a row that the same table prints twice: neither is known to be the right one. */
	withdraw(row: string, found: string, line?: number): void {
		for (const [key, cell] of this.cells) {
			if (rowOf(key) === row)
				this.cells.set(key, { v: null, raw: cell.raw, absence: 'unplaced', ...(cell.at ? { at: cell.at } : {}) });
		}
		this.problems.push({
			code: 'row/repeated',
			table: this.table,
			row,
			found: found.slice(0, 200),
			...(line === undefined ? {} : { line })
		});
	}

	/** Declares the columns of a placed row in which nothing is printed, not even a blank cell. */
	lacks(row: string, columns: readonly string[], line?: number): void {
		for (const column of columns) {
			const cell = formCellAt(this.table, row, column);
			if (cell && this.cells.has(cell.key)) continue;
			this.problem({ code: 'column/missing', row, column, ...(line === undefined ? {} : { line }) });
		}
	}

	/** Declares a row whose figures could not be placed; where it was met before, neither is known to be the right one. */
	notPlaced(row: string, found: string, expected: string, line?: number): void {
		if ([...this.cells.keys()].some((key) => rowOf(key) === row)) {
			this.withdraw(row, found, line);
			return;
		}
		this.rows.add(row);
		this.problems.push({
			code: 'row/not-placed',
			table: this.table,
			row,
			found,
			expected,
			...(line === undefined ? {} : { line })
		});
	}

	/**
	 * Takes over every row that `other` has met, placed or declared: its slots were told by a whole header. Rows that only this
	 * draft has met stay.
	 */
	takeOver(other: TableDraft): void {
		const rows = new Set<string>();
		for (const key of other.cells.keys()) rows.add(rowOf(key));
		const declared = other.problems.filter(
			(problem) => problem.row !== undefined && problem.code !== 'table/header-not-found'
		);
		for (const problem of declared) rows.add(problem.row ?? '');
		const table = [...this.cells.values()].find((cell) => cell.at)?.at?.table;
		if (other.cells.size > 0) this.start = other.start;
		for (const key of this.cells.keys()) if (rows.has(rowOf(key))) this.cells.delete(key);
		for (const [key, cell] of other.cells) {
			const elsewhere = cell.at && table !== undefined && cell.at.table !== table;
			this.cells.set(key, elsewhere ? { ...cell, at: { ...cell.at, table } } : cell);
		}
		const kept = this.problems.filter((problem) => !(problem.row !== undefined && rows.has(problem.row)));
		this.problems.splice(0, this.problems.length, ...kept, ...declared);
		for (const row of rows) this.rows.add(row);
		this.headers.push(...other.headers);
	}

	/** Begins and ends where its first and its last cell are printed, `blockOfLine` telling the blocks. */
	standAt(blockOfLine: ReadonlyMap<number, number>): void {
		const blocks = [...this.cells.values()].flatMap(({ at }) => blockOfLine.get(at?.line ?? -1) ?? []);
		if (blocks.length === 0) return;
		this.start = Math.min(...blocks);
		this.end = Math.max(...blocks);
	}

	problem(problem: Omit<Problem, 'table'>): void {
		this.problems.push({ table: this.table, ...problem });
	}

	/** The layouts that the table may be in: one, where its labels tell, or several that print it alike. */
	layouts(): readonly Layout[] {
		const { table, rows, headers, problems } = this;
		return fittingLayouts({ table, rows, headers, unknownRow: problems.some(({ code }) => code === 'row/unknown') });
	}
}

/** The tables of a document in the order they were met; a row met again opens the table anew, since a report may stand twice. */
export class Drafts {
	readonly all: TableDraft[] = [];
	readonly #open = new Map<TableId, TableDraft>();

	/** The table being read, or a new one where none is open. */
	current(table: TableId, block: number): TableDraft {
		const open = this.#open.get(table);
		if (open) {
			if (open.rows.size === 0 && open.cells.size === 0) open.start = block;
			return open;
		}
		const draft = new TableDraft(table, block);
		this.all.push(draft);
		this.#open.set(table, draft);
		return draft;
	}

	/**
	 * The table to which a row is to be added: a new one if `opensAnew` and the open one, of more rows than that, began with it. A
	 * row met again elsewhere is one that a page end printed twice.
	 */
	forRow(table: TableId, row: string, block: number, opensAnew: boolean): TableDraft {
		const rows = this.#open.get(table)?.rows;
		if (opensAnew && rows && rows.size > 1 && rows.values().next().value === row) this.#open.delete(table);
		const draft = this.current(table, block);
		draft.end = block;
		return draft;
	}

	peek(table: TableId): TableDraft | undefined {
		return this.#open.get(table);
	}
}
