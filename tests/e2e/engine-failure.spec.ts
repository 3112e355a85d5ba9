import { expect, test } from '@playwright/test';
import type { Route } from '@playwright/test';
import { READY_MARK } from '../../src/lib/db/gate.ts';
import { settled } from './watched.ts';

/** A proxy that answers with a page, a missing file, no network: each ends the start of the engine with a sentence and a way on. */
const faults = {
	'the module is missing': { status: 404, body: '' },
	'a proxy answers with a page': { status: 200, contentType: 'text/html', body: '<html></html>' },
	'the network is cut': null
} as const;

for (const [fault, answer] of Object.entries(faults)) {
	test(`offers to try again when ${fault}, and keeps the selection`, async ({ page }) => {
		await page.route('**/*.wasm', (route) => (answer ? route.fulfill(answer) : route.abort()));
		await page.goto('/?year=2023');
		const retry = page.getByRole('button', { name: '再试一次' }).first();
		await expect(retry).toBeVisible();
		await page.unroute('**/*.wasm');
		await retry.click();
		await expect(page.getByText('3,511').first()).toBeVisible();
		await expect(retry).toBeHidden();
		expect(new URL(page.url()).searchParams.get('year')).toBe('2023');
	});
}

test('an engine that is lost is started anew on demand, and neither filters nor cells are lost', async ({
	page,
	isMobile
}) => {
	test.skip(isMobile, 'the same code');
	await page.addInitScript(() => {
		const workers: Worker[] = [];
		const Own = window.Worker;
		window.Worker = class extends Own {
			constructor(...given: ConstructorParameters<typeof Own>) {
				super(...given);
				workers.push(this);
			}
		};
		Object.assign(window, {
			loseWorkers: () => {
				for (const worker of workers.splice(0)) {
					worker.terminate();
					worker.dispatchEvent(new ErrorEvent('error', { message: 'worker gone' }));
				}
			}
		});
	});
	await page.goto('/en/data/?level=city&year=2023#extract');
	const extract = page.locator('#extract');
	await expect(extract.getByRole('button', { name: /^CSV \(strict/u })).toBeEnabled();
	await extract.getByRole('checkbox', { name: /^Table four/u }).uncheck();
	// How much a selection takes in is told before there is an engine.
	await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, READY_MARK);
	await page.evaluate(() => (window as unknown as { loseWorkers: () => void }).loseWorkers());
	await extract.getByRole('button', { name: /^CSV \(strict/u }).click();
	await expect(extract.getByRole('status').filter({ hasText: 'engine lost' })).toBeVisible();
	const waiting = page.waitForEvent('download');
	await extract.getByRole('button', { name: 'Try again' }).click();
	expect((await waiting).suggestedFilename()).toMatch(/^gongkai-extract-wide-/u);
	await expect(extract.getByRole('checkbox', { name: /^Table four/u })).not.toBeChecked();
	expect(new URL(page.url()).searchParams.get('level')).toBe('city');
});

test('a question too large for the memory is refused with a sentence, and a narrower one offered', async ({
	page,
	isMobile
}) => {
	test.skip(isMobile, 'the same code');
	await page.addInitScript(() => {
		const post = Worker.prototype.postMessage;
		Worker.prototype.postMessage = function (this: Worker, message: unknown, ...rest: unknown[]): void {
			const { data } = message as { data?: unknown };
			if (Array.isArray(data) && String(data[1]).startsWith('SET memory_limit')) data[1] = `SET memory_limit = '2MB'`;
			Reflect.apply(post, this, [message, ...rest]);
		};
	});
	// What the tables of sums tell is never too large.
	await page.route('**/summary*.parquet', (route) => route.abort());
	await page.goto('/?level=county');
	const volumes = page.locator('#volumes');
	await expect(volumes.getByRole('alert')).toContainText('超过查询引擎在浏览器里的上限（1 GB）');
	await volumes.getByRole('link', { name: '只看2022–2024年' }).click();
	await expect(page).toHaveURL(/year=2022-2024/u);
	expect(new URL(page.url()).searchParams.get('level')).toBe('county');
	await expect(volumes.getByRole('link', { name: '只看2024年' })).toBeVisible();
	await page.getByRole('button', { name: '清除全部筛选' }).first().click();
	await expect(volumes.getByRole('alert')).toBeHidden();
});

test('without WebAssembly the prerendered figures, their tables and the CSV of each table are there', async ({
	page,
	isMobile
}) => {
	test.skip(isMobile, 'the same code');
	await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
	await page.goto('/');
	await expect(page.locator('#volumes svg').first()).toBeVisible();
	await page.locator('#volumes-table summary').click();
	expect(await page.locator('#volumes tbody tr').count()).toBeGreaterThan(3);
	for (const path of ['/data/', '/data/?data=demo']) {
		await page.goto(path);
		const link = page.locator('section[aria-labelledby="table-agencies"]').getByRole('link', { name: '下载 CSV' });
		const waiting = page.waitForEvent('download');
		await link.click();
		expect((await waiting).suggestedFilename()).toBe('agencies.csv');
	}
});

/** What a reader meets in the place of a data file, and what the page then says. */
const DATA_FAULTS: readonly {
	readonly name: string;
	readonly files: RegExp;
	readonly answer: (route: Route) => Promise<void>;
	readonly says: string;
}[] = [
	{
		name: 'a Parquet file is cut short',
		files: /\.parquet$/u,
		answer: async (route) => {
			const answer = await route.fetch();
			await route.fulfill({ response: answer, body: (await answer.body()).subarray(0, 100) });
		},
		says: '数据文件没有取到'
	},
	{
		name: 'a Parquet file has other bytes of the same length',
		files: /\.parquet$/u,
		answer: async (route) => {
			const answer = await route.fetch();
			await route.fulfill({ response: answer, body: (await answer.body()).fill(0, 4, 12) });
		},
		says: '数据文件没有取到'
	},
	{
		name: 'a Parquet file is not there any more',
		files: /\.parquet$/u,
		answer: (route) => route.fulfill({ status: 404, body: '' }),
		says: '数据文件没有取到'
	},
	{
		name: 'a proxy answers a data file with a page',
		files: /\.parquet$/u,
		answer: (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>登录</title>' }),
		says: '数据文件没有取到'
	},
	{
		name: 'a proxy answers the descriptor with a page',
		files: /datapackage\.json$/u,
		answer: (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>登录</title>' }),
		says: '数据文件没有取到'
	},
	{
		name: 'the network is cut while data come',
		files: /\.parquet$/u,
		answer: (route) => route.abort('connectionreset'),
		says: '数据文件没有取到'
	},
	{
		name: 'the deployment is half done: the descriptor is of another build',
		files: /datapackage\.json$/u,
		answer: async (route) => {
			const answer = await route.fetch();
			const text = (await answer.text()).replace(/("gongkai:build": ")[0-9a-f]{16}/u, '$10000000000000000');
			await route.fulfill({ response: answer, body: text });
		},
		says: '与这个页面不是同一次构建'
	}
];

for (const { name, files, answer, says } of DATA_FAULTS) {
	test(`says so and offers to reload when ${name}, and keeps the selection`, async ({ page, isMobile }) => {
		test.skip(isMobile, 'the same code');
		const retry = page.getByRole('button', { name: '再试一次' });
		await page.route(files, answer);
		await page.goto('/?year=2023');
		await expect(page.getByText(says).first()).toBeVisible();
		await expect(retry.first()).toBeVisible();
		await page.unroute(files);
		await page.getByRole('button', { name: '刷新页面' }).first().click();
		await settled(page);
		await expect(page.getByText('3,511').first()).toBeVisible();
		await expect(page.getByText(says).or(retry)).toHaveCount(0);
		expect(new URL(page.url()).searchParams.get('year')).toBe('2023');
	});
}

test('the overview answers filters without the engine, with the numbers that the engine gives', async ({ page }) => {
	const figures = [
		'heads',
		'volumes',
		'outcomes',
		'map',
		'denied',
		'unable',
		'applicants',
		'carry',
		'funnel',
		'reviews'
	];
	const told = async (): Promise<string[]> => {
		// Of cities’ governments alone: what was prerendered has more kinds of body.
		await expect(page.locator('#heads tbody tr')).toHaveCount(1);
		await expect(page.locator('main figure:not(#coverage) .stale')).toHaveCount(0);
		const texts = await Promise.all(figures.map((id) => page.locator(`#${id} .drawing`).textContent()));
		return texts.map((text) => (text ?? '').replace(/\s+/gu, ' '));
	};
	const path = '/?year=2022-2023&level=city&without=failing';
	await page.route('**/*.wasm', (route) => route.abort());
	await page.goto(path);
	const summed = await told();
	await page.unroute('**/*.wasm');
	await page.route('**/summary*.parquet', (route) => route.abort());
	await page.goto(path);
	await settled(page);
	expect(await told()).toEqual(summed);
	expect(summed.join('')).toContain('3,511');
});
