import { Command, CommanderError } from 'commander';
import { FILE_KINDS, readKinds } from './synthesize/draft.ts';
import { ERROR_KINDS } from './synthesize/errors.ts';
import { MUTATIONS, readRates } from './synthesize/mutations/registry.ts';
import { sizesFor } from './synthesize/world/world.ts';
import { writeCorpus } from './synthesize/write-corpus.ts';

interface Options {
	readonly agencies: number;
	readonly years: string;
	readonly seed: string;
	readonly kinds: string;
	readonly mutations: string;
	readonly errors: string;
	readonly missing: number;
	readonly out: string;
	readonly list?: boolean;
}

function readYears(text: string): [number, number] {
	const [from = Number.NaN, to = from] = text.split('-').map(Number);
	if (!(from >= 2019 && to >= from && to <= 2099)) throw new Error(`not years of the form, as 2019-2025: ${text}`);
	return [from, to];
}

function readCount(text: string, name: string): number {
	const count = Number(text);
	if (!Number.isInteger(count) || count < 1) throw new Error(`not a number of ${name}: ${text}`);
	return count;
}

function readShare(text: string): number {
	const share = Number(text);
	if (!(share >= 0 && share <= 1)) throw new Error(`not a rate from 0 to 1: ${text}`);
	return share;
}

function listNames(): void {
	for (const { name, section, rate } of MUTATIONS) console.log(`mutation\t${name}\t${rate}\tvariations.md ${section}`);
	for (const { name, rate, hard } of ERROR_KINDS) console.log(`error\t${name}\t${rate}\t${hard ? 'hard' : 'soft'}`);
}

async function main(args: readonly string[]): Promise<void> {
	const command = new Command('data:synthesize')
		.description('虚构地方的年报及其真值 / annual reports of an invented country, with what is true of them')
		.option('--agencies <n>', '机关数 / agencies', (text) => readCount(text, 'agencies'), 200)
		.option('--years <a-b>', '年度 / report years', '2019-2025')
		.option('--seed <seed>', '种子 / seed', '1')
		.option('--kinds <kinds>', FILE_KINDS.join(','), 'html,docx,xlsx,txt,md,csv')
		.option('--mutations <rates>', 'default, none, all, name=rate …', 'default')
		.option('--errors <rates>', 'default, none, all, name=rate …', 'default')
		.option('--missing <rate>', '未发布的比例 / share of reports not published', readShare, 0.08)
		.option('--out <folder>', '输出文件夹 / folder to write', '.cache/synthetic')
		.option('--list', '列出变体与差错 / list mutations and errors')
		.showSuggestionAfterError(false)
		.exitOverride()
		.parse(args, { from: 'user' });
	const options = command.opts<Options>();
	if (options.list) {
		listNames();
		return;
	}
	const said = process.stderr.isTTY;
	const { reports, unpublished, agencies } = await writeCorpus({
		seed: options.seed,
		years: readYears(options.years),
		sizes: sizesFor(options.agencies),
		agencies: options.agencies,
		kinds: readKinds(options.kinds),
		mutations: readRates(options.mutations, MUTATIONS),
		errors: readRates(options.errors, ERROR_KINDS),
		missing: options.missing,
		out: options.out,
		onReport: (written) => {
			if (said && written % 100 === 0) process.stderr.write(`\r${written}`);
		}
	});
	if (said) process.stderr.write('\r');
	console.log(`${options.out}: ${reports} reports of ${agencies} invented agencies; ${unpublished} not published`);
}

try {
	await main(process.argv.slice(2));
} catch (error) {
	if (error instanceof CommanderError) process.exitCode = error.exitCode;
	else {
		console.error(`data:synthesize: ${error instanceof Error ? error.message : String(error)}`);
		process.exitCode = 2;
	}
}
