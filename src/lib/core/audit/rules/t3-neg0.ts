import type { CellKey } from '../../form/index.ts';
import type { AuditedReport } from '../audited-report.ts';
import type { Finding } from '../finding.ts';
import { findingOf, plainFinding } from '../rule.ts';
import type { ReportRule } from '../rule.ts';
import { CELL_KEYS, PRINTED, UNKNOWN } from '../sheet.ts';
import type { Sheet } from '../sheet.ts';
import { T3_COLUMNS } from './t3-columns.ts';
import type { Column } from './t3-columns.ts';
import { withoutTable } from './without-table.ts';

function check(rule: ReportRule, { id, cells, slots }: Column, sheet: Sheet): Finding {
	const received = sheet.printed(slots.received);
	const carriedIn = sheet.printed(slots.carriedIn);
	if (received === null || carriedIn === null)
		return findingOf(rule, id, 'not_assessable', { cells, reason: 'cells/unknown' });
	const left = received + carriedIn;
	if (left !== 0) return plainFinding(rule, id, 'pass', cells, left);
	const odd: CellKey[] = [];
	let right = 0;
	let unknown = 0;
	const look = (slot: number): void => {
		if (sheet.states[slot] === UNKNOWN) unknown += 1;
		if (sheet.states[slot] !== PRINTED || sheet.values[slot] === 0) return;
		right += sheet.values[slot] ?? 0;
		odd.push(CELL_KEYS[slot] as CellKey);
	};
	for (const slot of slots.outcomes) look(slot);
	look(slots.closed);
	look(slots.carriedOut);
	if (odd.length > 0) return plainFinding(rule, id, 'fail', odd, left, right);
	if (unknown > 0) return findingOf(rule, id, 'not_assessable', { cells, left, reason: 'cells/unknown' });
	return plainFinding(rule, id, 'pass', cells, left, right);
}

export const T3_NEG0: ReportRule = {
	id: 't3-neg0',
	scope: 'report',
	severity: 'hard',
	names: { zh: '无申请则各项为零', en: 'Nothing received, nothing handled' },
	formula: {
		zh: '本年新收 = 0 且 上年结转 = 0 ⇒ 同列其余各项 = 0',
		en: 'new = 0 and carried in = 0 ⇒ every other cell of the column = 0'
	},
	basis: { zh: '由表三的勾稽关系推出', en: 'follows from the identities of table three' },
	exceptions: [],
	breaks: [],
	check: ({ report, sheet }: AuditedReport): readonly Finding[] => {
		const layout = report.formats.t3;
		if (layout === null || layout === 'undetermined') return withoutTable(T3_NEG0, 't3', layout);
		return T3_COLUMNS[layout].map((column) => check(T3_NEG0, column, sheet));
	}
};
