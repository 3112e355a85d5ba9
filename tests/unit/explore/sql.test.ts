import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completionsFor, sqlName } from '../../../src/lib/components/explore/sql/completions.ts';
import { SQL_EXAMPLES } from '../../../src/lib/components/explore/sql/examples.ts';
import {
	parsePlot,
	plotProblem,
	plotText,
	resultPlot,
	suggestPlot
} from '../../../src/lib/components/explore/sql/result-plot.ts';
import type { Dataset, Row } from '../../../src/lib/db/gate.ts';
import { openDataset } from '../../../src/lib/db/node.ts';
import { nearNames } from '../../../src/lib/format/near-names.ts';
import { sqlError, statementSentence } from '../../../src/lib/format/sql-errors.ts';
import { describeSql, LINES_BEFORE, limitedSql, readStatement, tablesOf } from '../../../src/lib/queries/console.ts';
import { openOnWasm } from '../db/wasm-in-node.ts';

const REAL = 'static/data/real';
let engines: readonly Dataset[];
beforeAll(async () => {
	engines = await Promise.all([openDataset(REAL), openOnWasm(REAL)]);
});
afterAll(async () => {
	await Promise.all(engines.map((dataset) => dataset.close()));
});

const problemOf = (sql: string) => {
	const read = readStatement(sql);
	return 'problem' in read ? read.problem.code : null;
};

describe('a statement', () => {
	it.each([
		['', 'empty'],
		['  -- only a remark\n', 'empty'],
		['DROP TABLE reports', 'not_select'],
		['/* SELECT */ update reports SET year = 1', 'not_select'],
		["COPY reports TO 'x'", 'not_select'],
		['SELECT 1; SELECT 2', 'several'],
		['SELECT 1) AS q; DROP VIEW reports; SELECT (2', 'several'],
		["SELECT ';' AS a -- ; and more", null],
		['WITH a AS (SELECT 1) SELECT * FROM a;', null],
		['select year from reports ; ;', null]
	])('%j: %s', (sql, code) => {
		expect(problemOf(sql)).toBe(code);
	});

	it('loses the semicolon and the remark at its end, nothing else', () => {
		expect(readStatement("SELECT 'a;b' -- x\n;\n-- y")).toEqual({ sql: "SELECT 'a;b'" });
	});

	it('names the tables that it needs, not those in texts and remarks', () => {
		expect(tablesOf(`SELECT 'findings' FROM reports r JOIN "requests" q USING (year) -- absences`)).toEqual([
			'reports',
			'requests'
		]);
	});

	it('says in both languages what is wrong with it', () => {
		expect(statementSentence({ code: 'not_select', word: 'DROP' }, 'en')).toContain('“DROP”');
		expect(statementSentence({ code: 'not_select', word: 'DROP' }, 'zh')).toContain('SELECT');
	});
});

async function messageOf(dataset: Dataset, sql: string): Promise<string> {
	await dataset.ensure(tablesOf(sql));
	try {
		await dataset.query(describeSql(sql));
		await dataset.query(limitedSql(sql, 10));
	} catch (error) {
		const { cause } = error as Error;
		return cause instanceof Error ? cause.message : String(cause);
	}
	throw new Error(`no error: ${sql}`);
}

describe.each([0, 1])('errors of the engine %i as sentences', (engine) => {
	it.each([
		['SELECT yeer FROM reports', '“yeer”', 'year', 1, 8],
		['SELECT *\nFROM reprots', '“reprots”', 'reports', 2, 6],
		['SELECT r.yeer\nFROM reports r', '“yeer”', 'year', 1, null],
		['SELECT "t3.new.totl" FROM reports', '“t3.new.totl”', '"t3.new.total"', 1, null],
		['SELECT t3.new.total FROM reports', '“t3”', 'double quotes', 1, 8],
		['SELECT * FORM reports', '“reports”', 'wrong near', 1, 15],
		['SELECT year FROM reports WHERE agency = "宿迁"', '“宿迁”', 'single quotes', 1, null],
		['SELECT year, agency FROM reports GROUP BY year', '“agency”', 'GROUP BY', 1, 14],
		['SELECT year FROM reports, requests', '“year”', 'reports.year', 1, 8],
		['SELECT x.year FROM reports r', '“x”', 'Did you mean r', 1, 8],
		['SELECT flor(1.5)', '“flor”', 'Did you mean', 1, 8],
		['SELECT sum(agency) FROM reports', 'sum(VARCHAR)', 'CAST', null, null],
		["SELECT CAST('abc' AS INTEGER)", 'abc', 'TRY_CAST', null, null],
		['SELECT (1', 'not finished', '', null, null],
		["SELECT 'abc", 'not closed', '', null, null],
		['SELECT year FROM reports WHERE sum(year) > 3', 'HAVING', '', null, null]
	])('%j', async (sql, first, second, line, column) => {
		const message = await messageOf(engines[engine] as Dataset, sql);
		const error = sqlError(message, sql, LINES_BEFORE, 'en');
		expect(error.sentence).toContain(first);
		expect(error.sentence).toContain(second);
		expect(error.sentence).not.toMatch(/[{}]/u);
		if (line !== null) expect(error.line).toBe(line);
		if (column !== null) expect(error.column).toBe(column);
		expect(sqlError(message, sql, LINES_BEFORE, 'zh').sentence).toMatch(/[。？]$/u);
	});

	it('an error of no known kind shows what the engine said', () => {
		expect(sqlError('Internal Error: what', 'SELECT 1', LINES_BEFORE, 'en').original).toBe('Internal Error: what');
	});
});

describe('the answer', () => {
	it.each(SQL_EXAMPLES.map(({ names, sql }) => [names.en, sql] as const))(
		'of the example “%s” is the same from both engines',
		async (_, sql) => {
			const answers = await Promise.all(
				engines.map(async (dataset) => {
					await dataset.ensure(tablesOf(sql));
					return dataset.query(limitedSql(sql, 10_000));
				})
			);
			expect(answers[1]).toEqual(answers[0]);
			expect(answers[0]?.length).toBeGreaterThan(0);
		}
	);

	it('keeps the order that the query asks for, and columns of one name apart', async () => {
		for (const dataset of engines) {
			await dataset.ensure(['reports']);
			const rows = await dataset.query(limitedSql('SELECT year FROM reports ORDER BY year DESC', 100));
			const years = rows.map((row) => Number(row['year']));
			expect(years).toEqual([...years].sort((a, b) => b - a));
			const described = await dataset.query(describeSql('SELECT 1 AS a, 2 AS a'));
			expect(new Set(described.map((row) => row['column_name'])).size).toBe(2);
		}
	});
});

describe('names', () => {
	it('that were meant are those of few changed letters', () => {
		expect(nearNames('reprots', ['reports', 'requests', 'agencies'])).toEqual(['reports']);
		expect(nearNames('total', ['t3.new.total', 'year'])).toEqual(['t3.new.total']);
		expect(nearNames('zzz', ['reports'])).toEqual([]);
	});

	it('with dots are quoted, and completed with their meaning', () => {
		expect(sqlName('t3.new.total')).toBe('"t3.new.total"');
		expect(sqlName('year')).toBe('year');
		const labels = completionsFor('SELECT  FROM requests', 'en').map(({ label }) => label);
		expect(labels).toEqual(expect.arrayContaining(['applicant', 'carried_out', 'reports', 'SELECT', 'sum']));
		expect(labels).not.toContain('"t3.new.total"');
		expect(
			completionsFor('SELECT  FROM reports', 'zh').find(({ label }) => label === '"t3.new.total"')?.detail
		).toContain('总计');
	});
});

describe('an answer as a plot', () => {
	const words = {
		layoutChange: '',
		uncertain: '',
		median: '',
		noReport: '',
		members: String,
		more: String,
		lacking: String,
		inGrey: String
	};
	const result = (rows: readonly Row[], numbers: readonly string[]) => ({
		sql: '',
		cut: false,
		rows,
		columns: Object.keys(rows[0] ?? {}).map((name) => ({ name, type: '', number: numbers.includes(name) }))
	});
	const byYear = result(
		[
			{ scope: 'a', year: 2022, n: 5 },
			{ scope: 'a', year: 2023, n: null },
			{ scope: 'b', year: 2022, n: 7 }
		],
		['year', 'n']
	);

	it('is written in the address and read back, whatever the names hold', () => {
		const choice = { chart: 'bar', x: 'a~b/c', y: '总 计', series: 'x' } as const;
		expect(parsePlot(plotText(choice))).toEqual(choice);
		expect(parsePlot('pie~a~b')).toBeNull();
		expect(parsePlot('bar~%E0%A4%A~b')).toBeNull();
	});

	it('begins with years as lines, a text as series', () => {
		expect(suggestPlot(byYear)).toEqual({ chart: 'line', x: 'year', y: 'n', series: 'scope' });
		expect(suggestPlot(result([{ reason: 'blank', cells: 3 }], ['cells']))).toEqual({
			chart: 'bar',
			x: 'reason',
			y: 'cells',
			series: null
		});
		expect(suggestPlot(result([{ reason: 'blank' }], []))).toBeNull();
	});

	it.each([
		[{ chart: 'line', x: 'year', y: 'n', series: 'scope' }, null],
		[{ chart: 'line', x: 'year', y: 'n', series: null }, 'repeated'],
		[{ chart: 'bar', x: 'scope', y: 'n', series: null }, 'repeated'],
		[{ chart: 'line', x: 'scope', y: 'n', series: null }, 'not_years'],
		[{ chart: 'scatter', x: 'scope', y: 'n', series: null }, 'x_not_number'],
		[{ chart: 'scatter', x: 'year', y: 'n', series: null }, null],
		[{ chart: 'bar', x: 'year', y: 'scope', series: null }, 'no_number'],
		[{ chart: 'bar', x: 'gone', y: 'n', series: null }, 'unknown_column']
	] as const)('%o: %s', (choice, problem) => {
		expect(plotProblem(byYear, choice)).toBe(problem);
	});

	it('draws every row; NULL is a gap', () => {
		const { data } = resultPlot(byYear, { chart: 'line', x: 'year', y: 'n', series: 'scope' }, words, 'en');
		expect(data.points.map(({ category, series, value }) => [category, series, value])).toEqual([
			['2022', 'a', 5],
			['2023', 'a', null],
			['2022', 'b', 7]
		]);
	});
});
