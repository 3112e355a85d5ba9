import { ALL_BELOW } from '../dataset/index.ts';
import type { CoverageDeclaration, CoverageProblem } from '../dataset/index.ts';
import { foldLabel } from '../form/index.ts';
import { ledgerRows } from './ledger-rows.ts';

const COLUMNS = ['agency', 'from_year', 'to_year', 'bodies', 'whole', 'note'] as const;
type Column = (typeof COLUMNS)[number];
const REQUIRED: readonly Column[] = ['agency', 'from_year', 'to_year', 'bodies', 'whole'];

export interface ReadCoverage {
	readonly coverage: readonly CoverageDeclaration[];
	readonly problems: readonly CoverageProblem[];
}

export const NO_COVERAGE: ReadCoverage = { coverage: [], problems: [] };

const WHOLE: Readonly<Record<string, boolean>> = { yes: true, 是: true, no: false, 否: false };
const isYear = (text: string): boolean => /^20\d\d$/u.test(text);
const namesIn = (text: string): string[] => [
	...new Set(
		text
			.split(/[;；]/u)
			.map((name) => name.trim())
			.filter((name) => name !== '')
	)
];

/** What is wrong with the values of a row, the first that is found; null where it can be used. */
function faultIn(value: (column: Column) => string): Omit<CoverageProblem, 'line'> | null {
	const [agency, from, to] = [value('agency'), value('from_year'), value('to_year')];
	if (agency === '') return { code: 'agency-missing', found: '' };
	if (!isYear(from) || !isYear(to)) return { code: 'years-not-understood', found: `${from}–${to}` };
	if (from > to) return { code: 'years-reversed', found: `${from}–${to}` };
	const bodies = namesIn(value('bodies'));
	if (bodies.length === 0) return { code: 'bodies-missing', found: '' };
	const itself = bodies.find((body) => foldLabel(body) === foldLabel(agency));
	if (itself !== undefined) return { code: 'body-itself', found: itself };
	return Object.hasOwn(WHOLE, value('whole').toLowerCase())
		? null
		: { code: 'whole-not-understood', found: value('whole') };
}

/** Reads data/coverage.csv. A row with something wrong is not used and named with its line; the others stand. */
export function parseCoverage(text: string): ReadCoverage {
	const { rows, faults } = ledgerRows(text, COLUMNS, REQUIRED);
	const problems: CoverageProblem[] = [...faults];
	const coverage: CoverageDeclaration[] = [];
	for (const { line, value } of rows) {
		const fault = faultIn(value);
		if (fault) {
			problems.push({ ...fault, line });
			continue;
		}
		const bodies = namesIn(value('bodies'));
		coverage.push({
			line,
			agency: value('agency'),
			from: Number(value('from_year')),
			to: Number(value('to_year')),
			bodies: bodies.length === 1 && bodies[0] === ALL_BELOW ? ALL_BELOW : bodies,
			whole: WHOLE[value('whole').toLowerCase()] ?? false
		});
	}
	return { coverage, problems };
}
