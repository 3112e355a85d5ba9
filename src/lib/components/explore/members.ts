import { LEVELS } from '$lib/core/agencies/agency.ts';
import { SCOPES } from '$lib/core/dataset/tables.ts';
import { APPLICANTS, OUTCOME_GROUPS } from '$lib/core/form/index.ts';
import { familyName } from '$lib/format/families.ts';
import type { Locale } from '$lib/format/locale.ts';
import { nameIn } from '$lib/format/locale.ts';
import { scopeName } from '$lib/format/scopes.ts';
import { m } from '$lib/paraglide/messages.js';
import { GROUPINGS } from '$lib/queries/index.ts';
import type { Grouping, IndicatorRow } from '$lib/queries/index.ts';

/** One of the groups that a grouping makes: 2023, 江苏省, one agency. */
export interface Member {
	/** Tells it from the others; the values of its columns. */
	readonly key: string;
	readonly label: string;
	/** What it lies in, where its own name may not tell. */
	readonly hint: string;
	/** Null where the dataset does not say: no province, no family. */
	readonly known: boolean;
	readonly year: number | null;
	/** Its place in an order of its own (years, levels, kinds of applicant); null where it has none. */
	readonly order: number | null;
}

const APPLICANT_NAMES = new Map(APPLICANTS.map(({ id, names }, order) => [id as string, { names, order }]));
const OUTCOME_NAMES = new Map(OUTCOME_GROUPS.map(({ id, names }, order) => [id as string, { names, order }]));
const SCOPE_ORDER = Object.keys(SCOPES);

type Row = Pick<IndicatorRow, 'scope' | 'group' | 'agency'>;

/** The level groups by scope: governments' summaries and bodies' own figures of one level are never added up. */
function levelMember({ scope, group }: Row, locale: Locale): Omit<Member, 'key' | 'hint'> {
	const level = group.level;
	const isOfScope = typeof level !== 'string' || scope.startsWith(level) || scope === 'unknown';
	const name = scopeName(scope, locale);
	const label = isOfScope || !(level in LEVELS) ? name : `${name} · ${LEVELS[level as keyof typeof LEVELS][locale]}`;
	return { label, known: true, year: null, order: SCOPE_ORDER.indexOf(scope) };
}

/** The member of a grouping that a row of results is about. */
export function memberOf(row: Row, grouping: Grouping, locale: Locale): Member {
	const columns = GROUPINGS[grouping];
	const values = columns.map((column) => row.group[column] ?? null);
	const key = grouping === 'level' ? `${row.scope}\t${String(values[0])}` : values.map(String).join('\t');
	const last = values.at(-1) ?? null;
	const hint = values
		.slice(0, -1)
		.filter((value) => value !== null)
		.join(' · ');
	if (grouping === 'level') return { key, hint: '', ...levelMember(row, locale) };
	if (last === null) return { key, label: m.explore_member_unknown(), hint, known: false, year: null, order: null };
	const plain = { key, hint, known: true, year: null, order: null };
	switch (grouping) {
		case 'year':
			return { ...plain, label: String(last), year: Number(last), order: Number(last) };
		case 'family':
			return { ...plain, label: familyName(String(last), locale) };
		case 'agency':
			return { ...plain, label: row.agency ?? String(last) };
		case 'applicant':
		case 'outcome': {
			const found = (grouping === 'applicant' ? APPLICANT_NAMES : OUTCOME_NAMES).get(String(last));
			return { ...plain, label: found ? nameIn(found.names, locale) : String(last), order: found?.order ?? null };
		}
		default:
			return { ...plain, label: String(last) };
	}
}

/** In the order of menus and tables: those with an order of their own by it, others by name; the unknown last. */
export function compareMembers(a: Member, b: Member): number {
	if (a.known !== b.known) return a.known ? -1 : 1;
	if (a.order !== null && b.order !== null) return a.order - b.order;
	return `${a.hint} ${a.label}`.localeCompare(`${b.hint} ${b.label}`, 'zh-CN') || (a.key < b.key ? -1 : 1);
}
