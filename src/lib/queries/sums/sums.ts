import { SCOPES, SUMMED_GROUPS } from '../../core/dataset/tables.ts';
import type { Scope } from '../../core/dataset/tables.ts';
import type { ParquetColumn } from '../../db/parquet-columns.ts';
import type { Filters } from '../filters.ts';
import type { Share, Total } from '../totals.ts';
import { AgencyCounts } from './agency-counts.ts';
import { SumTable } from './sum-table.ts';
import type { FilteredBy, SumGroup, ToldColumn } from './sum-table.ts';

/** The tables of sums at hand, from which a question is answered without the engine. */
export interface Sums {
	readonly reports: SumTable;
	/** Reports with that of the same agency of the year before. */
	readonly pairs: SumTable;
	readonly agencies: AgencyCounts;
}

const FILTERED_BY: FilteredBy = {
	years: ['year'],
	provinces: ['province'],
	levels: ['level'],
	families: ['family'],
	scopes: ['scope']
};
const PAIRS_FILTERED_BY: FilteredBy = {
	...FILTERED_BY,
	provinces: ['province', 'before.province'],
	levels: ['level', 'before.level'],
	families: ['family', 'before.family']
};

const TOLD: ReadonlyMap<string, ToldColumn> = new Map(
	SUMMED_GROUPS.flatMap(({ id: group, figures }) =>
		figures.flatMap(({ name, of }): [string, ToldColumn][] => (of === undefined ? [] : [[name, { group, of }]]))
	)
);

type Columns = ReadonlyMap<string, ParquetColumn>;

/** From the columns of `summary`, `summary_pairs` and `summary_agencies`. */
export const sumsOf = (tables: Readonly<Record<keyof Sums, Columns>>): Sums => ({
	reports: new SumTable(tables.reports, FILTERED_BY, 'reports', TOLD),
	pairs: new SumTable(tables.pairs, PAIRS_FILTERED_BY, 'pairs'),
	agencies: new AgencyCounts(tables.agencies)
});

/** The answer of a question from the sums; left out where they do not tell it: places below provinces and single agencies. */
export function bySums<T>(filters: Filters, answer: (sums: Sums) => T[]): { fromSums?: (sums: Sums) => T[] } {
	const finer = filters.cities.length + filters.counties.length + filters.agencies.length > 0;
	return finer ? {} : { fromSums: answer };
}

const SCOPE_ORDER = Object.keys(SCOPES);

/** As `scopeOrderSql` sorts them. */
export const byScope = (a: SumGroup, b: SumGroup): number =>
	SCOPE_ORDER.indexOf(String(a.key['scope'])) - SCOPE_ORDER.indexOf(String(b.key['scope']));
export const byYear = (a: SumGroup, b: SumGroup): number => Number(a.key['year']) - Number(b.key['year']);

/** Sums by year and scope, in that order. */
export const byYearAndScope = (table: SumTable, filters: Filters): SumGroup[] =>
	table.groups(filters, ['year', 'scope']).sort((a, b) => byYear(a, b) || byScope(a, b));

/** What every figure by year and scope says of a group. */
export const reportsOf = (group: SumGroup): { year: number; scope: Scope; reports: number } => ({
	year: Number(group.key['year']),
	scope: group.key['scope'] as Scope,
	reports: group.count('reports')
});

/** The group of that year and scope. */
export const groupOf = (groups: readonly SumGroup[], year: number, scope: unknown): SumGroup | undefined =>
	groups.find(({ key }) => key['year'] === year && key['scope'] === scope);

/** A column with its count. */
export const totalOf = (group: SumGroup | undefined, column: string): Total => ({
	value: group?.sum(column) ?? null,
	n: group?.count(`n.${column}`) ?? 0
});

/** Two columns over the reports that `n.<id>` counts. */
export const shareOver = (group: SumGroup | undefined, id: string, numerator: string, denominator: string): Share => ({
	numerator: group?.sum(numerator) ?? null,
	denominator: group?.sum(denominator) ?? null,
	n: group?.count(`n.${id}`) ?? 0
});

/** (granted + partial) / closed, over the reports that give all three. */
export const disclosedOf = (group: SumGroup | undefined): Share =>
	shareOver(group, 'disclosure_rate', 'disclosure_rate.numerator', 'disclosure_rate.denominator');
