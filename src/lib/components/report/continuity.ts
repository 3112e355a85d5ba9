import type { FigureValue, ReportRow } from '$lib/queries/index.ts';

type Year = Pick<ReportRow, 'year'> & {
	readonly figures: Pick<ReportRow['figures'], 'carried_in' | 'carried_out'>;
	readonly formats: { readonly t3: string | null };
};

/** Whether what one year's report carries out is what the next one's carries in. */
export interface YearJoin {
	/** The year that carries in. */
	readonly year: number;
	readonly out: FigureValue | null;
	readonly in: FigureValue | null;
	/** In less out; null: not to be told. */
	readonly difference: number | null;
	/** The form changed between the two; the row is the same in both. */
	readonly layoutChange: boolean;
}

function differenceOf(out: FigureValue | null, into: FigureValue | null): number | null {
	const [before, now] = [out?.value ?? null, into?.value ?? null];
	return before === null || now === null ? null : now - before;
}

/** Every year between the first and the last report but the first, in their order; a year without a report joins nothing. */
export function yearJoins(reports: readonly Year[]): YearJoin[] {
	const byYear = new Map(reports.map((report) => [report.year, report]));
	const years = [...byYear.keys()].sort((a, b) => a - b);
	const [first, last] = [years[0], years.at(-1)];
	if (first === undefined || last === undefined) return [];
	return Array.from({ length: last - first }, (_, index) => first + 1 + index).map((year): YearJoin => {
		const [before, now] = [byYear.get(year - 1), byYear.get(year)];
		const [out, into] = [before?.figures.carried_out ?? null, now?.figures.carried_in ?? null];
		return {
			year,
			out,
			in: into,
			difference: differenceOf(out, into),
			layoutChange: before !== undefined && now !== undefined && before.formats.t3 !== now.formats.t3
		};
	});
}
