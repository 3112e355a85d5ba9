import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { openDataset } from '../../src/lib/db/node.ts';
import { expect, settled, tableTexts, test } from './watched.ts';

const DEMO = 'static/data/demo';

async function recordsOf(page: Page, take: () => Promise<void>): Promise<Record<string, string>[]> {
	const waiting = page.waitForEvent('download');
	await take();
	const text = await readFile(await (await waiting).path(), 'utf8');
	return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

const figureCsv = (page: Page): Promise<Record<string, string>[]> =>
	recordsOf(page, async () => {
		await page.locator('#explore .figure-menu').click();
		await page.getByRole('menuitem', { name: /^CSV（严格|^CSV \(strict/u }).click();
	});

async function fits(page: Page): Promise<void> {
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(overflow).toBeLessThanOrEqual(0);
}

async function sound(page: Page): Promise<void> {
	await fits(page);
	const { violations } = await new AxeBuilder({ page }).analyze();
	const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
	expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)).toEqual(
		[]
	);
}

test('the CSV holds what the chart and its table show, and its sums are those of the Parquet', async ({
	page,
	isMobile
}) => {
	test.skip(isMobile, 'the width does not matter');
	await page.goto('/explore/?data=demo&show=new&by=province&split=year&chart=heat&scope=county_summary');
	await settled(page);
	const records = await figureCsv(page);
	const table = await tableTexts(page, 'explore-table');
	expect(records.length).toBe(table.length);
	const heat = await page.locator('#explore svg[role="img"] text.value').allTextContents();
	const numbers = records.filter(({ value }) => value !== '').map(({ value }) => Number(value).toLocaleString('en-US'));
	expect(numbers.length).toBeGreaterThan(4);
	expect(heat.sort()).toEqual(numbers.sort());
	expect(records.every((record) => record['dataset']?.includes('fictional'))).toBe(true);

	const dataset = await openDataset(DEMO);
	await dataset.ensure(['reports']);
	const sums = await dataset.query(
		`SELECT province, year, sum("t3.new.total")::DOUBLE AS value, count("t3.new.total")::INTEGER AS n, count(*)::INTEGER AS reports
		FROM reports WHERE scope = 'county_summary' GROUP BY province, year`
	);
	await dataset.close();
	const key = (row: Readonly<Record<string, unknown>>): string =>
		[row['province'], row['year'], row['value'] ?? '', row['n'], row['reports']].join(' ');
	expect(records.map(key).sort()).toEqual(sums.map(key).sort());
});

test('what is chosen stands in the address, and what cannot be is off with its reason', async ({ page }) => {
	await page.goto('/explore/');
	await settled(page);
	const choose = (group: string, option: string) =>
		page.getByRole('group', { name: group, exact: true }).getByRole('radio', { name: option, exact: true });
	await page.getByLabel('指标', { exact: true }).selectOption('closed');
	await expect(page).toHaveURL(/\?show=closed$/u);
	await expect(choose('图', '散点')).toBeDisabled();
	await expect(choose('图', '堆叠')).toBeDisabled();
	await choose('再按', '办理结果').check({ force: true });
	await choose('图', '堆叠').check({ force: true });
	await choose('数值', '占比').check({ force: true });
	await expect(page).toHaveURL(/split=outcome&chart=stacked&scale=share$/u);
	await expect(page.locator('#explore h2')).toHaveText('办结，按年度、办理结果，2019–2024');
	await settled(page);
	const shown = await tableTexts(page, 'explore-table');
	await page.reload();
	await settled(page);
	expect(await tableTexts(page, 'explore-table')).toEqual(shown);
	// 34 % of what Suqian closed in 2023 was disclosed.
	await expect(page.locator('#explore svg text', { hasText: /^34\.\d%$/u })).not.toHaveCount(0);
	// Another indicator cannot be told by outcome: the page goes back to what it can, and says why of the rest.
	await page.getByLabel('指标', { exact: true }).selectOption('suits');
	await expect(page).toHaveURL(/\?show=suits$/u);
	await expect(choose('按', '申请人')).toBeDisabled();
	const why = page.getByRole('group', { name: '按', exact: true }).locator('details');
	await why.locator('summary').click();
	await expect(why).toContainText('“行政诉讼”不能按申请人分');
});

test('a damaged link opens with what could be understood, and says what not', async ({ page, isMobile }) => {
	test.skip(isMobile, 'the width does not matter');
	await page.goto(
		'/en/explore/?show=closed,nonsense&by=planet&split=outcome&chart=scatter&scale=log&colour=blue&year=2023'
	);
	await settled(page);
	const alerts = page.getByRole('alert');
	await expect(alerts.filter({ hasText: 'show=nonsense, by=planet' })).toHaveCount(1);
	await expect(alerts.filter({ hasText: 'colour=blue' })).toHaveCount(1);
	await expect(alerts.filter({ hasText: 'chart=scatter' })).toContainText('exactly two indicators');
	await expect(alerts.filter({ hasText: 'scale=log' })).toContainText('values are 0');
	await expect(page.locator('#explore h2')).toHaveText('Closed by year and outcome, 2023');
});

test('brushing by keyboard and pointer filters the figure and the other chart, and Escape clears it', async ({
	page,
	isMobile
}) => {
	test.skip(isMobile, 'a pointer drags');
	await page.goto('/explore/?show=new&by=agency&chart=bar');
	await settled(page);
	const all = (await tableTexts(page, 'explore-table')).length;
	const years = page.getByRole('slider', { name: '各年的报告数' });
	const values = page.getByRole('slider', { name: /^各报告自己的/u });
	const bins = (await values.locator('.bar').count()) - 1;
	await years.focus();
	await page.keyboard.press('End');
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('Shift+ArrowRight');
	await expect(page).toHaveURL(/brush_years=2023-2024/u);
	await settled(page);
	const brushed = await tableTexts(page, 'explore-table');
	expect(brushed.length).toBeLessThan(all);
	await expect(page.locator('#explore .subtitle')).toContainText('N = 6 份报告');
	await expect(years.locator('.bar.on')).toHaveCount(2);
	await years.focus();
	await page.keyboard.press('Escape');
	await expect(page).not.toHaveURL(/brush/u);
	await settled(page);
	expect((await tableTexts(page, 'explore-table')).length).toBe(all);
	// By pointer, the last bin of the values: the two city governments.
	const last = values.locator('.bar').nth(bins);
	await last.click({ force: true });
	await expect(page).toHaveURL(/brush_values=2000%7E5000/u);
	await settled(page);
	const great = await tableTexts(page, 'explore-table');
	expect(great.flat().filter((text) => /3,511|3,119/u.test(text)).length).toBeGreaterThan(0);
	expect(great.length).toBe(2);
	await expect(years.locator('.bar')).toHaveCount(2);
	await page.reload();
	await settled(page);
	expect(await tableTexts(page, 'explore-table')).toEqual(great);
	// While a stretch is dragged, the figure and the other chart follow from sums made beforehand; the address waits.
	await page.goto('/explore/?show=new&by=agency&chart=bar');
	await settled(page);
	const drawn = (): Promise<string[]> => page.locator('#explore .drawing svg text').allTextContents();
	/** Bins that the stretch leaves empty at the end go once it is let go. */
	const counts = async (): Promise<string[]> =>
		(await values.locator('.count').allTextContents()).filter((text) => text.trim() !== '');
	const before = [await drawn(), await counts()];
	await years.hover({ position: { x: 2, y: 40 } });
	await page.mouse.down();
	const box = await years.boundingBox();
	if (box === null) throw new Error('bars expected');
	await page.mouse.move(box.x + (box.width * 2.5) / 6, box.y + 40, { steps: 4 });
	await expect(page.locator('#explore .subtitle')).toContainText('N = 8 份报告');
	await expect.poll(drawn).not.toEqual(before[0]);
	await expect.poll(counts).not.toEqual(before[1]);
	const dragged = [await drawn(), await counts()];
	expect(page.url()).not.toContain('brush');
	await page.mouse.up();
	await expect(page).toHaveURL(/brush_years=2019-2021/u);
	await settled(page);
	await expect.poll(drawn).toEqual(dragged[0]);
	expect(await counts()).toEqual(dragged[1]);
});

test('a mark is walked to by keyboard and told to screen readers', async ({ page }) => {
	await page.goto('/en/explore/?show=denied_rate&level=city');
	await settled(page);
	const plot = page.locator('#explore').getByRole('slider').first();
	await plot.focus();
	await page.keyboard.press('Home');
	await expect(plot).toHaveAttribute('aria-valuetext', /^2023; Denial rate 4\.\d%; Numerator \/ denominator 142 \/ /u);
	await expect(page.locator('#explore .tooltip')).toContainText('95% interval');
	await page.keyboard.press('Escape');
	await expect(page.locator('#explore .tooltip')).toHaveCount(0);
});

test('a mark, a figure of the table and a cell of the pivot are asked which reports they rest on', async ({
	page,
	isMobile
}) => {
	test.skip(isMobile, 'the same answers');
	await page.goto('/explore/?data=demo&show=denied_rate&by=year&split=province&pivot=province~year~denied_rate');
	await settled(page);
	const dialog = page.getByRole('dialog');
	const slider = page.locator('#explore').getByRole('slider').first();
	await slider.focus();
	await page.keyboard.press('Enter');
	await expect(dialog.locator('.where')).toContainText(/省 · \d{4} 年度/u);
	await expect(dialog.locator('.account')).toBeVisible();
	await expect(page).toHaveURL(/ask=sum%3Adenied_rate%3Aprinted%3A\d{4}%3A\w+%3Aprovince/u);
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
	const cell = page.locator('#tables tbody tr').first().locator('td .ask').first();
	const shown = (await cell.textContent()) ?? '';
	await cell.click();
	await expect(dialog.locator('.value b')).toHaveText(shown);
});

test('the pivot table has totals of its own, and its CSV is what it shows', async ({ page, isMobile }) => {
	test.skip(isMobile, 'the width does not matter');
	await page.goto('/explore/?data=demo&show=denied_rate&by=family&split=year&chart=heat&scope=county_own');
	await settled(page);
	const pivot = page.locator('#tables');
	const shown = await pivot
		.locator('tbody tr, tfoot tr')
		.evaluateAll((rows) =>
			rows.map((row) => [...row.children].slice(1).map((cell) => (cell.textContent ?? '').trim()))
		);
	const records = await recordsOf(page, () => pivot.getByRole('button', { name: 'CSV', exact: true }).click());
	expect(records.length).toBe(shown.length);
	const total = records.at(-1) ?? {};
	const percent = (text: string | undefined): string => `${(100 * Number(text)).toFixed(1)}%`;
	expect(shown.at(-1)?.at(-1)).toBe(percent(total['total']));
	expect(shown.at(-1)?.[0]).toBe(percent(total['2019']));
	// The total of a rate is no mean of rates.
	const dataset = await openDataset(DEMO);
	await dataset.ensure(['reports']);
	const cells = ['state_secret', 'law', 'safety', 'third_party', 'internal', 'process', 'case_file', 'query'].map(
		(reason) => `"t3.denied_${reason}.total"`
	);
	const [sum] = await dataset.query(
		`SELECT sum(d)::DOUBLE / sum(c)::DOUBLE AS rate FROM (SELECT ${cells.join(' + ')} AS d, "t3.closed.total" AS c FROM reports WHERE scope = 'county_own' AND format_t3 IN ('2019', '2021')) WHERE d IS NOT NULL AND c IS NOT NULL`
	);
	await dataset.close();
	expect(Number(total['total'])).toBeCloseTo(Number(sum?.['rate']), 10);
});

test('the console answers, draws, and says in a sentence what is wrong', async ({ page, isMobile }) => {
	test.skip(isMobile, 'the width does not matter');
	await page.goto('/en/explore/?tab=sql');
	await settled(page);
	const editor = page.getByRole('textbox', { name: 'SQL query' });
	await expect(page.locator('.cm-content')).toBeVisible();
	const ask = async (sql: string): Promise<void> => {
		await editor.fill(sql);
		await page.keyboard.press('Control+Enter');
	};
	const alert = page.locator('#tables [role="alert"]');
	await ask('SELECT yeer FROM reports');
	await expect(alert).toContainText('There is no column called “yeer”. Did you mean year');
	await alert.getByRole('button', { name: 'line 1, column 8' }).click();
	await expect(editor).toBeFocused();
	await ask('DELETE FROM reports');
	await expect(alert).toContainText('it changes nothing');
	await ask('SELECT * FROM reprots');
	await expect(alert).toContainText('There is no table called “reprots”. Did you mean reports');
	// Completion, with the names of columns in double quotes.
	await editor.fill('SELECT t3.new.to');
	await page.keyboard.press('Control+Space');
	await expect(page.getByRole('option', { name: /"t3\.new\.total"/u }).first()).toBeVisible();
	await page.keyboard.press('Escape');

	await ask(
		`SELECT scope, year, sum("t3.new.total") AS new_requests FROM reports WHERE level = 'city' GROUP BY scope, year ORDER BY scope, year`
	);
	await expect(page.locator('#sql-answer tbody tr')).toHaveText([
		/city_own.*2020.*NULL/u,
		/city_summary.*2023.*3511/u,
		/city_summary.*2024.*3119/u
	]);
	await expect(alert).toHaveCount(0);
	const records = await recordsOf(page, () =>
		page.locator('#tables').getByRole('button', { name: 'CSV', exact: true }).click()
	);
	expect(records.map((row) => row['new_requests'])).toEqual(['', '3511', '3119']);
	await page.getByRole('button', { name: 'Draw it' }).click();
	await expect(page).toHaveURL(/plot=line/u);
	await expect(page.locator('#sql-figure svg path')).not.toHaveCount(0);
	await sound(page);
	await page.reload();
	await expect(page.locator('#sql-answer tbody tr')).toHaveCount(3);
	await expect(page.locator('#sql-figure svg path')).not.toHaveCount(0);

	await ask('SELECT a.cell FROM cells a, cells b');
	await expect(page.locator('#tables')).toContainText('only the first 10,000 were fetched');
	await expect(page.locator('#sql-answer tbody tr')).toHaveCount(100);
});

for (const [name, path] of [
	[
		'a distribution',
		'/explore/?data=demo&province=虚州省&show=denied_rate&by=agency&split=year&chart=strip&scope=county_own&year=2025&tab=table'
	],
	[
		'a scatter plot',
		'/explore/?data=demo&province=虚州省&show=new,disclosure_rate&by=agency&chart=scatter&scope=county_own&tab=sql'
	]
] as const) {
	for (const [language, colorScheme] of [
		['zh', 'dark'],
		['en', 'light']
	] as const) {
		test(`${name} of the demonstration is sound in ${language}, ${colorScheme}`, async ({ page }) => {
			await page.emulateMedia({ colorScheme });
			await page.goto(language === 'en' ? `/en${path}` : path);
			await settled(page);
			await expect(page.locator('#explore svg circle').first()).toBeVisible();
			await sound(page);
		});
	}
}

test('the opening view of the demonstration is no wider than the window', async ({ page }) => {
	await page.goto('/en/explore/?data=demo');
	await settled(page);
	await expect(page.locator('#explore svg circle').first()).toBeVisible();
	await expect(page.locator('.linked .bar').first()).toBeVisible();
	await fits(page);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	for (const path of ['/explore/', '/en/explore/']) {
		test(`the opening figure of ${path} stands, and the page says what needs a script`, async ({ page, isMobile }) => {
			test.skip(isMobile, 'the width does not matter');
			await page.goto(path);
			await expect(page.locator('#explore svg[role="img"]').first()).toBeVisible();
			await expect(page.locator('#explore svg text', { hasText: /^3,511$/u })).toHaveCount(1);
			await expect(page.locator('#explore tbody tr')).not.toHaveCount(0);
			await expect(page.locator('#tables p')).toContainText('JavaScript');
		});
	}
});
