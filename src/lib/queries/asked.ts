import { REPORT_CELLS, SCOPES } from '../core/dataset/tables.ts';
import type { Scope } from '../core/dataset/tables.ts';
import { DISPUTES, eachLayout, formCell, LAWSUITS, LAYOUTS, OUTCOME_GROUPS, RESULTS } from '../core/form/index.ts';
import type { CellKey, Names, ResultId, TableId } from '../core/form/index.ts';
import { INDICATORS } from '../core/indicators/index.ts';
import type { Indicator, Measure } from '../core/indicators/index.ts';
import { FIGURES, figure, OUTCOME_GROUP_IDS } from './figures.ts';
import type { Figure } from './figures.ts';
import { BASES } from './outcomes-by-year.ts';
import type { Basis } from './outcomes-by-year.ts';
import { filtersFromParams, filtersToParams, NO_FILTERS } from './filters.ts';
import type { Filters } from './filters.ts';

/** A figure the reader asks about: of one report, or the sum over the reports of a scope in a year. */
export type Asked = {
	/** Id of an `AskableFigure`. */
	readonly figure: string;
	readonly basis: Basis;
	readonly year: number;
} & (
	| { readonly kind: 'sum'; readonly scope: Scope; readonly within?: Within | undefined }
	| { readonly kind: 'report'; readonly agency: string }
);

/** Of which part of the selection a sum is taken: a place, a family. */
export type Within = Partial<Pick<Filters, (typeof WITHIN)[number]>>;
const WITHIN = ['provinces', 'cities', 'counties', 'levels', 'families'] as const;

/** What can be asked about: the figures of a report, any of its cells, lawsuits by result, and the share disclosed. */
export interface AskableFigure {
	readonly id: string;
	readonly names: Names;
	readonly table: TableId;
	readonly parts: Figure['parts'];
	/** The figure it is a share of; none: it is a count. */
	readonly whole?: Figure['parts'];
}

const inAll = (cells: readonly CellKey[]): Figure['parts'] => eachLayout(() => cells);

const LAWSUIT_RESULTS: readonly AskableFigure[] = RESULTS.map((result) => ({
	id: `suits.${result.id}`,
	names: {
		zh: `${LAWSUITS.names.zh} · ${result.names.zh}`,
		en: `${LAWSUITS.names.en} · ${result.names.en}`
	},
	table: 't4',
	parts: inAll(DISPUTES.filter((dispute) => dispute.lawsuit).map((dispute): CellKey => `t4.${dispute.id}.${result.id}`))
}));

const DISCLOSED: AskableFigure = {
	id: 'disclosed',
	names: { zh: '公开率', en: 'Disclosed' },
	table: 't3',
	parts: eachLayout((layout) => [...figure('granted').parts[layout], ...figure('partial').parts[layout]]),
	whole: figure('closed').parts
};

/** The cells of a measure that are simply added up, in all layouts; null where it is anything else. */
function partsOf(measure: Measure | null): Figure['parts'] | null {
	if (measure?.kind !== 'cells') return null;
	const { terms } = measure;
	if (LAYOUTS.some((layout) => terms[layout]?.every(({ sign }) => sign > 0) !== true)) return null;
	return eachLayout((layout) => (terms[layout] ?? []).map(({ cell }) => cell));
}

/** The shares whose parts and whole are cells of one table. */
const RATES: readonly AskableFigure[] = INDICATORS.flatMap((one) => {
	const [parts, whole] = [partsOf(one.numerator), partsOf(one.denominator)];
	const [table] = one.tables;
	if (one.unit !== 'percent' || parts === null || whole === null || table === undefined || one.tables.length > 1)
		return [];
	return [{ id: one.id, names: one.names, table, parts, whole }];
});

/** By id; of two that bear one, the first. */
const ASKABLE: ReadonlyMap<string, AskableFigure> = new Map(
	[...FIGURES, ...LAWSUIT_RESULTS, DISCLOSED, ...RATES].toReversed().map((one) => [one.id, one])
);

/** The figure that an indicator is; null where it is none that can be asked about. */
export function figureOfIndicator({ id }: Indicator): string | null {
	const own = id === 'disclosure_rate' ? DISCLOSED.id : id;
	return askableFigure(own) ? own : null;
}

/** The figure of that id, or of that cell; undefined where there is none such. */
export function askableFigure(id: string): AskableFigure | undefined {
	const cell = formCell(id);
	if (cell)
		return {
			id,
			names: { zh: `${cell.rowNames.zh} · ${cell.columnNames.zh}`, en: `${cell.rowNames.en} · ${cell.columnNames.en}` },
			table: cell.table,
			parts: inAll([cell.key])
		};
	return ASKABLE.get(id);
}

const SUMMED: ReadonlySet<string> = new Set(REPORT_CELLS.map((cell) => cell.key));
const allParts = ({ parts }: AskableFigure, test: (cell: CellKey) => boolean): boolean =>
	LAYOUTS.every((layout) => parts[layout].every(test));

/** Of which figures the six applicants give the sum as well. */
const hasApplicants = (one: AskableFigure): boolean =>
	one.table === 't3' && one.whole === undefined && allParts(one, (cell) => cell.endsWith('.total'));

/** As it stands in the address: `sum:new:printed:2023:city_own`, of a part of the selection with `:province=…` after it. */
export function askedText(asked: Asked): string {
	const whose = asked.kind === 'sum' ? asked.scope : asked.agency;
	const within = asked.kind === 'sum' ? filtersToParams({ ...NO_FILTERS, ...asked.within }).toString() : '';
	return [asked.kind, asked.figure, asked.basis, asked.year, whose, ...(within === '' ? [] : [within])].join(':');
}

/** Reads the part of a selection; null where it names anything else. */
function parseWithin(text: string): Within | null {
	const { filters, unknown } = filtersFromParams(new URLSearchParams(text));
	const within = Object.fromEntries(
		WITHIN.flatMap((name) => (filters[name].length > 0 ? [[name, filters[name]]] : []))
	);
	const whole = filtersToParams({ ...NO_FILTERS, ...within }).toString() === filtersToParams(filters).toString();
	return unknown.length === 0 && whole ? within : null;
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
	const [scope = '', ...parts] = rest;
	if (!Object.hasOwn(SCOPES, scope)) return null;
	const sum = { kind, ...common, scope: scope as Scope } as const;
	if (parts.length === 0) return sum;
	const within = parseWithin(parts.join(':'));
	return within === null ? null : { ...sum, within };
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
