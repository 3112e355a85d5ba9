import { describe, expect, it } from 'vitest';
import { ABSENCE_REASONS } from '../../../src/lib/core/extract/report.ts';
import { absenceSentence, absenceWord } from '../../../src/lib/format/absences.ts';
import { columnName, rowName } from '../../../src/lib/format/cells.ts';
import { formatDifference, formatIdentity } from '../../../src/lib/format/findings.ts';
import {
	formatBytes,
	formatChange,
	formatGrowth,
	formatNumber,
	formatPoints,
	formatShare,
	formatTick,
	formatYears
} from '../../../src/lib/format/numbers.ts';
import { formatPlace } from '../../../src/lib/format/places.ts';
import { chinesePunctuation } from '../../../src/lib/format/typography.ts';
import { problemSentence } from '../../../src/lib/format/problems.ts';

describe('numbers', () => {
	it.each([
		[120, 100, '+20.0%'],
		[80, 100, '\u221220.0%'],
		[100, 100, '±0%'],
		[0, 40, '\u2212100.0%'],
		[3511, 1, '+351,000.0%'],
		[5, 0, ''],
		[0, 0, '']
	])('%d after %d has grown by “%s”', (now, before, text) => {
		expect(formatGrowth(now, before)).toBe(text);
	});

	it.each([
		[0.5, 0.25, '+25.0'],
		[0.1, 0.125, '\u22122.5'],
		[0.3, 0.1 + 0.2, '±0'],
		[0.50004, 0.5, '±0'],
		[0.0006, 0, '+0.1'],
		[1, 0, '+100.0']
	])('a share of %d after %d is “%s” points on', (now, before, text) => {
		expect(formatPoints(now, before)).toBe(text);
	});

	it.each([
		[0, '0'],
		[3511, '3,511'],
		[59237.2449, '59,237.2449'],
		[-71, '−71'],
		[1808595, '1,808,595']
	])('%d reads %s', (value, text) => {
		expect(formatNumber(value)).toBe(text);
	});

	it('a share of nothing is undefined, never 0 %', () => {
		expect(formatShare(0, 0)).toBe('—');
		expect(formatShare(null, 5)).toBe('—');
		expect(formatShare(966, 1453)).toBe('66.5%');
		expect(formatShare(0, 5)).toBe('0.0%');
	});

	it.each([
		[9500, '9,500', '9,500'],
		[12000, '1.2万', '12k'],
		[1_500_000, '150万', '1.5M'],
		[200_000_000, '2亿', '200M']
	])('a tick at %d reads %s and %s', (value, zh, en) => {
		expect([formatTick(value, 'zh'), formatTick(value, 'en')]).toEqual([zh, en]);
	});

	it('bytes, years and changes have their usual forms', () => {
		expect([formatBytes(812), formatBytes(21_340), formatBytes(3_200_000)]).toEqual(['812 B', '21.3 kB', '3.2 MB']);
		expect([formatYears(2019, 2024), formatYears(2023, 2023)]).toEqual(['2019–2024', '2023']);
		expect([formatChange(5), formatChange(-5), formatChange(0)]).toEqual(['+5', '−5', '±0']);
	});
});

describe('absences', () => {
	it.each([...ABSENCE_REASONS, 'unpublished', 'undefined'])(
		'%s has a word and a sentence in both languages',
		(reason) => {
			for (const locale of ['zh', 'en'] as const) {
				expect(absenceWord(reason, locale)).not.toBe(reason === 'undefined' ? 'x' : '');
				expect(absenceSentence(reason, locale).length).toBeGreaterThan(5);
			}
		}
	);

	it('a reason of a later dataset is shown as it stands', () => {
		expect(absenceWord('burnt', 'zh')).toBe('burnt');
	});
});

describe('findings', () => {
	it('sets both sides against each other', () => {
		expect(formatIdentity([60, 2], [61, 2], 'fail', 'zh')).toBe('60 + 2 ≠ 61 + 2');
		expect(formatDifference([60, 2], [61, 2], 'fail', 'zh')).toBe('左边 62，右边 63，相差 1');
	});

	it('leaves zeros out of long sums but not out of short ones', () => {
		expect(formatIdentity([7], [0, 5, 0, 2, 0], 'pass', 'en')).toBe('7 = 5 + 2');
		expect(formatIdentity([0, 0], [0, 0], 'pass', 'en')).toBe('0 + 0 = 0 + 0');
		expect(formatIdentity([0], [0, 0, 0, 0, 0], 'pass', 'en')).toBe('0 = 0');
	});

	it('names figures that are not there', () => {
		expect(formatIdentity([7], [null, null, 7], 'unsure', 'zh')).toBe('7 ≟ 〔缺〕×2 + 7');
	});
});

describe('cells and places', () => {
	it('tells the three rows named 其他 apart by their outcome', () => {
		expect(rowName('t3', 'other_rest', 'zh')).toBe('其他处理 · 其他');
		expect(rowName('t3', 'denied_law', 'en')).toBe(
			'Not disclosed: Forbidden by other laws or administrative regulations'
		);
		expect(rowName('t3', 'granted', 'zh')).toBe('予以公开');
		expect(columnName('t4', 'pending', 'zh')).toBe('尚未审结');
	});

	it('says where a cell stands', () => {
		expect(formatPlace({ table: 2, row: 3, col: 1, line: 40 }, 'zh')).toBe('第 2 张表，第 3 行第 1 列；文件第 40 行');
		expect(formatPlace({ table: 2, row: 3, col: 1 }, 'en')).toBe('table 2, row 3, column 1');
	});
});

describe('Chinese punctuation', () => {
	it.each([
		['省级机关(本机关)', '省级机关（本机关）'],
		['(七)总计 = (一)至(六)各项之和', '（七）总计 = （一）至（六）各项之和'],
		['层级:central、province', '层级：central、province'],
		['第 3 列(2019)', '第 3 列（2019）'],
		['t3 (all), 1,234', 't3 (all), 1,234']
	])('%s reads %s', (text, read) => {
		expect(chinesePunctuation(text)).toBe(read);
	});
});

describe('problems', () => {
	it('says what, where, what is printed and what is expected', () => {
		expect(
			problemSentence(
				{ code: 'cell/not-a-number', table: 't3', row: 'new', column: 'total', line: 12, found: '1O' },
				'zh'
			)
		).toBe(
			'格内不是一个数字(表三 收到和处理政府信息公开申请情况 · 本年新收政府信息公开申请数量 · 总计 · 文件第 12 行):所见“1O”。'
		);
		expect(problemSentence({ code: 'file/empty' }, 'en')).toBe('The file is empty.');
	});

	it('shows a code it does not know', () => {
		expect(problemSentence({ code: 'file/haunted' }, 'en')).toBe('file/haunted.');
	});
});
