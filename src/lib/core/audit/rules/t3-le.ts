import type { CellKey } from '../../form/index.ts';
import type { AuditedReport } from '../audited-report.ts';
import type { Finding } from '../finding.ts';
import { findingOf, plainFinding } from '../rule.ts';
import type { ReportRule } from '../rule.ts';
import { CELL_KEYS, OPEN, PRINTED } from '../sheet.ts';
import type { Sheet } from '../sheet.ts';
import { T3_COLUMNS } from './t3-columns.ts';
import type { Column } from './t3-columns.ts';
import { withoutTable } from './without-table.ts';

/** What a count may reach at most, the cells that say so, and whether a blank among them leaves it open. */
interface Limit {
	readonly value: number;
	readonly open: boolean;
	readonly cells: readonly CellKey[];
}

function limitOfReceived({ slots, received, carriedIn }: Column, sheet: Sheet): Limit | null {
	const [a, b] = [sheet.states[slots.received], sheet.states[slots.carriedIn]];
	if ((a !== PRINTED && a !== OPEN) || (b !== PRINTED && b !== OPEN) || (a === OPEN && b === OPEN)) return null;
	const value = (sheet.values[slots.received] ?? 0) + (sheet.values[slots.carriedIn] ?? 0);
	return { value, open: a === OPEN || b === OPEN, cells: [received, carriedIn] };
}

function check(rule: ReportRule, column: Column, sheet: Sheet): Finding {
	const { slots, closed, cells } = column;
	const received = limitOfReceived(column, sheet);
	const closedValue = sheet.printed(slots.closed);
	const ofClosed: Limit | null = closedValue === null ? received : { value: closedValue, open: false, cells: [closed] };
	if (received === null && ofClosed === null)
		return findingOf(rule, column.id, 'not_assessable', { cells, reason: 'cells/unknown' });
	let open = false;
	const exceeds = (slot: number, limit: Limit | null): Finding | null => {
		if (limit === null || sheet.states[slot] !== PRINTED) return null;
		const value = sheet.values[slot] ?? 0;
		if (value <= limit.value) return null;
		if (!limit.open) {
			const cell = CELL_KEYS[slot] as CellKey;
			return plainFinding(rule, column.id, 'fail', [cell, ...limit.cells], value, limit.value);
		}
		open = true;
		return null;
	};
	for (const slot of slots.outcomes) {
		const over = exceeds(slot, ofClosed);
		if (over) return over;
	}
	const over = exceeds(slots.closed, received) ?? exceeds(slots.carriedOut, received);
	if (over) return over;
	return open
		? findingOf(rule, column.id, 'unsure', { cells, reason: 'cells/blank' })
		: plainFinding(rule, column.id, 'pass', cells, closedValue, received?.value ?? null);
}

export const T3_LE: ReportRule = {
	id: 't3-le',
	scope: 'report',
	severity: 'hard',
	names: { zh: '部分不大于总数', en: 'No part exceeds its whole' },
	formula: {
		zh: '各办理结果 ≤ 总计(办结) ≤ 本年新收 + 上年结转;结转下年 ≤ 本年新收 + 上年结转',
		en: 'each outcome ≤ closed ≤ new + carried in; carried out ≤ new + carried in'
	},
	basis: { zh: '由表三的两条勾稽关系推出', en: 'follows from the two identities of table three' },
	exceptions: [],
	breaks: [],
	check: ({ report, sheet }: AuditedReport): readonly Finding[] => {
		const layout = report.formats.t3;
		if (layout === null || layout === 'undetermined') return withoutTable(T3_LE, 't3', layout);
		return T3_COLUMNS[layout].map((column) => check(T3_LE, column, sheet));
	}
};
