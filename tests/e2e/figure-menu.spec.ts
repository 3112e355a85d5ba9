import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { read, utils } from '@e965/xlsx';
import Papa from 'papaparse';
import { EMBEDDED_FIGURES } from '../../src/lib/components/figure/embedded.ts';
import { expect, settled, tableTexts, test } from './watched.ts';

const VIEW = '/?level=city&year=2023';

async function choose(page: Page, figure: string, item: string | RegExp): Promise<void> {
	await page.locator(`#${figure} .figure-menu`).click();
	await page.getByRole('menuitem', { name: item, exact: typeof item === 'string' }).click();
}

async function taken(page: Page, figure: string, item: string | RegExp): Promise<Download> {
	const waiting = page.waitForEvent('download');
	await choose(page, figure, item);
	return waiting;
}

const textOf = async (download: Download): Promise<string> => readFile(await download.path(), 'utf8');
const recordsOf = (text: string): string[][] =>
	Papa.parse<string[]>(text.trim(), { newline: '\r\n', delimiter: ',' }).data;

test('both variants of the CSV and the workbook have the same rows, and the side file the checksum', async ({
	page
}) => {
	await page.goto(VIEW);
	await settled(page);
	const strict = await taken(page, 'reviews', /^CSV（严格/u);
	expect(strict.suggestedFilename()).toMatch(/^gongkai-reviews-[0-9a-f]{8,}\.csv$/u);
	const text = await textOf(strict);
	const rows = recordsOf(text);
	expect(rows).toHaveLength(6);

	const excel = await textOf(await taken(page, 'reviews', /^CSV（供 Excel/u));
	expect(excel.startsWith('\ufeff')).toBe(true);
	const lines = recordsOf(excel.slice(1));
	const noted = lines.filter(([first]) => first?.startsWith('# '));
	expect(lines.slice(noted.length)).toEqual(rows);
	const sha256 = createHash('sha256').update(text).digest('hex');
	const notes = noted.map(([first]) => first ?? '').join('\n');
	for (const part of [sha256, 'level=city, year=2023', '行政复议的结果', '数据版本']) expect(notes).toContain(part);

	const side = JSON.parse(await textOf(await taken(page, 'reviews', /说明文件/u))) as Record<string, unknown>;
	expect(side).toMatchObject({
		path: strict.suggestedFilename(),
		hash: `sha256:${sha256}`,
		'gongkai:rows': 5,
		'gongkai:fictional': false
	});

	const book = read(await readFile(await (await taken(page, 'reviews', 'XLSX')).path()));
	expect(book.SheetNames).toEqual(['数据', '定义']);
	const sheet = book.Sheets['数据'];
	if (!sheet) throw new Error('no sheet');
	expect(utils.sheet_to_json(sheet, { header: 1, raw: false, defval: '' })).toEqual(rows);
	const parquet = await taken(page, 'reviews', 'Parquet');
	expect(parquet.suggestedFilename()).toMatch(/^gongkai-reviews-[0-9a-f]{8,}\.parquet$/u);
	expect((await readFile(await parquet.path())).subarray(0, 4).toString('latin1')).toBe('PAR1');
	await expect(page.locator('#reviews .figure-menu')).toBeFocused();
	const definitions = book.Sheets['定义'];
	if (!definitions) throw new Error('no definitions');
	expect(JSON.stringify(utils.sheet_to_json(definitions, { header: 1 }))).toContain(sha256);
});

test('the SVG stands alone and shows what the figure shows', async ({ page }) => {
	await page.goto(VIEW);
	await settled(page);
	const svg = await textOf(await taken(page, 'reviews', 'SVG'));
	for (const part of ['309', '17', '88', '26', '行政复议的结果', '数据版本', 'level=city']) expect(svg).toContain(part);
	expect(svg).not.toMatch(/var\(|class=|light-dark|<style|<script|foreignObject|(?:href|src)=/u);
	// Every paint it names is in it.
	for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/gu)) expect(svg).toContain(`id="${id}"`);
	const sound = await page.evaluate((text) => {
		const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
		return parsed.querySelector('parsererror') === null && parsed.documentElement.tagName === 'svg';
	}, svg);
	expect(sound).toBe(true);
});

test('the PNG is twice as large as the SVG, and drawn', async ({ page }) => {
	await page.goto(VIEW);
	await settled(page);
	const svg = await textOf(await taken(page, 'outcomes', 'SVG'));
	const [, width, height] = /width="(\d+)" height="(\d+)"/u.exec(svg) ?? [];
	const png = await readFile(await (await taken(page, 'outcomes', 'PNG')).path());
	expect(png.subarray(1, 4).toString()).toBe('PNG');
	expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);
	const colours = await page.evaluate(
		async (bytes) => {
			const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
			const canvas = new OffscreenCanvas(image.width, image.height);
			const context = canvas.getContext('2d');
			context?.drawImage(image, 0, 0);
			const data = context?.getImageData(0, 0, image.width, image.height).data ?? [];
			const found = new Set<string>();
			for (let at = 0; at < data.length; at += 4) found.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
			return [...found];
		},
		[...png]
	);
	// The blue of 予以公开 and the white ground, in the light colours.
	expect(colours).toContain('11,46,120');
	expect(colours).toContain('255,255,255');
});

test('the drawing of a dark page is a light one', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	await page.goto('/en/?level=city');
	await settled(page);
	const svg = await textOf(await taken(page, 'outcomes', 'SVG'));
	expect(svg).toContain('rgb(11, 46, 120)');
	expect(svg).not.toContain('rgb(232, 234, 237)');
});

test('the menu is walked by keyboard, says what it did, and gives the focus back', async ({ page }) => {
	await page.goto(VIEW);
	await settled(page);
	const button = page.locator('#volumes .figure-menu');
	await button.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('menuitem').first()).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.locator('#volumes-table')).toHaveAttribute('open', '');
	await expect(button).toBeFocused();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('menu')).toHaveCount(0);
	await expect(button).toBeFocused();
});

test('the citation names title, build and link, as text and as BibTeX', async ({ page }) => {
	await page.goto('/en/?level=city');
	await settled(page);
	await choose(page, 'lawsuits', 'Cite');
	const dialog = page.getByRole('dialog');
	await expect(dialog.locator('pre').first()).toContainText('Administrative litigation by result');
	await expect(dialog.locator('pre').first()).toContainText('level=city#lawsuits');
	await expect(dialog.locator('pre').last()).toContainText('@misc{gongkai-real-');
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
});

test('the embedded figure stands alone, with the numbers of the page it came from', async ({ page, isMobile }) => {
	await page.goto(VIEW);
	await settled(page);
	const rows = await tableTexts(page, 'reviews');
	await choose(page, 'reviews', '嵌入网页');
	const code = (await page.getByRole('dialog').locator('code').textContent()) ?? '';
	const address = /src="([^"]+)"/u.exec(code)?.[1]?.replaceAll('&amp;', '&') ?? '';
	expect(new URL(address).pathname).toBe('/embed/');
	expect((await page.request.get(address)).headers()['content-security-policy']).toMatch(
		/(?:^|; )frame-ancestors \*$/u
	);
	await page.goto(address);
	await settled(page);
	await expect(page.locator('#reviews svg').first()).toBeVisible();
	await expect(page.locator('header.bar, footer')).toHaveCount(0);
	expect(await tableTexts(page, 'reviews')).toEqual(rows);
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(overflow).toBeLessThanOrEqual(0);
	if (isMobile) return;
	const back = await page.getByRole('link', { name: /打开/u }).getAttribute('href');
	expect(back).toMatch(/^\/\?level=city&year=2023#reviews$|^\/\?year=2023&level=city#reviews$/u);
});

test('figures of Explore, Compare and an agency’s page stand alone in another page’s frame, with their numbers', async ({
	page,
	context,
	complaints,
	isMobile
}) => {
	test.skip(isMobile, 'the same figures');
	test.slow();
	const host = 'https://newspaper.test/';
	// The browser asks its user before a page of the net may frame one of this machine.
	await context.grantPermissions(['local-network-access']);
	let article = '';
	await page.route(host, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: article }));
	const [explore, peers, volumes] = [
		'/en/explore/?data=demo&show=denied_rate&by=year&split=province&level=county',
		'/compare/?data=demo&mode=peers&agency=1.2.1-gov_office&reach=nation&year=2023&ind=new',
		'/agency/?data=demo&id=1.2-gov&year=2023'
	];
	for (const [path, figure] of [
		[explore, 'explore'],
		[peers, 'peers'],
		[volumes, 'volumes']
	] as const) {
		await page.goto(path);
		await page.locator(`#${figure} .drawing`).waitFor();
		await settled(page);
		const title = (await page.locator(`#${figure}-title`).textContent()) ?? '';
		const rows = await tableTexts(page, figure);
		expect([figure, rows.length > 0]).toEqual([figure, true]);
		await choose(page, figure, path.startsWith('/en') ? 'Embed' : '嵌入网页');
		const code = (await page.getByRole('dialog').locator('code').textContent()) ?? '';
		article = `<!doctype html><title>Article</title><main>${code}</main>`;
		await page.goto(host);
		const frame = page.frameLocator('iframe');
		await frame.locator(`#${figure} .drawing`).waitFor({ timeout: 20_000 });
		await expect(frame.locator('[aria-busy="true"], .stale')).toHaveCount(0);
		await expect(frame.locator(`#${figure}-title`)).toHaveText(title.trim());
		expect(await tableTexts(frame, figure)).toEqual(rows);
		await expect(frame.locator('figure')).toHaveCount(1);
		await expect(frame.locator('header.bar, footer, [role=combobox]')).toHaveCount(0);
		await expect(frame.locator(`#${figure}`)).toContainText(/[0-9a-f]{16}/u);
		await expect(frame.locator('.open a')).toHaveAttribute('href', new RegExp(`\\?data=demo.*#${figure}$`, 'u'));
	}
	// Whatever it links to opens in a tab of its own: the site itself may not be framed.
	const opened = context.waitForEvent('page');
	await page.frameLocator('iframe').locator('.open a').click();
	const full = await opened;
	await full.locator('#volumes svg').first().waitFor();
	expect(new URL(full.url()).searchParams.get('agency')).toBe('1.2-gov');
	await full.close();
	// The article itself is of another host, and nothing else was.
	expect(complaints.filter((one) => one !== `other host: ${host}`)).toEqual([]);
	complaints.length = 0;
	await page.goto('/embed/?data=demo&figure=compare-years&mode=peers');
	await expect(page.getByRole('alert')).toContainText('mode=years');
});

test('an address of a figure that is not there says so and lists those there are', async ({ page }) => {
	await page.goto('/en/embed/?figure=pie&colour=red');
	await expect(page.getByText('There is no figure “pie”')).toBeVisible();
	await expect(page.getByRole('alert')).toContainText('colour=red');
	await expect(page.locator('main li a')).toHaveCount(EMBEDDED_FIGURES.length);
});
