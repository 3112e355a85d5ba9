import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { bibtex, citationText, WORK } from '../../../src/lib/export/citation.ts';
import type { CsvColumn } from '../../../src/lib/export/csv.ts';
import { digestOf } from '../../../src/lib/export/digest.ts';
import { provenanceNotes, sideFile } from '../../../src/lib/export/provenance.ts';
import type { Provenance } from '../../../src/lib/export/provenance.ts';

const ABOUT: Provenance = {
	title: 'How requests ended, 2023',
	unit: 'cases · N = 1 report',
	notes: ['From the printed totals.'],
	filter: 'level=city, year=2023',
	source: 'Source: 1 annual report',
	link: 'https://example.invalid/en/?level=city&year=2023#outcomes',
	origin: { name: 'real', title: { zh: '真实报告', en: 'Real reports' }, build: 'abc123', fictional: false },
	locale: 'en'
};
const FICTIONAL: Provenance = { ...ABOUT, origin: { ...ABOUT.origin, name: 'demo', fictional: true } };

interface Row {
	readonly cases: number | null;
	readonly why: string | null;
}
const COLUMNS: readonly CsvColumn<Row>[] = [
	{ name: 'cases', label: 'Cases', value: (row) => row.cases, absence: (row) => row.why }
];
const ROWS: readonly Row[] = [
	{ cases: 0, why: null },
	{ cases: null, why: 'blank+slash' }
];

describe('what a file says of itself', () => {
	it('is title, coverage, filter, build, link, checksum and citation', () => {
		expect(provenanceNotes(ABOUT, { rows: 2, sha256: 'ff00' })).toEqual([
			'Title: How requests ended, 2023',
			'Unit and coverage: cases · N = 1 report',
			'Note: From the printed totals.',
			'Filter: level=city, year=2023',
			'Source: Source: 1 annual report',
			'Dataset: real · Real reports',
			'Dataset build: abc123',
			`Link: ${ABOUT.link}`,
			'Rows: 2',
			'sha256 of the strict CSV: ff00',
			'Licence: The figures are public government information; the code is under the MIT licence',
			`Citation: ${citationText(ABOUT)}`
		]);
	});

	it('begins with the mark of data that are invented or the reader’s own', () => {
		expect(provenanceNotes(FICTIONAL, { rows: 2, sha256: null })[0]).toContain('虚构的演示数据 · fictional');
		const session = { ...ABOUT, origin: { ...ABOUT.origin, session: true } };
		expect(provenanceNotes(session, { rows: 2, sha256: null })[0]).toContain('Data of this session');
	});

	it('stands in the side file with the meaning of every column and status', async () => {
		const { sha256, bytes } = await digestOf('cases,cases.status\r\n');
		const side = JSON.parse(sideFile(ABOUT, { rows: 2, sha256, bytes, name: 'x.csv' }, ROWS, COLUMNS)) as Record<
			string,
			unknown
		>;
		expect(side).toMatchObject({
			name: 'x',
			path: 'x.csv',
			bytes: 20,
			hash: `sha256:${sha256 ?? ''}`,
			schema: {
				fields: [
					{ name: 'cases', title: 'Cases' },
					{ name: 'cases.status', title: 'whether there is a number, and why not' }
				],
				missingValues: ['']
			},
			'gongkai:build': 'abc123',
			'gongkai:fictional': false,
			'gongkai:statuses': {
				'blank+slash':
					'The report leaves this cell blank; it is not read as 0; The report prints “/” here; it is not read as 0',
				ok: 'there is a number'
			}
		});
	});
});

describe('a citation', () => {
	it('rests on what CITATION.cff says', async () => {
		const cff = await readFile('CITATION.cff', 'utf8');
		for (const fact of [`title: '${WORK.title}'`, `version: ${WORK.version}`, `name: ${WORK.author}`])
			expect(cff).toContain(fact);
	});

	it('names the build and the link, in both languages', () => {
		for (const locale of ['zh', 'en'] as const) {
			const text = citationText({ ...ABOUT, locale });
			expect(text).toContain('abc123');
			expect(text).toContain(ABOUT.link);
		}
		expect(citationText(FICTIONAL)).toContain('fictional');
	});

	it('is BibTeX with what TeX would read escaped, and the link as it is', () => {
		const text = bibtex({ ...ABOUT, title: '50% of {A} & B_c' });
		expect(text).toContain('title = {{50\\% of \\{A\\} \\& B\\_c}}');
		expect(text).toContain(`url = {${ABOUT.link}}`);
		expect(text.startsWith('@misc{gongkai-real-abc123,')).toBe(true);
		let depth = 0;
		for (const [index, character] of [...text].entries()) {
			if (text[index - 1] === '\\') continue;
			if (character === '{') depth += 1;
			if (character === '}') depth -= 1;
			expect(depth).toBeGreaterThanOrEqual(0);
		}
		expect(depth).toBe(0);
	});
});

it('the sha256 of a text is that of its UTF-8 bytes', async () => {
	expect(await digestOf('abc')).toEqual({
		sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
		bytes: 3
	});
	expect((await digestOf('公开')).bytes).toBe(6);
});
