import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { read, utils } from '@e965/xlsx';
import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { draftDocx, draftHtml, draftMarkdown, draftXlsx } from '../unit/check/drafts.ts';
import { expect, test } from './watched.ts';

interface Upload {
	readonly name: string;
	readonly mimeType: string;
	readonly buffer: Buffer;
}

const upload = (name: string, content: string | Uint8Array): Upload => ({
	name,
	mimeType: 'application/octet-stream',
	buffer: Buffer.from(typeof content === 'string' ? new TextEncoder().encode(content) : content)
});

const PDF = join(import.meta.dirname, '../unit/read/pdf-fixtures/plain.pdf');
const WRONG_TOTAL = { 't3.new.total': 61 } as const;

/** Opens the page and waits until its worker has loaded all that reading needs. */
async function open(page: Page, path = '/check/'): Promise<void> {
	await page.goto(path);
	await expect(page.locator('.check')).toHaveAttribute('data-ready', 'true');
}

async function choose(page: Page, ...files: readonly Upload[]): Promise<void> {
	await page.locator('input[type=file][multiple]').setInputFiles([...files]);
}

const row = (page: Page, name: string) => page.locator('.list tbody tr').filter({ hasText: name });
const status = (page: Page, name: string) => row(page, name).getAttribute('data-status');

async function download(page: Page, group: string, button: string): Promise<Buffer> {
	const waiting = page.waitForEvent('download');
	await page.getByRole('group', { name: group }).getByRole('button', { name: button, exact: true }).click();
	return readFile(await (await waiting).path());
}

test('a sound draft passes', async ({ page }) => {
	await open(page);
	await choose(page, upload('draft.html', draftHtml()));
	await expect(page.locator('#result-title')).toHaveText(/云溪市青禾区统计局\s+2024/u);
	await expect(page.locator('.conclusion')).not.toHaveClass(/\bhard\b/u);
	await expect(page.locator('.tables [data-kind=fail]')).toHaveCount(0);
	await expect(page.locator('[data-cell="t3.closed.total"]')).toContainText('61');
	await expect(page.locator('.report details', { hasText: '通过' }).first()).toContainText('收支平衡');
});

test('a wrong total is shown at its cells, with both sides of the sums', async ({ page }) => {
	await open(page);
	await choose(page, upload('draft.html', draftHtml(WRONG_TOTAL)));
	await expect(page.locator('.conclusion')).toHaveClass(/\bhard\b/u);
	const cell = page.locator('[data-cell="t3.new.total"]');
	await expect(cell).toHaveAttribute('data-mark', /^不符 ×/u);
	await expect(page.locator('[data-cell="t3.new.business"]')).toHaveAttribute('data-mark', '不符');
	await expect(page.locator('[data-cell="t3.granted.total"]')).not.toHaveAttribute('data-mark');
	await cell.click();
	const detail = page.locator('.columns aside');
	await expect(detail).toContainText('61 + 4 ≠ 61 + 3');
	await expect(detail).toContainText('61 ≠ 58 + 2');
	const list = page.locator('.report details.hard');
	await expect(list).toHaveAttribute('open');
	await expect(list).toContainText('61 ≠ 58 + 2');
});

test('Word, Excel, PDF, Markdown and archives are read, and what cannot be read gets its sentence', async ({
	page
}) => {
	await open(page);
	const archive = zipSync({ 'a/one.html': strToU8(draftHtml({}, { year: 2023 })), 'two.txt': strToU8('不是报告') });
	await choose(
		page,
		upload('word.docx', await draftDocx()),
		upload('sheet.xlsx', draftXlsx({ 't3.granted.total': 32 })),
		upload('print.pdf', await readFile(PDF)),
		upload('text.md', draftMarkdown()),
		upload('pack.zip', archive),
		upload('cut.docx', (await draftDocx()).subarray(0, 900)),
		upload('empty.html', ''),
		upload('letter.html', '<p>关于召开会议的通知</p>')
	);
	for (const name of ['word.docx', 'sheet.xlsx', 'print.pdf', 'text.md'])
		await expect(row(page, name)).toHaveAttribute('data-status', 'done');
	await expect(row(page, 'pack.zip/a/one.html')).toContainText('2023');
	await expect(row(page, 'pack.zip/two.txt')).toContainText('没有法定的表');
	await expect(row(page, 'cut.docx')).toContainText('损坏');
	await expect(row(page, 'empty.html')).toContainText('空的');
	await row(page, 'letter.html').getByRole('button').click();
	await expect(page.getByRole('alert')).toContainText('没有法定的表');
	await expect(page.locator('.result')).toContainText('请确认选对了文件');
});

test('no request is made once the page is there: nothing leaves the machine', async ({ page }) => {
	const requests: string[] = [];
	await open(page);
	await page.waitForLoadState('networkidle');
	page.context().on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
	await choose(
		page,
		upload('draft.html', draftHtml(WRONG_TOTAL)),
		upload('word.docx', await draftDocx()),
		upload('sheet.xlsx', draftXlsx()),
		upload('print.pdf', await readFile(PDF)),
		upload('pack.zip', zipSync({ 'one.html': strToU8(draftHtml({}, { year: 2023 })) }))
	);
	await expect(page.locator('.list tr[data-status=done]')).toHaveCount(5);
	await row(page, 'draft.html').getByRole('button').click();
	await page.locator('[data-cell="t3.new.total"]').click();
	await download(page, '下载全部结果', 'CSV');
	await page.waitForTimeout(500);
	expect(requests.filter((request) => !/ (?:blob|data):/u.test(request))).toEqual([]);
});

test('the dataset is asked for only by its button, and sets last year and peers beside the draft', async ({ page }) => {
	const requests: string[] = [];
	page.on('request', (request) => requests.push(request.url()));
	await open(page);
	const agency = '柳州市柳江区工业和信息化局';
	await choose(page, upload('draft.html', draftHtml({ 't3.carried_in.total': 5 }, { agency, year: 2024 })));
	await expect(page.locator('#result-title')).toContainText(agency);
	await page.waitForTimeout(2500);
	expect(requests.filter((url) => url.includes('/data/') || url.endsWith('.wasm'))).toEqual([]);
	await page.locator('.beside').getByRole('button', { name: '比较' }).click();
	await expect(page.locator('.beside')).toContainText('2023 年的报告', { timeout: 40_000 });
	await expect(page.locator('.beside table tbody tr').first()).toContainText('60');
	await expect(page.locator('.beside details.definitional')).toContainText(/左边 5，右边 \d/u);
});

test('the keyboard alone chooses a file, walks the list and the cells, and downloads', async ({ page, isMobile }) => {
	test.skip(isMobile, 'no keyboard');
	const chooser = page.waitForEvent('filechooser');
	await open(page);
	const button = page.getByRole('button', { name: '选择文件', exact: true });
	for (let step = 0; step < 30 && !(await button.evaluate((one) => one === document.activeElement)); step += 1)
		await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await (await chooser).setFiles([upload('a.html', draftHtml()), upload('b.html', draftHtml(WRONG_TOTAL))]);
	await expect(row(page, 'b.html')).toHaveAttribute('data-status', 'done');
	const second = row(page, 'b.html').getByRole('button');
	for (let step = 0; step < 30 && !(await second.evaluate((one) => one === document.activeElement)); step += 1)
		await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.locator('#result-title')).toBeFocused();
	await expect(page.locator('.conclusion')).toHaveClass(/\bhard\b/u);
	const cell = page.locator('.tables section:nth-of-type(2) [data-cell][tabindex="0"]');
	for (let step = 0; step < 30 && !(await cell.evaluate((one) => one === document.activeElement)); step += 1)
		await page.keyboard.press('Tab');
	const at = await page.evaluate(() => (document.activeElement as HTMLElement).dataset['cell']);
	await page.keyboard.press('ArrowDown');
	expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['cell'])).not.toBe(at);
	await page.keyboard.press('Enter');
	await expect(page.locator('.columns aside')).toContainText('它参与的等式');
});

for (const language of ['zh', 'en'] as const) {
	for (const colorScheme of ['light', 'dark'] as const) {
		test(`empty and with results it is sound in ${language}, ${colorScheme}`, async ({ page }) => {
			await page.emulateMedia({ colorScheme });
			await open(page, language === 'en' ? '/en/check/' : '/check/');
			const grave = async (): Promise<string[]> => {
				const { violations } = await new AxeBuilder({ page }).analyze();
				return violations
					.filter(({ impact }) => impact === 'serious' || impact === 'critical')
					.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
			};
			const overflow = () =>
				page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
			expect(await grave()).toEqual([]);
			expect(await overflow()).toBeLessThanOrEqual(0);
			await choose(
				page,
				upload('draft.html', draftHtml({ ...WRONG_TOTAL, 't2.fees.amount': '/', 't4.review.other': '' })),
				upload('letter.html', '<p>关于召开会议的通知</p>')
			);
			await expect(row(page, 'letter.html')).toHaveAttribute('data-status', 'refused');
			await page.locator('.intake summary').click();
			expect(await grave()).toEqual([]);
			expect(await overflow()).toBeLessThanOrEqual(0);
		});
	}
}

test('the findings are downloaded as CSV, as CSV for Excel and as a workbook', async ({ page, isMobile }) => {
	test.skip(isMobile, 'the same files');
	await open(page);
	await choose(page, upload('draft.html', draftHtml(WRONG_TOTAL)), upload('empty.html', ''));
	await expect(row(page, 'empty.html')).toHaveAttribute('data-status', 'refused');
	await row(page, 'draft.html').getByRole('button').click();
	const plain = (await download(page, '下载这份结果', 'CSV')).toString();
	const [header, ...lines] = plain.trimEnd().split('\r\n');
	expect(header).toMatch(/^file,agency,year,kind,rule,severity,along,status,left,left\.status,right,/u);
	expect(lines.find((line) => line.includes('t3-row') && line.includes(',fail,'))).toMatch(
		/^draft\.html,云溪市青禾区统计局,2024,check,t3-row,hard,new,fail,61,ok,60,ok,1,ok,/u
	);
	const excel = await download(page, '下载全部结果', 'CSV（Excel 用）');
	expect([...excel.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	expect(excel.toString()).toContain('# 核对草稿');
	expect(excel.toString()).toContain('empty.html,,,problem,file/empty');
	const book = read(await download(page, '下载全部结果', 'XLSX'));
	const rows = utils.sheet_to_json<Record<string, unknown>>(book.Sheets[book.SheetNames[0] ?? ''] ?? {});
	expect(rows.find((one) => one['rule'] === 't3-row' && one['status'] === 'fail')).toMatchObject({
		left: 61,
		right: 60
	});
});

test('cancelling keeps what is done, and the rest can be read afterwards', async ({ page, isMobile }) => {
	test.skip(isMobile, 'the same queue');
	await open(page);
	const files = Array.from({ length: 300 }, (_, index) =>
		upload(
			`draft-${String(index).padStart(3, '0')}.html`,
			draftHtml({}, { year: 2021 + (index % 4), agency: `云溪市第${index}局` })
		)
	);
	await choose(page, ...files);
	await expect(row(page, 'draft-003.html')).toHaveAttribute('data-status', 'done');
	await page.getByRole('button', { name: '取消', exact: true }).click();
	await expect(page.locator('.progress')).toContainText('取消了');
	await expect(row(page, 'draft-000.html')).toHaveAttribute('data-status', 'done');
	await page.getByText('未核对', { exact: false }).first().click();
	await expect(page.locator('.list tbody tr').first()).toHaveAttribute('data-status', 'cancelled');
	await page.getByText('全部 300').click();
	await page.getByRole('button', { name: '继续核对' }).click();
	await expect(page.locator('.check > p[role=status]')).toContainText('核对完成：300 个文件', { timeout: 50_000 });
	await expect(page.getByText('未核对 0')).toBeVisible();
});

test('a thousand files at once are listed by pages; what was dropped twice is said', async ({ page, isMobile }) => {
	test.skip(isMobile, 'the same list');
	await open(page);
	const names = Array.from({ length: 1000 }, (_, index) => `${String(index).padStart(4, '0')}.html`);
	const html = draftHtml();
	// Made in the page: as one message to the browser they would be too much.
	await page.evaluate(
		([text, all]) => {
			const transfer = new DataTransfer();
			all.forEach((name, index) => transfer.items.add(new File([`${text}<!-- ${index % 999} -->`], name)));
			window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
		},
		[html, names] as const
	);
	await expect(page.locator('.list h2')).toContainText('1,000');
	await expect(page.locator('.list tbody tr')).toHaveCount(25);
	await expect(page.locator('.check > p[role=status]')).toContainText('核对完成：1,000 个文件', { timeout: 55_000 });
	await page.getByText('未核对 1', { exact: true }).click();
	await expect(row(page, '0999.html')).toContainText('与“0000.html”内容相同');
	expect(await status(page, '0999.html')).toBe('repeated');
});

test('a file that takes too long is stopped with its worker: the page stays alive and the next file is read', async ({
	page,
	isMobile
}) => {
	test.skip(isMobile, 'the same worker');
	await page.clock.install();
	await open(page);
	// Far longer than any report: on a fast machine, too, it is not read before the clock is put forward.
	await choose(page, upload('a-slow.md', draftMarkdown().repeat(3000)), upload('b-next.html', draftHtml()));
	await expect(row(page, 'a-slow.md')).toHaveAttribute('data-status', 'reading');
	await page.getByText('粘贴表格或文字').click();
	await expect(page.locator('#pasted-draft')).toBeVisible();
	await page.clock.fastForward(61_000);
	await expect(row(page, 'a-slow.md')).toHaveAttribute('data-status', 'refused');
	await expect(row(page, 'b-next.html')).toHaveAttribute('data-status', 'done');
	await row(page, 'a-slow.md').getByRole('button').click();
	await expect(page.getByRole('alert')).toContainText('60 s');
	await expect(page.locator('.result')).toContainText('已停止读这个文件');
});

test('what is pasted keeps its tables', async ({ page, isMobile }) => {
	test.skip(isMobile, 'the same box');
	await open(page);
	await page.getByText('粘贴表格或文字').click();
	const box = page.locator('#pasted-draft');
	await box.evaluate((element, html) => {
		const data = new DataTransfer();
		data.setData('text/html', html);
		data.setData('text/plain', '云溪市青禾区统计局2024年政府信息公开工作年度报告');
		element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
	}, draftHtml(WRONG_TOTAL));
	await expect(page.locator('.intake')).toContainText('表格的行列已保留');
	await page.getByRole('button', { name: '核对粘贴的内容' }).click();
	await expect(page.locator('[data-cell="t3.new.total"]')).toHaveAttribute('data-mark', /^不符 ×/u);
	await box.fill(draftMarkdown());
	await page.getByRole('button', { name: '核对粘贴的内容' }).click();
	await expect(row(page, '粘贴的内容 2')).toHaveAttribute('data-status', 'done');
	await expect(page.locator('.tables [data-kind=fail]')).toHaveCount(0);
});

test('results stay while the reader looks at another page, and the language changes in place', async ({ page }) => {
	await open(page);
	await choose(page, upload('draft.html', draftHtml(WRONG_TOTAL)));
	await expect(page.locator('.conclusion')).toBeVisible();
	await page.getByRole('link', { name: 'English' }).click();
	await expect(page.locator('.conclusion')).toContainText('must hold and fail');
	await expect(page.locator('[data-cell="t3.new.total"]')).toHaveAttribute('data-mark', /^fails ×/u);
	await page.getByRole('link', { name: 'Data', exact: true }).click();
	await expect(page.locator('h1')).toHaveText('Data');
	await page.getByRole('link', { name: 'Check', exact: true }).click();
	await expect(page.locator('.conclusion')).toContainText('must hold and fail');
});

test('on paper there is the result with every verdict, and no shell', async ({ page, isMobile }) => {
	test.skip(isMobile, 'paper');
	await open(page);
	await choose(page, upload('draft.html', draftHtml(WRONG_TOTAL)));
	await expect(page.locator('.conclusion')).toBeVisible();
	await page.emulateMedia({ media: 'print' });
	await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
	for (const hidden of ['header.bar', 'footer', '.intake', '.list', '.report .actions'])
		await expect(page.locator(hidden)).toBeHidden();
	await expect(page.locator('#result-title')).toContainText('2024');
	await expect(page.getByText('核对人')).toBeVisible();
	await expect(page.locator('.report details:not([open])')).toHaveCount(0);
	await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
	await expect(page.locator('.report details.pass')).not.toHaveAttribute('open');
});
