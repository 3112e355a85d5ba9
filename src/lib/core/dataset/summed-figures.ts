import { DISPUTES, LAWSUITS, OUTCOME_GROUPS, reasonRows, REASON_GROUPS, RESULTS } from '../form/index.ts';
import type { CellKey, FormCell, Names, TableId } from '../form/index.ts';
import {
	added,
	APPLICANT_INDICATORS,
	disputes,
	indicator,
	outcome,
	recomputed,
	rows,
	sum
} from '../indicators/index.ts';
import type { CellMeasure, Indicator } from '../indicators/index.ts';

// What the tables of sums add up, as data: a statement that shows a figure over reports finds its sums here.

export interface SummedFigure {
	/** Its column. */
	readonly name: string;
	readonly names: Names;
	readonly measure: CellMeasure;
	/**
	 * The column that sums it over all reports that give it. Then no column is kept of its sum over the group’s reports, but `apart.<name>`, what reports give that do
	 * not give the whole group: nearly always nothing, and so nearly no bytes.
	 */
	readonly of?: string;
}

/** Figures that are summed over the same reports: those that give all of them. */
export interface SummedGroup {
	/** `without.<id>` counts the reports that do not give them all. */
	readonly id: string;
	readonly names: Names;
	readonly figures: readonly SummedFigure[];
	/** Tables of which it is counted, in `old.<id>`, how many of these reports have one in layout 2019. */
	readonly old?: readonly TableId[];
}

const single = (name: string, names: Names, measure: CellMeasure): SummedGroup => ({
	id: name,
	names,
	figures: [{ name, names, measure }]
});

const joined = (...parts: readonly Names[]): Names => ({
	zh: parts.map(({ zh }) => zh).join(' · '),
	en: parts.map(({ en }) => en).join(' · ')
});

const PRINTED: Names = { zh: '所印总计', en: 'as printed' };
const RECOMPUTED: Names = { zh: '六类申请人之和', en: 'sum of the six applicants' };
/** A sum as printed, or as the six applicants make it: never mixed. */
const BASES = [
	{ prefix: '', names: PRINTED, of: (measure: CellMeasure): CellMeasure => measure },
	{ prefix: 'recomputed.', names: RECOMPUTED, of: recomputed }
] as const;

/** The cells of table three’s total column and of table four. */
const cells = (all: readonly FormCell[]): SummedGroup[] =>
	all.map(({ key, rowNames, columnNames }) => single(key, joined(rowNames, columnNames), sum(key)));

const SUIT_IDS = DISPUTES.filter(({ lawsuit }) => lawsuit).map(({ id }) => id);
const suits = RESULTS.map(({ id, names }) =>
	single(`suits.${id}`, joined(LAWSUITS.names, names), disputes(SUIT_IDS, id))
);

const CLOSED: Names = { zh: '办结', en: 'closed' };

const outcomes = BASES.flatMap(({ prefix, names: basis, of }) => [
	...(prefix === '' ? [] : [single(`${prefix}t3.closed.total`, joined(CLOSED, basis), of(rows('closed')))]),
	...OUTCOME_GROUPS.map(({ id, names }) => single(`${prefix}outcome.${id}`, joined(names, basis), of(outcome(id)))),
	{
		id: `${prefix}outcomes`,
		names: joined({ zh: '六种办理结果与办结数齐全的报告', en: 'reports with all six outcomes and the closed' }, basis),
		figures: [
			...OUTCOME_GROUPS.map(({ id, names }) => ({
				name: `${prefix}outcomes.${id}`,
				of: `${prefix}outcome.${id}`,
				names: joined(names, basis),
				measure: of(outcome(id))
			})),
			{
				name: `${prefix}outcomes.closed`,
				of: `${prefix}t3.closed.total`,
				names: joined(CLOSED, basis),
				measure: of(rows('closed'))
			}
		]
	}
]);

/** Rows of the reasons, apart and where a report gives all of a group. As printed, a row apart is a cell. */
const reasons = BASES.flatMap(({ prefix, names: basis, of }) =>
	REASON_GROUPS.flatMap((group): SummedGroup[] => {
		const own = reasonRows(group);
		const apart = own.map(({ id, names }) => single(`${prefix}t3.${id}.total`, joined(names, basis), of(rows(id))));
		return [
			...(prefix === '' ? [] : apart),
			{
				id: `${prefix}reasons.${group}`,
				names: joined({ zh: '该组理由齐全的报告', en: 'reports with every reason of the group' }, basis),
				figures: own.map(({ id, names }) => ({
					name: `${prefix}reasons.${id}`,
					of: `${prefix}t3.${id}.total`,
					names: joined(names, basis),
					measure: of(rows(id))
				}))
			}
		];
	})
);

const isCells = (measure: Indicator['numerator'] | null): measure is CellMeasure => measure?.kind === 'cells';

function share(one: Indicator): SummedGroup {
	const { id, names, numerator, denominator, of, tables } = one;
	if (!isCells(numerator) || !isCells(denominator) || of === null) throw new Error(`no share of cells: ${id}`);
	const denominatorOf = id === 'disclosure_rate' ? 't3.closed.total' : 't3.new.total';
	return {
		...{ id, names, old: tables },
		figures: [
			{ name: `${id}.numerator`, names: joined(names, { zh: '分子', en: 'numerator' }), measure: numerator },
			{ name: `${id}.denominator`, of: denominatorOf, names: joined(names, of), measure: denominator }
		]
	};
}

/** The indicators whose sums are kept: those of the opening figures. */
export const SUMMED_INDICATORS: readonly Indicator[] = [indicator('disclosure_rate'), ...APPLICANT_INDICATORS];

const FUNNEL_CELLS = DISPUTES.flatMap(({ id: dispute, names }) =>
	RESULTS.filter(({ id }) => id !== 'total').map((result) => ({
		key: `t4.${dispute}.${result.id}` as CellKey,
		names: joined(names, result.names)
	}))
);
const funnel: SummedGroup = {
	id: 'funnel',
	names: { zh: '新收数与表四各结果齐全的报告', en: 'reports with the new requests and every result of table four' },
	figures: [
		{ name: 'funnel.new', of: 't3.new.total', names: { zh: '新收', en: 'new requests' }, measure: rows('new') },
		...FUNNEL_CELLS.map(({ key, names }) => ({ name: `funnel.${key}`, of: key, names, measure: sum(key) }))
	]
};

/** What a row of `summary` sums up; `own` are the cells of a row of `reports` but those of table two. */
export const summedGroups = (own: readonly FormCell[]): readonly SummedGroup[] => [
	...cells(own),
	...suits,
	...outcomes,
	...reasons,
	...SUMMED_INDICATORS.map(share),
	funnel
];

/** The column that is kept of a figure. */
export const keptColumn = ({ name, of }: SummedFigure): string => (of === undefined ? name : `apart.${name}`);

/** Figures of a report, and of the same agency’s report of the year before, summed over the pairs of reports that give all of them. */
export interface PairedGroup {
	/** `without.<id>` counts the pairs that do not give them all. */
	readonly id: string;
	readonly names: Names;
	/** Of this year’s report. */
	readonly now: readonly SummedFigure[];
	/** Of the report of the year before. */
	readonly before: readonly SummedFigure[];
	/** `equal.<id>` counts the pairs in which the one figure of now is that of before. */
	readonly equal?: true;
}

function paired(
	id: string,
	names: Names,
	figures: readonly Omit<SummedFigure, 'name'>[],
	parts: readonly string[]
): PairedGroup {
	const named = (prefix: string): SummedFigure[] =>
		figures.map((one, at) => ({ ...one, name: `${prefix}${id}${parts[at] ?? ''}` }));
	return { id, names, now: named(''), before: named('before.') };
}

const pairedSingle = (id: string, names: Names, measure: CellMeasure): PairedGroup =>
	paired(id, names, [{ names, measure }], ['']);
const DISCLOSED: Names = { zh: '予以公开与部分公开', en: 'disclosed and partially disclosed' };
const CARRIED_IN: Names = { zh: '上年结转', en: 'carried in' };
const CARRIED_OUT: Names = { zh: '结转下年', en: 'carried out' };

export const PAIRED_GROUPS: readonly PairedGroup[] = [
	pairedSingle('new', { zh: '新收', en: 'new requests' }, rows('new')),
	pairedSingle('closed', CLOSED, rows('closed')),
	pairedSingle('review', { zh: '行政复议', en: 'reconsiderations' }, disputes(['review'], 'total')),
	pairedSingle('suits', LAWSUITS.names, disputes(SUIT_IDS, 'total')),
	paired(
		'disclosed',
		DISCLOSED,
		[
			{ names: DISCLOSED, measure: added(outcome('granted'), outcome('partial')) },
			{ names: CLOSED, measure: rows('closed') }
		],
		['.numerator', '.denominator']
	),
	{
		id: 'carry',
		names: { zh: '结转衔接', en: 'carry-over' },
		now: [{ name: 'carried_in', names: CARRIED_IN, measure: rows('carried_in') }],
		before: [{ name: 'before.carried_out', names: CARRIED_OUT, measure: rows('carried_out') }],
		equal: true
	}
];
