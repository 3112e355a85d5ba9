import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, settled, test } from './watched.ts';

async function isSound(page: Page): Promise<void> {
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(overflow).toBeLessThanOrEqual(0);
	// The hundred and more entries of a list are all alike.
	const { violations } = await new AxeBuilder({ page }).exclude('dl > div:nth-child(n + 4)').analyze();
	const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
	expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)).toEqual(
		[]
	);
}

/** Each width in one language and one scheme: what is written in the other is the same page. */
const LOOKS = { desktop: ['zh', 'light'], phone: ['en', 'dark'] } as const;
const PAGES = ['/glossary/', '/method/', '/accessibility/', '/report-error/?agency=450206-miit&year=2023'];

for (const path of [...PAGES, 'the search']) {
	test(`${path} is sound`, async ({ page }, { project }) => {
		const [language, colorScheme] = project.name === 'phone' ? LOOKS.phone : LOOKS.desktop;
		await page.emulateMedia({ colorScheme });
		await page.goto(`${language === 'en' ? '/en' : ''}${path.startsWith('/') ? path : '/accessibility/'}`);
		await settled(page);
		await expect(page.locator('h1')).toHaveCount(1);
		if (path === 'the search') {
			await page.keyboard.press('Control+k');
			await page
				.getByRole('dialog')
				.getByRole('combobox')
				.fill(language === 'en' ? 'correct' : '柳');
			await expect(page.getByRole('dialog').getByRole('status')).not.toHaveText(/…$/u);
		}
		await isSound(page);
	});
}

test('the search finds an agency by initials, by place and name, an indicator and a term, all by keyboard', async ({
	page
}) => {
	await page.goto('/');
	await settled(page);
	await page.keyboard.press('/');
	const field = page.getByRole('combobox', { name: '检索机关、指标、页面和术语' });
	await expect(field).toBeFocused();
	const options = page.getByRole('dialog').getByRole('option');
	await expect(options.first()).toHaveText('总览');
	await expect(options.last()).toHaveText('报告错误');
	await page.keyboard.type('ljgx');
	const found = page.getByRole('option', { name: /^柳州市柳江区工业和信息化局/u });
	await expect(found).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/agency\/\?id=450206-miit$/u);
	await expect(page.getByRole('dialog')).toBeHidden();

	await page.keyboard.press('Control+k');
	await field.fill('shanghai keji');
	await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('上海市科学技术委员会');
	await field.fill('复议纠错率');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/explore\/\?show=review_correction_rate$/u);
	await expect(page.locator('#explore-title')).toContainText('复议纠错率');
	await page.keyboard.press('/');
	await field.fill('复议纠错率');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/glossary\/#indicator-review_correction_rate$/u);
	await page.keyboard.press('/');
	await field.fill('四类过程性');
	await page.getByRole('option', { name: /^属于四类过程性信息/u }).click();
	await expect(page).toHaveURL(/\/glossary\/#denied_process$/u);
	await expect(page.locator('#denied_process')).toContainText('第16条（2）');
	await page.keyboard.press('/');
	await field.fill('没有这样的东西');
	await expect(page.getByRole('dialog').getByRole('status')).toContainText('没有与“没有这样的东西”相符的');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();
});

test('an error is reported with agency, year, cell and the dataset’s build, and nothing is sent', async ({ page }) => {
	await page.goto('/agency/?id=450206-miit&year=2023&cell=t3.new.total');
	await page.locator('[data-cell="t3.new.total"]').waitFor();
	await page.getByRole('link', { name: '报告错误' }).first().click();
	await expect(page).toHaveURL(/\/report-error\/\?agency=450206-miit&year=2023&cell=t3\.new\.total$/u);
	await page.getByRole('textbox', { name: /^说明/u }).fill('应为 1');
	const text = page.getByLabel('错误报告', { exact: true });
	await expect(text).toContainText('机关: 柳州市柳江区工业和信息化局（450206-miit）');
	await expect(text).toContainText(/数据版本: [0-9a-f]{16}\n/u);
	await expect(text).toContainText('格: 本年新收政府信息公开申请数量 · 总计（t3.new.total）');
	await expect(text).toContainText('本站所示: “0”');
	await expect(text).toContainText('说明: 应为 1');
});
