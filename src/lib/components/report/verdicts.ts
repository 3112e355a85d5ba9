import { identities, isLayout, TABLE_IDS } from '$lib/core/form/index.ts';
import type { Identity, IdentityRule, TableId } from '$lib/core/form/index.ts';
import type { Terms, Verdict } from '$lib/format/findings.ts';

/** An identity of a report with both its sides and what came of it. */
export interface Judged {
	readonly table: TableId;
	readonly rule: IdentityRule;
	readonly along: string;
	readonly verdict: Verdict;
	readonly cells: readonly string[];
	readonly left: Terms;
	readonly right: Terms;
}

interface Finding {
	readonly rule: string;
	readonly along: string;
	readonly status: Exclude<Verdict, 'pass'>;
}

/**
 * Every identity of the report's tables. The dataset keeps verdicts other than pass, so an identity without one holds;
 * a table whose layout is not known has none.
 */
export function judge(
	formats: Readonly<Record<TableId, string | null>>,
	values: ReadonlyMap<string, number | null>,
	findings: readonly Finding[]
): Judged[] {
	const found = new Map(findings.map((finding) => [`${finding.rule} ${finding.along}`, finding.status]));
	const terms = (cells: Identity['left']): Terms => cells.map((cell) => values.get(cell) ?? null);
	return TABLE_IDS.flatMap((table) => {
		const layout = formats[table];
		if (!isLayout(layout)) return [];
		return identities(table, layout).map(({ rule, along, left, right }) => ({
			table,
			rule,
			along,
			verdict: found.get(`${rule} ${along}`) ?? 'pass',
			cells: [...left, ...right],
			left: terms(left),
			right: terms(right)
		}));
	});
}
