import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createSiteServer, listen } from '../run/site-server.ts';
import { caddyConfig } from './caddy.ts';
import { nginxConfig } from './nginx.ts';

export interface RunningServer {
	readonly origin: string;
	readonly stop: () => Promise<void>;
}

/** Starts a server on the folder of the built site; keeps what it writes in `work`. */
export type StartServer = (site: string, work: string) => Promise<RunningServer>;

async function freePort(): Promise<number> {
	const server = createServer();
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}

async function answers(port: number): Promise<boolean> {
	const socket = createConnection({ port, host: '127.0.0.1' });
	try {
		await once(socket, 'connect');
		return true;
	} catch {
		return false;
	} finally {
		socket.destroy();
	}
}

const START_LIMIT_MS = 15_000;

async function started(command: string, args: readonly string[], port: number): Promise<RunningServer> {
	const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
	const said: Buffer[] = [];
	child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
	child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
	const ended = once(child, 'exit').then(
		() => true,
		(error: unknown) => said.push(Buffer.from(String(error))) > 0
	);
	const limit = performance.now() + START_LIMIT_MS;
	while (!(await answers(port))) {
		const gone = await Promise.race([ended, wait(50, false)]);
		if (gone || performance.now() > limit) {
			child.kill();
			throw new Error(`${command} does not start: ${Buffer.concat(said).toString().trim()}`);
		}
	}
	return {
		origin: `http://127.0.0.1:${String(port)}`,
		stop: async () => {
			child.kill('SIGTERM');
			await ended;
		}
	};
}

/** The whole configuration around the file of deploy/, with nothing outside `work`. */
const nginxFrame = (work: string, modules: readonly string[]): string =>
	`${modules.map((path) => `load_module ${path};\n`).join('')}${userInfo().uid === 0 ? 'user root;\n' : ''}daemon off;
pid ${work}/nginx.pid;
error_log ${work}/error.log;
events {}
http {
	access_log off;
	${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${work}/${name};`).join('\n\t')}
	include ${work}/site.conf;
}
`;

async function startNginx(site: string, work: string, modules: readonly string[]): Promise<RunningServer> {
	const port = await freePort();
	await mkdir(work, { recursive: true });
	await writeFile(join(work, 'site.conf'), nginxConfig({ root: site, port, brotli: modules.length > 0 }));
	await writeFile(join(work, 'nginx.conf'), nginxFrame(work, modules));
	return started('nginx', ['-e', join(work, 'error.log'), '-c', join(work, 'nginx.conf')], port);
}

const BROTLI_MODULE = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** The servers of deploy/, and our own. */
export const SERVERS: Readonly<Record<string, { readonly needs: string | null; readonly start: StartServer }>> = {
	'npm run serve': {
		needs: null,
		start: async (site) => {
			const server = createSiteServer(site);
			const port = await listen(server, { host: '127.0.0.1', port: 0 });
			return {
				origin: `http://127.0.0.1:${String(port)}`,
				stop: async () => {
					server.close();
					server.closeAllConnections();
					await Promise.resolve();
				}
			};
		}
	},
	nginx: { needs: 'nginx', start: (site, work) => startNginx(site, work, []) },
	'nginx with brotli': { needs: BROTLI_MODULE, start: (site, work) => startNginx(site, work, [BROTLI_MODULE]) },
	caddy: {
		needs: 'caddy',
		start: async (site, work) => {
			const port = await freePort();
			await mkdir(work, { recursive: true });
			const file = join(work, 'Caddyfile');
			// The admin end would take a port of its own.
			await writeFile(file, `{\n\tadmin off\n}\n${caddyConfig({ root: site, port, brotli: true })}`);
			return started('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], port);
		}
	}
};
