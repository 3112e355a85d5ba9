import { ruleOf } from '../audit/index.ts';
import { DECISIONS } from '../dataset/index.ts';
import type { Decision, DecisionKind, DecisionProblem } from '../dataset/index.ts';
import { ledgerRows } from './ledger-rows.ts';
import { isDate } from './manifest.ts';

const COLUMNS = ['agency', 'year', 'rule', 'along', 'decision', 'reason', 'date', 'by'] as const;
type Column = (typeof COLUMNS)[number];
const REQUIRED: readonly Column[] = ['agency', 'year', 'rule', 'decision', 'reason', 'date'];

export interface ReadDecisions {
	readonly decisions: readonly Decision[];
	readonly problems: readonly DecisionProblem[];
}

export const NO_DECISIONS: ReadDecisions = { decisions: [], problems: [] };

const isKind = (text: string): text is DecisionKind => Object.hasOwn(DECISIONS, text);

/** What is wrong with the values of a row, the first that is found; null where it can be used. */
function faultIn(value: (column: Column) => string): Omit<DecisionProblem, 'line'> | null {
	if (value('agency') === '') return { code: 'agency-missing', found: '' };
	if (!/^20\d\d$/u.test(value('year'))) return { code: 'year-not-understood', found: value('year') };
	if (ruleOf(value('rule')) === undefined) return { code: 'rule-unknown', found: value('rule') };
	if (!isKind(value('decision'))) return { code: 'decision-unknown', found: value('decision') };
	if (value('reason') === '') return { code: 'reason-missing', found: '' };
	return isDate(value('date')) ? null : { code: 'date-not-understood', found: value('date') };
}

/** Reads data/decisions.csv. A row with something wrong is not used and named with its line; the others stand. */
export function parseDecisions(text: string): ReadDecisions {
	const { rows, faults } = ledgerRows(text, COLUMNS, REQUIRED);
	const problems: DecisionProblem[] = [...faults];
	const decisions: Decision[] = [];
	const seen = new Set<string>();
	for (const { line, value } of rows) {
		const fault = faultIn(value);
		const kind = value('decision');
		if (fault !== null || !isKind(kind)) {
			if (fault) problems.push({ ...fault, line });
			continue;
		}
		const key = (['agency', 'year', 'rule', 'along'] as const).map(value).join(' ').trim();
		if (seen.has(key)) {
			problems.push({ code: 'row-repeated', line, found: key });
			continue;
		}
		seen.add(key);
		decisions.push({
			line,
			agency: value('agency'),
			year: Number(value('year')),
			rule: value('rule'),
			along: value('along') === '' ? null : value('along'),
			decision: kind,
			reason: value('reason'),
			date: value('date'),
			by: value('by') === '' ? null : value('by')
		});
	}
	return { decisions, problems };
}
