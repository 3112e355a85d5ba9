import { describe, expect, it } from 'vitest';
import { adviceOn, formNotices } from '../../../src/lib/components/check/draft-advice.ts';
import { PAGE_LINES, pageOf } from '../../../src/lib/components/check/draft-list.ts';
import { gatherFiles, isLeftover } from '../../../src/lib/components/check/dropped-files.ts';
import { pastedFile, readClipboard } from '../../../src/lib/components/check/pasted.ts';
import type { Report } from '../../../src/lib/core/extract/report.ts';
import { PROBLEM_CODES } from '../../../src/lib/format/problems.ts';
import type { DraftRow } from '../../../src/lib/state/check/draft.ts';

describe('files that come in', () => {
	it.each(['.DS_Store', 'reports/~$draft.docx', 'Thumbs.db', 'pack/__MACOSX/a.html'])('passes over %s', (path) => {
		expect(isLeftover(path)).toBe(true);
	});

	it('sorts the rest by name, numbers by value', () => {
		const { files, skipped } = gatherFiles(['b10.html', 'b9.html', '.DS_Store'].map((name) => new File([''], name)));
		expect(files.map(({ name }) => name)).toEqual(['b9.html', 'b10.html']);
		expect(skipped).toBe(1);
	});
});

describe('what is pasted', () => {
	const clipboard = (html: string, text: string) => ({
		getData: (type: string) => (type === 'text/html' ? html : text)
	});

	it('keeps the page where it has tables', async () => {
		const pasted = readClipboard(clipboard('<table><tr><td>1</td></tr></table>', '1'));
		expect(await pastedFile(pasted).text()).toContain('<table>');
	});

	it('is the text where the page has none', async () => {
		const pasted = readClipboard(clipboard('<b>1</b>', '1'));
		expect(pasted.html).toBeNull();
		expect(await pastedFile(pasted).text()).toBe('1');
	});
});

describe('notices on year and layout', () => {
	const report = (year: number | null, t2: string | null, t3: string | null): Report =>
		({ year, formats: { t2, t3, t4: t2 } }) as Report;

	it.each([
		[report(2024, '2021', '2021'), 0],
		[report(null, '2021', '2021'), 0],
		[report(2023, '2019', '2021'), 2],
		[report(2019, '2021', '2021'), 1],
		[report(2017, '2019', '2019'), 1],
		[report(2026, '2021', '2021'), 1]
	])('are as many as are wrong', (one, count) => {
		expect(formNotices(one, 2026)).toHaveLength(count);
	});

	it('says what to do about every way in which a file cannot be read', () => {
		const unread = PROBLEM_CODES.filter((code) => code.startsWith('file/'));
		// These come from folders and manifests, never from a dropped file.
		const elsewhere = new Set(['file/not-found', 'file/is-folder', 'file/changed', 'file/folder-again']);
		const silent = unread.filter((code) => !elsewhere.has(code) && adviceOn(code) === null);
		expect(silent).toEqual([]);
	});
});

describe('the pages of the list', () => {
	const rows = Array.from({ length: 2 * PAGE_LINES + 1 }, (_, index) => ({ id: String(index) }) as DraftRow);

	it('ends with the rest, and goes no further', () => {
		expect(pageOf(rows, 0)).toMatchObject({ first: 1, last: PAGE_LINES, pages: 3 });
		expect(pageOf(rows, 9)).toMatchObject({ page: 2, first: 2 * PAGE_LINES + 1, last: 2 * PAGE_LINES + 1 });
		expect(pageOf([], 0)).toMatchObject({ first: 0, last: 0, pages: 1 });
	});
});
