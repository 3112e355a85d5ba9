import { findIndicator } from '../../core/indicators/index.ts';
import type { Indicator } from '../../core/indicators/index.ts';
import type { Grouping } from '../../queries/indicator-values.ts';
import { GROUPING_IDS, oneOf } from './choice.ts';
import type { Choice } from './choice.ts';
import { groupingReason, splitReason } from './rules.ts';

export interface PivotChoice {
	readonly rows: Grouping;
	readonly columns: Grouping;
	readonly measure: Indicator;
	/** What of the address could not be used. */
	readonly unknown: string | null;
}

/** Scopes stand apart in tables of their own, so that the level is neither row nor column. */
const possible = (choice: Choice, measure: Indicator, rows: Grouping, columns: Grouping): boolean => {
	const alone = { ...choice, indicators: [measure], by: rows };
	return (
		rows !== 'level' &&
		columns !== 'level' &&
		groupingReason(alone, rows) === null &&
		splitReason(alone, columns) === null
	);
};

/** The pivot table that goes with the figure: its groups as rows, its second groups (or the years) as columns. */
function usual(choice: Choice): Omit<PivotChoice, 'unknown'> {
	const [measure] = choice.indicators as [Indicator];
	const [rows, columns] =
		choice.by === 'year'
			? [choice.split ?? 'province', 'year' as const]
			: [choice.by, choice.split ?? ('year' as const)];
	if (possible(choice, measure, rows, columns)) return { rows, columns, measure };
	return { rows: 'province', columns: 'year', measure };
}

/** Reads `province~year~new`; without it, or where it cannot be, the one that goes with the figure. */
export function readPivot(text: string | null, choice: Choice): PivotChoice {
	if (text === null) return { ...usual(choice), unknown: null };
	const [first = '', second = '', id = ''] = text.split('~');
	const [rows, columns, measure] = [oneOf(GROUPING_IDS, first), oneOf(GROUPING_IDS, second), findIndicator(id)];
	if (rows === null || columns === null || measure === undefined || !possible(choice, measure, rows, columns))
		return { ...usual(choice), unknown: text };
	return { rows, columns, measure, unknown: null };
}

export function pivotText({ rows, columns, measure }: PivotChoice): string {
	return [rows, columns, measure.id].join('~');
}
