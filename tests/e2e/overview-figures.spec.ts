import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { openDataset } from '../../src/lib/db/node.ts';
import { expect, settled, tableTexts, test } from './watched.ts';

// Each figure's file is what the figure shows, and its sums are those of another statement on the Parquet, on the demonstration.

type Row = Readonly<Record<string, string>>;

interface Case {
	readonly figure: string;
	/** Rows of the file that are compared, keyed. */
	readonly keyed: (row: Row) => string | null;
	/** Columns of the file and of the statement; the statement's first column is the key. */
	readonly columns: readonly string[];
	readonly sql: string;
}

const OWN = `(SELECT * FROM reports WHERE level = 'county')`;
const scopeYear = (row: Row): string => `${row['scope']} ${row['year']}`;
const RESULTS = ['upheld', 'corrected', 'other', 'pending'];
const CELLS = ['review', 'suit_direct', 'suit_after_review'].flatMap((stage) =>
	RESULTS.map((result) => ({ name: `${stage}.${result}`, cell: `"t4.${stage}.${result}"` }))
);
const complete = ['"t3.new.total"', ...CELLS.map(({ cell }) => cell)]
	.map((cell) => `${cell} IS NOT NULL`)
	.join(' AND ');

const CASES: readonly Case[] = [
	{
		figure: 'heads',
		keyed: scopeYear,
		columns: ['reports', 'new', 'new.n'],
		sql: `SELECT scope || ' ' || year, count(*), sum("t3.new.total"), count("t3.new.total") FROM ${OWN} GROUP BY scope, year`
	},
	{
		figure: 'map',
		keyed: (row) => (row['province'] === '' ? null : `${row['province']} ${scopeYear(row)}`),
		columns: ['reports', 'numerator', 'denominator'],
		sql: `SELECT province || ' ' || scope || ' ' || year, count(*), sum(part) FILTER (WHERE whole IS NOT NULL), sum(whole) FILTER (WHERE part IS NOT NULL)
			FROM (SELECT *, "t3.granted.total" + "t3.partial.total" AS part, "t3.closed.total" AS whole FROM ${OWN}) GROUP BY province, scope, year`
	},
	...(['denied', 'unable'] as const).map((figure): Case => {
		const reason = figure === 'denied' ? 'denied_process' : 'unable_not_held';
		return {
			figure,
			keyed: (row) => (row['reason'] === reason && row['basis'] === 'printed' ? scopeYear(row) : null),
			columns: ['cases', 'cases.n'],
			sql: `SELECT scope || ' ' || year, sum("t3.${reason}.total"), count("t3.${reason}.total") FROM ${OWN} GROUP BY scope, year`
		};
	}),
	{
		figure: 'applicants',
		keyed: (row) => `${row['applicant']} ${scopeYear(row)}`,
		columns: ['cases', 'share.of'],
		sql: `SELECT q.applicant || ' ' || r.scope || ' ' || r.year, sum(q.new) FILTER (WHERE r."t3.new.total" IS NOT NULL), sum(r."t3.new.total") FILTER (WHERE q.new IS NOT NULL)
			FROM ${OWN} r JOIN requests q ON q.agency_id = r.agency_id AND q.year = r.year GROUP BY q.applicant, r.scope, r.year`
	},
	{
		figure: 'carry',
		keyed: scopeYear,
		columns: ['carried_in', 'carried_out', 'pairs', 'joined'],
		sql: `SELECT n.scope || ' ' || n.year, sum(n."t3.carried_in.total"), sum(n."t3.carried_out.total"),
			count(*) FILTER (WHERE p."t3.carried_out.total" IS NOT NULL AND n."t3.carried_in.total" IS NOT NULL),
			count(*) FILTER (WHERE p."t3.carried_out.total" = n."t3.carried_in.total")
			FROM ${OWN} n LEFT JOIN ${OWN} p ON p.agency_id = n.agency_id AND p.scope = n.scope AND p.year = n.year - 1 GROUP BY n.scope, n.year`
	},
	{
		figure: 'funnel',
		keyed: scopeYear,
		columns: ['n', 'new', ...CELLS.map(({ name }) => name)],
		sql: `SELECT scope || ' ' || year, count(*), sum("t3.new.total"), ${CELLS.map(({ cell }) => `sum(${cell})`).join(', ')}
			FROM ${OWN} WHERE ${complete} GROUP BY scope, year`
	},
	{
		figure: 'coverage',
		keyed: (row) => (Number(row['published']) > 0 ? scopeYear(row) : null),
		columns: ['published'],
		sql: `SELECT a.scope || ' ' || r.year, count(*) FROM ${OWN} r JOIN agencies a ON a.agency_id = r.agency_id GROUP BY a.scope, r.year`
	}
];

async function csvOf(page: Page, figure: string): Promise<Row[]> {
	const waiting = page.waitForEvent('download');
	await page.locator(`#${figure} .figure-menu`).click();
	await page.getByRole('menuitem', { name: /^CSV（严格/u }).click();
	const text = await readFile(await (await waiting).path(), 'utf8');
	await page.locator('.figure-menu-list').waitFor({ state: 'detached' });
	return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

test('each figure’s CSV is its table, its drawing tells it, and its sums are those of the Parquet', async ({
	page
}, info) => {
	test.skip(info.project.name !== 'desktop', 'does not depend on width');
	test.slow();
	const dataset = await openDataset('static/data/demo');
	await dataset.ensure(['reports', 'requests', 'agencies'], []);
	await page.goto('/?data=demo&level=county');
	await settled(page);
	for (const { figure, keyed, columns, sql } of CASES) {
		const rows = await csvOf(page, figure);
		const table = (await tableTexts(page, `${figure}-table`)).length;
		expect([figure, rows.length]).toEqual([figure, table]);
		const answer = await dataset.query(sql);
		const expected = new Map(
			answer.map((row) => {
				const [key, ...values] = Object.values(row);
				return [String(key), values.map((value) => (value === null ? '' : String(Number(value))))];
			})
		);
		const shown = rows.flatMap((row): [string, string[]][] => {
			const key = keyed(row);
			return key === null ? [] : [[key, columns.map((column) => row[column] ?? 'no such column')]];
		});
		expect([figure, shown.length > 0]).toEqual([figure, true]);
		for (const [key, values] of shown) expect([figure, key, values]).toEqual([figure, key, expected.get(key)]);
		// The newest year of a scope is drawn and told: its figures stand in the drawing, or in what screen readers are told of it.
		const told = await page
			.locator(`#${figure} .drawing`)
			.evaluate((drawing) =>
				[
					drawing.textContent,
					...[...drawing.querySelectorAll('[aria-label]')].map((part) => part.getAttribute('aria-label'))
				].join(' ')
			);
		const [, newest = []] = shown.filter(([, values]) => values.every((value) => value !== '')).at(-1) ?? [];
		const numbers =
			figure === 'map'
				? [`${((100 * Number(newest[1])) / Number(newest[2])).toFixed(1)}%`]
				: newest.map((value) => Number(value).toLocaleString('en'));
		expect([figure, numbers.some((number) => told.includes(number))]).toEqual([figure, true]);
	}
	await dataset.close();
	expect((await tableTexts(page, 'heads')).length).toBeGreaterThan(0);
});
