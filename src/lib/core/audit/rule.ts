import type { CellKey, Names } from '../form/index.ts';
import type { AuditedReport } from './audited-report.ts';
import type { Finding, Severity, Verdict } from './finding.ts';
import type { Reason } from './reasons.ts';

/** Where a series or a rule ends with the form. */
export const FORMAT_BREAKS = {
	'y-gap': {
		zh: '2018→2019:2018年度没有结转数,2019年度的上年结转无从核对',
		en: '2018 → 2019: nothing was carried out of 2018, so carried_in of 2019 has no partner'
	},
	'y-fmt': {
		zh: '2020→2021:换用新版式,结转仍可核对,存量与项目数不可',
		en: '2020 → 2021: the form changed; carry-over can still be compared, stocks and items cannot'
	},
	'only-2019': { zh: '仅 2019 版式', en: 'layout 2019 only' },
	'only-2021': { zh: '仅 2021 版式', en: 'layout 2021 only' }
} as const satisfies Record<string, Names>;
export type FormatBreak = keyof typeof FORMAT_BREAKS;

export const RULE_SCOPES = ['report', 'years', 'group'] as const;
export type RuleScope = (typeof RULE_SCOPES)[number];

/** What is said of a rule; data:docs, pages and tests walk these. */
export interface RuleTexts {
	/** The statute's id in lower case; findings bear it. */
	readonly id: string;
	readonly names: Names;
	readonly formula: Names;
	/** The article, notice or printed note it rests on, or that it is our judgement. */
	readonly basis: Names;
	readonly severity: Severity;
	readonly scope: RuleScope;
	/** How a report may break the rule and yet be lawful and right. */
	readonly exceptions: readonly Names[];
	readonly breaks: readonly FormatBreak[];
}

export interface ReportRule extends RuleTexts {
	readonly scope: 'report';
	readonly check: (audited: AuditedReport) => readonly Finding[];
}

/** A report of one agency with the one before it; `change` is a lawful reason why the two may not join. */
export interface YearPair {
	readonly current: AuditedReport;
	readonly year: number;
	readonly previous: AuditedReport | null;
	readonly previousYear: number | null;
	readonly change: Reason | null;
	/** All that the agency published was collected. */
	readonly collectedWhole: boolean;
}

export interface YearsRule extends RuleTexts {
	readonly scope: 'years';
	readonly check: (pair: YearPair) => readonly Finding[];
}

/**
 * What is known of a summary's scope. `scope`: whether it is settled which bodies the summary covers; `complete`: whether all of
 * them are among the bodies given; `parts`: single bodies, or the summaries of the regions below.
 */
export interface Coverage {
	readonly scope: 'known' | 'unknown';
	readonly complete: boolean;
	readonly parts?: 'bodies' | 'regions';
}

export interface AuditedGroup {
	readonly summary: AuditedReport;
	readonly bodies: readonly AuditedReport[];
	readonly coverage: Coverage;
}

export interface GroupRule extends RuleTexts {
	readonly scope: 'group';
	readonly check: (group: AuditedGroup) => readonly Finding[];
}

export type Rule = ReportRule | YearsRule | GroupRule;

type Details = Partial<Omit<Finding, 'rule' | 'along' | 'status' | 'severity' | 'difference'>>;

/** A finding of one rule; the difference follows from both sides. */
export function findingOf(rule: RuleTexts, along: string, status: Verdict, details: Details = {}): Finding {
	const { cells = [], left = null, right = null } = details;
	const finding: { -readonly [K in keyof Finding]: Finding[K] } = plainFinding(rule, along, status, cells, left, right);
	// One by one: spreading the details takes half of the time of an audit.
	const { reason, place, quoted, candidates, matched, suggestion, year, against, before } = details;
	if (reason !== undefined) finding.reason = reason;
	if (place !== undefined) finding.place = place;
	if (quoted !== undefined) finding.quoted = quoted;
	if (candidates !== undefined) finding.candidates = candidates;
	if (matched !== undefined) finding.matched = matched;
	if (suggestion !== undefined) finding.suggestion = suggestion;
	if (year !== undefined) finding.year = year;
	if (against !== undefined) finding.against = against;
	if (before !== undefined) finding.before = before;
	return finding;
}

/** A finding with nothing but both sides: what rules that run over every column of a million reports make. */
export function plainFinding(
	rule: RuleTexts,
	along: string,
	status: Verdict,
	cells: readonly CellKey[],
	left: number | null = null,
	right: number | null = null
): Finding {
	return {
		rule: rule.id,
		along,
		status,
		cells,
		left,
		right,
		difference: left === null || right === null ? null : difference(left, right),
		severity: rule.severity
	};
}

/** Left less right, without the dust of binary fractions. */
export function difference(left: number, right: number): number {
	return Number.isInteger(left) && Number.isInteger(right) ? left - right : Math.round((left - right) * 1e7) / 1e7;
}
