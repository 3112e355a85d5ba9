import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { compressSite, LARGE } from './deploy/compress.ts';
import { expectSite } from './deploy/expect-site.ts';
import type { Fact } from './deploy/expect-site.ts';
import { openPages } from './deploy/open-pages.ts';
import { SERVERS } from './deploy/server.ts';
import { ROOT } from './run/run-tool.ts';

// `npm run test:deploy`, after `npm run build`: each server that is installed here is started with its configuration of deploy/ on a
// copy of the built site, asked for every file, and its pages are opened in Chromium; names of servers as arguments choose among them. The last line counts facts.

const isThere = (needs: string | null): boolean =>
	needs === null || (needs.startsWith('/') ? existsSync(needs) : spawnSync('which', [needs]).status === 0);

/** Our own server and Caddy know Brotli by themselves. */
const encodingsOf = (name: string): string[] => (name === 'nginx' ? ['gzip'] : ['gzip', 'br']);

const asked = process.argv.slice(2);
const site = join(ROOT, 'build');
if (!existsSync(join(site, 'index.html'))) {
	console.error('没有网站:先运行 npm run build / no built site: run "npm run build" first');
	process.exit(1);
}
const work = mkdtempSync(join(tmpdir(), 'gongkai-deploy-'));
const counts = { passed: 0, failed: 0 };
try {
	const copy = join(work, 'site');
	cpSync(site, copy, { recursive: true });
	await compressSite(copy, availableParallelism(), LARGE);
	for (const [name, { needs, start }] of Object.entries(SERVERS)) {
		if (asked.length > 0 && !asked.includes(name)) continue;
		if (!isThere(needs)) {
			console.log(`${name}: 未安装,跳过 / not installed, passed over`);
			continue;
		}
		const started = performance.now();
		let facts: Fact[];
		try {
			const server = await start(copy, join(work, name.replaceAll(' ', '-')));
			try {
				facts = [...(await expectSite(server.origin, copy, encodingsOf(name))), ...(await openPages(server.origin))];
			} finally {
				await server.stop();
			}
		} catch (error) {
			facts = [{ name: 'starts', problem: error instanceof Error ? error.message : String(error) }];
		}
		const failed = facts.filter(({ problem }) => problem !== null);
		for (const fact of failed) console.log(`FAIL ${name}: ${fact.name}: ${fact.problem ?? ''}`);
		counts.failed += failed.length;
		counts.passed += facts.length - failed.length;
		const seconds = ((performance.now() - started) / 1000).toFixed(0);
		console.log(`${name}: ${String(facts.length - failed.length)} of ${String(facts.length)} (${seconds} s)`);
	}
} finally {
	rmSync(work, { recursive: true, force: true });
}
console.log(`${String(counts.passed)} passed, ${String(counts.failed)} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
