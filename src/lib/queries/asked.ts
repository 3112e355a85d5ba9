import { REPORT_CELLS, SCOPES } from '../core/dataset/tables.ts';
import type { Scope } from '../core/dataset/tables.ts';
import { DISPUTES, formCell, LAWSUITS, LAYOUTS, OUTCOME_GROUPS, RESULTS } from '../core/form/index.ts';
import type { CellKey, Names, ResultId, TableId } from '../core/form/index.ts';
import { FIGURES, figure, OUTCOME_GROUP_IDS } from './figures.ts';
import type { Figure } from './figures.ts';
import { BASES } from './outcomes-by-year.ts';
import type { Basis } from './outcomes-by-year.ts';

/** A figure the reader asks about: of one report, or the sum over the reports of a scope in a year. */
export type Asked = {
	/** Id of an `AskableFigure`. */
	readonly figure: string;
	readonly basis: Basis;
	readonly year: number;
} & ({ readonly kind: 'sum'; readonly scope: Scope } | { readonly kind: 'report'; readonly agency: string });

/** What can be asked about: the figures of a report, any of its cells, lawsuits by result, and the share disclosed. */
export interface AskableFigure {
	readonly id: string;
	readonly names: Names;
	readonly table: TableId;
	readonly parts: Figure['parts'];
	/** The figure it is a share of; none: it is a count. */
	readonly whole?: Figure['parts'];
}

const inBoth = (cells: readonly CellKey[]): Figure['parts'] => ({ '2019': cells, '2021': cells });

const LAWSUIT_RESULTS: readonly AskableFigure[] = RESULTS.map((result) => ({
	id: `suits.${result.id}`,
	names: {
		zh: `${LAWSUITS.names.zh} · ${result.names.zh}`,
		en: `${LAWSUITS.names.en} · ${result.names.en}`
	},
	table: 't4',
	parts: inBoth(
		DISPUTES.filter((dispute) => dispute.lawsuit).map((dispute): CellKey => `t4.${dispute.id}.${result.id}`)
	)
}));

const DISCLOSED: AskableFigure = {
	id: 'disclosed',
	names: { zh: '公开率', en: 'Disclosed' },
	table: 't3',
	parts: {
		'2019': [...figure('granted').parts['2019'], ...figure('partial').parts['2019']],
		'2021': [...figure('granted').parts['2021'], ...figure('partial').parts['2021']]
	},
	whole: figure('closed').parts
};

/** The figure of that id, or of that cell; undefined where there is none such. */
export function askableFigure(id: string): AskableFigure | undefined {
	const cell = formCell(id);
	if (cell)
		return {
			id,
			names: { zh: `${cell.rowNames.zh} · ${cell.columnNames.zh}`, en: `${cell.rowNames.en} · ${cell.columnNames.en}` },
			table: cell.table,
			parts: inBoth([cell.key])
		};
	return [...FIGURES, ...LAWSUIT_RESULTS, DISCLOSED].find((one) => one.id === id);
}

const SUMMED: ReadonlySet<string> = new Set(REPORT_CELLS.map((cell) => cell.key));
const allParts = ({ parts }: AskableFigure, test: (cell: CellKey) => boolean): boolean =>
	LAYOUTS.every((layout) => parts[layout].every(test));

/** Of which figures the six applicants give the sum as well. */
const hasApplicants = (one: AskableFigure): boolean =>
	one.table === 't3' && one.whole === undefined && allParts(one, (cell) => cell.endsWith('.total'));

/** As it stands in the address: `sum:new:printed:2023:city_own`. */
export function askedText(asked: Asked): string {
	return [asked.kind, asked.figure, asked.basis, asked.year, asked.kind === 'sum' ? asked.scope : asked.agency].join(
		':'
	);
}

/** Reads what `askedText` wrote; null where it is no such thing. */
export function parseAsked(text: string): Asked | null {
	const [kind, id = '', basis, digits = '', ...rest] = text.split(':');
	const whose = rest.join(':');
	const found = askableFigure(id);
	const known = BASES.find((one) => one === basis);
	if ((kind !== 'sum' && kind !== 'report') || !found || !known || !/^\d{4}$/u.test(digits) || whose === '')
		return null;
	if (known === 'recomputed' && !hasApplicants(found)) return null;
	const common = { figure: id, basis: known, year: Number(digits) };
	if (kind === 'report') return { kind, ...common, agency: whose };
	if (!allParts(found, (cell) => SUMMED.has(cell))) return null;
	return Object.hasOwn(SCOPES, whose) ? { kind, ...common, scope: whose as Scope } : null;
}

const DISPUTE_GROUPS = [...DISPUTES.map((dispute) => `t4.${dispute.id}`), 'suits'];
const ofDispute = (group: string): string[] =>
	RESULTS.map((result): string => `${group}.${result.id satisfies ResultId}`);

/** Figures that stand beside each other on a chart or table, so that the reader may go from one to the next. */
const SIBLINGS: readonly (readonly string[])[] = [
	['new', 'carried_in', 'closed', 'carried_out'],
	[...OUTCOME_GROUP_IDS, 'closed'],
	...DISPUTE_GROUPS.map(ofDispute)
];

/** The figures beside that one, itself among them; none where it stands alone. */
export function siblingsOf(id: string): readonly string[] {
	return SIBLINGS.find((list) => list.includes(id)) ?? [];
}

/** Short names of outcomes and results where their group goes without saying. */
export function partNames(id: string): Names | undefined {
	const result = RESULTS.find((one) => id === `suits.${one.id}` || DISPUTES.some((d) => id === `t4.${d.id}.${one.id}`));
	return result?.names ?? OUTCOME_GROUPS.find((group) => group.id === id)?.names;
}
