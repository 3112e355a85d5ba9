import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './run/run-tool.ts';
import { createSiteServer, listen } from './run/site-server.ts';

const HELP = `Serves the built site (build/) on this machine.

  node scripts/serve.ts [--port 4173] [--host 127.0.0.1] [--strict]

  --port    the first port to try, or the environment's PORT; a busy one gives way to the next
  --host    the address to bind; 0.0.0.0 lets other machines in
  --strict  fail on a busy port`;

export interface ServeOptions {
	readonly port: number;
	readonly host: string;
	readonly strict: boolean;
}

/** Reads `--port`, `--host`, `--strict` and the environment's PORT; gives a sentence where they make no sense. */
export function parseServeOptions(args: readonly string[], env: NodeJS.ProcessEnv): ServeOptions | string {
	try {
		const { values } = parseArgs({
			args: [...args],
			options: {
				port: { type: 'string' },
				host: { type: 'string', default: '127.0.0.1' },
				strict: { type: 'boolean', default: false },
				help: { type: 'boolean', default: false }
			}
		});
		if (values.help) return HELP;
		const given = values.port ?? (env['PORT'] || '4173');
		const port = /^\d+$/.test(given) ? Number(given) : NaN;
		if (!(port <= 65_535)) return `not a port: ${given} (a number from 0 to 65535)`;
		return { port, host: values.host, strict: values.strict };
	} catch (error) {
		return (error as Error).message;
	}
}

/** Serves until Ctrl-C. Gives an exit status at once where it cannot serve. */
export async function serve(options: ServeOptions): Promise<number> {
	const folder = join(ROOT, 'build');
	if (!existsSync(join(folder, 'index.html'))) {
		console.error(
			'There is no built site in build/: run "npm run build" first, or "npm start", which does everything.'
		);
		return 1;
	}
	const server = createSiteServer(folder);
	let port: number;
	try {
		port = await listen(server, {
			...options,
			onBusy: (busy, next) => console.log(`Port ${busy} is busy; trying ${next}.`)
		});
	} catch (error) {
		const busy = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
		console.error(
			busy ? `Port ${options.port} is busy.` : `Cannot serve on ${options.host}: ${(error as Error).message}`
		);
		return 1;
	}
	const everywhere = options.host === '0.0.0.0' || options.host === '::';
	const host = everywhere ? 'localhost' : options.host.includes(':') ? `[${options.host}]` : options.host;
	console.log(`中文     http://${host}:${port}/`);
	console.log(`English  http://${host}:${port}/en/`);
	console.log('Ctrl-C stops it. / 按 Ctrl-C 停止。');
	const { promise, resolve } = Promise.withResolvers<number>();
	const stop = () => {
		server.close(() => resolve(0));
		server.closeAllConnections();
	};
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
	const code = await promise;
	console.log('Stopped. / 已停止。');
	return code;
}

if (import.meta.main) {
	const options = parseServeOptions(process.argv.slice(2), process.env);
	if (typeof options === 'string') {
		console.log(options);
		process.exitCode = options === HELP ? 0 : 1;
	} else {
		process.exitCode = await serve(options);
	}
}
