import {
	APPLICANTS,
	APPLICANT_COLUMNS,
	DISPUTES,
	RESULTS,
	TABLE_IDS,
	identities,
	tableThreeRows
} from '../../src/lib/core/form/index.ts';
import type { CellKey } from '../../src/lib/core/form/index.ts';
import type { QuotedCount, WrittenProse } from './prose.ts';
import type { Random } from './random.ts';
import { cellsOf } from './world/counts.ts';
import type { Formats } from './world/counts.ts';
import type { AgencyYear } from './world/world.ts';

/** A fault put into a report on purpose: it is printed so, and an audit should find it. */
export interface InjectedError {
	readonly name: string;
	/** The cells that it shows in: what is printed and what is true. */
	readonly cells: Readonly<Partial<Record<CellKey, { readonly printed: number; readonly true: number }>>>;
	/** For a fault in words: the count as written and as the tables have it. */
	readonly prose?: { readonly phrase: string; readonly printed: number; readonly true: number };
}

export interface ErrorContext {
	readonly of: AgencyYear;
	readonly previous: AgencyYear | null;
	readonly formats: Formats;
	/** The numbers to be printed. */
	readonly values: Map<CellKey, number>;
	readonly random: Random;
}

export interface ErrorKind {
	readonly name: string;
	readonly rate: number;
	/** Whether some identity inside the report must fail by it. */
	readonly hard: boolean;
	/** The layouts that it changes before the figures are known. */
	readonly formats?: (formats: Formats, of: AgencyYear) => Formats | null;
	/** The cells that it changes, with their printed numbers; null where it does not fit. */
	readonly cells?: (context: ErrorContext) => ReadonlyMap<CellKey, number> | null;
	/** The prose with the fault in it; null where it does not fit. */
	readonly prose?: (
		prose: WrittenProse,
		random: Random
	) => { prose: WrittenProse; slip: NonNullable<InjectedError['prose']> } | null;
}

const slip = (random: Random, value: number): number => {
	const by = random.pick([1, 1, 2, 3, 9, 10, 100]);
	return value >= by && random.chance(0.5) ? value - by : value + by;
};

const rowsOf = (formats: Formats): readonly string[] =>
	formats.t3 === null ? [] : tableThreeRows(formats.t3).map((row) => row.id);

function leavesOf(formats: Formats): string[] {
	if (formats.t3 === null) return [];
	return tableThreeRows(formats.t3).flatMap((row) => (row.group === undefined ? [] : row.id));
}

const one = (key: CellKey, printed: number): ReadonlyMap<CellKey, number> => new Map([[key, printed]]);

function replaceIn(paragraphs: readonly string[] | undefined, from: string, to: string): string[] | undefined {
	return paragraphs?.map((text) => text.replace(from, to));
}

function withSlip(prose: WrittenProse, count: QuotedCount, printed: number): WrittenProse {
	const phrase = count.phrase.replace(String(count.value), String(printed));
	const change = <T extends Readonly<Partial<Record<string, readonly string[]>>>>(sections: T | undefined): T =>
		Object.fromEntries(
			Object.entries(sections ?? {}).map(([id, texts]) => [id, replaceIn(texts, count.phrase, phrase) ?? []])
		) as unknown as T;
	return {
		...prose,
		before: change(prose.before),
		after: change(prose.after),
		counts: prose.counts.map((other) => (other === count ? { ...other, phrase, value: printed } : other))
	};
}

/** The faults of statute.md 2.8 and variations.md 7. */
export const ERROR_KINDS: readonly ErrorKind[] = [
	{
		name: 'total-column-wrong',
		rate: 0.02,
		hard: true,
		cells: ({ formats, values, random }) => {
			const row = random.pick(rowsOf(formats).filter((id) => id !== 'closed'));
			const key: CellKey = `t3.${row}.total`;
			return one(key, slip(random, values.get(key) ?? 0));
		}
	},
	{
		name: 'closed-wrong',
		rate: 0.015,
		hard: true,
		cells: ({ formats, values, random }) => {
			if (formats.t3 === null) return null;
			const key: CellKey = `t3.closed.${random.pick(APPLICANT_COLUMNS).id}`;
			return one(key, slip(random, values.get(key) ?? 0));
		}
	},
	{
		name: 'leaf-wrong',
		rate: 0.02,
		hard: true,
		cells: ({ formats, values, random }) => {
			if (formats.t3 === null) return null;
			const key: CellKey = `t3.${random.pick(leavesOf(formats))}.${random.pick(APPLICANTS).id}`;
			return one(key, slip(random, values.get(key) ?? 0));
		}
	},
	{
		name: 'neighbours-shifted',
		rate: 0.01,
		hard: true,
		cells: ({ formats, values, random }) => {
			const filled = leavesOf(formats).filter((row) => (values.get(`t3.${row}.natural_person`) ?? 0) > 0);
			if (filled.length === 0) return null;
			const row = random.pick(filled);
			const [from, to]: [CellKey, CellKey] = [`t3.${row}.natural_person`, `t3.${row}.business`];
			return new Map([
				[from, values.get(to) ?? 0],
				[to, values.get(from) ?? 0]
			]);
		}
	},
	{
		name: 'table-four-total-zero',
		rate: 0.05,
		hard: true,
		cells: ({ formats, values }) => {
			if (formats.t4 === null) return null;
			const keys = DISPUTES.map((dispute): CellKey => `t4.${dispute.id}.total`);
			const filled = keys.filter((key) => (values.get(key) ?? 0) > 0);
			return filled.length === 0 ? null : new Map(filled.map((key) => [key, 0]));
		}
	},
	{
		name: 'table-four-part-wrong',
		rate: 0.01,
		hard: true,
		cells: ({ formats, values, random }) => {
			if (formats.t4 === null) return null;
			const key: CellKey = `t4.${random.pick(DISPUTES).id}.${random.pick(RESULTS).id}`;
			return one(key, slip(random, values.get(key) ?? 0));
		}
	},
	{
		name: 'carry-over-broken',
		rate: 0.02,
		hard: false,
		cells: ({ formats, values, random, previous }) => {
			if (formats.t3 === null || previous === null) return null;
			const by = random.int(1, 4);
			return new Map(
				['carried_in', 'granted', 'closed'].flatMap((row) =>
					['natural_person', 'total'].map((column): [CellKey, number] => {
						const key: CellKey = `t3.${row}.${column}`;
						return [key, (values.get(key) ?? 0) + by];
					})
				)
			);
		}
	},
	{
		name: 'tables-copied',
		rate: 0.01,
		hard: false,
		cells: ({ formats, values, previous }) => {
			if (previous === null) return null;
			const before = cellsOf(previous.counts, formats);
			const changed = [...before].filter(([key, value]) => values.get(key) !== value);
			return changed.length === 0 || ![...before.values()].some((value) => value > 0) ? null : new Map(changed);
		}
	},
	{
		name: 'fee-in-yuan',
		rate: 0.02,
		hard: false,
		cells: ({ formats, values }) => {
			const fee = formats.t2 === '2021' ? (values.get('t2.fees.amount') ?? 0) : 0;
			return fee === 0 ? null : one('t2.fees.amount', Math.round(fee * 10_000));
		}
	},
	{
		name: 'rules-of-a-town',
		rate: 0.02,
		hard: false,
		cells: ({ formats, values, of, random }) => {
			const may = of.agency.type === 'government' && of.agency.level !== 'county';
			if (may || formats.t2 === null || (values.get('t2.rules.issued') ?? values.get('t2.rules.made') ?? 0) > 0)
				return null;
			const made = random.int(0, 2);
			const stock = made + random.int(1, 6);
			return formats.t2 === '2021'
				? new Map<CellKey, number>([
						['t2.rules.issued', made],
						['t2.rules.in_force', stock]
					])
				: new Map<CellKey, number>([
						['t2.rules.made', made],
						['t2.rules.published', made],
						['t2.rules.total', stock]
					]);
		}
	},
	{
		name: 'layout-wrong',
		rate: 0.015,
		hard: false,
		formats: (_, of) => (of.year < 2021 ? null : { t2: '2019', t3: '2019', t4: '2019' })
	},
	{
		name: 'layout-mixed',
		rate: 0.02,
		hard: false,
		formats: (_, of) => (of.year < 2021 ? null : { t2: '2021', t3: '2019', t4: '2021' })
	},
	{
		name: 'prose-differs',
		rate: 0.04,
		hard: false,
		prose: (prose, random) => {
			const quoted = prose.counts.filter((count) => count.value > 0);
			if (quoted.length === 0) return null;
			const count = random.pick(quoted);
			const printed = slip(random, count.value);
			return {
				prose: withSlip(prose, count, printed),
				slip: { phrase: count.phrase, printed, true: count.value }
			};
		}
	}
];

/** The identities within the report that its numbers break, as `rule along`; empty for a sound report. */
export function brokenIdentities(values: ReadonlyMap<CellKey, number>, formats: Formats): string[] {
	const sum = (keys: readonly CellKey[]): number => keys.reduce((total, key) => total + (values.get(key) ?? 0), 0);
	return TABLE_IDS.flatMap((table) => {
		const layout = formats[table];
		if (layout === null) return [];
		return identities(table, layout).flatMap(({ rule, along, left, right }) =>
			sum(left) === sum(right) ? [] : `${rule} ${along}`
		);
	});
}
