import { ALL_CELLS } from '../../form/index.ts';
import type { CellKey, TableId } from '../../form/index.ts';
import type { AuditedReport } from '../audited-report.ts';
import type { Finding } from '../finding.ts';
import { findingOf, plainFinding } from '../rule.ts';
import type { ReportRule } from '../rule.ts';
import { CELL_KEYS, PRINTED } from '../sheet.ts';

interface Slots {
	readonly slots: readonly number[];
	readonly cells: readonly CellKey[];
}

/** Cells of a table that hold counts and may not be negative, and its sums of money. */
function slotsOf(table: TableId): { readonly counts: Slots; readonly amounts: Slots } {
	const select = (money: boolean): Slots => {
		const slots = ALL_CELLS.flatMap((cell, slot) => {
			const isMoney = cell.unit === 'wan_yuan' || cell.unit === 'as_printed';
			return cell.table === table && isMoney === money ? [slot] : [];
		});
		return { slots, cells: slots.map((slot) => CELL_KEYS[slot] as CellKey) };
	};
	return { counts: select(false), amounts: select(true) };
}

const SIGNED: ReadonlySet<number> = new Set(ALL_CELLS.flatMap((cell, slot) => (cell.signed ? [slot] : [])));

function countRule(table: TableId, id: string, names: ReportRule['names']): ReportRule {
	const { counts, amounts } = slotsOf(table);
	const rule: ReportRule = {
		id,
		scope: 'report',
		severity: 'hard',
		names,
		formula: {
			zh: `${names.zh}为非负整数${amounts.slots.length > 0 ? ';金额非负;本年增/减可为负整数' : ''}`,
			en: `every count is a non-negative whole number${amounts.slots.length > 0 ? '; no amount of money is negative; 本年增/减 is a whole number' : ''}`
		},
		basis: { zh: '计数单位为件、项', en: 'the form counts pieces and items' },
		exceptions: [],
		breaks: [],
		check: ({ report, sheet }: AuditedReport): readonly Finding[] => {
			if (report.formats[table] === null)
				return [findingOf(rule, table, 'not_assessable', { reason: 'table/missing' })];
			const odd: CellKey[] = [];
			let printed = 0;
			for (const slot of counts.slots) {
				if (sheet.states[slot] !== PRINTED) continue;
				printed += 1;
				const value = sheet.values[slot] ?? 0;
				if ((value < 0 && !SIGNED.has(slot)) || !Number.isInteger(value)) odd.push(CELL_KEYS[slot] as CellKey);
			}
			for (const slot of amounts.slots) {
				if (sheet.states[slot] !== PRINTED) continue;
				printed += 1;
				if ((sheet.values[slot] ?? 0) < 0) odd.push(CELL_KEYS[slot] as CellKey);
			}
			if (printed === 0) return [findingOf(rule, table, 'not_assessable', { reason: 'cells/unknown' })];
			if (odd.length > 0) return [plainFinding(rule, table, 'fail', odd, odd.length, 0)];
			return [plainFinding(rule, table, 'pass', counts.cells)];
		}
	};
	return rule;
}

export const T2_INT = countRule('t2', 't2-int', { zh: '表二各数', en: 'Figures of table two' });
export const T3_INT = countRule('t3', 't3-int', { zh: '表三各数', en: 'Figures of table three' });
export const T4_INT = countRule('t4', 't4-int', { zh: '表四各数', en: 'Figures of table four' });
