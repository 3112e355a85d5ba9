import type { Report } from '../extract/report.ts';
import type { Identity } from '../form/index.ts';
import type { Finding, Verdict } from './finding.ts';
import { OPEN, PRINTED, Sheet, slotted } from './sheet.ts';
import type { SlottedIdentity } from './sheet.ts';

/**
 * Whether two sums are equal, some of whose cells are blank: unsure where they are, or may be, depending on what the blanks stand
 * for; fail also where no non-negative reading of the blanks can mend it.
 */
export function equality(left: number, right: number, leftOpen: number, rightOpen: number): Verdict {
	if (leftOpen === 0 && rightOpen === 0) return left === right ? 'pass' : 'fail';
	if (left === right) return 'unsure';
	return (left < right ? leftOpen : rightOpen) > 0 ? 'unsure' : 'fail';
}

const side = { sum: 0, printed: 0, open: 0, unknown: 0 };

function addUp(slots: Int16Array, sheet: Sheet): typeof side {
	side.sum = 0;
	side.printed = 0;
	side.open = 0;
	side.unknown = 0;
	for (const slot of slots) {
		const state = sheet.states[slot];
		if (state === PRINTED) {
			side.sum += sheet.values[slot] ?? 0;
			side.printed += 1;
		} else if (state === OPEN) side.open += 1;
		else side.unknown += 1;
	}
	return side;
}

/**
 * The verdict of one identity on the figures of a sheet: not assessable where a cell is missing or unreadable or a side prints no
 * number, else as `equality` says.
 */
export function checkSlotted(slots: SlottedIdentity, sheet: Sheet): Finding {
	const { identity, cells } = slots;
	const { sum: leftSum, printed: leftPrinted, open: leftOpen, unknown: leftUnknown } = addUp(slots.left, sheet);
	const { sum: rightSum, printed: rightPrinted, open: rightOpen, unknown: rightUnknown } = addUp(slots.right, sheet);
	const lacking = leftUnknown + rightUnknown > 0 || leftPrinted === 0 || rightPrinted === 0;
	const left = leftPrinted === 0 ? null : leftSum;
	const right = rightPrinted === 0 ? null : rightSum;
	return {
		rule: identity.rule,
		along: identity.along,
		status: lacking ? 'not_assessable' : equality(leftSum, rightSum, leftOpen, rightOpen),
		cells,
		left,
		right,
		difference: left === null || right === null ? null : left - right,
		severity: 'hard'
	};
}

/** The verdict of one identity on a report's cells. */
export function checkIdentity(identity: Identity, cells: Report['cells']): Finding {
	return checkSlotted(slotted(identity), new Sheet().load(cells));
}
