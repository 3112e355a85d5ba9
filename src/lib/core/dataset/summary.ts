import { REPORT_CELLS } from './tables.ts';
import { toRow } from './rows.ts';
import type { Row, Value } from './rows.ts';

const SUMMED = REPORT_CELLS.filter((cell) => cell.table !== 't2').map((cell) => cell.key);
const DIMENSIONS = ['year', 'province', 'scope', 'family'] as const;

/** Sums of the figures that are numbers, with how many reports give each; NULL, not 0, where none does. Takes rows of `reports` by column name. */
export function summaryRows(reports: readonly Readonly<Record<string, Value>>[]): Row[] {
	const groups = new Map<string, Readonly<Record<string, Value>>[]>();
	for (const report of reports) {
		const key = JSON.stringify(DIMENSIONS.map((dimension) => report[dimension] ?? null));
		const group = groups.get(key);
		if (group) group.push(report);
		else groups.set(key, [report]);
	}
	return [...groups.values()].map((group) => {
		const values: Record<string, Value> = { reports: group.length };
		for (const dimension of DIMENSIONS) values[dimension] = group[0]?.[dimension] ?? null;
		for (const cell of SUMMED) {
			const numbers = group.map((report) => report[cell]).filter((value) => typeof value === 'number');
			values[cell] = numbers.length === 0 ? null : numbers.reduce((sum, value) => sum + value, 0);
			values[`n.${cell}`] = numbers.length;
		}
		return toRow('summary', values);
	});
}
