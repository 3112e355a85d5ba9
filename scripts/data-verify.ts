import { Command } from 'commander';
import { readPackage } from './build/changes.ts';
import { verifyDataset } from './build/verify.ts';
import { print, runCommand } from './run/command.ts';

/** 0: every dataset is whole; 1: one is damaged. */
async function main(args: readonly string[]): Promise<number> {
	const command = new Command('data:verify')
		.description(
			'核验数据集:文件、校验和、列、键、取值、各表之间的数字 / check a built dataset: files, sha256, columns, keys, values, figures between tables'
		)
		.argument('<folder...>', '数据集文件夹 / folders of datasets, such as static/data/real')
		.option('--json', '每个数据集一行 JSON / print a line of JSON for each dataset')
		.showSuggestionAfterError(false)
		.exitOverride()
		.parse(args, { from: 'user' });
	let damaged = false;
	for (const folder of command.args) {
		const damages = await verifyDataset(folder);
		damaged ||= damages.length > 0;
		if (command.opts<{ json?: true }>().json) {
			await print(`${JSON.stringify({ folder, whole: damages.length === 0, damages })}\n`);
			continue;
		}
		if (damages.length > 0) {
			await print(
				`${folder}: 已损坏 / damaged\n${damages.map((damage) => `  ${damage}\n`).join('')}  → npm run data:build\n`
			);
			continue;
		}
		const dataset = await readPackage(folder);
		const files = dataset.resources.length + dataset['gongkai:csv'].length;
		const rows = dataset.resources.reduce((sum, { rowCount }) => sum + rowCount, 0);
		await print(
			`${folder}: 完好 / whole: ${String(files)} files, ${String(rows)} rows, build ${dataset['gongkai:build']}\n`
		);
	}
	return damaged ? 1 : 0;
}

await runCommand('data:verify', main);
