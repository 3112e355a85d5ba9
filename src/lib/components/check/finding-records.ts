import { severityOf } from '$lib/core/audit/index.ts';
import { problemSentence } from '$lib/format/problems.ts';
import { VERDICT_WORDS, formatIdentity } from '$lib/format/findings.ts';
import { nameIn } from '$lib/format/locale.ts';
import type { Locale } from '$lib/format/locale.ts';
import type { CsvColumn } from '$lib/export/csv.ts';
import type { DraftRow } from '$lib/state/check/draft.ts';
import { reasonNames } from './audit-texts.ts';
import { alongText, ruleNames, sidesText } from '$lib/format/finding-text.ts';
import { judgedOf } from './judged.ts';

/** A verdict on a draft, or a problem that was met while reading it, as a line of a table to download. */
export interface FindingRecord {
	readonly file: string;
	readonly agency: string | null;
	readonly year: number | null;
	readonly kind: 'check' | 'problem';
	readonly rule: string;
	readonly severity: string | null;
	readonly along: string | null;
	readonly status: string;
	readonly left: number | null;
	readonly right: number | null;
	readonly difference: number | null;
	readonly cells: string | null;
	readonly suggestedCell: string | null;
	readonly suggestedValue: number | null;
	readonly quoted: string | null;
	readonly line: number | null;
	/** In the language of the page. */
	readonly sentence: string;
}

const NOTHING = {
	severity: null,
	along: null,
	left: null,
	right: null,
	difference: null,
	cells: null,
	suggestedCell: null,
	suggestedValue: null,
	quoted: null,
	line: null
} as const;

function recordsOfRow({ name, found, failure }: DraftRow, locale: Locale): FindingRecord[] {
	if (failure !== null) {
		const base = { file: name, agency: null, year: null, kind: 'problem', status: 'refused' } as const;
		return [{ ...NOTHING, ...base, rule: failure.code, sentence: problemSentence(failure, locale) }];
	}
	if (found === null) return [];
	const { report, findings } = found;
	const base = { file: name, agency: report.agency, year: report.year };
	const problems = report.problems.map((problem): FindingRecord => ({
		...NOTHING,
		...base,
		kind: 'problem',
		rule: problem.code,
		status: 'declared',
		cells: problem.table && problem.row && problem.column ? `${problem.table}.${problem.row}.${problem.column}` : null,
		line: problem.line ?? null,
		sentence: problemSentence(problem, locale)
	}));
	const checks = findings.map((finding): FindingRecord => {
		const judged = judgedOf(report, finding);
		const reason = reasonNames(finding);
		const words = [
			`${nameIn(VERDICT_WORDS[finding.status].name, locale)}${locale === 'zh' ? '：' : ': '}${nameIn(ruleNames(finding.rule), locale)}`,
			alongText(finding, locale),
			judged ? formatIdentity(judged.left, judged.right, judged.verdict, locale) : sidesText(finding, locale),
			reason === null ? '' : nameIn(reason, locale)
		];
		return {
			...base,
			kind: 'check',
			rule: finding.rule,
			severity: severityOf(finding),
			along: finding.along,
			status: finding.status,
			left: finding.left,
			right: finding.right,
			difference: finding.difference,
			cells: finding.cells.join(' ') || null,
			suggestedCell: finding.suggestion?.cell ?? null,
			suggestedValue: finding.suggestion?.value ?? null,
			quoted: finding.quoted ?? null,
			line: finding.place?.line ?? null,
			sentence: words.filter((word) => word !== '').join(locale === 'zh' ? '；' : '; ')
		};
	});
	return [...checks, ...problems];
}

/** Every verdict and problem of those lines of the list. */
export function findingRecords(rows: readonly DraftRow[], locale: Locale): FindingRecord[] {
	return rows.flatMap((row) => recordsOfRow(row, locale));
}

const noFigure = (value: number | null): string | null => (value === null ? 'no_figure' : null);

/** The columns of the table, the same in both languages. */
export const RECORD_COLUMNS: readonly CsvColumn<FindingRecord>[] = [
	{ name: 'file', value: (row) => row.file },
	{ name: 'agency', value: (row) => row.agency },
	{ name: 'year', value: (row) => row.year },
	{ name: 'kind', value: (row) => row.kind },
	{ name: 'rule', value: (row) => row.rule },
	{ name: 'severity', value: (row) => row.severity },
	{ name: 'along', value: (row) => row.along },
	{ name: 'status', value: (row) => row.status },
	{ name: 'left', value: (row) => row.left, absence: (row) => noFigure(row.left) },
	{ name: 'right', value: (row) => row.right, absence: (row) => noFigure(row.right) },
	{ name: 'difference', value: (row) => row.difference, absence: (row) => noFigure(row.difference) },
	{ name: 'cells', value: (row) => row.cells },
	{ name: 'suggested_cell', value: (row) => row.suggestedCell },
	{ name: 'suggested_value', value: (row) => row.suggestedValue },
	{ name: 'quoted', value: (row) => row.quoted },
	{ name: 'line', value: (row) => row.line },
	{ name: 'sentence', value: (row) => row.sentence }
];
