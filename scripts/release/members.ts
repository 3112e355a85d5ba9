import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extractSchema, filesOf } from '../../src/lib/core/dataset/index.ts';
import { readPackage } from '../build/changes.ts';
import { sha256 } from '../build/verify.ts';
import { codesText, dictionaryText, readmeText } from './texts.ts';
import type { Member } from './zip-file.ts';

/** The files of a dataset with what explains them, and the checksums of all, under one folder. */
export async function membersOf(folder: string): Promise<{ name: string; members: Member[] }> {
	const dataset = await readPackage(folder);
	const name = `${dataset.name}-${dataset['gongkai:build']}`;
	const texts: Readonly<Record<string, string>> = {
		'README.md': readmeText(dataset),
		'codes.csv': codesText(),
		'dictionary.csv': dictionaryText(),
		'extract.schema.json': `${JSON.stringify(extractSchema(), null, 1)}\n`
	};
	const listed = filesOf(dataset).map(({ path, hash }) => ({ path, sum: hash.replace('sha256:', '') }));
	const descriptor = await readFile(join(folder, 'datapackage.json'));
	const sums = [
		...listed,
		{ path: 'datapackage.json', sum: sha256(descriptor) },
		...Object.entries(texts).map(([path, text]) => ({ path, sum: sha256(text) }))
	].sort((a, b) => (a.path < b.path ? -1 : 1));
	const all = { ...texts, SHA256SUMS: sums.map(({ path, sum }) => `${sum}  ${path}\n`).join('') };
	const own = Object.entries(all).map(([path, text]): Member => ({
		path: `${name}/${path}`,
		content: () => Promise.resolve(Buffer.from(text))
	}));
	const files = ['datapackage.json', ...listed.map(({ path }) => path)].map((path): Member => ({
		path: `${name}/${path}`,
		content: () => readFile(join(folder, path))
	}));
	return { name, members: [...own, ...files].sort((a, b) => (a.path < b.path ? -1 : 1)) };
}
