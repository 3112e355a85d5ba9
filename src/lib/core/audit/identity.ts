import type { Report, ReportCell } from '../extract/report.ts';
import type { CellKey, Identity } from '../form/index.ts';
import type { Finding, Verdict } from './finding.ts';

interface Side {
	/** Sum of the printed numbers; null where none is printed. */
	readonly sum: number | null;
	/** Cells that print nothing or a mark, and may stand for zero. */
	readonly blanks: number;
	/** Cells whose content is not known at all. */
	readonly unknown: number;
}

function sideOf(keys: readonly CellKey[], cells: Report['cells']): Side {
	let sum: number | null = null;
	let blanks = 0;
	let unknown = 0;
	for (const key of keys) {
		const cell: ReportCell | undefined = cells[key];
		if (cell?.v !== undefined && cell.v !== null) sum = (sum ?? 0) + cell.v;
		else if (cell?.absence === 'blank' || cell?.absence === 'dash' || cell?.absence === 'slash') blanks += 1;
		else unknown += 1;
	}
	return { sum, blanks, unknown };
}

function verdict(left: Side, right: Side): Verdict {
	if (left.unknown + right.unknown > 0 || left.sum === null || right.sum === null) return 'not_assessable';
	if (left.blanks + right.blanks === 0) return left.sum === right.sum ? 'pass' : 'fail';
	if (left.sum === right.sum) return 'unsure';
	const lacking = left.sum < right.sum ? left : right;
	return lacking.blanks > 0 ? 'unsure' : 'fail';
}

/**
 * Whether one identity holds: pass or fail where every cell prints a number; unsure where it holds, or may hold, depending on what
 * blank cells stand for; fail also where no non-negative reading of the blanks can mend it; not assessable where a cell is
 * missing or unreadable or a side prints no number. Sums are of counts (件).
 */
export function checkIdentity(identity: Identity, cells: Report['cells']): Finding {
	const left = sideOf(identity.left, cells);
	const right = sideOf(identity.right, cells);
	const status = verdict(left, right);
	return {
		rule: identity.rule,
		along: identity.along,
		status,
		cells: [...identity.left, ...identity.right],
		left: left.sum,
		right: right.sum,
		difference: left.sum === null || right.sum === null ? null : left.sum - right.sum
	};
}
