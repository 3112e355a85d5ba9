import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const listDocuments = (folder: string) =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.md'))
		.map((name) => join(folder, name));
const DOCUMENTS = ['README.md', 'README.en.md', 'CHANGELOG.md', ...listDocuments('docs')];
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

describe.each(DOCUMENTS)('%s', (name) => {
	const text = readFileSync(join(root, name), 'utf8');

	it('names only commands that exist', () => {
		const named = [...text.matchAll(/npm run (?:-s )?([a-z][a-z0-9:]*)/g)].map((match) => match[1] ?? '');
		expect(named.filter((command) => !(command in scripts))).toEqual([]);
	});

	it('links only to files that exist', () => {
		const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] ?? '');
		expect(links.filter((link) => !existsSync(join(root, dirname(name), link)))).toEqual([]);
	});
});

it('the two READMEs list the same commands', () => {
	const commands = (name: string) => readFileSync(join(root, name), 'utf8').match(/^\| `npm [^`]+`/gm);
	expect(commands('README.en.md')).toEqual(commands('README.md'));
});
