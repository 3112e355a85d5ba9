import type { Report } from '../extract/report.ts';
import { ALL_CELLS, eachLayout, identities } from '../form/index.ts';
import type { CellKey, Identity, Layout, TableId } from '../form/index.ts';

export const CELL_KEYS: readonly CellKey[] = ALL_CELLS.map((cell) => cell.key);
const INDICES: ReadonlyMap<string, number> = new Map(CELL_KEYS.map((key, index) => [key, index]));

/** The slot of a cell in every sheet. */
export function slotOf(key: string): number {
	const slot = INDICES.get(key);
	if (slot === undefined) throw new Error(`unknown cell: ${key}`);
	return slot;
}

const KEYS: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, CellKey>>>>>> = (() => {
	const tables: Record<string, Record<string, Record<string, CellKey>>> = {};
	for (const { key, table, row, column } of ALL_CELLS) ((tables[table] ??= {})[row] ??= {})[column] = key;
	return tables;
})();

/** The key of a cell that is to be looked up for every report: a text put together anew would have to be hashed each time. */
export function keyAt(table: TableId, row: string, column: string): CellKey {
	const key = KEYS[table]?.[row]?.[column];
	if (key === undefined) throw new Error(`unknown cell: ${table}.${row}.${column}`);
	return key;
}

/** A number is printed; a blank, dash or slash that may stand for zero; nothing is known. */
export const PRINTED = 0;
export const OPEN = 1;
export const UNKNOWN = 2;

/** The figures of one report by slot. One sheet may be loaded again and again: nothing is allocated. */
export class Sheet {
	/** The printed number, 0 where none is. */
	readonly values = new Float64Array(CELL_KEYS.length);
	readonly states = new Uint8Array(CELL_KEYS.length);

	load(cells: Report['cells']): this {
		const { values, states } = this;
		for (let slot = 0; slot < CELL_KEYS.length; slot += 1) {
			const cell = cells[CELL_KEYS[slot] as CellKey];
			if (cell !== undefined && cell.v !== null) {
				values[slot] = cell.v;
				states[slot] = PRINTED;
				continue;
			}
			values[slot] = 0;
			const absence = cell?.absence;
			states[slot] = absence === 'blank' || absence === 'dash' || absence === 'slash' ? OPEN : UNKNOWN;
		}
		return this;
	}

	/** The printed number, or null. */
	printed(slot: number): number | null {
		return this.states[slot] === PRINTED ? (this.values[slot] ?? null) : null;
	}
}

/** An identity with its cells as slots. */
export interface SlottedIdentity {
	readonly identity: Identity;
	readonly left: Int16Array;
	readonly right: Int16Array;
	readonly cells: readonly CellKey[];
}

export function slotted(identity: Identity): SlottedIdentity {
	return {
		identity,
		left: Int16Array.from(identity.left, slotOf),
		right: Int16Array.from(identity.right, slotOf),
		cells: [...identity.left, ...identity.right]
	};
}

const SLOTTED: Record<TableId, Record<Layout, readonly SlottedIdentity[]>> = {
	t2: eachLayout(() => []),
	t3: eachLayout((layout) => identities('t3', layout).map(slotted)),
	t4: eachLayout((layout) => identities('t4', layout).map(slotted))
};

/** The identities that can be assessed of a table as it was found: none without a layout, except where the layouts agree (t4). */
export function slottedIdentities(table: TableId, found: Report['formats'][TableId]): readonly SlottedIdentity[] {
	if (found === null) return [];
	if (found === 'undetermined') return table === 't4' ? SLOTTED.t4['2021'] : [];
	return SLOTTED[table][found];
}
