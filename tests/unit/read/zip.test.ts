import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../../scripts/synthesize/encode-gb18030.ts';
import { eachDocument, readDocument, readDocuments } from '../../../src/lib/core/read/index.ts';
import type { NamedResult } from '../../../src/lib/core/read/index.ts';
import { encode, paragraph, wordFile, zipOf } from './containers.ts';

const told = (results: readonly NamedResult[]): Record<string, string> =>
	Object.fromEntries(
		results.map(({ name, result }) => [name, result.ok ? result.document.reader : result.failure.code])
	);

/** Places of a signature in the bytes. */
function placesOf(bytes: Uint8Array, signature: number): number[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const places: number[] = [];
	for (let at = 0; at + 4 <= bytes.length; at += 1) if (view.getUint32(at, true) === signature) places.push(at);
	return places;
}

const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;

/** Changes numbers of the entries in the directory: `entry`, offset in its record, 16 or 32 bits. */
function patched(
	bytes: Uint8Array,
	...changes: readonly { entry: number; at: number; value: number; wide?: boolean }[]
): Uint8Array {
	const copy = bytes.slice();
	const view = new DataView(copy.buffer);
	const entries = placesOf(copy, DIRECTORY);
	for (const { entry, at, value, wide } of changes) {
		const place = (entries[entry] ?? 0) + at;
		if (wide) view.setUint32(place, value, true);
		else view.setUint16(place, value, true);
	}
	return copy;
}

/** An archive of one file whose name is these bytes: a name of as many letters, overwritten in both places. */
function named(name: Uint8Array): Uint8Array {
	const archive = zipOf({ ['x'.repeat(name.length)]: '1' });
	const local = placesOf(archive, LOCAL).map((place) => place + 30);
	for (const at of [...local, ...placesOf(archive, DIRECTORY).map((place) => place + 46)]) archive.set(name, at);
	return archive;
}

describe('an archive', () => {
	const word = wordFile(paragraph('甲'));

	it('gives each file in it, in its order and under its name, and nothing for what systems leave there', async () => {
		const archive = zipOf({
			'inner/name.docx': word,
			'一/二.txt': '规章 3',
			'__MACOSX/inner/._name.docx': 'x',
			'.DS_Store': 'x',
			'一/Thumbs.db': 'x',
			'一/~$三.docx': 'x',
			'empty.txt': ''
		});
		const results = await readDocuments(archive, 'archive.zip');
		expect(results.map(({ name }) => name)).toEqual([
			'archive.zip!inner/name.docx',
			'archive.zip!一/二.txt',
			'archive.zip!empty.txt'
		]);
		expect(Object.values(told(results))).toEqual(['docx', 'text', 'file/empty']);
	});

	it('gives one result for a file that is no archive', async () => {
		expect(told(await readDocuments(word, 'a.zip'))).toEqual({ 'a.zip': 'docx' });
		expect(told(await readDocuments(new Uint8Array(), 'a.txt'))).toEqual({ 'a.txt': 'file/empty' });
		expect(told(await readDocuments(zipOf({}), 'a.zip'))).toEqual({ 'a.zip': 'file/empty' });
	});

	it('is read member by member', async () => {
		const each = eachDocument(zipOf({ 'a.txt': '1', 'b.txt': '2' }), 'z');
		expect((await each.next()).value).toMatchObject({ name: 'z!a.txt' });
		await each.return(undefined);
	});

	it('inside an archive is not opened', async () => {
		const inner = zipOf({ 'a.txt': 'x' });
		expect(told(await readDocuments(zipOf({ 'b.zip': inner, 'c.txt': 'x' }), 'z'))).toEqual({
			'z!b.zip': 'file/nested-zip',
			'z!c.txt': 'text'
		});
		expect(await readDocument(inner)).toMatchObject({ ok: false, failure: { code: 'file/nested-zip' } });
	});

	it('shows names that climb out or that deceive, and uses none of them', async () => {
		const names = {
			'../../etc/passwd': '../../etc/passwd',
			'C:\\temp\\a.txt': 'C:/temp/a.txt',
			'/root/b': '/root/b',
			'a\u202etxt.exe': 'a\ufffdtxt.exe',
			'b\u0007\n': 'b\ufffd\ufffd',
			['__proto__']: '__proto__',
			constructor: 'constructor'
		};
		for (const [name, display] of Object.entries(names)) {
			const archive = name === '__proto__' ? named(encode(name)) : zipOf({ [name]: '1' });
			const [result] = await readDocuments(archive, 'z');
			expect(result).toMatchObject({ name: `z!${display}`, result: { ok: true } });
		}
	});

	it('reads names in GB18030, as Windows writes them, and in UTF-8, marked or not', async () => {
		const inGb = (name: string): Uint8Array => named(encodeGb18030(name));
		for (const name of ['柳江区民政局.docx', '联通', '年报/一.txt'])
			expect((await readDocuments(inGb(name), 'z'))[0]?.name).toBe(`z!${name}`);
		const utf8 = zipOf({ '联通.txt': '1' });
		expect((await readDocuments(utf8, 'z'))[0]?.name).toBe('z!联通.txt');
		expect(
			(await readDocuments(patched(utf8, { entry: 0, at: 8, value: 0 }, { entry: 0, at: 4, value: 0x031e }), 'z'))[0]
				?.name
		).toBe('z!联通.txt');
	});

	it('loses no other member to a bad one', async () => {
		const text = '规章 3 '.repeat(50);
		const archive = zipOf({
			'a.txt': text,
			'b.txt': `${text}b`,
			'c.txt': `${text}c`,
			'd.txt': `${text}d`,
			'e.txt': `${text}e`,
			'f.txt': text
		});
		const bad = patched(
			archive,
			{ entry: 0, at: 8, value: 1 }, // encrypted
			{ entry: 1, at: 16, value: 1, wide: true }, // another checksum
			{ entry: 2, at: 24, value: 7, wide: true }, // unpacks to more than it says
			{ entry: 3, at: 24, value: 60_000_000, wide: true }, // to less, and suspiciously much
			{ entry: 4, at: 10, value: 9 } // a method that is not known
		);
		expect(Object.values(told(await readDocuments(bad, 'z')))).toEqual([
			'file/encrypted',
			'file/damaged',
			'file/damaged',
			'file/bomb',
			'file/unknown-kind',
			'text'
		]);
	});

	it('whose packed bytes are broken says so', async () => {
		const archive = zipOf({ 'a.txt': '规章 3 '.repeat(500), 'b.txt': 'b' });
		archive[60] = (archive[60] ?? 0) ^ 0xff;
		archive[61] = (archive[61] ?? 0) ^ 0x55;
		expect(told(await readDocuments(archive, 'z'))).toEqual({ 'z!a.txt': 'file/damaged', 'z!b.txt': 'text' });
	});

	it('that is cut short, shares bytes between members or has too many is refused', async () => {
		const archive = zipOf({ 'a.txt': 'x'.repeat(300), 'b.txt': 'y'.repeat(300), 'c.txt': 'z'.repeat(9000) }, 0);
		for (const length of [4, 30, 500, archive.length - 1])
			expect(told(await readDocuments(archive.subarray(0, length), 'z'))).toEqual({ z: 'file/damaged' });
		const [, , third = 0] = placesOf(archive, LOCAL);
		const size = { value: 9000, wide: true };
		const sharing = patched(
			archive,
			...[0, 1].flatMap((entry) => [
				{ entry, at: 42, value: third, wide: true },
				{ entry, at: 20, ...size },
				{ entry, at: 24, ...size }
			])
		);
		expect(told(await readDocuments(sharing, 'z'))).toEqual({ z: 'file/bomb' });
		const many = zipOf(Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`${index}.txt`, ''])), 0);
		expect(told(await readDocuments(many, 'z'))).toEqual({ z: 'file/too-many' });
	});

	it('with bytes before it, as a self-extracting one has, is not taken for one', async () => {
		expect(await readDocument(new Uint8Array([0x4d, 0x5a, 0, 0, ...zipOf({ a: 'b' })]))).toMatchObject({ ok: false });
	});
});
