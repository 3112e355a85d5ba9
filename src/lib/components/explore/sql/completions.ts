import { DATASET_TABLES } from '$lib/core/dataset/tables.ts';
import type { DatasetColumn } from '$lib/core/dataset/tables.ts';
import { nameIn } from '$lib/format/locale.ts';
import type { Locale } from '$lib/format/locale.ts';
import { tablesOf } from '$lib/queries/console.ts';

export interface SqlCompletion {
	readonly label: string;
	readonly type: 'keyword' | 'class' | 'property' | 'function';
	readonly detail?: string;
	readonly boost?: number;
}

const KEYWORDS =
	'SELECT FROM WHERE GROUP BY ORDER BY HAVING LIMIT JOIN LEFT JOIN ON USING AS AND OR NOT IN IS NULL BETWEEN LIKE CASE WHEN THEN ELSE END DISTINCT UNION ALL WITH DESC ASC NULLS LAST FILTER OVER PARTITION'
		.split(/ (?=[A-Z])/u)
		.filter((word, index, all) => all.indexOf(word) === index);
const FUNCTIONS = [
	'sum',
	'count',
	'avg',
	'min',
	'max',
	'median',
	'quantile_cont',
	'round',
	'coalesce',
	'nullif',
	'any_value',
	'arg_max',
	'string_agg'
];

/** A name as SQL takes it: in double quotes where it holds more than letters, digits and underlines. */
export function sqlName(name: string): string {
	return /^[a-z_][a-z0-9_]*$/u.test(name) ? name : `"${name}"`;
}

/** What may be completed: columns of the tables that the text names (of all, where it names none), tables, functions, keywords. */
export function completionsFor(text: string, locale: Locale): SqlCompletion[] {
	const named = tablesOf(text);
	const tables = DATASET_TABLES.filter(({ name }) => named.length === 0 || named.includes(name));
	const columns = new Map<string, DatasetColumn>();
	for (const table of tables)
		for (const column of table.columns as readonly DatasetColumn[]) columns.set(column.name, column);
	return [
		...[...columns.values()].map((column): SqlCompletion => ({
			label: sqlName(column.name),
			type: 'property',
			detail: nameIn(column.meaning, locale),
			boost: column.name.includes('.') ? 0 : 2
		})),
		...DATASET_TABLES.map((table): SqlCompletion => ({
			label: table.name,
			type: 'class',
			detail: nameIn(table.meaning, locale),
			boost: 3
		})),
		...FUNCTIONS.map((label): SqlCompletion => ({ label, type: 'function' })),
		...KEYWORDS.map((label): SqlCompletion => ({ label, type: 'keyword', boost: -1 }))
	];
}
