import type { CellKey } from '../form/index.ts';
import type { AuditedReport } from './audited-report.ts';
import type { Verdict } from './finding.ts';
import { equality } from './identity.ts';
import { OPEN, slotOf } from './sheet.ts';

/** The sum of some cells: of those known, with how many are blank and how many are not known at all. */
export interface Amount {
	readonly sum: number;
	readonly known: number;
	readonly open: number;
	readonly unknown: number;
}

/** A sum of money without the dust of binary fractions: 0.1 + 0.2 is 0.3. Printed amounts have at most seven decimals. */
export function withoutDust(sum: number): number {
	return Number.isInteger(sum) ? sum : Math.round(sum * 1e7) / 1e7;
}

/** Adds up cells, those of `minus` taken off; blanks that the identities settle count as known. */
export function amountOf(audited: AuditedReport, plus: readonly CellKey[], minus: readonly CellKey[] = []): Amount {
	let [sum, known, open, unknown] = [0, 0, 0, 0];
	const add = (key: CellKey, sign: 1 | -1): void => {
		const slot = slotOf(key);
		const value = audited.known[slot] ?? Number.NaN;
		if (!Number.isNaN(value)) {
			sum += sign * value;
			known += 1;
		} else if (audited.sheet.states[slot] === OPEN) open += 1;
		else unknown += 1;
	};
	for (const key of plus) add(key, 1);
	for (const key of minus) add(key, -1);
	return { sum: withoutDust(sum), known, open, unknown };
}

export function joined(a: Amount, b: Amount): Amount {
	const sum = withoutDust(a.sum + b.sum);
	return { sum, known: a.known + b.known, open: a.open + b.open, unknown: a.unknown + b.unknown };
}

/** The sum where every cell is known, else null. */
export function wholeSum(amount: Amount): number | null {
	return amount.open + amount.unknown === 0 ? amount.sum : null;
}

/** What is known of the sum, else null. */
export const partSum = (amount: Amount): number | null => (amount.known === 0 ? null : amount.sum);

const isLacking = (a: Amount, b: Amount): boolean => a.unknown + b.unknown > 0 || a.known === 0 || b.known === 0;

/** Whether both are equal, blanks weighed as in an identity. */
export function compareEqual(left: Amount, right: Amount): Verdict {
	return isLacking(left, right) ? 'not_assessable' : equality(left.sum, right.sum, left.open, right.open);
}

/** Whether left is at most right; a blank may hold any count. */
export function compareAtMost(left: Amount, right: Amount): Verdict {
	if (isLacking(left, right)) return 'not_assessable';
	if (left.sum > right.sum) return right.open > 0 ? 'unsure' : 'fail';
	return left.open > 0 ? 'unsure' : 'pass';
}
