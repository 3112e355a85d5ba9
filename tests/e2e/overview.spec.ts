import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { READY_MARK } from '../../src/lib/db/gate.ts';
import { pdfText } from './pdf-text.ts';
import { expect, settled, tableTexts, test } from './watched.ts';

test('shows the shipped reports: Suqian, Shanghai and Liujiang', async ({ page }) => {
	await page.goto('/');
	const volumes = page.locator('#volumes');
	await expect(volumes.locator('svg text', { hasText: /^3,511$/u })).toHaveCount(1);
	await expect(volumes.locator('svg text', { hasText: /^859$/u })).toHaveCount(1);
	const reviews = page.locator('#reviews');
	for (const number of ['309', '17', '88', '26'])
		await expect(reviews.locator('svg text', { hasText: new RegExp(`^${number}$`, 'u') })).not.toHaveCount(0);
	const liujiang = page.getByRole('row', { name: /柳州市柳江区工业和信息化局/u });
	await expect(liujiang.locator('td')).toContainText(['2023', '0', '0', '0', '0']);
});

test('nothing but the page is fetched before its first chart is painted: no code, no engine, no data', async ({
	page
}) => {
	await page.addInitScript(() => {
		const look = (): void => {
			if (document.querySelector('main figure svg')) performance.mark('test:chart');
			else requestAnimationFrame(look);
		};
		requestAnimationFrame(look);
	});
	await page.goto('/');
	await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, READY_MARK);
	const { before, after } = await page.evaluate(() => {
		const chart = performance.getEntriesByName('test:chart')[0]?.startTime ?? NaN;
		const asked = performance.getEntriesByType('resource');
		const names = (some: readonly PerformanceEntry[]): string[] => some.map(({ name }) => new URL(name).pathname);
		return {
			before: names(asked.filter(({ startTime }) => startTime <= chart)),
			after: names(asked.filter(({ startTime }) => startTime > chart))
		};
	});
	expect(before.filter((path) => !['/theme.js', '/begin.js', '/favicon.svg'].includes(path))).toEqual([]);
	// What the worker fetches, the module above all, comes after the worker.
	expect(after.filter((path) => /duckdb-.*worker/u.test(path))).toHaveLength(1);
	expect(after.filter((path) => path.endsWith('/datapackage.json'))).toHaveLength(1);
});

test('never sums figures of different scopes', async ({ page }) => {
	await page.goto('/');
	const rows = await tableTexts(page, 'volumes');
	const scopes = new Map<string, number>();
	for (const [scope, year] of rows) scopes.set(`${scope} ${year}`, (scopes.get(`${scope} ${year}`) ?? 0) + 1);
	expect([...scopes.values()].every((count) => count === 1)).toBe(true);
	expect(new Set(rows.map(([scope]) => scope)).size).toBeGreaterThan(1);
});

test('a filter changes the address and the chart, and the link rebuilds the view', async ({ page, isMobile }) => {
	await page.goto('/');
	await settled(page);
	if (isMobile) {
		await page.getByRole('button', { name: /^筛选/u }).click();
		await page.locator('.sheet summary', { hasText: '层级' }).click();
	} else {
		await page.getByRole('button', { name: /^层级/u }).click();
	}
	await page.getByRole('checkbox', { name: /地市级/u }).check();
	await expect(page).toHaveURL(/\?level=city$/u);
	await expect(page.locator('#volumes h3')).toHaveText(['地市政府（全域汇总）']);
	await settled(page);
	const filtered = await tableTexts(page, 'reviews');
	expect(filtered.length).toBeGreaterThan(0);
	await page.goto('/?level=city');
	await settled(page);
	await expect(page.locator('#volumes h3')).toHaveText(['地市政府（全域汇总）']);
	expect(await tableTexts(page, 'reviews')).toEqual(filtered);
	await page.getByRole('button', { name: '清除全部筛选' }).click();
	await expect(page).toHaveURL(/\/$/u);
	await expect(page.locator('#volumes h3')).not.toHaveCount(1);
});

test('a table that is opened before the page is alive stays open, closed ones are not made, and all is laid out', async ({
	page,
	isMobile
}) => {
	test.skip(isMobile, 'the same code');
	let goOn = (): void => undefined;
	const opened = new Promise<void>((resolve) => (goOn = resolve));
	await page.route('**/_app/immutable/entry/start.*.js', async (route) => {
		await opened;
		await route.continue();
	});
	await page.goto('/');
	await expect(page.locator('html')).toHaveAttribute('data-fresh');
	await page.locator('#volumes-table summary').click();
	goOn();
	await settled(page);
	await expect(page.locator('#volumes-table')).toHaveAttribute('open');
	await expect(page.locator('#volumes tbody tr')).not.toHaveCount(0);
	await expect(page.locator('#outcomes-table tbody tr')).toHaveCount(0);
	await expect(page.locator('html')).not.toHaveAttribute('data-fresh');
	// A place in the page that the address names is where it will be.
	await page.goto('/#reviews');
	await expect(page.locator('html')).not.toHaveAttribute('data-fresh');
	await expect(page.locator('#reviews')).toBeInViewport();
});

test('the engine gives the numbers that were prerendered', async ({ page }) => {
	await page.goto('/');
	const figures = ['volumes', 'outcomes', 'reviews', 'lawsuits'];
	const prerendered = await Promise.all(figures.map((figure) => tableTexts(page, figure)));
	const heads = await page.locator('.heads tbody tr').allInnerTexts();
	// All years there are: the same selection, but another statement, which only the engine can answer.
	await page.goto('/?year=2019-2024');
	await expect(page.locator('#volumes .stale')).toHaveCount(0);
	await settled(page);
	expect(await Promise.all(figures.map((figure) => tableTexts(page, figure)))).toEqual(prerendered);
	expect(await page.locator('.heads tbody tr').allInnerTexts()).toEqual(heads);
});

test('the CSV of a chart holds what the chart and its table show', async ({ page }) => {
	await page.goto('/?level=city&year=2023');
	await settled(page);
	const waiting = page.waitForEvent('download');
	await page.locator('#reviews .figure-menu').click();
	await page.getByRole('menuitem', { name: /^CSV（严格/u }).click();
	const text = await readFile(await (await waiting).path(), 'utf8');
	const { data } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/u, ''), {
		header: true,
		skipEmptyLines: true
	});
	expect(data.map((row) => [row['year'], row['dispute'], row['result'], row['cases']])).toEqual([
		['2023', 'review', 'upheld', '309'],
		['2023', 'review', 'corrected', '17'],
		['2023', 'review', 'other', '88'],
		['2023', 'review', 'pending', '26'],
		['2023', 'review', 'total', '440']
	]);
	const drawn = await page.locator('#reviews svg g, #reviews svg').first().locator('text').allTextContents();
	for (const row of data.filter((one) => one['result'] !== 'total')) expect(drawn).toContain(row['cases']);
	const table = await tableTexts(page, 'reviews');
	expect(table.map((row) => row[5])).toEqual(data.map((row) => row['cases']));
});

test('shares and counts switch, in the address, too', async ({ page }) => {
	await page.goto('/?level=city');
	await settled(page);
	await page.locator('#outcomes').getByText('占比', { exact: true }).click();
	await expect(page).toHaveURL(/outcomes=share/u);
	await expect(page.locator('#outcomes svg text', { hasText: /^34%$/u })).toHaveCount(1);
	await expect(page.locator('#outcomes h2')).toContainText('占');
});

test('a year is read by keyboard, and told to screen readers', async ({ page }) => {
	await page.goto('/?level=city');
	await settled(page);
	const cursor = page.locator('#volumes').getByRole('slider').first();
	await cursor.focus();
	await page.keyboard.press('End');
	await page.keyboard.press('ArrowLeft');
	await expect(cursor).toHaveAttribute('aria-valuenow', '2023');
	await expect(cursor).toHaveAttribute('aria-valuetext', /3,511/u);
	await expect(page.locator('#volumes .tooltip')).toContainText('3,511');
	await page.keyboard.press('Escape');
	await expect(page.locator('#volumes .tooltip')).toHaveCount(0);
});

test('what of an address is not understood is named, the rest holds', async ({ page }) => {
	await page.goto('/?level=city&colour=blue&year=20x3');
	await settled(page);
	await expect(page.getByRole('alert')).toContainText('colour=blue');
	await expect(page.getByRole('alert')).toContainText('year=20x3');
	await expect(page.locator('#volumes h3')).toHaveText(['地市政府（全域汇总）']);
});

test('an empty selection has its sentence', async ({ page }) => {
	await page.goto('/?province=火星');
	await settled(page);
	await expect(page.locator('#volumes').getByText('没有报告', { exact: false }).first()).toBeVisible();
	await expect(page.locator('.outcome')).toContainText('0 份报告');
});

test('a head figure tells which reports it sums, and each leads to its cell', async ({ page }) => {
	await page.goto('/?level=city');
	await settled(page);
	const row = page.locator('.heads tbody tr', { hasText: '地市政府（全域汇总）' });
	await row.getByRole('button', { name: '3,119' }).click();
	await expect(page).toHaveURL(/ask=sum%3Anew%3Aprinted%3A2024%3Acity_summary/u);
	const panel = page.getByRole('dialog', { name: '这个数从哪来' });
	await expect(panel.locator('.value')).toContainText('3,119');
	await expect(panel).toContainText('由 1 份报告相加');
	await expect(panel).toContainText('1 个机关这一年没有报告');
	await panel.getByText('1 个机关这一年没有报告', { exact: false }).click();
	await expect(panel.locator('.silent')).toContainText('宿迁市人民政府');
	await panel
		.getByRole('row', { name: /淮安市人民政府/u })
		.getByRole('button')
		.click();
	await expect(panel.locator('[data-cell="t3.new.total"][aria-pressed="true"]')).toHaveText('3,119');
	await expect(panel).toContainText('2024-huaian-city');
	await expect(panel.locator('.line').first()).toContainText('通过');
	await panel.getByRole('button', { name: '← 返回' }).click();
	await expect(panel).toContainText('由 1 份报告相加');
	await page.keyboard.press('Escape');
	await expect(panel).toHaveCount(0);
	await expect(page).toHaveURL(/\?level=city$/u);
});

test('a chart is asked by keyboard and by its marks, and answers with what it draws', async ({ page, isMobile }) => {
	await page.goto('/?level=city');
	await settled(page);
	const cursor = page.locator('#reviews').getByRole('slider').first();
	await cursor.focus();
	await page.keyboard.press('End');
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('Enter');
	const panel = page.getByRole('dialog', { name: '这个数从哪来' });
	await expect(panel.locator('.value')).toContainText('440');
	await panel.getByRole('button', { name: '结果纠正' }).click();
	await expect(panel.locator('.value')).toContainText('17');
	await page.keyboard.press('Escape');
	await expect(cursor).toBeFocused();
	test.skip(isMobile, 'a pointer hits the mark');
	await page.locator('#reviews svg [data-part="upheld"]').first().click({ force: true });
	await expect(panel.locator('.value')).toContainText('309');
});

test('a figure that several cells make marks them all, and one is chosen', async ({ page }) => {
	await page.goto('/?ask=report:denied:printed:2023:321300-gov');
	await settled(page);
	const panel = page.getByRole('dialog');
	await expect(panel.locator('.value')).toContainText('142');
	await expect(panel.locator('[aria-pressed="true"]')).toHaveCount(8);
	await panel.locator('[data-cell="t3.denied_law.total"]').click();
	await expect(panel.locator('.cell')).toContainText('“27”');
	await expect(panel.getByRole('link', { name: '宿迁市人民政府' })).toHaveAttribute(
		'href',
		/\/agency\/\?id=321300-gov&year=2023&cell=t3\.denied_law\.total$/u
	);
});

test('what is asked and cannot be understood is named', async ({ page }) => {
	await page.goto('/?ask=sum:nonsense');
	await expect(page.getByRole('dialog').getByRole('alert')).toContainText('sum:nonsense');
});

test('reports that fail hard checks are left out on demand, and every figure says how many', async ({
	page,
	isMobile
}) => {
	await page.goto('/');
	await settled(page);
	await expect(page.locator('.outcome').first()).toContainText('其中 1 份有硬性核对不符');
	if (isMobile) await page.getByRole('button', { name: /^筛选/u }).click();
	await page.getByRole('checkbox', { name: /略去硬性核对不符的报告/u }).check();
	await expect(page).toHaveURL(/\?without=failing$/u);
	if (isMobile) await page.getByRole('button', { name: '完成' }).click();
	await settled(page);
	await expect(page.locator('.outcome').first()).toContainText('另有 1 份因硬性核对不符未计入');
	for (const figure of ['volumes', 'outcomes', 'reviews', 'lawsuits'])
		await expect(page.locator(`#${figure} .subtitle`)).toContainText('1 份未计入（核对不符）');
	await expect(page.getByRole('link', { name: '淮安市洪泽区人民政府' })).toHaveCount(0);
	await page.goto('/?without=failing&ask=sum:new:printed:2023:county_summary');
	await settled(page);
	const panel = page.getByRole('dialog');
	await expect(panel).toContainText('1 份未计入：硬性核对不符');
	await panel.getByRole('button', { name: '重新计入' }).click();
	await expect(panel.locator('.value')).toContainText('21');
	await expect(panel).toContainText('计入的报告中有 1 份硬性核对不符');
});

test('on paper every figure stands with its title, its bars and its source', async ({ page, isMobile }) => {
	test.skip(isMobile, 'paper has one width');
	await page.goto('/?data=demo');
	await settled(page);
	await expect(page.locator('#reports table')).toBeVisible();
	const titles = await page.locator('figure h2').allTextContents();
	expect(titles.length).toBeGreaterThan(8);
	const text = await pdfText(await page.pdf({ format: 'A4' }));
	const flat = (words: string): string => words.replaceAll(/\s/gu, '').normalize('NFKC').replaceAll(/[‐-―]/gu, '-');
	expect(titles.filter((title) => !flat(text).includes(flat(title)))).toEqual([]);
	await page.emulateMedia({ media: 'print' });
	const exact = await page
		.locator('#denied .bar')
		.first()
		.evaluate((bar) => getComputedStyle(bar).getPropertyValue('print-color-adjust'));
	expect(exact).toBe('exact');
});

test('a phone shows two kinds of body first, the rest on request, and all of them in a file', async ({
	page,
	isMobile
}) => {
	test.skip(!isMobile, 'a wide screen shows all');
	await page.goto('/?data=demo');
	await settled(page);
	const volumes = page.locator('#volumes');
	const panels = volumes.locator('.panels section');
	const count = await panels.count();
	expect(count).toBeGreaterThan(3);
	await expect(panels.nth(1)).toBeVisible();
	await expect(panels.nth(2)).toBeHidden();
	await volumes.locator('.figure-menu').click();
	const waiting = page.waitForEvent('download');
	await page.getByRole('menuitem', { name: /^SVG/u }).click();
	const svg = await readFile(await (await waiting).path(), 'utf8');
	for (const title of await panels.locator('h3').allTextContents()) expect(svg).toContain(title);
	expect(svg.match(/<svg/gu)).toHaveLength(count + 1);
	await expect(panels.nth(2)).toBeHidden();
	await volumes.getByRole('button', { name: `再看其余 ${count - 2} 类机关` }).click();
	await expect(panels.nth(count - 1)).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	for (const path of ['/', '/en/']) {
		test(`the opening charts and tables of ${path} stand`, async ({ page }) => {
			await page.goto(path);
			for (const figure of ['volumes', 'outcomes', 'reviews', 'lawsuits']) {
				await expect(page.locator(`#${figure} svg`).first()).toBeVisible();
				await expect(page.locator(`#${figure} tbody tr`)).not.toHaveCount(0);
			}
			await expect(page.locator('#volumes svg text', { hasText: /^3,511$/u })).toHaveCount(1);
			await expect(page.locator('.bar button').first()).toBeDisabled();
			await expect(page.locator('p.note').first()).toContainText('JavaScript');
			const csv = page.locator('#reports noscript a');
			const address = new URL((await csv.getAttribute('href')) ?? '', page.url()).href;
			expect((await page.request.get(address)).status()).toBe(200);
		});
	}
});
