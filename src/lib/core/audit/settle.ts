import { formCell } from '../form/index.ts';
import { CELL_KEYS, OPEN, PRINTED } from './sheet.ts';
import type { Sheet, SlottedIdentity } from './sheet.ts';

const DERIVED: readonly boolean[] = CELL_KEYS.map((key) => formCell(key)?.derived ?? false);

/** Fills in blanks of one side that follow from the other: zeros where nothing is left over, a blank total where it alone is open. */
function fill(known: Float64Array, states: Uint8Array, slots: Int16Array, rest: number): boolean {
	let filled = false;
	let openSlots = 0;
	let last = -1;
	for (const slot of slots) {
		if (!Number.isNaN(known[slot])) continue;
		openSlots += 1;
		last = slot;
	}
	const only = openSlots === 1 && rest > 0 && DERIVED[last] === true && states[last] === OPEN;
	if (only) {
		known[last] = rest;
		return true;
	}
	if (rest !== 0) return false;
	for (const slot of slots) {
		if (!Number.isNaN(known[slot]) || states[slot] !== OPEN) continue;
		known[slot] = 0;
		filled = true;
	}
	return filled;
}

function sums(known: Float64Array, slots: Int16Array): { readonly sum: number; readonly open: number } {
	let sum = 0;
	let open = 0;
	for (const slot of slots) {
		const value = known[slot] ?? Number.NaN;
		if (Number.isNaN(value)) open += 1;
		else sum += value;
	}
	return { sum, open };
}

/**
 * What is known of every cell: the printed number; for a blank, what the identities leave no choice about (all other terms printed and
 * the sum reached: zero; a blank total: the sum of its parts); else NaN. For comparison only, never a figure of the dataset.
 */
export function settle(sheet: Sheet, checks: readonly SlottedIdentity[]): Float64Array {
	const known = new Float64Array(sheet.values);
	let blanks = false;
	for (let slot = 0; slot < known.length; slot += 1) {
		if (sheet.states[slot] === PRINTED) continue;
		known[slot] = Number.NaN;
		blanks ||= sheet.states[slot] === OPEN;
	}
	if (!blanks) return known;
	for (let again = true; again;) {
		again = false;
		for (const { left, right } of checks) {
			const a = sums(known, left);
			const b = sums(known, right);
			if (a.open > 0 && b.open === 0) again = fill(known, sheet.states, left, b.sum - a.sum) || again;
			else if (b.open > 0 && a.open === 0) again = fill(known, sheet.states, right, a.sum - b.sum) || again;
		}
	}
	return known;
}
