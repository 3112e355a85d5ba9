import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { convertLegacyDocs, findOffice, needsOffice } from '../../../scripts/build/legacy-doc.ts';
import type { Office } from '../../../scripts/build/legacy-doc.ts';
import { encode, paragraph, wordFile } from './containers.ts';
import { failureOf, shownOf } from './show.ts';

interface Call {
	readonly args: readonly string[];
	readonly home: string;
	readonly documents: readonly string[];
}

/** An office that makes of each document a Word file with its text, but stops at one that says `hang` and passes over `bad`. */
function fakeOffice(calls: Call[]): Office {
	return {
		find: () => '/opt/office',
		run: async (_program, args, home) => {
			const files = args.filter((arg) => arg.endsWith('.doc'));
			const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
			calls.push({ args, home, documents: texts });
			for (const [index, text] of texts.entries()) {
				if (text === 'hang') return;
				const name = basename(files[index] ?? '', '.doc');
				if (text !== 'bad') await writeFile(join(home, 'out', `${name}.docx`), wordFile(paragraph(text)));
			}
		}
	};
}

describe('old Word documents', () => {
	it('are left with a clear reason where LibreOffice is not installed', async () => {
		const none: Office = { find: () => null, run: () => Promise.reject(new Error('called')) };
		expect(await convertLegacyDocs([encode('a'), encode('b')], none)).toEqual(
			[0, 1].map(() => ({
				ok: false,
				failure: { code: 'file/legacy-doc', found: 'Word 97–2003; LibreOffice is not installed' }
			}))
		);
	});

	it('are converted in one call, in a folder of its own that is gone afterwards', async () => {
		const calls: Call[] = [];
		const answers = await convertLegacyDocs(['甲', '乙', '丙'].map(encode), fakeOffice(calls));
		expect(calls.map(({ documents }) => documents)).toEqual([['甲', '乙', '丙']]);
		expect(calls[0]?.args).toContain('--headless');
		expect(calls[0]?.args.some((arg) => arg.startsWith('-env:UserInstallation=file://'))).toBe(true);
		expect(existsSync(calls[0]?.home ?? '')).toBe(false);
		for (const [index, answer] of answers.entries())
			expect(answer.ok && (await shownOf(answer.bytes))).toEqual([['甲', '乙', '丙'][index]]);
	});

	it('that bring a call down lose no other', async () => {
		const calls: Call[] = [];
		const answers = await convertLegacyDocs(['甲', 'hang', '丙', 'bad'].map(encode), fakeOffice(calls));
		expect(answers.map((answer) => (answer.ok ? 'converted' : answer.failure.code))).toEqual([
			'converted',
			'file/damaged',
			'converted',
			'file/damaged'
		]);
		expect(calls.map(({ documents }) => documents.length)).toEqual([4, 1, 1, 1]);
	});

	it('many at a time go in batches', async () => {
		const calls: Call[] = [];
		await convertLegacyDocs(
			Array.from({ length: 90 }, (_, index) => encode(`${index}`)),
			fakeOffice(calls)
		);
		expect(calls.map(({ documents }) => documents.length)).toEqual([40, 40, 10]);
	});

	it(
		'are read through LibreOffice itself, or refused with the reason that it is not here',
		{ timeout: 120_000 },
		async () => {
			const rich =
				'{\\rtf1\\ansi Report\\par\\trowd\\cellx2000\\cellx4000\\pard\\intbl Rules\\cell 7\\cell\\row\\pard done\\par}';
			const [answer] = await convertLegacyDocs([encode(rich)]);
			if (findOffice() === null) expect(answer).toMatchObject({ ok: false, failure: { code: 'file/legacy-doc' } });
			else expect(answer?.ok && (await shownOf(answer.bytes))).toEqual(['Report', [['Rules', '7']], 'done']);
		}
	);

	it('are those that LibreOffice can make readable', async () => {
		expect(needsOffice({ code: 'file/legacy-doc', found: '' })).toBe(true);
		expect(needsOffice({ code: 'file/unknown-kind', found: 'RTF' })).toBe(true);
		expect(needsOffice({ code: 'file/unknown-kind', found: 'RAR' })).toBe(false);
		expect(needsOffice({ code: 'file/encrypted', found: 'doc' })).toBe(false);
		expect(await failureOf(encode('{\\rtf1 a}'))).toBe('file/unknown-kind');
	});

	it('find LibreOffice where they are told, and on the path', () => {
		expect(findOffice({ SOFFICE: import.meta.filename })).toBe(import.meta.filename);
		const nowhere = findOffice({ PATH: '/nowhere' });
		expect(nowhere === null || existsSync(nowhere)).toBe(true);
	});
});
