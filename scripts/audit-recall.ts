import { Command } from 'commander';
import { textTable } from './text-table.ts';
import { auditCorpus } from './recall/audit-corpus.ts';
import { Recall } from './recall/tally.ts';
import { readKinds } from './synthesize/draft.ts';
import { ERROR_KINDS } from './synthesize/errors.ts';
import { MUTATIONS, readRates } from './synthesize/mutations/registry.ts';
import { SMALL_SIZES } from './synthesize/world/world.ts';
import { runCommand } from './run/command.ts';

interface Options {
	readonly reports: number;
	readonly seed: string;
	readonly kinds: string;
	readonly mutations: string;
	readonly errors: string;
	readonly list: number;
}

/** At least this share of what is injected must be found by the hard rules, and they may raise no false alarm. */
const ENOUGH = 0.99;

function list(title: string, lines: readonly string[], most: number): void {
	if (lines.length === 0) return;
	console.log(`\n${title}: ${String(lines.length)}`);
	for (const line of lines.slice(0, most)) console.log(`  ${line}`);
}

/** 0: recall and precision of the hard rules are reached; 1: they are not. */
async function measure(options: Options): Promise<number> {
	const recall = new Recall();
	let unread = 0;
	for (const seed of options.seed.split(',')) {
		unread += await auditCorpus(
			{
				seed,
				years: [2019, 2025],
				sizes: SMALL_SIZES,
				agencies: Infinity,
				reports: options.reports,
				kinds: readKinds(options.kinds),
				mutations: readRates(options.mutations, MUTATIONS),
				errors: readRates(options.errors, ERROR_KINDS)
			},
			recall
		);
	}
	const header = [
		'rule',
		'severity',
		'injected',
		'read',
		'found',
		'unsure',
		'recall',
		'unexplained',
		'consequences',
		'precision'
	];
	console.log(textTable(header, recall.rows()));
	const hard = recall.hardRecall();
	console.log(
		`\n${String(recall.reports)} reports audited, ${String(recall.clean)} of them without an error; ${String(unread)} files gave no report`
	);
	console.log(
		`hard rules: recall ${(100 * hard).toFixed(2)} %, false alarms ${String(recall.falseHard.length)}; asked: ${String(100 * ENOUGH)} % and none`
	);
	list('not found', recall.misses, options.list);
	list('false alarms of hard rules', recall.falseHard, options.list);
	list('failures of other rules without an injected error', recall.falseOthers, options.list);
	return hard >= ENOUGH && recall.falseHard.length === 0 ? 0 : 1;
}

async function main(args: readonly string[]): Promise<number> {
	const command = new Command('audit:recall')
		.description('注入的错误查出多少、有无误报 / how many injected errors are found, and what is raised without one')
		.option('--reports <n>', 'invented reports for each seed', Number, 3000)
		.option('--seed <seeds>', 'seeds, parted by commas', '1')
		.option('--kinds <kinds>', 'kinds of files, parted by commas', 'html,txt,md,csv')
		.option('--mutations <rates>', 'default, none, all, name=rate …', 'default')
		.option('--errors <rates>', 'default, none, all, name=rate …', 'default')
		.option('--list <n>', 'misses and false alarms to list', Number, 20)
		.showSuggestionAfterError(false)
		.exitOverride()
		.parse(args, { from: 'user' });
	const options = command.opts<Options>();
	if (!Number.isInteger(options.reports) || options.reports < 1)
		throw new Error(`--reports ${String(options.reports)}: 1 or more`);
	return measure(options);
}

await runCommand('audit:recall', main);
