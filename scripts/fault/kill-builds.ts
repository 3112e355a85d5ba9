import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readPackage } from '../build/changes.ts';
import { sha256, verifyDataset } from '../build/verify.ts';
import { ROOT } from '../run/run-tool.ts';
import { Random } from '../synthesize/random.ts';

export interface KillOptions {
	/** Two folders of reports; builds of them take turns. */
	readonly reports: readonly [string, string];
	/** An empty folder for datasets and caches. */
	readonly work: string;
	readonly kills: number;
	readonly seed: string;
	readonly onKill?: (done: number) => void;
}

export interface KillOutcome {
	readonly kills: number;
	/** Builds that ended before their time to be killed. */
	readonly ended: number;
	/** How many kills left a new dataset in the place of the old one. */
	readonly replaced: number;
	/** What was damaged or left behind, a sentence each. */
	readonly problems: readonly string[];
}

/** Copies for readers without DuckDB and the report of the build follow the descriptor one by one: a kill between them leaves old ones. */
const COPIES = /^(?:\w+\.csv(?:-metadata\.json)?|build-report\.\w+):/u;
/** Every so often a build may end by itself: it must give what a build gives that nothing disturbed. */
const REST = 10;

async function buildFor(reports: string, out: string, cache: string, delay: number | null): Promise<boolean> {
	const args = ['scripts/data-build.ts', '--reports', reports, '--out', out, '--cache', cache, '--quiet', '--brief'];
	const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'ignore' });
	const ended = once(child, 'exit');
	await (delay === null ? ended : Promise.race([wait(delay), ended]));
	const killed = child.kill('SIGKILL');
	await ended;
	return killed;
}

/** Every file's checksum, by path. */
async function stateOf(folder: string): Promise<string> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	const lines = paths.sort().map(async (path) => `${path.slice(folder.length)} ${sha256(await readFile(path))}`);
	return (await Promise.all(lines)).join('\n');
}

/** Kills builds at random moments and looks at what is there after each. */
export async function killBuilds({ reports, work, kills, seed, onKill }: KillOptions): Promise<KillOutcome> {
	const random = new Random('kill', seed);
	const problems: string[] = [];
	const clean: string[] = [];
	const ids: string[] = [];
	let whole = 0;
	for (const [index, folder] of reports.entries()) {
		const out = join(work, `clean-${String(index)}`);
		const started = performance.now();
		await buildFor(folder, out, join(work, `cache-clean-${String(index)}`), null);
		whole = Math.max(whole, performance.now() - started);
		clean.push(await stateOf(out));
		ids.push((await readPackage(join(out, 'real')))['gongkai:build']);
	}
	const out = join(work, 'out');
	await buildFor(reports[0], out, join(work, 'cache'), null);
	let [done, ended, replaced, turn] = [0, 0, 0, 0];
	let standing = ids[0];
	while (done < kills) {
		turn += 1;
		const which = turn % 2;
		// A cache of its own for each: a build that finds everything read would be over too soon.
		const cache = join(work, `cache-${String(turn)}`);
		const killed = await buildFor(reports[which] ?? '', out, cache, whole * random.float() * 1.05);
		if (killed) done += 1;
		else ended += 1;
		// The first builds may have been slow, or quick: moments are drawn from as long as builds take by now.
		whole *= killed ? 1.05 : 0.7;
		const damages = (await verifyDataset(join(out, 'real'))).filter((damage) => !COPIES.test(damage));
		problems.push(...damages.map((damage) => `kill ${String(done)}: ${damage}`));
		const id = (await readPackage(join(out, 'real')))['gongkai:build'];
		if (!ids.includes(id)) problems.push(`kill ${String(done)}: build ${id} is of neither folder`);
		if (killed && id !== standing) replaced += 1;
		standing = id;
		onKill?.(done);
		if (turn % REST !== 0 && done < kills) continue;
		await buildFor(reports[which] ?? '', out, cache, null);
		if ((await stateOf(out)) !== clean[which]) problems.push(`after kill ${String(done)}: the next build is not whole`);
		standing = ids[which] ?? '';
	}
	return { kills: done, ended, replaced, problems };
}
