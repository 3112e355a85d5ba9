import { SEVERITIES, VERDICTS } from '../audit/finding.ts';
import type { Finding, Verdict } from '../audit/finding.ts';
import { severityOf } from '../audit/index.ts';
import { IDENTITY_RULES } from '../form/index.ts';
import { groupBy } from './group-by.ts';
import { toRow } from './rows.ts';
import type { Row, Value } from './rows.ts';

/** A rule for the other layout says nothing of a report: it is neither counted nor listed. */
export const isBeside = ({ status, reason }: Finding): boolean =>
	status === 'not_assessable' && reason === 'layout/other';

/** Of a report that never was in a file, a rule on prose says nothing either. */
const isOfProse = ({ status, reason }: Finding): boolean => status === 'not_assessable' && reason === 'prose/none';

/** The verdicts that say something of reports; `inFile`: whether these come from files, which have prose or lack it. */
export const toldVerdicts = (findings: readonly Finding[], inFile: boolean): Finding[] =>
	findings.filter((finding) => !isBeside(finding) && (inFile || !isOfProse(finding)));

/** The columns of `reports` that count verdicts. */
export function verdictCounts(findings: readonly Finding[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const verdict of VERDICTS) {
		counts[`checks_${verdict}`] = 0;
		for (const severity of SEVERITIES) counts[`${severity}_${verdict}`] = 0;
	}
	const add = (column: string): void => {
		counts[column] = (counts[column] ?? 0) + 1;
	};
	for (const finding of findings) {
		add(`${severityOf(finding)}_${finding.status}`);
		// A table that is not there has one verdict of its identities, on the table; it is no identity that could be counted.
		if (Object.hasOwn(IDENTITY_RULES, finding.rule) && finding.cells.length > 0) add(`checks_${finding.status}`);
	}
	return counts;
}

export type GroupDimensions = Readonly<Record<'year' | 'province' | 'scope' | 'family', Value>>;

type Counts = Record<Verdict | 'reports' | 'reports_assessable' | 'reports_fail' | 'reports_unsure', number>;

/** Counts verdicts by group and rule: the table `rule_counts`. */
export class RuleCounts {
	readonly #groups = new Map<string, { readonly group: GroupDimensions; readonly rules: Map<string, Counts> }>();

	/** Takes in all verdicts on one agency-year. */
	add(group: GroupDimensions, findings: readonly Finding[]): void {
		const key = JSON.stringify([group.year, group.province, group.scope, group.family]);
		let known = this.#groups.get(key);
		if (!known) this.#groups.set(key, (known = { group, rules: new Map() }));
		for (const [rule, own] of groupBy(findings, (finding) => finding.rule)) {
			let counts = known.rules.get(rule);
			if (!counts) {
				counts = { pass: 0, fail: 0, unsure: 0, not_assessable: 0, ...NO_REPORTS };
				known.rules.set(rule, counts);
			}
			const seen = new Set<Verdict>();
			for (const { status } of own) {
				counts[status] += 1;
				seen.add(status);
			}
			counts.reports += 1;
			if (seen.has('pass') || seen.has('fail') || seen.has('unsure')) counts.reports_assessable += 1;
			if (seen.has('fail')) counts.reports_fail += 1;
			else if (seen.has('unsure')) counts.reports_unsure += 1;
		}
	}

	rows(): Row[] {
		return [...this.#groups.values()].flatMap(({ group, rules }) =>
			[...rules].map(([rule, counts]) =>
				toRow('rule_counts', { ...group, rule, severity: severityOf({ rule }), ...counts })
			)
		);
	}
}

const NO_REPORTS = { reports: 0, reports_assessable: 0, reports_fail: 0, reports_unsure: 0 };
