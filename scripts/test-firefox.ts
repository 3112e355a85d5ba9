import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findFirefox, launchFirefox } from './firefox/launch.ts';
import { smokePages } from './firefox/smoke.ts';
import { ROOT } from './run/run-tool.ts';
import { createSiteServer, listen } from './run/site-server.ts';

// `npm run test:firefox`, after `npm run build`: every page in both languages in Firefox, driven over its own socket. The last line counts pages.

const site = join(ROOT, 'build');
const path = findFirefox();
if (!existsSync(join(site, 'index.html'))) {
	console.error('没有网站:先运行 npm run build / no built site: run "npm run build" first');
	process.exit(1);
}
if (path === null) {
	console.error('没有 Firefox:安装它,或在 FIREFOX_PATH 写明路径 / no Firefox: install it, or name it in FIREFOX_PATH');
	process.exit(1);
}
const server = createSiteServer(site);
const port = await listen(server, { host: '127.0.0.1', port: 0 });
const started = performance.now();
try {
	const firefox = await launchFirefox(path);
	try {
		const facts = await smokePages(firefox.address, `http://127.0.0.1:${String(port)}`);
		const failed = facts.filter(({ problem }) => problem !== null);
		for (const { name, problem } of failed) console.log(`FAIL ${name}: ${problem ?? ''}`);
		console.log(`${path}: ${String(facts.length)} pages in ${((performance.now() - started) / 1000).toFixed(0)} s`);
		console.log(`${String(facts.length - failed.length)} passed, ${String(failed.length)} failed`);
		process.exitCode = failed.length === 0 ? 0 : 1;
	} finally {
		await firefox.stop();
	}
} finally {
	server.close();
	server.closeAllConnections();
}
