import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = [
	...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
	...['microsoft-edge', 'microsoft-edge-stable', 'msedge']
];

const APPS = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
const WINDOWS = [
	'Google\\Chrome\\Application\\chrome.exe',
	'Microsoft\\Edge\\Application\\msedge.exe',
	'Chromium\\Application\\chrome.exe'
];

/** Where a Chromium may stand on this system, best first; none of them need exist. */
export function listCandidates(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
	if (platform === 'darwin') {
		const folders = ['/Applications', join(env['HOME'] ?? '', 'Applications')];
		return folders.flatMap((folder) => APPS.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`));
	}
	if (platform === 'win32') {
		const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
			(folder) => folder !== undefined
		);
		return folders.flatMap((folder) => WINDOWS.map((path) => `${folder}\\${path}`));
	}
	const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter(
		(folder) => folder !== ''
	);
	return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Some systems put a script there that only says how to install the browser, so it must tell its version. */
function tellsVersion(path: string): boolean {
	if (process.platform === 'win32') return true;
	const told = spawnSync(path, ['--version', '--no-sandbox'], { encoding: 'utf8', timeout: 30_000 });
	return told.status === 0 && /\d+\.\d+/.test(told.stdout);
}

/** An installed Chromium, Chrome or Edge: CHROMIUM_PATH first, then the usual places. null where there is none. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
	const asked = env['CHROMIUM_PATH'];
	if (asked) return asked;
	return listCandidates(process.platform, env).find((path) => existsSync(path) && tellsVersion(path)) ?? null;
}
