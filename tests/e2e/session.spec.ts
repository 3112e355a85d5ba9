import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import type { Page } from '@playwright/test';
import type { Truth } from '../../scripts/synthesize/make-report.ts';
import { sizesFor } from '../../scripts/synthesize/world/world.ts';
import { writeCorpus } from '../../scripts/synthesize/write-corpus.ts';
import { draftHtml } from '../unit/check/drafts.ts';
import { expect, settled, tableTexts, test } from './watched.ts';

const YEARS = [2021, 2022, 2023] as const;

/** Thirty invented reports with their manifest and the list of their agencies, and what is true of them. */
async function corpus(): Promise<{ folder: string; truths: Truth[]; remove: () => Promise<void> }> {
	const parent = await mkdtemp(join(tmpdir(), 'gongkai-session-'));
	const folder = join(parent, '虚构的报告');
	await writeCorpus({
		seed: 'session',
		years: [YEARS[0], YEARS[2]],
		sizes: sizesFor(10),
		agencies: 10,
		kinds: ['html', 'docx', 'xlsx', 'txt', 'md', 'csv'],
		mutations: new Map(),
		errors: new Map(),
		missing: 0,
		out: folder
	});
	await rename(join(folder, 'truth.jsonl'), join(parent, 'truth.jsonl'));
	const lines = (await readFile(join(parent, 'truth.jsonl'), 'utf8')).trim().split('\n');
	return {
		folder,
		truths: lines.map((line) => JSON.parse(line) as Truth),
		remove: () => rm(parent, { recursive: true, force: true })
	};
}

async function open(page: Page, path = '/check/'): Promise<void> {
	await page.goto(path);
	await expect(page.locator('.check')).toHaveAttribute('data-ready', 'true');
}

const panel = (page: Page) => page.locator('section.session');
const facts = (page: Page) => panel(page).locator('.facts');
const chooseFolder = (page: Page, folder: string) => page.locator('input[webkitdirectory]').setInputFiles(folder);
const chooseFile = (page: Page, name: string, content: string) =>
	page
		.locator('input[type=file][multiple]')
		.setInputFiles([{ name, mimeType: 'text/html', buffer: Buffer.from(content) }]);

async function build(page: Page): Promise<void> {
	await panel(page)
		.getByRole('button', { name: /^(?:生成数据集|Make a dataset)$/u })
		.click();
	await expect(facts(page)).toBeVisible({ timeout: 60_000 });
}

async function save(page: Page, button: string): Promise<Buffer> {
	const waiting = page.waitForEvent('download');
	await panel(page).getByRole('button', { name: button }).click();
	return readFile(await (await waiting).path());
}

const openZip = (page: Page, bytes: Uint8Array, name = '本次会话数据集_我的.zip') =>
	page.locator('input.saved-zip').setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(bytes) });

test('a folder of thirty reports becomes a dataset: its charts show their sums, and it is saved and opened again', async ({
	page,
	isMobile
}) => {
	test.skip(isMobile, 'the same engine');
	test.setTimeout(180_000);
	const { folder, truths, remove } = await corpus();
	const requests: { method: string; url: string; body: string | null }[] = [];
	page
		.context()
		.on('request', (request) =>
			requests.push({ method: request.method(), url: request.url(), body: request.postData() })
		);
	await open(page);
	await chooseFolder(page, folder);
	await expect(page.locator('.check > p[role=status]')).toContainText('核对完成：30 个文件', { timeout: 60_000 });
	await expect(panel(page)).toContainText('manifest.csv');
	await build(page);
	await expect(facts(page)).toContainText('30 份报告 · 10 个机关 · 2021–2023 年');
	await panel(page).getByRole('link', { name: '用它看总览' }).click();
	await expect(page).toHaveURL(/\/\?data=session$/u);
	await expect(page.getByRole('note')).toContainText('来自您自己的文件，未经公布');
	await settled(page);

	// From what the synthesizer says is true, by nothing of the program.
	const expected = YEARS.map((year) =>
		truths.filter((one) => one.year === year).reduce((sum, { cells }) => sum + (cells['t3.new.total']?.v ?? NaN), 0)
	);
	const shown = async (): Promise<string[][]> => {
		await settled(page);
		await expect(page.locator('#volumes .drawing')).toBeAttached();
		return tableTexts(page, 'volumes');
	};
	/** Scope, year, reports, new requests. */
	const sums = (rows: readonly string[][], column: number): number[] =>
		YEARS.map((year) =>
			rows.filter((cells) => cells[1] === String(year)).reduce((sum, cells) => sum + Number(cells[column]), 0)
		);
	const before = await shown();
	expect(expected.every((sum) => sum > 0)).toBe(true);
	expect(sums(before, 3)).toEqual(expected);
	expect(sums(before, 2)).toEqual([10, 10, 10]);
	await expect(page.locator('#volumes .foot').last()).toContainText('读者自己的文件，未公布');
	await page.getByRole('link', { name: '比较', exact: true }).click();
	await expect(page).toHaveURL(/compare\/\?data=session$/u);
	await page.getByRole('link', { name: '管理' }).click();

	const saved = await save(page, '压缩包（Parquet，可再打开）');
	const members = unzipSync(new Uint8Array(saved));
	expect(strFromU8(members['datapackage.json'] ?? new Uint8Array())).toContain('gongkai:session');
	const plain = unzipSync(new Uint8Array(await save(page, '压缩包（CSV）')));
	expect(
		strFromU8(plain['reports.csv'] ?? new Uint8Array())
			.trim()
			.split('\r\n')
	).toHaveLength(31);

	await panel(page).getByRole('button', { name: '丢弃' }).click();
	await expect(facts(page)).toHaveCount(0);
	await page.goto('/?data=session');
	await expect(page.getByRole('alert')).toContainText('本次会话的数据集不在了');
	await open(page);
	await openZip(page, saved);
	await expect(facts(page)).toContainText('30 份报告 · 10 个机关 · 2021–2023 年');
	await panel(page).getByRole('link', { name: '用它看总览' }).click();
	expect(await shown()).toEqual(before);
	// What the browser keeps is there again after a reload.
	await page.reload();
	expect(await shown()).toEqual(before);
	expect(await page.locator('header select').inputValue()).toBe('session');

	const origin = new URL(page.url()).origin;
	const outward = requests.filter(({ url }) => !/^(?:blob|data):/u.test(url));
	expect(outward.filter(({ method, body }) => !['GET', 'HEAD'].includes(method) || body !== null)).toEqual([]);
	expect(outward.filter(({ url }) => new URL(url).origin !== origin)).toEqual([]);
	// Only files of the site; what an address carries is the name of the dataset, and the framework's own marks.
	const carried = outward.flatMap(({ url }) => [...new URL(url).searchParams]);
	const known = carried.filter(
		([name, value]) => name.startsWith('x-sveltekit-') || `${name}=${value}` === 'data=session'
	);
	expect(carried).toEqual(known);
	await remove();
});

test('a zip that is damaged, or none of ours, is refused with its sentence, and what was there stays', async ({
	page,
	isMobile
}) => {
	test.skip(isMobile, 'the same worker');
	await open(page);
	await chooseFile(page, 'draft.html', draftHtml());
	await build(page);
	const saved = await save(page, '压缩包（Parquet，可再打开）');
	const members = unzipSync(new Uint8Array(saved));
	const table = Object.keys(members).find((name) => name.startsWith('reports-')) ?? '';
	const wrong = Uint8Array.from(members[table] ?? []);
	wrong[100] = (wrong[100] ?? 0) ^ 1;
	await openZip(page, zipSync({ ...members, [table]: wrong }));
	await expect(panel(page).getByRole('alert')).toContainText('与保存时的校验和不符');
	await openZip(page, saved.subarray(0, saved.length / 2));
	await expect(panel(page).getByRole('alert')).toContainText('压缩包损坏');
	await openZip(page, zipSync({ 'a.html': new TextEncoder().encode(draftHtml()) }));
	await expect(panel(page).getByRole('alert')).toContainText('不是本网站保存的数据集');
	await expect(facts(page)).toContainText('1 份报告');
	// Dropped among drafts it is known for what it is.
	await page
		.locator('input[type=file][multiple]')
		.setInputFiles([{ name: 'saved.zip', mimeType: 'application/zip', buffer: saved }]);
	const row = page.locator('.list tbody tr').filter({ hasText: 'saved.zip' });
	await expect(row).toHaveAttribute('data-status', 'dataset');
	await row.getByRole('button').click();
	await page.getByRole('button', { name: '打开这个数据集' }).click();
	await expect(panel(page).locator('.name')).toContainText('本次会话：saved');
});

test('drafts without a year or an agency give no dataset, and say so', async ({ page, isMobile }) => {
	test.skip(isMobile, 'the same worker');
	await open(page);
	await chooseFile(page, 'letter.html', '<p>关于召开会议的通知</p>');
	await expect(page.locator('.list tr[data-status=refused]')).toHaveCount(1);
	await expect(panel(page).getByRole('button', { name: '生成数据集' })).toHaveCount(0);
});

test('the keyboard alone makes a dataset, sees its charts, and discards it', async ({ page, isMobile }) => {
	test.skip(isMobile, 'no keyboard');
	await open(page, '/en/check/');
	await chooseFile(page, 'draft.html', draftHtml());
	await expect(page.locator('.list tr[data-status=done]')).toHaveCount(1);
	const reach = async (name: string | RegExp, role: 'button' | 'link'): Promise<void> => {
		const target = panel(page).getByRole(role, { name });
		for (let step = 0; step < 60 && !(await target.evaluate((one) => one === document.activeElement)); step += 1)
			await page.keyboard.press('Tab');
		await expect(target).toBeFocused();
	};
	await reach('Make a dataset', 'button');
	await page.keyboard.press('Enter');
	await expect(page.locator('.to-charts')).toBeFocused({ timeout: 60_000 });
	await reach('Discard', 'button');
	await page.keyboard.press('Enter');
	await expect(facts(page)).toHaveCount(0);
	await expect(page.locator('.check > p[role=status]')).toContainText('was discarded');
});

for (const language of ['zh', 'en'] as const) {
	for (const colorScheme of [language === 'zh' ? ('light' as const) : ('dark' as const)]) {
		test(`the panel is sound in ${language}, ${colorScheme}`, async ({ page }) => {
			test.setTimeout(120_000);
			await page.emulateMedia({ colorScheme });
			await open(page, language === 'en' ? '/en/check/' : '/check/');
			await chooseFile(page, 'draft.html', draftHtml());
			await build(page);
			const { violations } = await new AxeBuilder({ page }).analyze();
			const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
			expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual(
				[]
			);
			const overflow = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
			expect(overflow).toBeLessThanOrEqual(0);
		});
	}
}
