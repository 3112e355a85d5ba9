import { rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import type { Locale } from '../src/lib/format/locale.ts';
import { BuildError, errorLine } from './build/build-error.ts';
import { langOption } from './build/dataset-command.ts';
import { diskFull, isDiskFull } from './build/disk-space.ts';
import { writeLake } from './build/lake.ts';
import { runCommand } from './run/command.ts';

// `npm run data:lake -- static/data/real FOLDER`: a dataset as a Hive-partitioned lake for engines beyond the browser's (docs/beyond-one-machine.md).

interface Options {
	readonly lang: Locale;
	readonly quiet?: true;
}

/** Memory of the database that sorts; what does not fit goes to disk beside the lake. */
const MEGABYTES = 2048;

/** 0: the lake is written and gives the rows of the dataset. 2: nothing was written, the last lake stands. */
async function main(args: readonly string[]): Promise<number> {
	const command = new Command('data:lake')
		.description('把数据集写成按年度、省分区的数据湖 / write a dataset as a lake partitioned by year and province')
		.argument('<dataset>', '数据集文件夹 / folder of the dataset')
		.argument('<lake>', '输出文件夹 / folder to write to')
		.addOption(langOption())
		.option('--quiet', '不显示进度 / show no progress')
		.showSuggestionAfterError(false)
		.exitOverride()
		.allowExcessArguments(false)
		.parse(args, { from: 'user' });
	const [dataset = '', out = ''] = command.args;
	const { lang, quiet } = command.opts<Options>();
	const spill = join(dirname(resolve(out)), `.lake-${String(process.pid)}.spill`);
	try {
		const { build, rows } = await writeLake({
			...{ dataset, out, room: { megabytes: MEGABYTES, spill } },
			...(quiet ? {} : { onTable: (table) => void process.stderr.write(`${table}\n`) })
		});
		const sum = String(Object.values(rows).reduce((all, own) => all + own, 0));
		console.log(
			lang === 'zh'
				? `${out}:${sum} 行,与数据集逐表核对一致;构建号 ${build}`
				: `${out}: ${sum} rows, held against the dataset table by table; build ${build}`
		);
		return 0;
	} catch (error) {
		const told = isDiskFull(error) ? new BuildError(diskFull(out)) : error;
		console.error(`data:lake: ${errorLine(told, lang)}`);
		return 2;
	} finally {
		await rm(spill, { recursive: true, force: true });
	}
}

await runCommand('data:lake', main);
