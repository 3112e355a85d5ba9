import type { DatasetProblem } from '../../src/lib/core/dataset/index.ts';
import { columnName, isTableId, rowName, TABLE_NAMES } from '../../src/lib/format/cells.ts';
import type { Locale } from '../../src/lib/format/locale.ts';
import { problemName, problemRemedy, problemSentence } from '../../src/lib/format/problems.ts';

/** Longer lists are cut, and say so. */
export const LISTED = 12;

/** Problems of one kind in one table, said once: `缺少一行(表三) × 3:本年新收、上年结转、…`. */
function problemLine(problems: readonly DatasetProblem[], locale: Locale): string {
	const [first] = problems;
	if (!first) return '';
	if (problems.length === 1) return problemSentence(first, locale);
	const table = first.table && isTableId(first.table) ? first.table : null;
	const place = ({ row, column, line }: DatasetProblem): string => {
		if (table && row) return rowName(table, row, locale) + (column ? ` ${columnName(table, column, locale)}` : '');
		return line ? (locale === 'zh' ? `第 ${String(line)} 行` : `line ${String(line)}`) : '';
	};
	const places = [...new Set(problems.map(place))].filter((text) => text !== '');
	const name = problemName(first.code, locale);
	const shown = places.slice(0, LISTED);
	const more = places.length > LISTED;
	return locale === 'zh'
		? `${name}${table ? `(${TABLE_NAMES[table].zh})` : ''} × ${String(problems.length)}:${shown.join('、')}${more ? '……' : ''}`
		: `${name}${table ? ` (${TABLE_NAMES[table].en})` : ''} × ${String(problems.length)}: ${shown.join('; ')}${more ? ' …' : ''}`;
}

/** What is wrong, a line for each kind and table, and what to do about it, each remedy once. */
export function describeProblems(
	problems: readonly DatasetProblem[],
	locale: Locale
): { readonly what: readonly string[]; readonly next: readonly string[] } {
	const groups = [...Map.groupBy(problems, ({ code, table }) => `${code} ${table ?? ''}`).values()];
	const remedies = problems.map(({ code }) => problemRemedy(code, locale)).filter((remedy) => remedy !== null);
	return { what: groups.map((group) => problemLine(group, locale)), next: [...new Set(remedies)] };
}

/** What is wrong, a line for each kind and table, then what to do about it. */
export function problemLines(problems: readonly DatasetProblem[], locale: Locale): string[] {
	const { what, next } = describeProblems(problems, locale);
	return [...what, ...next.map((remedy) => `→ ${remedy}`)];
}
