import { LEVELS, UNIT_TYPES } from './agency.ts';
import type { Level, UnitType } from './agency.ts';
import { DEPARTMENT_FAMILIES } from './families.ts';
import type { FamilyKey } from './families.ts';
import { placesCoded } from './places.ts';
import type { PlaceNames } from './places.ts';
import { plainName } from './plain-name.ts';

/** A row of data/agencies.csv: what it gives overrules the rules for agencies of that name in those years, null leaves it to them. */
export interface AgencyOverride {
	readonly name: string;
	readonly fromYear: number | null;
	readonly toYear: number | null;
	readonly code: string | null;
	readonly level: Level | null;
	readonly type: UnitType | null;
	readonly family: FamilyKey | null;
	readonly id: string | null;
	/** Names of a place that is in no list of divisions; null where the row names none. */
	readonly unlisted: PlaceNames | null;
}

export const OVERRIDE_COLUMNS = [
	'name',
	'from_year',
	'to_year',
	'code',
	'level',
	'type',
	'family',
	'id',
	'province',
	'city',
	'county',
	'note'
] as const;

const YEAR = /^20\d\d$/u;

function oneOf<K extends string>(table: Readonly<Record<K, unknown>>, text: string, column: string): K | null {
	if (text === '') return null;
	if (!Object.hasOwn(table, text)) throw new Error(`unknown ${column} in agencies.csv: ${text}`);
	return text as K;
}

function yearOf(text: string, column: string): number | null {
	if (text === '') return null;
	if (!YEAR.test(text)) throw new Error(`not a year in column ${column} of agencies.csv: ${text}`);
	return Number(text);
}

/** The place that a row names in words: for one that no list of divisions has, so never beside a code. */
function unlistedPlace(code: string, province: string, city: string, county: string): PlaceNames | null {
	const named = [province, city, county].filter((part) => part !== '').join('');
	if (named === '') return null;
	if (code !== '') throw new Error(`both a code and names of a place in agencies.csv: ${code} ${named}`);
	if (province === '') throw new Error(`place without its province in agencies.csv: ${named}`);
	return { code: null, province, city: city || null, county: county || null };
}

/** Reads the records of data/agencies.csv, keyed by column. Throws at a value that is none: the file is ours, kept by hand. */
export function readOverrides(rows: readonly Readonly<Record<string, string>>[]): AgencyOverride[] {
	return rows.map((row) => {
		const value = (column: (typeof OVERRIDE_COLUMNS)[number]): string => (row[column] ?? '').trim();
		const name = plainName(value('name'));
		const code = value('code');
		if (name === '') throw new Error(`row without name in agencies.csv: ${JSON.stringify(row)}`);
		if (code !== '' && placesCoded(code).length === 0)
			throw new Error(`unknown division code in agencies.csv: ${code}`);
		return {
			name,
			fromYear: yearOf(value('from_year'), 'from_year'),
			toYear: yearOf(value('to_year'), 'to_year'),
			code: code === '' ? null : code,
			level: oneOf(LEVELS, value('level'), 'level'),
			type: oneOf(UNIT_TYPES, value('type'), 'type'),
			family: oneOf(DEPARTMENT_FAMILIES, value('family'), 'family'),
			id: value('id') === '' ? null : value('id'),
			unlisted: unlistedPlace(code, value('province'), value('city'), value('county'))
		};
	});
}

const byName = new WeakMap<readonly AgencyOverride[], ReadonlyMap<string, readonly AgencyOverride[]>>();

function indexByName(overrides: readonly AgencyOverride[]): ReadonlyMap<string, readonly AgencyOverride[]> {
	const index = new Map<string, AgencyOverride[]>();
	for (const override of overrides) index.set(override.name, [...(index.get(override.name) ?? []), override]);
	byName.set(overrides, index);
	return index;
}

/** The first row for an agency of this name in this year; a row with years counts only where the year is known. */
export function overrideFor(
	name: string,
	year: number | null,
	overrides: readonly AgencyOverride[] = []
): AgencyOverride | null {
	const index = byName.get(overrides) ?? indexByName(overrides);
	const covers = ({ fromYear, toYear }: AgencyOverride): boolean =>
		(fromYear === null && toYear === null) ||
		(year !== null && (fromYear ?? 0) <= year && year <= (toYear ?? Infinity));
	return index.get(name)?.find(covers) ?? null;
}
