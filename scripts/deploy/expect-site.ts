import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join, relative, sep } from 'node:path';
import { headersFor } from '../run/site-headers.ts';

interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | undefined>>;
	readonly bytes: number;
}

/** As it comes, without what `fetch` would unpack or follow. */
function ask(origin: string, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
	const { promise, resolve, reject } = Promise.withResolvers<Answer>();
	const asked = request(origin + path, { headers, method }, (response) => {
		let bytes = 0;
		response.on('data', (chunk: Buffer) => (bytes += chunk.length));
		response.on('error', reject);
		response.on('end', () => {
			resolve({ status: response.statusCode ?? 0, headers: response.headers as Answer['headers'], bytes });
		});
	});
	asked.on('error', reject);
	asked.end();
	return promise;
}

export interface Fact {
	readonly name: string;
	/** What is not as it should be; null where all is. */
	readonly problem: string | null;
}

const plain = (type: string | undefined): string => (type ?? '').toLowerCase().replaceAll(' ', '');

/** The headers that the path must come with, and does not. */
function wrongHeaders(path: string, { headers }: Answer): string | null {
	const wrong = Object.entries(headersFor(path)).flatMap(([name, value]) => {
		const found = headers[name.toLowerCase()];
		const same = name === 'Content-Type' ? plain(found) === plain(value) : found === value;
		return same ? [] : [`${name}: ${found ?? '(none)'}`];
	});
	if (headersFor(path)['X-Frame-Options'] === undefined && headers['x-frame-options']) wrong.push('X-Frame-Options');
	return wrong.length > 0 ? wrong.join('; ') : null;
}

const is = (name: string, found: unknown, expected: unknown): Fact => ({
	name,
	problem: JSON.stringify(found) === JSON.stringify(expected) ? null : (JSON.stringify(found) ?? 'nothing')
});

/** Every file of the site by the path of its address; pages by their folder. */
async function addresses(site: string): Promise<string[]> {
	const entries = await readdir(site, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile() && !/\.(?:gz|br)$/u.test(entry.name))
		.map((entry) => `/${relative(site, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
		.map((path) => path.replace(/\/index\.html$/u, '/'))
		.sort();
}

/** Asks a running server for every file of the site, and for what is not there. */
export async function expectSite(origin: string, site: string, encodings: readonly string[]): Promise<Fact[]> {
	const facts: Fact[] = [];
	const paths = await addresses(site);
	for (const path of paths.map(encodeURI)) {
		const answer = await ask(origin, path);
		const status = answer.status === 200 ? null : `status ${String(answer.status)}`;
		facts.push({ name: path, problem: status ?? wrongHeaders(path, answer) });
	}
	const script = paths.find((path) => /^\/_app\/.*\/entry\/.*\.js$/u.test(path)) ?? '';
	const parquet = paths.find((path) => path.endsWith('.parquet')) ?? '';
	for (const encoding of encodings) {
		for (const path of ['/', script]) {
			const whole = await ask(origin, path);
			const packed = await ask(origin, path, { 'Accept-Encoding': encoding });
			facts.push(is(`${path} as ${encoding}`, packed.headers['content-encoding'], encoding));
			facts.push(is(`${path} as ${encoding} is smaller`, packed.bytes < whole.bytes / 2, true));
			facts.push(is(`${path} varies by encoding`, /accept-encoding/iu.test(packed.headers['vary'] ?? ''), true));
			facts.push({ name: `headers of ${path} as ${encoding}`, problem: wrongHeaders(path, packed) });
		}
		const data = await ask(origin, parquet, { 'Accept-Encoding': encoding });
		facts.push(is(`Parquet is not packed again as ${encoding}`, data.headers['content-encoding'], undefined));
	}
	const part = await ask(origin, parquet, { Range: 'bytes=0-3' });
	facts.push(is('a range', [part.status, part.bytes], [206, 4]));
	const first = await ask(origin, '/');
	const again = await ask(origin, '/', { 'If-None-Match': first.headers['etag'] ?? '' });
	facts.push(is('an unchanged page', again.status, 304));
	for (const path of ['/nothing/', '/en/nothing/', '/data/nothing.parquet', '/.env', '/..%2f..%2fetc/passwd']) {
		const lost = await ask(origin, path);
		facts.push(is(`${path} is not there`, [400, 404].includes(lost.status), true));
		facts.push(is(`${path} has a policy`, lost.headers['x-content-type-options'], 'nosniff'));
	}
	for (const method of ['POST', 'PUT', 'DELETE']) {
		const refused = await ask(origin, '/', {}, method);
		facts.push(is(`${method} is refused`, [403, 405].includes(refused.status), true));
	}
	return facts;
}
