import type { Problem, ProblemCode } from '../core/extract/report.ts';
import type { Names } from '../core/form/index.ts';
import { columnName, isTableId, rowName, TABLE_NAMES } from './cells.ts';
import type { Locale } from './locale.ts';

/** A problem as the dataset holds it: any part may be lacking, the code may be newer than this page. */
export interface StoredProblem {
	readonly code: string;
	readonly table?: string | null;
	readonly row?: string | null;
	readonly column?: string | null;
	readonly line?: number | null;
	readonly found?: string | null;
	readonly expected?: string | null;
}

const PROBLEM_SENTENCES = {
	'file/empty': { zh: '文件是空的', en: 'The file is empty' },
	'file/unknown-kind': { zh: '不认识的文件类型', en: 'The kind of file is not known' },
	'file/not-decodable': { zh: '文件的文字编码无法辨认', en: 'The text of the file cannot be decoded' },
	'file/too-large': { zh: '文件过大', en: 'The file is too large' },
	'report/no-table': { zh: '文件中没有法定的表', en: 'The file holds none of the statutory tables' },
	'report/table-missing': { zh: '缺少一张法定的表', en: 'One of the statutory tables is missing' },
	'report/agency-not-found': { zh: '文件中找不到机关名称', en: 'The name of the agency is not in the file' },
	'report/year-not-found': { zh: '文件中找不到报告年度', en: 'The report year is not in the file' },
	'report/copies-differ': {
		zh: '同一报告在文件中出现多次,内容不同',
		en: 'The report stands in the file more than once, and the copies differ'
	},
	'table/header-not-found': { zh: '找不到表头', en: 'The header of the table is not found' },
	'table/layout-undetermined': {
		zh: '表式(2019版或2021版)无法确定',
		en: 'Which layout the table has (2019 or 2021) cannot be told'
	},
	'table/incomplete': { zh: '表不完整', en: 'The table is incomplete' },
	'row/missing': { zh: '缺少一行', en: 'A row is missing' },
	'row/not-placed': {
		zh: '一行的数字无法对应到各列,未予采用',
		en: 'The figures of a row cannot be set to its columns; none was taken'
	},
	'row/unknown': { zh: '多出法定表式没有的一行', en: 'A row that the form does not have' },
	'row/repeated': { zh: '同一行出现多次', en: 'A row stands more than once' },
	'column/missing': { zh: '缺少一列', en: 'A column is missing' },
	'cell/not-a-number': { zh: '格内不是一个数字', en: 'The cell does not hold one number' },
	'cell/negative': { zh: '不应为负的格内是负数', en: 'A negative number where none can be' },
	'cell/fraction': { zh: '件数带有小数', en: 'A count with a fraction' }
} as const satisfies Record<ProblemCode, Names>;

function isProblemCode(code: string): code is ProblemCode {
	return code in PROBLEM_SENTENCES;
}

/** What went wrong, without where: the code itself if it is not known here. */
export function problemName(code: string, locale: Locale): string {
	return isProblemCode(code) ? PROBLEM_SENTENCES[code][locale] : code;
}

function where(problem: StoredProblem, locale: Locale): string {
	const { table, row, column, line } = problem;
	const parts: string[] = [];
	if (table && isTableId(table)) {
		parts.push(TABLE_NAMES[table][locale]);
		if (row) parts.push(rowName(table, row, locale));
		if (column) parts.push(columnName(table, column, locale));
	} else {
		for (const part of [table, row, column]) if (part) parts.push(part);
	}
	if (line) parts.push(locale === 'zh' ? `文件第 ${line} 行` : `line ${line} of the file`);
	return parts.join(locale === 'zh' ? ' · ' : ', ');
}

/** One sentence: what, where, what is printed there and what the form expects. */
export function problemSentence(problem: StoredProblem | Problem, locale: Locale): string {
	const place = where(problem, locale);
	const { found, expected } = problem;
	if (locale === 'zh') {
		return (
			problemName(problem.code, 'zh') +
			(place ? `(${place})` : '') +
			(found ? `:所见“${found}”` : '') +
			(expected ? `,应为“${expected}”` : '') +
			'。'
		);
	}
	return (
		problemName(problem.code, 'en') +
		(place ? ` (${place})` : '') +
		(found ? `: found “${found}”` : '') +
		(expected ? `, expected “${expected}”` : '') +
		'.'
	);
}
