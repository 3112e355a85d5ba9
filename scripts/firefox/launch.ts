import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const NAMES = ['firefox-esr', 'firefox'];
const START_LIMIT_MS = 60_000;

/** What a fresh profile would ask, fetch or send by itself. */
const PREFERENCES: Readonly<Record<string, boolean | number | string>> = {
	'app.update.enabled': false,
	'browser.aboutwelcome.enabled': false,
	'browser.safebrowsing.malware.enabled': false,
	'browser.safebrowsing.phishing.enabled': false,
	'browser.shell.checkDefaultBrowser': false,
	'datareporting.policy.dataSubmissionEnabled': false,
	'network.captive-portal-service.enabled': false,
	'network.connectivity-service.enabled': false,
	'network.proxy.type': 0,
	'toolkit.telemetry.enabled': false
};

/** An installed Firefox: FIREFOX_PATH first, then by name; null where there is none. */
export function findFirefox(env: NodeJS.ProcessEnv = process.env): string | null {
	const asked = env['FIREFOX_PATH'];
	if (asked) return asked;
	return NAMES.find((name) => spawnSync(name, ['--version'], { timeout: 30_000 }).status === 0) ?? null;
}

export interface Firefox {
	/** Where it listens for WebDriver BiDi. */
	readonly address: string;
	readonly stop: () => Promise<void>;
}

/** Starts Firefox without a window, on a profile of its own that goes with it. */
export async function launchFirefox(path: string): Promise<Firefox> {
	const profile = await mkdtemp(join(tmpdir(), 'gongkai-firefox-'));
	const lines = Object.entries(PREFERENCES).map(
		([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`
	);
	await writeFile(join(profile, 'user.js'), lines.join(''));
	const child = spawn(path, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'], {
		stdio: ['ignore', 'ignore', 'pipe'],
		env: { ...process.env, HOME: profile, MOZ_HEADLESS_WIDTH: '1440', MOZ_HEADLESS_HEIGHT: '900' }
	});
	const ended = once(child, 'exit');
	const stop = async (): Promise<void> => {
		child.kill('SIGTERM');
		const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
		await ended;
		clearTimeout(timer);
		await rm(profile, { recursive: true, force: true, maxRetries: 3 });
	};
	const said: string[] = [];
	const { promise, resolve, reject } = Promise.withResolvers<string>();
	const timer = setTimeout(
		() => reject(new Error(`${path} does not start: ${said.slice(-3).join(' | ')}`)),
		START_LIMIT_MS
	);
	createInterface({ input: child.stderr }).on('line', (line) => {
		said.push(line);
		const found = /WebDriver BiDi listening on (ws:\/\/\S+)/u.exec(line)?.[1];
		if (found) resolve(found);
	});
	child.on('error', reject);
	child.on('exit', () => reject(new Error(`${path} ended: ${said.slice(-3).join(' | ')}`)));
	try {
		return { address: await promise, stop };
	} catch (error) {
		await stop();
		throw error;
	} finally {
		clearTimeout(timer);
	}
}
