import { DISPUTES, OUTCOME_GROUPS, RESULTS } from '$lib/core/form/index.ts';
import type { Names, OutcomeGroupId } from '$lib/core/form/index.ts';
import { FIGURE_NAMES } from '$lib/format/figures.ts';
import type { ComparedReport } from '$lib/queries/index.ts';
import { OUTCOME_TONES, RESULT_TONES } from '../figures/tones.ts';

/** One figure of one report in the comparison. */
export interface ComparedValue {
	readonly value: number | null;
	readonly absences: readonly string[];
	/** Of what a share may be taken; null where none is. */
	readonly whole: number | null;
	/** Summed from the applicants, since the printed total has no number. */
	readonly recomputed: boolean;
}

/** One row of the comparison: a figure, across the chosen reports. */
export interface ComparedFigure {
	/** Its name in the CSV. */
	readonly id: string;
	readonly names: Names;
	readonly depth: 0 | 1;
	/** Paint of its small bars. */
	readonly color: string;
	readonly hatched: boolean;
	/** It is shown with its share of all closed. */
	readonly share: boolean;
	/** Id of the figure to ask about. */
	readonly asked: string;
	readonly of: (report: ComparedReport) => ComparedValue;
}

export interface ComparedGroup {
	readonly id: 'requests' | 'outcomes' | 'review' | 'suit_direct' | 'suit_after_review';
	readonly names: Names;
	readonly rows: readonly ComparedFigure[];
}

const printed = (figure: { readonly value: number | null; readonly absences: readonly string[] }): ComparedValue => ({
	...figure,
	whole: null,
	recomputed: false
});

/** The printed figure, or where it has no number the one summed from the applicants. */
function outcome(report: ComparedReport, id: OutcomeGroupId | 'closed'): ComparedValue {
	const own = report.figures[id];
	const value = own.value ?? report.recomputed[id];
	return {
		value,
		absences: value === null ? own.absences : [],
		whole: null,
		recomputed: own.value === null && value !== null
	};
}

const flow = (id: 'new' | 'carried_in' | 'carried_out'): ComparedFigure => ({
	id,
	names: FIGURE_NAMES[id],
	depth: 0,
	color: 'var(--line)',
	hatched: false,
	share: false,
	asked: id,
	of: (report) => printed(report.figures[id])
});

/** The figures of the comparison, in the order of the form. */
export const COMPARED: readonly ComparedGroup[] = [
	{
		id: 'requests',
		names: { zh: '申请', en: 'Requests' },
		rows: [
			flow('new'),
			flow('carried_in'),
			{
				id: 'closed',
				names: FIGURE_NAMES.closed,
				depth: 0,
				color: 'var(--line)',
				hatched: false,
				share: false,
				asked: 'closed',
				of: (report) => outcome(report, 'closed')
			},
			flow('carried_out')
		]
	},
	{
		id: 'outcomes',
		names: { zh: '办理结果', en: 'Outcomes' },
		rows: OUTCOME_GROUPS.map(({ id, names }): ComparedFigure => ({
			id,
			names,
			depth: 0,
			color: OUTCOME_TONES[id].color,
			hatched: false,
			share: true,
			asked: id,
			of: (report) => ({ ...outcome(report, id), whole: outcome(report, 'closed').value })
		}))
	},
	...DISPUTES.map((dispute): ComparedGroup => ({
		id: dispute.id,
		names: dispute.names,
		rows: RESULTS.map((result): ComparedFigure => ({
			id: `${dispute.id}.${result.id}`,
			names: result.names,
			depth: 0,
			color: result.id === 'total' ? 'var(--line)' : RESULT_TONES[result.id].color,
			hatched: result.id === 'pending',
			share: false,
			asked: `t4.${dispute.id}.${result.id}`,
			of: (report) => printed(report.disputes[dispute.id][result.id])
		}))
	}))
];

/** The greatest value of a row, for its bars; the unit of a bar is the row's own. */
export function greatest(row: ComparedFigure, reports: readonly ComparedReport[]): number {
	return Math.max(0, ...reports.map((report) => row.of(report).value ?? 0));
}
