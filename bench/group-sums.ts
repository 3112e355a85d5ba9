import { op, table as columnTable } from 'arquero';
import type { Dataset } from '../src/lib/db/gate.ts';
import { identifier, literal } from '../src/lib/db/sql.ts';

/** The sums that a question of a page rests on: figures of reports added up by group, with how many reports give each. */
export interface GroupSums {
	/** The question's name in `questionsOn`. */
	readonly question: string;
	readonly where: Readonly<Partial<Record<'year' | 'scope' | 'province' | 'hard_fail', string | number>>>;
	readonly by: readonly ('year' | 'scope' | 'province' | 'family')[];
	readonly figures: readonly string[];
}

const totals = (...rows: string[]): string[] => rows.map((row) => `t3.${row}.total`);
const REQUESTS = totals('new', 'carried_in', 'carried_out');
const OUTCOMES = totals('granted', 'partial', 'denied_state_secret', 'denied_law', 'unable_not_held', 'closed');
const REFUSALS = totals(
	...['denied_state_secret', 'denied_law', 'denied_safety', 'denied_third_party'],
	...['denied_internal', 'denied_process', 'denied_case_file', 'denied_query']
);
const RESULTS = ['review', 'suit_direct', 'suit_after_review'].flatMap((way) =>
	['upheld', 'corrected', 'other', 'pending', 'total'].map((result) => `t4.${way}.${result}`)
);
const COUNTIES = { scope: 'county_own' };

/** Those of the twenty questions that are sums over reports; the others list, search or count other tables. */
export const groupSumsOn = (province: string): readonly GroupSums[] => [
	{ question: 'requests by year and scope', where: {}, by: ['year', 'scope'], figures: REQUESTS },
	{ question: 'the same, one province', where: { province }, by: ['year', 'scope'], figures: REQUESTS },
	{
		question: 'the same, without failing reports',
		where: { hard_fail: 0 },
		by: ['year', 'scope'],
		figures: REQUESTS
	},
	{ question: 'outcomes by year, as printed', where: COUNTIES, by: ['year'], figures: OUTCOMES },
	{ question: 'reasons of refusal', where: { year: 2023 }, by: ['scope'], figures: REFUSALS },
	{ question: 'reviews and lawsuits by result', where: {}, by: ['year', 'scope'], figures: RESULTS },
	{
		question: 'from request to lawsuit',
		where: {},
		by: ['year', 'scope'],
		figures: [...totals('new', 'closed'), 't4.review.total', 't4.suit_direct.total', 't4.suit_after_review.total']
	},
	{
		question: 'carried over from year to year',
		where: {},
		by: ['year', 'scope'],
		figures: totals('carried_in', 'carried_out')
	},
	{
		question: 'disclosure rate by province',
		where: COUNTIES,
		by: ['year', 'province'],
		figures: totals('granted', 'partial', 'closed')
	},
	{ question: 'requests by family', where: COUNTIES, by: ['family'], figures: totals('new') },
	{ question: 'outcomes by province', where: COUNTIES, by: ['province'], figures: OUTCOMES }
];

/** All groups together: how many, the sum of their sums and of their counts; so that ways of asking can be held against each other. */
export interface Told {
	readonly groups: number;
	readonly sum: number;
	readonly count: number;
}

export async function toldByDuckDB(native: Dataset, { where, by, figures }: GroupSums): Promise<Told> {
	const conditions = Object.entries(where).map(
		([name, value]) => `${identifier(name)} = ${typeof value === 'number' ? String(value) : literal(value)}`
	);
	const added = (what: 'sum' | 'count'): string =>
		figures.map((name) => `coalesce(${what}(${identifier(name)}), 0)`).join(' + ');
	const [row] = await native.query(
		`SELECT count(*)::INTEGER AS groups, sum(s)::DOUBLE AS sum, sum(n)::DOUBLE AS count FROM (
			SELECT ${added('sum')} AS s, ${added('count')} AS n FROM reports
			WHERE ${['true', ...conditions].join(' AND ')} GROUP BY ${by.map(identifier).join(', ')})`
	);
	return { groups: Number(row?.['groups']), sum: Number(row?.['sum']), count: Number(row?.['count']) };
}

/** A dimension as numbers: each value by its place among all. */
interface Coded {
	readonly values: readonly (string | null)[];
	readonly codes: Int32Array;
}

export interface Columns {
	readonly dimensions: Readonly<Record<string, Coded>>;
	readonly figures: Readonly<Record<string, Float64Array>>;
}

const DIMENSIONS = ['year', 'scope', 'province', 'family', 'hard_fail'];

/** The columns that the sums need, as typed arrays; a figure that is not there is NaN. */
export async function columnsOf(native: Dataset, sums: readonly GroupSums[]): Promise<Columns> {
	const names = [...new Set(sums.flatMap(({ figures }) => figures))];
	const listed = [
		...DIMENSIONS.map((name) => `${identifier(name)}::VARCHAR AS ${identifier(name)}`),
		...names.map((name) => `${identifier(name)}::DOUBLE AS ${identifier(name)}`)
	];
	const rows = await native.query(`SELECT ${listed.join(', ')} FROM reports`);
	const coded = (name: string): Coded => {
		const places = new Map<string | null, number>();
		const codes = Int32Array.from(rows, (row) => {
			const value = row[name] === null ? null : String(row[name]);
			const known = places.get(value) ?? places.size;
			places.set(value, known);
			return known;
		});
		return { values: [...places.keys()], codes };
	};
	return {
		dimensions: Object.fromEntries(DIMENSIONS.map((name) => [name, coded(name)])),
		figures: Object.fromEntries(
			names.map((name) => [
				name,
				Float64Array.from(rows, (row) => (row[name] === null ? Number.NaN : Number(row[name])))
			])
		)
	};
}

/** The limit: a loop over typed arrays, written for these columns and nothing else. */
export function asLoop({ dimensions, figures }: Columns, { where, by, figures: names }: GroupSums): () => Told {
	const dimension = (name: string): Coded => dimensions[name] ?? { values: [], codes: new Int32Array() };
	const filters = Object.entries(where).map(([name, value]) => {
		const { values, codes } = dimension(name);
		return { codes, wanted: values.indexOf(String(value)) };
	});
	const groups = by.map(dimension);
	const size = groups.reduce((product, { values }) => product * values.length, 1);
	const columns = names.map((name) => figures[name] ?? new Float64Array());
	const rows = columns[0]?.length ?? 0;
	return () => {
		const seen = new Uint8Array(size);
		const sums = new Float64Array(size * columns.length);
		const counts = new Float64Array(size * columns.length);
		row: for (let at = 0; at < rows; at += 1) {
			for (const { codes, wanted } of filters) if (codes[at] !== wanted) continue row;
			let group = 0;
			for (const { codes, values } of groups) group = group * values.length + (codes[at] ?? 0);
			seen[group] = 1;
			for (let column = 0; column < columns.length; column += 1) {
				const value = columns[column]?.[at] ?? Number.NaN;
				if (Number.isNaN(value)) continue;
				const slot = group * columns.length + column;
				sums[slot] = (sums[slot] ?? 0) + value;
				counts[slot] = (counts[slot] ?? 0) + 1;
			}
		}
		const add = (all: Float64Array | Uint8Array): number => (all as Float64Array).reduce((sum, one) => sum + one, 0);
		return { groups: add(seen), sum: add(sums), count: add(counts) };
	};
}

/** The same by Arquero, on the same typed arrays and texts. */
export function asArquero({ dimensions, figures }: Columns): (sums: GroupSums) => () => Told {
	const texts = Object.entries(dimensions).map(([name, { values, codes }]): [string, unknown[]] => [
		name,
		Array.from(codes, (code) => values[code] ?? null)
	]);
	const all = columnTable([
		...texts,
		...Object.entries(figures).map(([name, values]): [string, unknown] => [name, values])
	] as never);
	return ({ where, by, figures: names }) => {
		const rollup = Object.fromEntries(
			names.flatMap((name, at) => [
				[`s${String(at)}`, op.sum(name)],
				[`n${String(at)}`, op.valid(name)]
			])
		);
		const condition = Object.entries(where)
			.map(([name, value]) => `d[${JSON.stringify(name)}] === ${JSON.stringify(String(value))}`)
			.join(' && ');
		return () => {
			const filtered = condition === '' ? all : all.filter(`d => ${condition}`);
			const found = filtered.groupby(...by).rollup(rollup);
			let [sum, count] = [0, 0];
			for (const at of names.keys()) {
				for (const value of found.array(`s${String(at)}`)) sum += Number(value ?? 0);
				for (const value of found.array(`n${String(at)}`)) count += Number(value);
			}
			return { groups: found.numRows(), sum, count };
		};
	};
}
