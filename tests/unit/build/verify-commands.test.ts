import { execFile } from 'node:child_process';
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPackage } from '../../../scripts/build/changes.ts';
import { build, figuresOf, FINANCE, page } from './fixture.ts';

interface Said {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

function run(script: string, ...args: readonly string[]): Promise<Said> {
	return new Promise((resolve) => {
		execFile(process.execPath, [`scripts/${script}.ts`, ...args], (error, out, err) => {
			resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
		});
	});
}

const built = async (issued: string): Promise<string> =>
	(await build({ 'a.html': page(figuresOf(FINANCE, 2023, { 't2.rules.issued': issued })) })).folder;

describe('data:verify', () => {
	it('says of a whole dataset what it holds, and of a damaged one which file is', async () => {
		const folder = await built('4');
		const whole = await run('data-verify', folder);
		expect(whole).toMatchObject({ code: 0, err: '' });
		expect(whole.out).toMatch(/完好 \/ whole: \d+ files, \d+ rows, build [0-9a-f]{16}/u);
		const [reports] = (await readPackage(folder)).resources.filter((one) => one['gongkai:table'] === 'reports');
		await truncate(join(folder, reports?.path ?? ''), 20);
		const damaged = await run('data-verify', folder, '--json');
		expect(damaged.code).toBe(1);
		expect(JSON.parse(damaged.out)).toMatchObject({ whole: false, damages: [expect.stringContaining('20 bytes')] });
	});

	it('names a descriptor that is no JSON', async () => {
		const folder = await built('4');
		await writeFile(
			join(folder, 'datapackage.json'),
			(await readFile(join(folder, 'datapackage.json'))).subarray(0, 50)
		);
		expect(await run('data-verify', folder)).toMatchObject({
			code: 1,
			out: expect.stringContaining('datapackage.json') as string
		});
	});
});

describe('data:diff', () => {
	it('lists the cells that changed, and says nothing else of two builds that are the same', async () => {
		const [before, after] = [await built('4'), await built('/')];
		const changed = await run('data-diff', before, after, '--lang', 'en');
		expect(changed).toMatchObject({ code: 1, err: '' });
		expect(changed.out).toContain('2023 t2.rules.issued: 4 → [slash]');
		expect(await run('data-diff', before, before)).toMatchObject({ code: 0, out: '两次构建相同\n' });
	});

	it('refuses a folder without a dataset in one sentence', async () => {
		const folder = await built('4');
		const refused = await run('data-diff', 'tests', folder);
		expect(refused.code).toBe(2);
		expect(refused.err.trim().split('\n')).toHaveLength(1);
		expect(refused.err).toContain('datapackage.json');
	});
});
