import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

const ENGINE = join(process.cwd(), 'node_modules', 'pdfjs-dist');
const FOLDERS = ['cmaps', 'standard_fonts'] as const;
/** Character maps of Chinese fonts (Japanese and Korean ones are left out), and fonts; with their licences. */
const WANTED = /(?:GB|CNS|B5)[^/]*\.bcmap$|\.(?:pfb|ttf)$|^LICENSE/u;

async function foldersOf(): Promise<ReadonlyMap<string, string>> {
	const lists = FOLDERS.map(async (folder) => {
		const names = await readdir(join(ENGINE, folder));
		return names.filter((name) => WANTED.test(name)).map((name) => [name, join(ENGINE, folder, name)] as const);
	});
	return new Map((await Promise.all(lists)).flat());
}

export const entries: EntryGenerator = async () => [...(await foldersOf()).keys()].map((file) => ({ file }));

/** What the PDF reader needs for fonts that a file names and does not hold: files of the site, so that no other host is asked. */
export const GET: RequestHandler = async ({ params }) => {
	const path = (await foldersOf()).get(params.file);
	if (path === undefined) return new Response(null, { status: 404 });
	return new Response(new Uint8Array(await readFile(path)), {
		headers: { 'content-type': 'application/octet-stream' }
	});
};
