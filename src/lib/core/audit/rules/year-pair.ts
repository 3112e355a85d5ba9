import type { CellKey } from '../../form/index.ts';
import { amountOf, compareAtMost, compareEqual, partSum } from '../amounts.ts';
import type { Amount } from '../amounts.ts';
import type { AuditedReport } from '../audited-report.ts';
import type { Finding } from '../finding.ts';
import type { Reason } from '../reasons.ts';
import { findingOf } from '../rule.ts';
import type { RuleTexts, YearPair } from '../rule.ts';

/** Why a report has no partner in the year before it; null where it has one. */
export function lackOfPartner({ previous, year, previousYear }: YearPair): Reason | null {
	if (year === 2019 && (previous === null || previousYear === 2018)) return 'gap/2018';
	if (previous === null) return 'previous/none';
	return previousYear === year - 1 ? null : 'previous/year-missing';
}

/** The partner of the year before, or the one finding that says why there is none. */
export function partnerOf(
	rule: RuleTexts,
	pair: YearPair,
	lacking: Reason | null = lackOfPartner(pair)
): { readonly previous: AuditedReport } | { readonly previous: null; readonly findings: readonly Finding[] } {
	if (pair.previous !== null && lacking === null) return { previous: pair.previous };
	const reason = lacking ?? 'previous/none';
	return { previous: null, findings: [yearFinding(rule, pair, 'all', 'not_assessable', { reason })] };
}

type Details = Parameters<typeof findingOf>[3];

/** A finding on the later report of the pair; a failure with a known lawful cause is only unsure. */
export function yearFinding(
	rule: RuleTexts,
	pair: YearPair,
	along: string,
	status: Finding['status'],
	details: Details = {}
): Finding {
	const excused = status === 'fail' && pair.change !== null;
	const finding: { -readonly [K in keyof Finding]: Finding[K] } = findingOf(
		rule,
		along,
		excused ? 'unsure' : status,
		details
	);
	if (excused && pair.change !== null) finding.reason = pair.change;
	finding.year = pair.year;
	if (pair.previousYear !== null) finding.against = pair.previousYear;
	return finding;
}

interface Sides {
	readonly left: Amount;
	readonly right: Amount;
	/** What is shown of both sides, where that is not their sums. */
	readonly shown?: { readonly left: number | null; readonly right: number | null };
	readonly cells: readonly CellKey[];
	readonly before: readonly CellKey[];
}

export function compareYears(
	rule: RuleTexts,
	pair: YearPair,
	along: string,
	relation: 'equal' | 'at-most',
	{ left, right, shown, cells, before }: Sides
): Finding {
	const status = relation === 'equal' ? compareEqual(left, right) : compareAtMost(left, right);
	const sides = shown ?? { left: partSum(left), right: partSum(right) };
	const details = { cells, before, left: sides.left, right: sides.right };
	if (status === 'not_assessable')
		return yearFinding(rule, pair, along, status, { ...details, reason: 'cells/unknown' });
	if (status === 'unsure') return yearFinding(rule, pair, along, status, { ...details, reason: 'cells/blank' });
	return yearFinding(rule, pair, along, status, details);
}

/** The amounts of single cells of two reports. */
export function cellAmount(audited: AuditedReport, key: CellKey): Amount {
	return amountOf(audited, [key]);
}
