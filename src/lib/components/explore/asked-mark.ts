import type { Indicator } from '$lib/core/indicators/index.ts';
import type { Scope } from '$lib/core/dataset/tables.ts';
import { askedText, figureOfIndicator, GROUPINGS, parseAsked } from '$lib/queries/index.ts';
import type { Asked, GroupColumn, Grouping, Within } from '$lib/queries/index.ts';
import type { Member } from './members.ts';

/** A mark or a cell: of which scope and indicator, in which groups. */
export interface Marked {
	readonly scope: Scope;
	readonly indicator: Indicator;
	readonly groups: readonly (readonly [Grouping, Member])[];
}

const AS_FILTER: Partial<Record<GroupColumn, keyof Within>> = {
	province: 'provinces',
	city: 'cities',
	county: 'counties',
	level: 'levels',
	family: 'families'
};

/** The values of a member's columns; null where the dataset does not say one of them. */
function valuesOf(grouping: Grouping, member: Member): readonly (readonly [GroupColumn, string])[] | null {
	const parts = member.key.split('\t').slice(grouping === 'level' ? 1 : 0);
	const columns: readonly GroupColumn[] = GROUPINGS[grouping];
	const values = columns.map((column, index) => [column, parts[index] ?? 'null'] as const);
	return values.some(([, value]) => value === 'null') ? null : values;
}

/**
 * What is asked at a mark: the reports of its groups in its year, or the year that alone is chosen. null where several years are in it,
 * where a group is not known, or where the indicator is no figure of the printed tables.
 */
export function askedOfMark({ scope, indicator, groups }: Marked, years: readonly number[]): Asked | null {
	const found = groups.map(([grouping, member]) => valuesOf(grouping, member));
	if (found.includes(null)) return null;
	const values = new Map(found.flatMap((each) => each ?? []));
	const year = values.get('year') ?? (years.length === 1 ? String(years[0]) : undefined);
	const figure = values.get('outcome') ?? figureOfIndicator(indicator);
	if (year === undefined || figure === null || values.has('applicant')) return null;
	const common = { figure, basis: 'printed', year: Number(year) } as const;
	const agency = values.get('agency_id');
	const within: Within = Object.fromEntries(
		[...values].flatMap(([column, value]) => {
			const name = AS_FILTER[column];
			return name === undefined ? [] : [[name, [value]]];
		})
	);
	const asked: Asked =
		agency !== undefined
			? { kind: 'report', ...common, agency }
			: { kind: 'sum', ...common, scope, ...(Object.keys(within).length > 0 && { within }) };
	// What the address could not say again cannot be asked.
	return parseAsked(askedText(asked)) === null ? null : asked;
}
