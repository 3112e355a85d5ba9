import { existsSync } from 'node:fs';
import { findChromium } from './find-chromium.ts';
import { run, runTool } from './run-tool.ts';

interface Installer {
	readonly command: string;
	/** Run once before, to learn what can be had. */
	readonly refresh?: readonly string[];
	readonly install: readonly string[];
	readonly browser: readonly string[];
	/** Sets of packages to try one after the other; names differ between releases. */
	readonly fonts: readonly (readonly string[])[];
	readonly needsRoot: boolean;
}

const INSTALLERS: readonly Installer[] = [
	{
		command: 'apt-get',
		refresh: ['update'],
		install: ['install', '-y', '--no-install-recommends'],
		browser: ['chromium'],
		fonts: [['fontconfig', 'fonts-noto-cjk']],
		needsRoot: true
	},
	{
		command: 'dnf',
		install: ['install', '-y'],
		browser: ['chromium'],
		fonts: [
			['fontconfig', 'google-noto-sans-cjk-fonts'],
			['fontconfig', 'google-noto-sans-cjk-vf-fonts']
		],
		needsRoot: true
	},
	{
		command: 'apk',
		refresh: ['update'],
		install: ['add'],
		browser: ['chromium'],
		fonts: [['fontconfig', 'font-noto-cjk']],
		needsRoot: true
	},
	{
		command: 'pacman',
		install: ['-Sy', '--noconfirm'],
		browser: ['chromium'],
		fonts: [['fontconfig', 'noto-fonts-cjk']],
		needsRoot: true
	},
	{ command: 'brew', install: ['install', '--cask'], browser: ['chromium'], fonts: [], needsRoot: false }
];

const INSTALL_LIMIT_MS = 15 * 60_000;

async function succeeds(command: string, args: readonly string[]): Promise<boolean> {
	return (await run(command, args, { timeout: 30_000 })).code === 0;
}

/** The words before an installer's command: none for root, sudo where it asks no password, null where neither can be had. */
async function findPrivilege(): Promise<readonly string[] | null> {
	if (process.getuid?.() === 0) return [];
	return (await succeeds('sudo', ['-n', 'true'])) ? ['sudo', '-n'] : null;
}

/** An installer of this machine that may be run without asking anybody. */
async function findInstaller(): Promise<{ installer: Installer; prefix: readonly string[] } | null> {
	for (const installer of INSTALLERS) {
		if (!(await succeeds(installer.command, ['--version']))) continue;
		const prefix = installer.needsRoot ? await findPrivilege() : [];
		if (prefix) return { installer, prefix };
	}
	return null;
}

async function install(packages: readonly string[]): Promise<boolean> {
	const found = await findInstaller();
	if (!found || packages.length === 0) return false;
	const { installer, prefix } = found;
	const [command, ...before] = [...prefix, installer.command] as const;
	const options = { timeout: INSTALL_LIMIT_MS, env: { DEBIAN_FRONTEND: 'noninteractive' } };
	console.log(`Installing ${packages.join(' ')} with ${installer.command} …`);
	if (installer.refresh) await run(command, [...before, ...installer.refresh], options);
	const result = await run(command, [...before, ...installer.install, ...packages], options);
	if (result.code !== 0) console.log(result.output.trim().split('\n').slice(-5).join('\n'));
	return result.code === 0;
}

/** Playwright's own build of the browser, where it has been downloaded. */
async function findDownloaded(): Promise<string | null> {
	const { chromium } = await import('@playwright/test');
	const path = chromium.executablePath();
	return existsSync(path) ? path : null;
}

/** An installed Chromium, or one installed now by what the machine offers. A sentence says what to do where none can be had. */
export async function ensureChromium(): Promise<{ path: string } | { problem: string }> {
	const asked = process.env['CHROMIUM_PATH'];
	if (asked && !existsSync(asked)) return { problem: `CHROMIUM_PATH names a file that is not there: ${asked}` };
	const there = findChromium() ?? (await findDownloaded());
	if (there) return { path: there };
	const found = await findInstaller();
	if (found) await install(found.installer.browser);
	const installed = findChromium();
	if (installed) return { path: installed };
	console.log("Downloading Playwright's Chromium …");
	await runTool('playwright', ['install', 'chromium'], { timeout: INSTALL_LIMIT_MS });
	const downloaded = await findDownloaded();
	if (downloaded) return { path: downloaded };
	return {
		problem:
			'No Chromium, Chrome or Edge was found, and none could be installed. ' +
			'Install one of them, or set CHROMIUM_PATH to its program, and run the tests again.'
	};
}

async function hasChineseFonts(): Promise<boolean> {
	if (process.platform === 'darwin' || process.platform === 'win32') return true;
	const listed = await run('fc-list', [':lang=zh']);
	return listed.code === 0 && listed.output.trim() !== '';
}

/** Makes sure that Chinese text can be drawn. A sentence says so where it cannot. */
export async function ensureChineseFonts(): Promise<string | null> {
	if (await hasChineseFonts()) return null;
	const found = await findInstaller();
	for (const packages of found?.installer.fonts ?? []) {
		if ((await install(packages)) && (await hasChineseFonts())) return null;
	}
	return 'No Chinese font was found and none could be installed: Chinese text will show as boxes in the pictures of the tests.';
}
