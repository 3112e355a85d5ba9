import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { STAGES } from '../../../scripts/build/build-dataset.ts';
import { verifyDataset } from '../../../scripts/build/verify.ts';
import { build, contentsOf, figuresOf, FINANCE, HEALTH, page, reportsFolder, tempFolder } from './fixture.ts';

const before = { 'a.html': page(figuresOf(FINANCE, 2023)) };
const after = { 'a.html': page(figuresOf(HEALTH, 2022)) };
const unfinished = async (out: string): Promise<string[]> =>
	(await readdir(out)).filter((name) => name.startsWith('.') || name.endsWith('.tmp'));

/** What is replaced one by one after the descriptor: copies for readers without DuckDB, and the report of the build. */
const COPIES = /^(?:\w+\.csv|build-report\.\w+):/u;

/** Runs the command and kills it after that many milliseconds, or never. */
async function killedAfter(
	reports: string,
	out: string,
	cache: string,
	delay: number | null
): Promise<'killed' | 'ended'> {
	const args = ['scripts/data-build.ts', '--reports', reports, '--out', out, '--cache', cache];
	const child = spawn(process.execPath, args, { stdio: 'ignore' });
	const ended = once(child, 'exit');
	await (delay === null ? ended : Promise.race([wait(delay), ended]));
	const killed = child.kill('SIGKILL');
	await ended;
	return killed ? 'killed' : 'ended';
}

describe('a build that does not finish', () => {
	it.each(STAGES)('leaves the last dataset as it was when stopped at "%s"', async (stage) => {
		const { out } = await build(before);
		const whole = await contentsOf(out);
		const stopped = build(after, {
			out,
			onStage: (reached) => {
				if (reached === stage) throw new Error('stopped');
			}
		});
		await expect(stopped).rejects.toThrow('stopped');
		expect(await contentsOf(out)).toEqual(whole);
		expect(await unfinished(out)).toEqual([]);
	});

	it('leaves a whole dataset when killed at any moment; the next build goes on from the cache, and clears up', async () => {
		const { out, folder } = await build(before, { name: 'real' });
		const reports = await reportsFolder(
			Object.fromEntries(
				Array.from({ length: 12 }, (_, index) => [`${String(index)}.html`, page(figuresOf(FINANCE, 2010 + index))])
			)
		);
		const [clean, cache] = [await tempFolder(), await tempFolder()];
		const started = performance.now();
		await killedAfter(reports, clean, await tempFolder(), null);
		const whole = performance.now() - started;
		const outcomes = new Set<string>();
		for (const share of [0.3, 0.5, 0.6, 0.7, 0.8, 0.9]) {
			outcomes.add(await killedAfter(reports, out, cache, whole * (share + Math.random() * 0.1)));
			const damages = await verifyDataset(folder);
			expect(damages.filter((damage) => !COPIES.test(damage))).toEqual([]);
		}
		expect(outcomes).toContain('killed');
		await mkdir(join(out, '.real.999999999.tmp'));
		expect(await killedAfter(reports, out, cache, null)).toBe('ended');
		expect(await unfinished(out)).toEqual([]);
		expect(await contentsOf(out)).toEqual(await contentsOf(clean));
	}, 240_000);

	it('does not clear away the folder of a build that is still running', async () => {
		const { out } = await build(before);
		const running = `.test.${String(process.ppid)}.tmp`;
		await mkdir(join(out, running));
		await build(after, { out });
		expect(await unfinished(out)).toEqual([running]);
	});
});
