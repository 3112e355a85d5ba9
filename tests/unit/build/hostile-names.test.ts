import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { describeOutcome } from '../../../scripts/build/describe-outcome.ts';
import { verifyDataset } from '../../../scripts/build/verify.ts';
import { build, contentsOf, figuresOf, FINANCE, HEALTH, page, tableRows, TOWN } from './fixture.ts';

/** Characters that move the cursor, colour a terminal, or turn the order of what is read. */
const DECEIVING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const PLAIN = Object.getOwnPropertyNames(Object.prototype).sort();
const RIGHT_TO_LEFT = '\u202e';

const good = page(figuresOf(FINANCE, 2023));
const row = (label: string): string => `<tr><td>${label}</td><td>7</td><td>7</td><td>7</td></tr>`;

/** A page whose table two has rows named after what every object has. */
const withLabels = (...labels: readonly string[]): string =>
	page(figuresOf(HEALTH, 2023)).replace('</table>', `${labels.map(row).join('')}</table>`);

const line = (cells: string, agency = TOWN): string =>
	`{"file":"x","agency":${JSON.stringify(agency)},"year":2023,"formats":{"t2":"2021","t3":"__proto__","t4":"constructor"},"cells":{${cells}},"findings":[],"problems":[{"code":"__proto__","table":"constructor"}]}`;

describe('names that mean something to the machine', () => {
	it('as labels, keys, columns and agencies are names, and change nothing that every object has', async () => {
		const files = {
			'a.html': withLabels('__proto__', 'constructor', 'toString', 'hasOwnProperty'),
			'b.json': line(
				'"t2.rules.issued":{"v":1,"raw":"1"},"__proto__":{"v":9,"raw":"9"},"constructor":{"v":9,"raw":"9"},"t2.__proto__.issued":{"v":9,"raw":"9"},"t2.constructor.prototype":{"v":9,"raw":"9"}'
			),
			'manifest.csv': '__proto__,file,agency,constructor\n1,a.html,__proto__,2\n1,__proto__,constructor,2\n'
		};
		const outcome = await build(files);
		expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(PLAIN);
		expect(({} as Record<string, unknown>)['v']).toBeUndefined();
		expect(await verifyDataset(outcome.folder)).toEqual([]);
		const reports = await tableRows(outcome.folder, 'reports');
		expect(reports.map((report) => [report['agency'], report['t2.rules.issued'], report['format_t3']])).toEqual([
			['__proto__', 0, '2021'],
			[TOWN, 1, null]
		]);
		const cells = await tableRows(outcome.folder, 'cells');
		expect(cells.map((cell) => String(cell['cell'])).filter((cell) => /proto|constructor/u.test(cell))).toEqual([]);
		const found = (await tableRows(outcome.folder, 'problems')).map(({ source, code, found: what }) => [
			source,
			code,
			what
		]);
		for (const label of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
			expect(found).toContainEqual(['a.html', 'row/unknown', `${label} | 7 | 7 | 7`]);
		for (const key of ['__proto__', 'constructor', 't2.__proto__.issued', 't2.constructor.prototype'])
			expect(found.filter(([, code, what]) => code === 'row/unknown' && what === key)).toHaveLength(1);
	});
});

describe('names that deceive a reader', () => {
	it('write nothing to a terminal that it would obey, and stand in pages as text', async () => {
		const deceiving = `b\u001b[31m${RIGHT_TO_LEFT}lmth.html`;
		const outcome = await build({
			'good.html': good,
			[deceiving]: 'no report \u001b]0;title\u0007',
			'<img src=x onerror=alert(1)>.txt': 'no report',
			'c.zip': zipSync({
				[`../../${RIGHT_TO_LEFT}up.html`]: strToU8(page(figuresOf(HEALTH, 2022))),
				'/etc/absolute.html': strToU8(page(figuresOf(HEALTH, 2021))),
				'C:\\Windows\\a.html': strToU8(page(figuresOf(HEALTH, 2020)))
			})
		});
		for (const language of ['zh', 'en'] as const) expect(describeOutcome(outcome, language)).not.toMatch(DECEIVING);
		const report = await readFile(join(outcome.folder, 'build-report.html'), 'utf8');
		expect(report).not.toContain('<img src=x');
		expect(report).not.toMatch(DECEIVING);
		for (const { source } of await tableRows(outcome.folder, 'sources')) expect(String(source)).not.toMatch(DECEIVING);
		expect(
			[...(await contentsOf(outcome.out)).keys()].filter((path) => /up\.html|absolute|Windows/u.test(path))
		).toEqual([]);
	});

	it('stand in no name of an agency, and a title with them is no evidence', async () => {
		const name = (office: string): string => `虚州市甲县${RIGHT_TO_LEFT}\u200b${office}\u0007`;
		const outcome = await build({
			'a.html': page(figuresOf(name('财政局'), 2023)),
			'b.json': line('"t2.rules.issued":{"v":1,"raw":"1"}', name('税务局')),
			'c.html': good,
			'manifest.csv': `file,agency\nc.html,${name('统计局')}\n`
		});
		const reports = await tableRows(outcome.folder, 'reports');
		expect(reports.map(({ agency }) => agency).sort()).toEqual(['虚州市甲县税务局', '虚州市甲县统计局']);
		expect(outcome.refused).toBe(1);
		expect(describeOutcome(outcome, 'zh')).not.toMatch(DECEIVING);
	});
});

describe('reports without a table', () => {
	it('make a dataset all the same, in which that table has no row', async () => {
		const { folder } = await build({ 'b.json': line('"t2.rules.issued":{"v":1,"raw":"1"}') });
		expect(await verifyDataset(folder)).toEqual([]);
		expect(await tableRows(folder, 'requests')).toEqual([]);
		expect(await tableRows(folder, 'reports')).toHaveLength(1);
	});
});
