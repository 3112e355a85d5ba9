import { auditAgency, auditGroup } from '../audit/index.ts';
import type { BodyChange, Coverage, Finding, ReportFacts } from '../audit/index.ts';
import type { Report } from '../extract/report.ts';
import { sameAgency } from './agency-names.ts';
import { groupBy } from './group-by.ts';
import type { Scope } from './tables.ts';
import type { AttributedEntry } from './versions.ts';

/** The reports of one agency in the order of their years, with the verdicts of every rule by year; a missing year has findings and no report. */
export interface AuditedAgency {
	readonly entries: readonly AttributedEntry[];
	readonly findings: ReadonlyMap<number, readonly Finding[]>;
}

/** The report as of the year that it stands under in the dataset. */
function reportOf({ attributed: { report, year } }: AttributedEntry): Report {
	return report.year === year ? report : { ...report, year };
}

function factsOf({ attributed, source }: AttributedEntry): ReportFacts {
	const { agency, report, filedYear } = attributed;
	return {
		body: agency,
		printedYear: report.year,
		...(filedYear === null ? {} : { filedYear }),
		...(source.published === null ? {} : { published: source.published }),
		...(source.address === null ? {} : { address: source.address })
	};
}

/** The years from which the agency bears another name. */
function renamings(entries: readonly AttributedEntry[]): BodyChange[] {
	return entries.flatMap((entry, index): BodyChange[] => {
		const [now, before] = [entry.agencyName, entries[index - 1]?.agencyName ?? null];
		if (now === null || before === null || sameAgency(now, before)) return [];
		return [{ year: entry.attributed.year, kind: 'renamed' }];
	});
}

/** Whose figures a government's report on its region sums up: the bodies of its level, and the level below. */
const PARTS: Readonly<Partial<Record<Scope, readonly Scope[]>>> = {
	county_summary: ['county_own', 'township_own'],
	city_summary: ['city_own', 'county_summary'],
	province_summary: ['province_own', 'city_summary']
};
/** What is not declared is not known: no sum fails for it. */
const NOT_DECLARED: Coverage = { scope: 'unknown', complete: false };

const PLACE_OF: Readonly<Partial<Record<Scope, (entry: AttributedEntry) => string | null>>> = {
	county_summary: ({ attributed: { agency } }) => joined(agency.province, agency.city, agency.county),
	city_summary: ({ attributed: { agency } }) => joined(agency.province, agency.city),
	province_summary: ({ attributed: { agency } }) => agency.province
};

/** A district of a municipality has no city. */
const joined = (province: string | null, ...below: readonly (string | null)[]): string | null =>
	province === null || below.at(-1) === null ? null : [province, ...below].map((part) => part ?? '').join('/');

/** The reports that a summary sums up, as far as they are at hand. */
class Bodies {
	readonly #byPlace = new Map<string, AttributedEntry[]>();

	constructor(entries: Iterable<AttributedEntry>) {
		for (const entry of entries) {
			const { scope, year } = entry.attributed;
			for (const [summary, parts] of Object.entries(PARTS) as [Scope, readonly Scope[]][]) {
				const place = parts.includes(scope) ? PLACE_OF[summary]?.(entry) : null;
				if (place === null || place === undefined) continue;
				const key = `${summary} ${String(year)} ${place}`;
				const known = this.#byPlace.get(key);
				if (known) known.push(entry);
				else this.#byPlace.set(key, [entry]);
			}
		}
	}

	of(summary: AttributedEntry): readonly AttributedEntry[] {
		const { scope, year } = summary.attributed;
		const place = PLACE_OF[scope]?.(summary) ?? null;
		return place === null ? [] : (this.#byPlace.get(`${scope} ${String(year)} ${place}`) ?? []);
	}
}

function groupFindings(summary: AttributedEntry, bodies: readonly AttributedEntry[]): Finding[] {
	const { scope } = summary.attributed;
	const coverage: Coverage = { ...NOT_DECLARED, parts: scope === 'county_summary' ? 'bodies' : 'regions' };
	return auditGroup(reportOf(summary), bodies.map(reportOf), coverage);
}

/** Every rule on the reports that count, an agency after the other. */
export function* auditEntries(used: readonly AttributedEntry[]): Generator<AuditedAgency> {
	const bodies = new Bodies(used);
	const byAgency = groupBy(used, ({ attributed }) => attributed.agency.id);
	for (const group of byAgency.values()) {
		const entries = group.toSorted((a, b) => a.attributed.year - b.attributed.year);
		const own = auditAgency(entries.map(reportOf), {
			changes: renamings(entries),
			reports: Object.fromEntries(entries.map((entry) => [entry.attributed.year, factsOf(entry)]))
		});
		for (const entry of entries) {
			const { scope, year } = entry.attributed;
			if (PARTS[scope] === undefined) continue;
			own.set(year, [...(own.get(year) ?? []), ...groupFindings(entry, bodies.of(entry))]);
		}
		yield { entries, findings: own };
	}
}
