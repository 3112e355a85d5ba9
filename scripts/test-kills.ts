import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { killBuilds } from './fault/kill-builds.ts';
import { print, runCommand } from './run/command.ts';
import { ROOT } from './run/run-tool.ts';

/** 0: after every kill the dataset was whole, and later builds ended as if nothing had been. */
async function main(args: readonly string[]): Promise<number> {
	const command = new Command('test:kills')
		.description('随机杀死构建,核验留下的数据集 / kill builds at random moments and check the dataset that is left')
		.option('--kills <n>', '次数 / how many', '100')
		.option('--seed <text>', '种子 / seed of the moments', '1')
		.showSuggestionAfterError(false)
		.exitOverride()
		.parse(args, { from: 'user' });
	const { kills, seed } = command.opts<{ kills: string; seed: string }>();
	if (!/^[1-9]\d{0,5}$/u.test(kills)) throw new Error(`--kills ${kills}: 1-999999`);
	const work = await mkdtemp(join(tmpdir(), 'gongkai-kills-'));
	try {
		const all = join(ROOT, 'data/reports');
		const some = join(work, 'some');
		await cp(all, some, { recursive: true });
		const files = (await readdir(some, { recursive: true, withFileTypes: true })).filter(
			(entry) => entry.isFile() && !entry.name.endsWith('.csv')
		);
		const left = files.map((entry) => join(entry.parentPath, entry.name)).sort();
		for (const path of left.filter((_, index) => index % 3 === 0)) await rm(path);
		const outcome = await killBuilds({ reports: [all, some], work, kills: Number(kills), seed });
		for (const problem of outcome.problems) await print(`${problem}\n`);
		await print(
			`杀死 / killed ${String(outcome.kills)};已先结束 / ended before ${String(outcome.ended)};` +
				`换成新数据集 / replaced ${String(outcome.replaced)};问题 / problems ${String(outcome.problems.length)}\n`
		);
		return outcome.problems.length === 0 ? 0 : 1;
	} finally {
		await rm(work, { recursive: true, force: true });
	}
}

await runCommand('test:kills', main);
