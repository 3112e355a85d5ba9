import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { findChromium } from '../scripts/run/find-chromium.ts';
import { ROOT } from '../scripts/run/run-tool.ts';
import { createSiteServer, listen } from '../scripts/run/site-server.ts';

export interface OpenSite {
	/** Folder of the built site. */
	readonly folder: string;
	readonly port: number;
	readonly browser: Browser;
	readonly close: () => Promise<void>;
}

/** Serves the built site and opens a browser; without `file` in the site it says `lacking` and ends the process with 1. */
export async function openSite(file: string, lacking: string, folder = join(ROOT, 'build')): Promise<OpenSite> {
	if (!existsSync(join(folder, file))) {
		console.error(lacking);
		process.exit(1);
	}
	const server = createSiteServer(folder);
	const port = await listen(server, { host: '127.0.0.1', port: 0 });
	const executablePath = findChromium();
	const browser = await chromium.launch({
		...(executablePath ? { executablePath } : {}),
		args: ['--no-sandbox', '--disable-gpu']
	});
	return {
		...{ folder, port, browser },
		close: async () => {
			await browser.close();
			server.close();
			server.closeAllConnections();
		}
	};
}
