import { zipSync, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { describeDataset, packageText, sha256 } from '../../../src/lib/core/dataset/index.ts';
import type { DatasetFile } from '../../../src/lib/core/dataset/index.ts';
import type { DatasetContents } from '../../../src/lib/db/gate.ts';
import { buildIdOf } from '../../../src/lib/core/dataset/describe.ts';
import { packDataset } from '../../../src/lib/state/session/pack.ts';
import { isSavedDataset, unpackDataset } from '../../../src/lib/state/session/saved-dataset.ts';

function contents(): DatasetContents {
	const bytes = strToU8('PAR1 stands for a table PAR1');
	const digest = sha256(bytes);
	const path = `agencies.${digest.slice(0, 8)}.parquet`;
	const file: DatasetFile = { table: 'agencies', year: null, path, bytes: bytes.length, sha256: digest, rows: 1 };
	const described = { name: 'session', title: { zh: '本次会话', en: 'This session' }, fictional: false };
	return {
		package: describeDataset({ ...described, session: true, build: buildIdOf([file]), files: [file], csv: [] }),
		files: new Map([[path, bytes]])
	};
}

/** The saved zip with some members changed; undefined takes one out. */
function changed(change: (name: string, bytes: Uint8Array) => Uint8Array | undefined, folder = ''): Uint8Array {
	const members = Object.entries(unzipSync(packDataset(contents(), 'readme')));
	return zipSync(
		Object.fromEntries(
			members.flatMap(([name, bytes]) => {
				const next = change(name, bytes);
				return next ? [[`${folder}${name}`, next]] : [];
			})
		)
	);
}
const edit = (change: (text: string) => string) =>
	changed((name, bytes) => (name === 'datapackage.json' ? strToU8(change(new TextDecoder().decode(bytes))) : bytes));

describe('a saved dataset', () => {
	it('is opened again as it was, and saved to the same bytes', async () => {
		const saved = packDataset(contents(), 'readme');
		expect(isSavedDataset(saved)).toBe(true);
		const opened = await unpackDataset(saved);
		expect(opened).toEqual({ ok: true, contents: contents() });
		if (opened.ok) expect(packDataset(opened.contents, 'readme')).toEqual(saved);
	});

	it('is opened from a folder that was zipped', async () => {
		expect(await unpackDataset(changed((_, bytes) => bytes, 'my data/'))).toMatchObject({ ok: true });
	});

	it.each([
		[
			'a changed figure',
			changed((name, bytes) => (name.endsWith('.parquet') ? strToU8('PAR1 stands for a tabLe PAR1') : bytes)),
			'session/file-damaged'
		],
		[
			'a table cut short',
			changed((name, bytes) => (name.endsWith('.parquet') ? bytes.subarray(3) : bytes)),
			'session/file-damaged'
		],
		[
			'a table taken out',
			changed((name, bytes) => (name.endsWith('.parquet') ? undefined : bytes)),
			'session/file-missing'
		],
		[
			'a checksum exchanged',
			edit((text) => text.replace(/"gongkai:build": ?"[0-9a-f]{16}"/u, '"gongkai:build":"0000000000000000"')),
			'session/file-damaged'
		],
		[
			'a column renamed',
			edit((text) => text.replace('"name":"province"', '"name":"provinz"')),
			'session/other-version'
		],
		[
			'a path that leads elsewhere',
			edit((text) => text.replace(/"path": ?"agencies/u, '"path":"../agencies')),
			'session/not-a-dataset'
		],
		[
			'no descriptor',
			changed((name, bytes) => (name === 'datapackage.json' ? undefined : bytes)),
			'session/not-a-dataset'
		],
		['a descriptor of something else', edit(() => '{"resources":[]}'), 'session/not-a-dataset'],
		['a descriptor that is not JSON', edit((text) => text.slice(5)), 'session/not-a-dataset'],
		['half of its bytes', packDataset(contents(), 'readme').subarray(0, 900), 'session/zip-damaged'],
		['another kind of file', strToU8('%PDF-1.7'), 'session/not-a-dataset']
	])('with %s is not opened', async (_, bytes, code) => {
		expect(await unpackDataset(bytes)).toMatchObject({ ok: false, failure: { code } });
	});

	it('is told from an archive of reports', () => {
		expect(isSavedDataset(zipSync({ 'a.html': strToU8('<p>') }))).toBe(false);
		expect(isSavedDataset(strToU8('<p>'))).toBe(false);
	});

	it('keeps a descriptor that says whose files they are', () => {
		const text = packageText(contents().package);
		expect(text).toContain('"gongkai:session":true'.replace(':true', ''));
		expect(text).toContain('未公布');
		expect(text).not.toContain('CC0');
	});
});
