import type { CellKey } from '../../src/lib/core/form/index.ts';
import { mapCells } from './printed-texts.ts';
import type { PrintedReport } from './print-report.ts';

const FIRST = 0xe100;
const END = '\ue000';

/** A report whose figures carry marks (characters of the private area), so that their places in any text can be found again. */
export interface Marked {
	readonly report: PrintedReport;
	readonly keys: readonly CellKey[];
}

/** Marks every figure that prints something. */
export function markFigures(report: PrintedReport): Marked {
	const keys: CellKey[] = [];
	const marked = mapCells(report, (cell) => {
		if (cell.kind !== 'figure' || cell.text === '') return cell;
		const known = keys.indexOf(cell.id as CellKey);
		if (known < 0) keys.push(cell.id as CellKey);
		const mark = String.fromCharCode(FIRST + (known < 0 ? keys.length - 1 : known));
		const { pieces: _, ...whole } = cell;
		return { ...whole, text: `${mark}${cell.text}${END}` };
	});
	return { report: marked, keys };
}

const MARKS = /[\ue000-\uf8ff]/gu;

/**
 * The first part of a marked text, its marks gone, and which figures it still prints: whole ones, and the one that ends with the
 * text (but for spaces), which may go on.
 */
export function cutMarked(
	text: string,
	share: number,
	keys: readonly CellKey[]
): { text: string; whole: Set<CellKey>; last: CellKey | null } {
	const length = Math.floor(text.replace(MARKS, '').length * share);
	const whole = new Set<CellKey>();
	let open: CellKey | null = null;
	let last: CellKey | null = null;
	let kept = '';
	for (const character of text) {
		if (character === END) {
			if (open !== null) whole.add(open);
			last = open;
			open = null;
			continue;
		}
		if (/[\ue000-\uf8ff]/u.test(character)) {
			if (kept.length >= length) break;
			open = keys[character.charCodeAt(0) - FIRST] ?? null;
			continue;
		}
		if (kept.length >= length) break;
		kept += character;
		if (open === null && !/[ \u00a0\u3000]/u.test(character)) last = null;
	}
	return { text: kept, whole, last: open ?? last };
}
