import { DATASET_TABLES } from '../core/dataset/tables.ts';
import type { DatasetTableName } from '../core/dataset/tables.ts';

/** A piece of a statement; texts and comments are pieces of their own, so that what stands in them is never taken for SQL. */
interface Token {
	readonly kind: 'word' | 'quoted' | 'text' | 'comment' | 'sign';
	readonly text: string;
	readonly at: number;
}

const PIECES =
	/(?<comment>--[^\n]*|\/\*[^]*?(?:\*\/|$))|(?<text>'(?:[^']|'')*(?:'|$))|(?<quoted>"(?:[^"]|"")*(?:"|$))|(?<word>[\p{L}_][\p{L}\p{N}_$]*)|(?<sign>[^\s])/gu;

function tokens(sql: string): Token[] {
	return [...sql.matchAll(PIECES)].map((match) => {
		const [kind, text] = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined) ?? [
			'sign',
			match[0]
		];
		return { kind: kind as Token['kind'], text: text ?? '', at: match.index };
	});
}

export type StatementProblem =
	| { readonly code: 'empty' }
	/** Something other than a question: the first word. */
	| { readonly code: 'not_select'; readonly word: string }
	| { readonly code: 'several' };

/** A statement that only asks: one SELECT (or WITH … SELECT), without the semicolon at its end. */
export function readStatement(sql: string): { readonly sql: string } | { readonly problem: StatementProblem } {
	const told = tokens(sql).filter(({ kind }) => kind !== 'comment');
	while (told.at(-1)?.text === ';') told.pop();
	const [first] = told;
	const last = told.at(-1);
	if (first === undefined || last === undefined) return { problem: { code: 'empty' } };
	const word = first.text.toUpperCase();
	if (word !== 'SELECT' && word !== 'WITH') return { problem: { code: 'not_select', word: first.text } };
	if (told.some(({ kind, text }) => kind === 'sign' && text === ';')) return { problem: { code: 'several' } };
	return { sql: sql.slice(0, last.at + last.text.length) };
}

/** The tables of the dataset that a statement names. */
export function tablesOf(sql: string): DatasetTableName[] {
	const names = new Set(
		tokens(sql).flatMap(({ kind, text }) => {
			if (kind === 'word') return [text.toLowerCase()];
			return kind === 'quoted' ? [text.slice(1, -1).replaceAll('""', '"').toLowerCase()] : [];
		})
	);
	return DATASET_TABLES.map(({ name }) => name).filter((name) => names.has(name));
}

/** How many lines stand before the statement in what the engine is given; its places are counted from there. */
export const LINES_BEFORE = 1;

/** Asks for names and types of the columns, in their order; finds what is wrong without working out a row. */
export const describeSql = (statement: string): string => `DESCRIBE SELECT * FROM (\n${statement}\n) AS asked`;

/** The statement's first rows: one more than are shown, so that it can be told whether there are more. */
export const limitedSql = (statement: string, rows: number): string =>
	`SELECT * FROM (\n${statement}\n) AS asked LIMIT ${rows + 1}`;
