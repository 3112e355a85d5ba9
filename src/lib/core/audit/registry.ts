import type { Finding, Severity } from './finding.ts';
import type { GroupRule, ReportRule, Rule, YearsRule } from './rule.ts';
import { A_LEVEL, A_MIN, A_SUM, A_T2, A_T4 } from './rules/a-sums.ts';
import { D_DATE, D_PERIOD, D_YEAR } from './rules/d-dates.ts';
import { D_LAYOUT, D_NOTICE, D_PARTS, D_REGULATION, D_TWICE } from './rules/d-form.ts';
import { D_LATE } from './rules/d-late.ts';
import { D_MISSING } from './rules/d-missing.ts';
import { D_LAST_YEAR, D_NUMERALS } from './rules/d-words.ts';
import { T3_FEE, X_4, X_5 } from './rules/fees.ts';
import { T3_BALANCE, T3_ROW, T3_SUM, T4_SUM } from './rules/identities.ts';
import { COUNT_RULES } from './rules/n-counts.ts';
import { N_GROWTH } from './rules/n-growth.ts';
import { N_BLANK, N_PARTS } from './rules/n-parts.ts';
import { N_RATE, N_SHARE } from './rules/n-shares.ts';
import { T2_2019_ITEMS, T2_2019_MADE, T2_2019_PUBLISHED } from './rules/t2-2019.ts';
import { T2_ISSUED } from './rules/t2-issued.ts';
import { T2_RULES_POWER } from './rules/t2-rules-power.ts';
import { T3_CO } from './rules/t3-co.ts';
import { T3_LE } from './rules/t3-le.ts';
import { T3_NEG0 } from './rules/t3-neg0.ts';
import { T3_PUB } from './rules/t3-pub.ts';
import { U_FEE, U_ITEMS, U_PURCHASE, U_REQUESTS, U_SCOPE } from './rules/u-magnitude.ts';
import { T2_INT, T3_INT, T4_INT } from './rules/whole-counts.ts';
import { X_1, X_2 } from './rules/x-disputes.ts';
import { Y_COPY } from './rules/y-copy.ts';
import { U_FEE_YEARS, Y_JUMP } from './rules/y-jump.ts';
import { Y_ITEM, Y_TOT } from './rules/y-2019.ts';
import { Y_CARRY } from './rules/y-carry.ts';
import { T4_AFT, Y_PEND } from './rules/y-disputes.ts';
import { Y_REPEALED, Y_STOCK } from './rules/y-stock.ts';

/** Rules on one report, tables first. */
export const REPORT_RULES: readonly ReportRule[] = [
	...[T3_BALANCE, T3_SUM, T3_ROW, T3_INT, T3_LE, T3_NEG0, T3_CO, T3_FEE, T3_PUB],
	...[T4_SUM, T4_INT],
	...[T2_INT, T2_ISSUED, T2_RULES_POWER, T2_2019_PUBLISHED, T2_2019_ITEMS, T2_2019_MADE],
	...[X_1, X_2, X_4, X_5],
	...[U_FEE, U_PURCHASE, U_ITEMS, U_SCOPE, U_REQUESTS],
	...COUNT_RULES,
	...[N_SHARE, N_RATE, N_PARTS, N_BLANK],
	...[D_TWICE, D_LAYOUT, D_NOTICE, D_REGULATION, D_PARTS, D_DATE, D_PERIOD, D_YEAR, D_LATE, D_LAST_YEAR, D_NUMERALS]
];

/** Rules on the reports of one agency, each with the one before it. */
export const YEARS_RULES: readonly YearsRule[] = [
	...[Y_CARRY, Y_STOCK, Y_REPEALED, Y_ITEM, Y_TOT, Y_PEND, T4_AFT],
	...[Y_COPY, Y_JUMP, U_FEE_YEARS, N_GROWTH, D_MISSING]
];

/** Rules on a summary and the reports it sums up. */
export const GROUP_RULES: readonly GroupRule[] = [A_SUM, A_T4, A_T2, A_MIN, A_LEVEL];

export const RULES: readonly Rule[] = [...REPORT_RULES, ...YEARS_RULES, ...GROUP_RULES];

/** Rules on one report whose failure is an error of arithmetic, whatever else is known. */
export const HARD_RULES: readonly ReportRule[] = REPORT_RULES.filter((rule) => rule.severity === 'hard');

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule that findings of that id come from, or undefined. */
export function ruleOf(id: string): Rule | undefined {
	return BY_ID.get(id);
}

/** How much a finding weighs: as it says itself, else as its rule does. */
export function severityOf({ rule, severity }: Pick<Finding, 'rule' | 'severity'>): Severity {
	return severity ?? ruleOf(rule)?.severity ?? 'plausibility';
}
