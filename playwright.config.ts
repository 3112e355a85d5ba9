import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/run/find-chromium.ts';

// `npm test` finds a browser and a free port and says both in the environment; alone, after `npm run build`, the defaults serve.
const port = Number(process.env['E2E_PORT'] ?? 4273);
const executablePath = findChromium();

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	fullyParallel: true,
	forbidOnly: Boolean(process.env['CI']),
	retries: 0,
	workers: 2,
	timeout: 120_000,
	globalTimeout: 60 * 60_000,
	expect: { timeout: 15_000 },
	reporter: 'list',
	use: {
		baseURL: `http://127.0.0.1:${port}`,
		locale: 'zh-CN',
		timezoneId: 'Asia/Shanghai',
		colorScheme: 'light',
		contextOptions: { reducedMotion: 'reduce' },
		// What is kept would answer in place of the faults that tests bring about; offline.spec.ts alone has it.
		serviceWorkers: 'block',
		screenshot: 'only-on-failure',
		trace: 'off',
		launchOptions: {
			...(executablePath ? { executablePath } : {}),
			args: [
				...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
				...['--disable-background-networking', '--disable-component-update', '--disable-sync']
			]
		}
	},
	projects: [
		{ name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
		{
			name: 'phone',
			use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true }
		}
	],
	webServer: {
		command: `node scripts/serve.ts --port ${port} --strict`,
		url: `http://127.0.0.1:${port}/`,
		reuseExistingServer: false,
		timeout: 30_000
	}
});
