import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SUMMED_QUESTIONS } from '../../../bench/questions.ts';
import { writeTables } from '../../../scripts/build/write-tables.ts';
import { placeBatches } from '../../../scripts/synthesize/cells/place-batches.ts';
import { numberedYears } from '../../../scripts/synthesize/corpus.ts';
import { ERROR_KINDS } from '../../../scripts/synthesize/errors.ts';
import { MUTATIONS, readRates } from '../../../scripts/synthesize/mutations/registry.ts';
import { SMALL_SIZES } from '../../../scripts/synthesize/world/world.ts';
import {
	assemble,
	buildIdOf,
	datasetTable,
	describeDataset,
	packageText
} from '../../../src/lib/core/dataset/index.ts';
import type { AttributedEntry, DatasetTableName } from '../../../src/lib/core/dataset/index.ts';
import { indicator } from '../../../src/lib/core/indicators/index.ts';
import type { Dataset } from '../../../src/lib/db/gate.ts';
import { openDataset } from '../../../src/lib/db/node.ts';
import type { ParquetColumn } from '../../../src/lib/db/parquet-columns.ts';
import {
	headFigures,
	indicatorValues,
	NO_FILTERS,
	outcomesByYear,
	run,
	sumsOf
} from '../../../src/lib/queries/index.ts';
import type { Filters, Query, Sums } from '../../../src/lib/queries/index.ts';

// What the tables of sums answer is what the engine answers from the reports.

const INVENT = {
	seed: 'sums',
	missing: 0.2,
	mutations: readRates('all', MUTATIONS),
	errors: readRates('all', ERROR_KINDS)
};
const YEARS = [2019, 2023] as const;

/** Every seventh agency has another family, every eleventh another level and scope, every thirteenth another province from 2021 on. */
function changed(entry: AttributedEntry, index: number): AttributedEntry {
	const { attributed } = entry;
	if (attributed.year < 2021) return entry;
	const agency = {
		...attributed.agency,
		...(index % 7 === 0 ? { family: 'health' } : {}),
		...(index % 11 === 0 ? { level: 'county' as const } : {}),
		...(index % 13 === 0 ? { province: null } : {})
	};
	const scope = index % 11 === 0 ? ('county_own' as const) : attributed.scope;
	return { ...entry, attributed: { ...attributed, agency, scope } };
}

let folder: string;
let dataset: Dataset;
let sums: Sums;

async function columnsOf(name: DatasetTableName): Promise<ReadonlyMap<string, ParquetColumn>> {
	await dataset.ensure([name]);
	const rows = await dataset.query(`FROM ${name}`);
	return new Map(
		datasetTable(name).columns.map((column) => [column.name, rows.map((row) => row[column.name] ?? null)])
	);
}

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'gongkai-sums-'));
	const given = [...numberedYears({ seed: 'sums', years: YEARS, sizes: SMALL_SIZES, agencies: 120 })];
	const batches = [
		...placeBatches(
			given.map(({ of }) => of),
			INVENT
		)
	];
	const all = batches.flatMap(({ entries }) => entries);
	const numbers = new Map(
		[...new Set(all.map(({ attributed }) => attributed.agency.id))].map((id, at) => [id, at + 1])
	);
	const entries = all.map((entry) => changed(entry, numbers.get(entry.attributed.agency.id) ?? 1));
	const { tables } = assemble(entries, { years: YEARS });
	const written = await writeTables(tables, folder, { fictional: true });
	const build = buildIdOf(written.files);
	const title = { zh: '合计', en: 'Sums' };
	const described = describeDataset({ name: 'sums', title, fictional: true, build, ...written });
	await writeFile(join(folder, 'datapackage.json'), packageText(described));
	dataset = await openDataset(folder);
	sums = sumsOf({
		reports: await columnsOf('summary'),
		pairs: await columnsOf('summary_pairs'),
		agencies: await columnsOf('summary_agencies')
	});
}, 60_000);
afterAll(async () => {
	await dataset.close();
	await rm(folder, { recursive: true });
});

const disclosure = indicator('disclosure_rate');
const QUESTIONS: Readonly<Record<string, (filters: Filters) => Query<unknown>>> = {
	...SUMMED_QUESTIONS,
	'outcomesByYear, printed': (filters) => outcomesByYear(filters, ['printed']),
	'disclosure by year and province': (filters) => indicatorValues([disclosure], filters, ['year', 'province']),
	'disclosure by level': (filters) => indicatorValues([disclosure], filters, ['level']),
	'disclosure by family and year': (filters) => indicatorValues([disclosure], filters, ['family', 'year'])
};

const provinceOf = (at: number): string => String(sums.reports.column('province').filter(Boolean)[at]);
const CHOICES: Readonly<Record<string, () => Partial<Filters>>> = {
	'no filter': () => ({}),
	'without failing': () => ({ withoutFailing: true }),
	'one year': () => ({ years: [2022] }),
	'years apart': () => ({ years: [2019, 2021, 2023] }),
	'years in a row, without failing': () => ({ years: [2020, 2021], withoutFailing: true }),
	'a province': () => ({ provinces: [provinceOf(0)] }),
	'families, one of them that agencies change to': () => ({ families: ['health', 'finance'] }),
	'a level that agencies change to': () => ({ levels: ['county'] }),
	'scopes, a year, without failing': () => ({
		scopes: ['county_own', 'city_own'],
		years: [2021],
		withoutFailing: true
	}),
	'all at once': () => ({
		levels: ['county', 'city'],
		families: ['health'],
		years: [2020, 2021, 2022],
		provinces: [provinceOf(0)]
	}),
	nothing: () => ({ families: ['health'], years: [2040] })
};

describe('the tables of sums', () => {
	it('hold what their name says: groups, agencies that change, reports that fail', () => {
		expect(new Set(sums.reports.column('failing'))).toEqual(new Set([0, 1]));
		expect(sums.agencies.count(NO_FILTERS)).toBe(120);
		const [province, before] = [sums.pairs.column('province'), sums.pairs.column('before.province')];
		expect(province.some((value, row) => value !== before[row])).toBe(true);
		expect(sums.reports.groups(NO_FILTERS, []).map((group) => group.count('n.recomputed.outcomes') > 0)).toEqual([
			true
		]);
	});

	for (const [name, question] of Object.entries(QUESTIONS))
		for (const [choice, filters] of Object.entries(CHOICES))
			it(`answer ${name} as the engine does: ${choice}`, async () => {
				const query = question({ ...NO_FILTERS, ...filters() });
				if (!query.fromSums) throw new Error('not answered from sums');
				expect(query.fromSums(sums)).toEqual(await run(dataset, query));
			});

	it('do not answer for cities, counties and single agencies', () => {
		for (const finer of [{ cities: ['a'] }, { counties: ['a'] }, { agencies: ['a'] }])
			expect(headFigures({ ...NO_FILTERS, ...finer }).fromSums).toBeUndefined();
	});

	it('do not answer for indicators and columns that they do not hold', () => {
		expect(indicatorValues([indicator('new')], NO_FILTERS).fromSums).toBeUndefined();
		expect(indicatorValues([disclosure], NO_FILTERS, ['city']).fromSums).toBeUndefined();
		expect(indicatorValues([disclosure], NO_FILTERS, ['year'], null, 'year').fromSums).toBeUndefined();
	});
});
