import { indexNames, searchNames } from '$lib/core/agencies/name-search.ts';
import type { NameIndex } from '$lib/core/agencies/name-search.ts';
import { INDICATORS } from '$lib/core/indicators/index.ts';
import { GLOSSARY } from '$lib/format/glossary.ts';
import { LOCALES, nameIn } from '$lib/format/locale.ts';
import type { Locale } from '$lib/format/locale.ts';
import { m } from '$lib/paraglide/messages.js';
import type { NamedAgency } from '$lib/queries/index.ts';
import { HELP_PAGES, WORK_PAGES } from './pages.ts';

export const TARGET_KINDS = ['page', 'indicator', 'term', 'agency'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** Something of the site that a search can lead to. */
export interface Target {
	readonly kind: TargetKind;
	readonly label: string;
	readonly hint: string;
	readonly path: `/${string}`;
	/** Query string or anchor. */
	readonly search: string;
}

export interface TargetList {
	readonly targets: readonly Target[];
	readonly index: NameIndex;
}

const inBoth = (of: (locale: Locale) => string): string[] => LOCALES.map(of);

/** Pages, indicators (drawn, and defined) and terms; each is found by its names in both languages. */
export function ownTargets(kind: Exclude<TargetKind, 'agency'>, locale: Locale): TargetList {
	const made: { readonly target: Target; readonly names: readonly string[] }[] =
		kind === 'page'
			? [...WORK_PAGES, ...HELP_PAGES].map(({ path, label }) => ({
					target: { kind, label: label(), hint: '', path, search: '' },
					names: inBoth((one) => label({}, { locale: one }))
				}))
			: kind === 'indicator'
				? INDICATORS.flatMap(({ id, names }) =>
						(
							[
								['/explore/', `?show=${id}`, m.nav_explore()],
								['/glossary/', `#indicator-${id}`, m.glossary_title()]
							] as const
						).map(([path, search, hint]) => ({
							target: { kind, label: nameIn(names, locale), hint, path, search },
							names: inBoth((one) => nameIn(names, one))
						}))
					)
				: GLOSSARY.flatMap((group) =>
						group.terms.map(({ id, names }) => ({
							target: {
								kind,
								label: nameIn(names, locale),
								hint: nameIn(group.names, locale),
								path: '/glossary/',
								search: `#${id}`
							},
							names: inBoth((one) => nameIn(names, one))
						}))
					);
	return {
		targets: made.map(({ target }) => target),
		index: indexNames(made.map(({ names }) => ({ names, pinyin: [] })))
	};
}

export function agencyTargets(agencies: readonly NamedAgency[]): TargetList {
	return {
		targets: agencies.map(({ agency_id, agency, province, city, county }) => ({
			kind: 'agency',
			label: agency,
			hint: [province, city, county].filter((one) => one !== null).join(' · '),
			path: '/agency/',
			search: `?id=${encodeURIComponent(agency_id)}`
		})),
		index: indexNames(
			agencies.map(({ agency_id, names, pinyin, province, city, county }) => ({
				names,
				pinyin,
				beside: [province, city, county, agency_id].filter((one) => one !== null).join(' ')
			}))
		)
	};
}

export interface FoundTargets {
	readonly found: readonly Target[];
	readonly more: number;
}

/** An agency that is found by a former name says so beside it. */
export function findTargets({ targets, index }: TargetList, search: string, limit: number): FoundTargets {
	const { found, more } = searchNames(index, search, limit);
	return {
		found: found.flatMap(({ at, name }) => {
			const target = targets[at];
			if (target === undefined) return [];
			const former = target.kind === 'agency' && name > 0 ? index.entries[at]?.names[name]?.text : undefined;
			return [former === undefined ? target : { ...target, hint: `${target.hint} · ${m.search_formerly()} ${former}` }];
		}),
		more
	};
}
