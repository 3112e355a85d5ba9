import { max, median, min } from 'd3-array';
import type { AbsenceReason, Report } from '$lib/core/extract/report.ts';
import { isLayout } from '$lib/core/form/index.ts';
import { FIGURES, figureValue } from '$lib/queries/index.ts';
import type { FigureId, FigureValue, ReportRow } from '$lib/queries/index.ts';

/** A figure of a draft beside the year before and its peers. */
export interface ComparedFigure {
	readonly id: FigureId;
	readonly draft: FigureValue;
	/** null: there is no report of the year before. */
	readonly previous: FigureValue | null;
	/** Draft less the year before; null where one of them has no number. */
	readonly change: number | null;
	/** Over the peers that give the figure. */
	readonly peers: { readonly n: number; readonly median: number; readonly least: number; readonly most: number } | null;
}

function draftFigure(report: Report, figure: (typeof FIGURES)[number]): FigureValue {
	const { formats, cells } = report;
	const format = formats[figure.table];
	const parts = figure.parts[isLayout(format) ? format : '2021'];
	const reasons = new Map<string, AbsenceReason>(
		parts.flatMap((key) => {
			const absence = cells[key]?.absence;
			return absence === undefined ? [] : [[key, absence] as const];
		})
	);
	const values = parts.map((key) => cells[key]?.v ?? null);
	const sum = values.reduce<number | null>(
		(total, value) => (total === null || value === null ? null : total + value),
		0
	);
	return figureValue(sum, figure, formats, reasons);
}

function spread(values: readonly number[]): ComparedFigure['peers'] {
	const [middle, least, most] = [median(values), min(values), max(values)];
	if (middle === undefined || least === undefined || most === undefined) return null;
	return { n: values.length, median: middle, least, most };
}

const difference = (now: number | null, before: number | null): number | null =>
	now === null || before === null ? null : now - before;

/** Every figure that pages show, of a draft, of the report of the year before and of the peers. */
export function compareFigures(
	report: Report,
	previous: ReportRow | null,
	peers: readonly ReportRow[]
): ComparedFigure[] {
	return FIGURES.map((figure) => {
		const draft = draftFigure(report, figure);
		const before = previous?.figures[figure.id] ?? null;
		const known = peers.flatMap((peer) => peer.figures[figure.id].value ?? []);
		return {
			id: figure.id,
			draft,
			previous: before,
			change: difference(draft.value, before?.value ?? null),
			peers: spread(known)
		};
	});
}
