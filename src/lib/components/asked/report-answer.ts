import type { Layout } from '$lib/core/form/index.ts';
import type { AskableFigure, Basis, CellRow, FigureAbsence } from '$lib/queries/index.ts';
import { cellsOfFigure } from './names.ts';

export interface ReportFigure {
	readonly value: number | null;
	/** For a share: what it is a share of. */
	readonly whole: number | null;
	/** Why there is no value; empty where there is one. */
	readonly absences: readonly FigureAbsence[];
}

function summed(keys: readonly string[], cells: ReadonlyMap<string, CellRow>): number | null {
	let sum = 0;
	for (const key of keys) {
		const value = cells.get(key)?.value ?? null;
		if (value === null) return null;
		sum += value;
	}
	return sum;
}

/** A figure of one report from its cells: a number only where every part is one. */
export function answerOf(
	figure: AskableFigure,
	layout: Layout,
	basis: Basis,
	/** The layout as found: where it could not be told, a figure whose parts differ between the layouts has no value. */
	format: string | null,
	cells: ReadonlyMap<string, CellRow>
): ReportFigure {
	const { parts } = figure;
	const sameParts = String(parts['2019']) === String(parts['2021']);
	if (format === 'undetermined' && !sameParts) return { value: null, whole: null, absences: ['layout_undetermined'] };
	const { own, whole } = cellsOfFigure(figure, layout, basis);
	const value = summed(own, cells);
	const wholeValue = summed(whole, cells);
	if (value !== null && wholeValue !== null)
		return { value, whole: figure.whole === undefined ? null : wholeValue, absences: [] };
	const missing = [...own, ...whole].filter((key) => (cells.get(key)?.value ?? null) === null);
	return {
		value: null,
		whole: null,
		absences: [...new Set(missing.map((key): FigureAbsence => cells.get(key)?.absence ?? 'missing'))]
	};
}
