import { expect, it } from 'vitest';
import { auditWhole } from '../../../../src/lib/core/audit/index.ts';
import { inventReport } from './invented.ts';

const LENGTH = 60_000;

it.each([
	'收到申请',
	'收到申请5件,',
	'收到申请5件(甲1件、乙2件)',
	'案件数',
	'申请公开信息情况',
	'予以公开3件、不予公开2件、',
	'行政复议',
	'未收到',
	'未收取信息',
	'统计期限自2023年1月1日至',
	'(',
	')',
	'1',
	'九'
])('is read in bounded time where a page repeats %s without end', { timeout: 20_000 }, (words) => {
	const text = `${words.repeat(Math.ceil(LENGTH / words.length))}5件`;
	const prose = { preface: [text], s1: [text], s5: [text], s6: [text] };
	expect(auditWhole(inventReport({ prose })).length).toBeGreaterThan(0);
});

it('is read in bounded time where thousands of lines never end a sentence', { timeout: 20_000 }, () => {
	const s1 = Array.from({ length: 5000 }, () => '收到政府信息公开申请5件,办结4件');
	expect(auditWhole(inventReport({ prose: { s1 } })).length).toBeGreaterThan(0);
});
