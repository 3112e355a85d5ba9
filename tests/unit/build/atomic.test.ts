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

/** Runs the command and kills it after that many milliseconds, or never. */
async function killedAfter(reports: string, out: string, delay: number | null): Promise<'killed' | 'ended'> {
	const child = spawn(process.execPath, ['scripts/data-build.ts', '--reports', reports, '--out', out], {
		stdio: 'ignore'
	});
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

	it('leaves a whole dataset when killed at any moment, and the next build clears up', async () => {
		const { out, folder } = await build(before, { name: 'real' });
		const reports = await reportsFolder(
			Object.fromEntries(
				Array.from({ length: 4 }, (_, index) => [`${String(index)}.html`, page(figuresOf(FINANCE, 2010 + index))])
			)
		);
		const started = performance.now();
		await killedAfter(reports, await tempFolder(), null);
		const whole = performance.now() - started;
		const outcomes = new Set<string>();
		for (const share of [0.5, 0.7, 0.8, 0.9, 0.95, 1]) {
			outcomes.add(await killedAfter(reports, out, whole * share));
			const damages = await verifyDataset(folder);
			expect(damages.filter((damage) => !damage.includes('.csv'))).toEqual([]);
		}
		expect(outcomes).toContain('killed');
		await mkdir(join(out, '.real.999999999.tmp'));
		await build(after, { out, name: 'real' });
		expect(await unfinished(out)).toEqual([]);
		expect(await verifyDataset(folder)).toEqual([]);
	}, 60_000);

	it('does not clear away the folder of a build that is still running', async () => {
		const { out } = await build(before);
		const running = `.test.${String(process.ppid)}.tmp`;
		await mkdir(join(out, running));
		await build(after, { out });
		expect(await unfinished(out)).toEqual([running]);
	});
});
