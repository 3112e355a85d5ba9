import type { MiniValue } from '$lib/charts/mini-years.ts';
import type { Interval } from '$lib/core/indicators/index.ts';
import type { ScopePanel } from './scope-panel.ts';

/** One row of a panel of bars: a name, the value of the panel's year, and the years beside each other in little. */
export interface RowBar {
	readonly id: string;
	readonly label: string;
	readonly value: number | null;
	/** The value in words, or the word for its absence. */
	readonly text: string;
	readonly beside?: string;
	/** The value rests on too few cases: it is drawn with this interval. */
	readonly uncertain?: Interval | null;
	readonly trend: readonly MiniValue[];
}

/** A panel of rows for one year of a scope: its newest with a figure. */
export interface RowPanel extends ScopePanel {
	readonly year: number;
	readonly count: string;
	readonly rows: readonly RowBar[];
	/** Where bars end. */
	readonly max: number;
}

/** Where a value stands on a bar's track, in per cent. */
export function along(value: number, max: number): number {
	if (max <= 0) return 0;
	return Math.round(1000 * Math.min(1, Math.max(0, value / max))) / 10;
}
