import { comparesCounts, ruleNames, sidesText } from '$lib/format/finding-text.ts';
import { asFinding, keptAlong } from '$lib/components/report/kept-findings.ts';
import { REASONS } from '$lib/core/audit/index.ts';
import { DECISIONS } from '$lib/core/dataset/decision.ts';
import type { CsvColumn } from '$lib/export/csv.ts';
import { VERDICT_WORDS } from '$lib/format/findings.ts';
import { nameIn } from '$lib/format/locale.ts';
import type { Locale } from '$lib/format/locale.ts';
import { formatNumber } from '$lib/format/numbers.ts';
import type { FindingToMend } from '$lib/queries/index.ts';

export function sidesOf(row: FindingToMend, locale: Locale): string {
	const { left, right, rule } = row;
	if (left !== null && right !== null && comparesCounts(rule)) return `${formatNumber(left)} ≠ ${formatNumber(right)}`;
	return sidesText(asFinding(row), locale);
}

export function placeOf({ place }: FindingToMend, locale: Locale): string {
	const { table, row, col, line } = place;
	const words =
		locale === 'zh'
			? [
					table === null || row === null || col === null ? '' : `第 ${table} 张表第 ${row} 行第 ${col} 列`,
					line === null ? '' : `文件第 ${line} 行`
				]
			: [
					table === null || row === null || col === null ? '' : `table ${table}, row ${row}, column ${col}`,
					line === null ? '' : `line ${line} of the file`
				];
	return words.filter((word) => word !== '').join(locale === 'zh' ? '；' : '; ');
}

/** One sentence that says what does not hold, and whose. */
export function mendSentence(row: FindingToMend, locale: Locale): string {
	const mark = locale === 'zh' ? '；' : '; ';
	const reason = row.reason === null ? '' : nameIn(REASONS[row.reason], locale);
	const year = locale === 'zh' ? `${row.year} 年度` : String(row.year);
	const words = [
		`${row.agency} ${year}`,
		`${nameIn(VERDICT_WORDS[row.status].name, locale)}${locale === 'zh' ? '：' : ': '}${nameIn(ruleNames(row.rule), locale)}`,
		keptAlong(row, locale),
		sidesOf(row, locale),
		reason,
		row.decision === null ? '' : nameIn(DECISIONS[row.decision.kind], locale)
	];
	return words.filter((word) => word !== '').join(mark);
}

const none = (value: number | null): string | null => (value === null ? 'no_figure' : null);

/** The columns of the list, the same in both languages but for the sentence. */
export function mendColumns(locale: Locale): readonly CsvColumn<FindingToMend>[] {
	return [
		{ name: 'agency_id', value: (row) => row.agency_id },
		{ name: 'agency', value: (row) => row.agency },
		{ name: 'province', value: (row) => row.province },
		{ name: 'city', value: (row) => row.city },
		{ name: 'county', value: (row) => row.county },
		{ name: 'year', value: (row) => row.year },
		{ name: 'rule', value: (row) => row.rule },
		{ name: 'severity', value: (row) => row.severity },
		{ name: 'along', value: (row) => row.along },
		{ name: 'left', value: (row) => row.left, absence: (row) => none(row.left) },
		{ name: 'right', value: (row) => row.right, absence: (row) => none(row.right) },
		{ name: 'difference', value: (row) => row.difference, absence: (row) => none(row.difference) },
		{ name: 'cells', value: (row) => row.cells.join(' ') },
		{ name: 'against', value: (row) => row.against },
		{ name: 'suggested_cell', value: (row) => row.suggestion?.cell ?? null },
		{ name: 'suggested_value', value: (row) => row.suggestion?.value ?? null },
		{ name: 'table', value: (row) => row.place.table },
		{ name: 'row', value: (row) => row.place.row },
		{ name: 'col', value: (row) => row.place.col },
		{ name: 'line', value: (row) => row.place.line },
		{ name: 'decision', value: (row) => row.decision?.kind ?? null },
		{ name: 'source', value: (row) => row.source },
		{ name: 'address', value: (row) => row.address },
		{ name: 'sentence', value: (row) => mendSentence(row, locale) }
	];
}
