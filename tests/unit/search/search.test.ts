import { describe, expect, it } from 'vitest';
import { ALL_CELLS, TABLE_THREE_ROWS } from '$lib/core/form/index.ts';
import { articlesText, GLOSSARY } from '$lib/format/glossary.ts';
import { errorSearch, errorText, mailLink, placeOf, subjectOf } from '$lib/components/report-error/error-report.ts';

const terms = GLOSSARY.flatMap((group) => group.terms);

describe('the glossary', () => {
	it('names and explains every term in both languages, under an anchor of its own', () => {
		expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
		for (const { id, names, meaning } of terms) {
			for (const text of [names.zh, names.en, meaning.zh, meaning.en]) expect(text.trim(), id).not.toBe('');
			expect(/\p{Script=Han}/u.test(meaning.en), id).toBe(false);
		}
	});

	it('explains every row of table three with the articles that the form gives it', () => {
		for (const row of TABLE_THREE_ROWS) {
			const articles = 'articles' in row ? row.articles : null;
			expect(terms.find(({ id }) => id === row.id)).toMatchObject({ names: row.names, articles });
		}
		expect(ALL_CELLS.length).toBeGreaterThan(0);
	});

	it('writes articles as each language does', () => {
		expect(articlesText('36(1), 36(2)', 'zh')).toBe('第36条（1）、第36条（2）');
		expect(articlesText('36(1), 36(2)', 'en')).toBe('Articles 36(1), 36(2)');
		expect(articlesText('14', 'zh')).toBe('第14条');
		expect(articlesText('14', 'en')).toBe('Article 14');
	});
});

describe('a report of an error', () => {
	const place = { agency: '450206-miit', year: '2023', cell: 't3.new.total', rule: 't3-balance' };
	const origin = { name: 'real', title: { zh: '真实报告', en: 'Real reports' }, build: 'abc123', fictional: false };

	it('carries agency, year, cell and rule through the address', () => {
		expect(placeOf(new URLSearchParams(errorSearch(place)))).toEqual(place);
		expect(errorSearch({ agency: 'x & y', year: 2023 })).toBe('?agency=x+%26+y&year=2023');
		expect(placeOf(new URLSearchParams('?year=%20'))).toEqual({ agency: null, year: null, cell: null, rule: null });
	});

	it('says what it is of, with the build, and leaves out what is not known', () => {
		const facts = {
			place,
			origin,
			name: '柳州市柳江区工业和信息化局',
			shown: '“0”',
			source: 'a.txt',
			link: 'http://x/',
			words: ' ten '
		};
		expect(errorText(facts, 'en').split('\n')).toEqual([
			'Report of an error',
			'Dataset: Real reports（real）',
			'Dataset build: abc123',
			'Agency: 柳州市柳江区工业和信息化局（450206-miit）',
			'Report year: 2023',
			'Cell: Newly received · Total（t3.new.total）',
			'Shown here: “0”',
			'Source file: a.txt',
			'Rule: Column balance（t3-balance）',
			'Page: http://x/',
			'What is wrong: ten'
		]);
		const bare = {
			...facts,
			place: placeOf(new URLSearchParams()),
			name: null,
			shown: null,
			source: null,
			link: '',
			words: ''
		};
		expect(errorText(bare, 'zh').split('\n')).toEqual([
			'数字有误的报告',
			'数据集: 真实报告（real）',
			'数据版本: abc123'
		]);
	});

	it('makes a mail whose text cannot break out of the address', () => {
		const link = new URL(mailLink('a@b.example', subjectOf({ place, origin }), 'one & two\nthree?cc=x'));
		expect(link.searchParams.get('body')).toBe('one & two\r\nthree?cc=x');
		expect(link.searchParams.get('subject')).toBe('Gongkai abc123 450206-miit 2023 t3.new.total t3-balance');
		expect([...link.searchParams.keys()]).toEqual(['subject', 'body']);
	});
});
