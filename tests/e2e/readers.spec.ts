import type { Page } from '@playwright/test';
import { expect, settled, test } from './watched.ts';

// What differs between readers, not between widths: run once.
test.beforeEach(({ isMobile }) => {
	test.skip(isMobile, 'the same code');
});

const PAGES = [
	'/',
	'/explore/',
	'/compare/?agency=321300-gov&agency=320800-gov',
	'/quality/',
	'/data/',
	'/agency/?id=320813-gov&year=2023',
	'/check/',
	'/glossary/',
	'/method/'
] as const;

/** Texts that their own box cuts off, without a way to the rest: no scrolling, no dots that a title spells out. */
const cutTexts = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const isCut = (element: Element): boolean => {
			const style = getComputedStyle(element);
			if (style.visibility === 'hidden' || element.closest('[hidden], svg, .visually-hidden, .sr-only') !== null)
				return false;
			if (style.overflowX !== 'hidden' && style.overflowX !== 'clip') return false;
			const hasText = [...element.childNodes].some(
				(node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== ''
			);
			return (
				hasText &&
				element.clientWidth > 2 &&
				element.scrollWidth > element.clientWidth + 1 &&
				!element.hasAttribute('title')
			);
		};
		return [...document.querySelectorAll('header *, main *, footer *')]
			.filter(isCut)
			.map((element) => element.textContent ?? '');
	});

const overflow = (page: Page): Promise<number> =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('at 200 % zoom of a 1440 wide window nothing is cut off or pushed out, and controls can be reached', async ({
	browser,
	baseURL
}) => {
	// What zoom makes of it: half the CSS pixels, twice the device's.
	const context = await browser.newContext({
		viewport: { width: 720, height: 450 },
		deviceScaleFactor: 2,
		serviceWorkers: 'block',
		...(baseURL ? { baseURL } : {})
	});
	const page = await context.newPage();
	for (const path of PAGES)
		for (const language of path === '/' ? ['', '/en'] : ['/en']) {
			await page.goto(language + path);
			await settled(page);
			expect(await overflow(page), language + path).toBeLessThanOrEqual(0);
			expect(await cutTexts(page), language + path).toEqual([]);
			// What sticks to the window must leave room to read.
			const stuck = await page.evaluate(() => {
				window.scrollTo(0, 600);
				const fixed = [...document.querySelectorAll('body *')].filter((element) => {
					const { position, visibility } = getComputedStyle(element);
					const box = element.getBoundingClientRect();
					return (
						['sticky', 'fixed'].includes(position) &&
						visibility !== 'hidden' &&
						box.width > 600 &&
						box.top <= 1 &&
						box.bottom > 0
					);
				});
				return Math.max(0, ...fixed.map((element) => element.getBoundingClientRect().bottom));
			});
			expect(stuck, language + path).toBeLessThan(225);
		}
	await page.goto('/?level=city');
	await settled(page);
	await page.keyboard.press('Tab');
	await expect(page.locator(':focus')).toBeInViewport();
	await context.close();
});

test('in forced colours marks, borders and the focus stay visible, and nothing is lost', async ({ page }) => {
	await page.emulateMedia({ forcedColors: 'active' });
	for (const path of PAGES) {
		await page.goto(path);
		await settled(page);
		expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
		expect(await overflow(page), path).toBeLessThanOrEqual(0);
		// A mark of the same colour as its ground would be gone.
		const lost = await page.evaluate(() => {
			const ground = getComputedStyle(document.body).backgroundColor;
			const marks = [
				...document.querySelectorAll('main svg rect, main svg path, main svg circle, main svg line')
			].filter((mark) => {
				const box = mark.getBoundingClientRect();
				return (
					box.width > 2 && box.height > 2 && mark.closest('defs, clipPath, pattern, [aria-hidden="true"]') === null
				);
			});
			const seen = marks.filter((mark) => {
				const { fill, stroke } = getComputedStyle(mark);
				const isSeen = (colour: string): boolean => colour !== 'none' && colour !== ground && !colour.endsWith(', 0)');
				return isSeen(fill) || isSeen(stroke);
			});
			return { marks: marks.length, seen: seen.length };
		});
		expect(lost.seen, path).toBe(lost.marks);
		const buttons = await page.evaluate(() =>
			[...document.querySelectorAll('main button:not([disabled])')]
				.filter((button) => {
					const box = button.getBoundingClientRect();
					const { color, backgroundColor } = getComputedStyle(button);
					return box.width > 0 && color === backgroundColor;
				})
				.map((button) => button.textContent)
		);
		expect(buttons, path).toEqual([]);
	}
	await page.goto('/');
	await settled(page);
	const link = page.locator('main a, main button').first();
	await link.focus();
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Tab');
	const outline = await page.locator(':focus').evaluate((element) => {
		const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
		return { outlineStyle, outlineWidth, boxShadow };
	});
	expect(outline.outlineStyle).not.toBe('none');
});

test('without JavaScript each page has its text, its figures with their tables, and a plain way to the CSV', async ({
	browser,
	baseURL
}) => {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 1440, height: 900 },
		...(baseURL ? { baseURL } : {})
	});
	const page = await context.newPage();
	for (const path of [
		'/',
		'/explore/',
		'/compare/',
		'/quality/',
		'/data/',
		'/agency/',
		'/check/',
		'/glossary/',
		'/method/'
	])
		for (const language of ['', '/en']) {
			await page.goto(language + path);
			await expect(page.locator('h1')).toHaveCount(1);
			await expect(page.locator('h1')).toBeVisible();
			const text = await page.locator('main').innerText();
			// What rests on the reader's choice or files cannot stand in a prerendered page: it says so.
			if (/agency|check|compare/u.test(path)) expect(text, language + path).toContain('JavaScript');
			else expect(text.length, language + path).toBeGreaterThan(200);
			// Nothing may wait for what never comes.
			await expect(page.locator('main [aria-busy="true"]:visible'), language + path).toHaveCount(0);
			const dead = page.locator('main button:not([disabled]):visible');
			expect(await dead.allInnerTexts(), language + path).toEqual([]);
			await expect(page.locator('a[href$="/reports.csv"]:visible').first(), language + path).toBeVisible();
		}
	await page.goto('/');
	for (const figure of ['volumes', 'outcomes']) {
		await expect(page.locator(`#${figure} svg`).first()).toBeVisible();
		expect(await page.locator(`#${figure} tbody tr`).count()).toBeGreaterThan(3);
	}
	const link = page.locator('a[href$=".csv"]:visible').first();
	const answer = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
	expect(answer.status()).toBe(200);
	expect((await answer.text()).split('\r\n')[0]).toMatch(/^agency_id,/u);
	await context.close();
});
