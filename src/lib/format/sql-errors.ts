import { DATASET_TABLES } from '../core/dataset/tables.ts';
import type { Names } from '../core/form/index.ts';
import { nameIn } from './locale.ts';
import type { Locale } from './locale.ts';
import { nearNames } from './near-names.ts';

/** What is wrong with a statement, in a sentence, and where. Lines and columns count from 1. */
export interface SqlError {
	readonly sentence: string;
	readonly line: number | null;
	readonly column: number | null;
	/** What the engine said, where our sentence may say less. */
	readonly original: string | null;
}

const SENTENCES = {
	empty: { zh: '还没有写查询。', en: 'There is no query yet.' },
	not_select: {
		zh: '只能查询，不能改动：请以 SELECT 或 WITH 开头，而不是“{word}”。',
		en: 'This console only asks, it changes nothing: begin with SELECT or WITH instead of “{word}”.'
	},
	several: {
		zh: '一次只运行一条查询：去掉中间的分号。',
		en: 'One query at a time: take out the semicolon in the middle.'
	},
	table: { zh: '没有名为“{word}”的表。{near}', en: 'There is no table called “{word}”. {near}' },
	column: { zh: '没有名为“{word}”的栏。{near}', en: 'There is no column called “{word}”. {near}' },
	quote_column: {
		zh: '“{word}”不是表名。栏名中有点，要用双引号括起来，如 "t3.new.total"。',
		en: '“{word}” is no table. Names of columns hold dots: put them in double quotes, such as "t3.new.total".'
	},
	quote_text: {
		zh: "“{word}”在双引号里，被当作栏名；文字要用单引号：'{word}'。",
		en: "“{word}” stands in double quotes, which name columns; texts take single quotes: '{word}'."
	},
	alias: {
		zh: '查询里没有名为“{word}”的表或别名。{near}',
		en: 'The query has no table or alias called “{word}”. {near}'
	},
	function: { zh: '没有名为“{word}”的函数。{near}', en: 'There is no function called “{word}”. {near}' },
	arguments: {
		zh: '函数用法不对：{word}。文字栏不能求和，先用 CAST 换成数字。',
		en: 'The function does not take that: {word}. A text cannot be summed; make it a number with CAST first.'
	},
	group: {
		zh: '“{word}”既不在 GROUP BY 里，也没有汇总（如 sum、any_value）。',
		en: '“{word}” is neither in GROUP BY nor aggregated (by sum, any_value or the like).'
	},
	ambiguous: {
		zh: '“{word}”在几张表里都有，请写明哪一张，如 {near}。',
		en: '“{word}” is in several tables; say which, such as {near}.'
	},
	where_aggregate: {
		zh: 'WHERE 里不能用 sum、count 等汇总；用 HAVING。',
		en: 'WHERE cannot hold sums or counts; use HAVING.'
	},
	conversion: {
		zh: '有值换不成所要的类型：“{word}”。可用 TRY_CAST，换不成的得空值。',
		en: 'A value cannot be made what is asked: “{word}”. TRY_CAST gives NULL where it cannot.'
	},
	syntax: { zh: '“{word}”附近的写法不对。', en: 'Something is wrong near “{word}”.' },
	unfinished: {
		zh: '查询没有写完：少了括号、引号或下文。',
		en: 'The query is not finished: a bracket, a quotation mark or the rest is missing.'
	},
	quote_open: { zh: '引号没有闭合。', en: 'A quotation mark is not closed.' },
	memory: { zh: '内存不够：请先筛选或汇总，再取结果。', en: 'There is not enough memory: filter or aggregate first.' },
	cancelled: { zh: '查询已取消。', en: 'The query was cancelled.' },
	other: { zh: '查询没有成功。', en: 'The query failed.' }
} as const satisfies Record<string, Names>;
type Code = keyof typeof SENTENCES;

const NEAR: Names = { zh: '是不是：{names}？', en: 'Did you mean {names}?' };

interface Pattern {
	readonly code: Code;
	readonly match: RegExp;
	readonly near?: (word: string, message: string) => readonly string[];
}

const TABLES = DATASET_TABLES.map(({ name }) => name);
const COLUMNS = [...new Set(DATASET_TABLES.flatMap(({ columns }) => columns.map(({ name }) => name)))];

/** What the engine offers itself, without the name of the table before it. */
function offered(message: string): string[] {
	const line = /(?:Candidate (?:bindings|tables)|Did you mean)[^"]*((?:"[^"]+"(?:, )?)+)/u.exec(message)?.[1] ?? '';
	return [...line.matchAll(/"([^"]+)"/gu)].map(([, name]) =>
		(name ?? '').replace(
			/^(?:reports|requests|cells|findings|agencies|absences|summary|sources|coverage|problems|corrections|rule_counts)\./u,
			''
		)
	);
}

const columnsNear = (word: string, message: string): readonly string[] => {
	const own = nearNames(word, COLUMNS);
	return own.length > 0 ? own : offered(message).slice(0, 3);
};

const PATTERNS: readonly Pattern[] = [
	{ code: 'quote_open', match: /unterminated quoted/u },
	{
		code: 'unfinished',
		match:
			/syntax error at end of input|syntax error at or near "\) AS asked|syntax error at or near "AS"|syntax error at or near "asked"/u
	},
	{ code: 'syntax', match: /syntax error at or near "([^]*?)"/u },
	{
		code: 'table',
		match: /Table with name (\S+) does not exist/u,
		near: (word) => (nearNames(word, TABLES).length > 0 ? nearNames(word, TABLES) : TABLES)
	},
	{ code: 'quote_column', match: /Referenced table "(t[234])" not found/u },
	{ code: 'alias', match: /Referenced table "([^"]+)" not found/u, near: (_, message) => offered(message) },
	{ code: 'quote_text', match: /Referenced column "([^"]*[^ -~][^"]*)" not found/u },
	{ code: 'column', match: /Referenced column "([^"]+)" not found/u, near: columnsNear },
	{ code: 'column', match: /does not have a column named "([^"]+)"/u, near: columnsNear },
	{ code: 'function', match: /Function with name (\S+) does not exist/u, near: (_, message) => offered(message) },
	{ code: 'arguments', match: /No function matches the given name and argument types '([^']+)'/u },
	{ code: 'group', match: /column "([^"]+)" must appear in the GROUP BY/u },
	{
		code: 'ambiguous',
		match: /Ambiguous reference to column name "([^"]+)"/u,
		near: (_, message) => [...message.matchAll(/"([^"]+\.[^"]+)"/gu)].map(([, name]) => name ?? '')
	},
	{ code: 'where_aggregate', match: /WHERE clause cannot contain aggregates/u },
	{ code: 'conversion', match: /Conversion Error: ([^\n]+)/u },
	{ code: 'memory', match: /Out of Memory|memory/iu },
	{ code: 'cancelled', match: /INTERRUPT|cancel/iu }
];

/** The place that the engine names, in lines of the reader's own text; null where it names none, or one beyond it. */
function placeOf(message: string, before: number, lines: readonly string[]): { line: number; column: number } | null {
	const match = /LINE (\d+): ([^\n]*)\n( *)\^/u.exec(message);
	if (!match) return null;
	const line = Number(match[1]) - before;
	const text = lines[line - 1];
	if (text === undefined) return null;
	const shown = match[2] ?? '';
	const caret = (match[3] ?? '').length - `LINE ${match[1]}: `.length;
	// A long line is shown in part, between dots.
	const part = shown.replace(/^\.\.\./u, '').replace(/\.\.\.$/u, '');
	const start = shown.startsWith('...') ? text.indexOf(part) : 0;
	const column = start + caret - (shown.startsWith('...') ? 3 : 0) + 1;
	return start < 0 || column < 1 ? null : { line, column };
}

/** Where a word stands for the first time, not within a longer one. */
function placeOfWord(word: string, lines: readonly string[]): { line: number; column: number } | null {
	const escaped = word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
	const match = new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`, 'iu');
	for (const [index, text] of lines.entries()) {
		const found = match.exec(text);
		if (found) return { line: index + 1, column: found.index + 1 };
	}
	return null;
}

function fill(code: Code, locale: Locale, word: string, near: readonly string[]): string {
	const names = near.map((name) =>
		/^[a-z_]\w*(?:\.[a-z_]\w*)?$/u.test(name) && !/^t[234]\./u.test(name) ? name : `"${name}"`
	);
	const list = names.join(locale === 'zh' ? '、' : ', ');
	const offer = code === 'ambiguous' ? list : near.length === 0 ? '' : nameIn(NEAR, locale).replace('{names}', list);
	return SENTENCES[code][locale].replaceAll('{word}', word).replace('{near}', offer).trim();
}

/** What stands in the way of a statement before it is asked. */
export function statementSentence(
	problem: { readonly code: 'empty' | 'not_select' | 'several'; readonly word?: string },
	locale: Locale
): string {
	return fill(problem.code, locale, problem.word ?? '', []);
}

/** What the engine said, as a sentence. `before`: lines that stood before the reader's own. */
export function sqlError(message: string, statement: string, before: number, locale: Locale): SqlError {
	const lines = statement.split('\n');
	const pattern = PATTERNS.find(({ match }) => match.test(message));
	const word = (pattern?.match.exec(message)?.[1] ?? '').split('\n')[0] ?? '';
	const code = pattern?.code ?? 'other';
	const place =
		placeOf(message, before, lines) ?? (word === '' || code === 'conversion' ? null : placeOfWord(word, lines));
	const known = code !== 'other' && code !== 'arguments' && code !== 'conversion';
	return {
		sentence: fill(code, locale, word, pattern?.near?.(word, message) ?? []),
		line: place?.line ?? null,
		column: place?.column ?? null,
		original: known ? null : (message.split('\n')[0] ?? '')
	};
}
