import { describe, expect, it } from 'vitest';
import { auditWhole, auditYears } from '../../../../src/lib/core/audit/index.ts';
import type { Finding, YearsFacts } from '../../../../src/lib/core/audit/index.ts';
import { inventReport } from './invented.ts';
import type { Invented } from './invented.ts';

// Figures of real reports in which the errors of section 7 were seen; nothing else of them is here.

const shown = (findings: readonly Finding[], rule: string): unknown[] =>
	findings
		.filter((finding) => finding.rule === rule && finding.status !== 'pass')
		.map(({ along, status, left, right, reason }) => [along, status, left, right, ...(reason ? [reason] : [])]);
const one = (rule: string, invented: Invented): unknown[] => shown(auditWhole(inventReport(invented)), rule);
const years = (rule: string, reports: readonly Invented[], facts: YearsFacts = {}): Finding[] =>
	auditYears(reports.map(inventReport), facts).filter((finding) => finding.rule === rule);

describe('errors seen in reports', () => {
	it('a total of 0 over parts 2, 0 and 1', () => {
		const parts = { 't4.review.upheld': 2, 't4.review.corrected': 0, 't4.review.pending': 1 };
		expect(one('t4-sum', { figures: { ...parts, 't4.review.total': 0 } })).toEqual([['review', 'fail', 0, 3]]);
	});

	it('60 received, 61 dealt with', () => {
		const figures = { 't3.granted.natural_person': 61, 't3.new.natural_person': 60, 't3.new.total': 60 };
		expect(one('t3-balance', { figures })).toEqual([
			['natural_person', 'fail', 60, 61],
			['total', 'fail', 60, 61]
		]);
	});

	it('a text of 17 requests beside a table of 95 is never taken for agreement', () => {
		const prose = { s1: ['全年共收到政府信息公开申请17件。'] };
		expect(one('n-received', { figures: { 't3.granted.natural_person': 95 }, prose })).toEqual([
			[expect.any(String), 'fail', 17, 95]
		]);
	});

	it('rules made by a town', () => {
		const town: Invented = { agency: '甲县丙镇人民政府', year: 2020, t2: '2019', t3: '2019' };
		expect(one('t2-rules-power', { ...town, figures: { 't2.rules.made': 2 } })).toEqual([['rules', 'fail', 2, 0]]);
	});

	it('23,600 万元 for one purchase, but not for a hundred', () => {
		const old: Invented = { year: 2019, t2: '2019', t3: '2019' };
		const printed = { 't2.procurement.amount': { v: 23600, raw: '23600万元', unit: '万元' } };
		const figures = (projects: number): Invented => ({
			...old,
			printed,
			figures: { 't2.procurement.projects': projects }
		});
		expect(one('u-purchase', figures(1))).toEqual([expect.arrayContaining(['fail'])]);
		expect(one('u-purchase', figures(100))).toEqual([]);
	});

	it.each([
		[2, 0, 83],
		[186, 86, 186]
	])('%i documents made and %i opened', (made, published, total) => {
		const figures = { 't2.normative.made': made, 't2.normative.published': published, 't2.normative.total': total };
		expect(one('t2-2019-made', { year: 2020, t2: '2019', t3: '2019', figures })).toEqual([
			expect.arrayContaining(['normative', 'fail', made, published])
		]);
	});

	it('tables of 2019 in a report of 2021', () => {
		expect(one('d-layout', { year: 2021, t2: '2019', t3: '2019' })).toEqual([
			['t2', 'fail', 2019, 2021],
			['t3', 'fail', 2019, 2021]
		]);
	});

	it('licences from 550 to 9,487, reviews from 440 to 170', () => {
		const before = { 't2.licensing.decisions': 550, 't4.review.upheld': 440 };
		const after = { 't2.licensing.decisions': 9487, 't4.review.upheld': 170 };
		const found = years('y-jump', [
			{ year: 2023, figures: before },
			{ year: 2024, figures: after }
		]);
		expect(
			shown(
				found.filter(({ year }) => year === 2024),
				'y-jump'
			)
		).toEqual([
			['review', 'fail', 170, 440],
			['licensing', 'fail', 9487, 550]
		]);
	});
});

describe('chains that hold', () => {
	const stock = (year: number, issued: number, repealed: number, in_force: number): Invented => ({
		year,
		figures: { 't2.normative.issued': issued, 't2.normative.repealed': repealed, 't2.normative.in_force': in_force }
	});

	it('597 + 50 − 227 = 420 and 420 + 61 − 59 = 422', () => {
		const found = years('y-stock', [stock(2023, 109, 489, 597), stock(2024, 50, 227, 420), stock(2025, 61, 59, 422)]);
		expect(shown(found, 'y-stock')).toEqual([['all', 'not_assessable', null, null, 'previous/none']]);
	});

	it('121 carried out and in, by applicant', () => {
		const before: Invented = {
			year: 2023,
			figures: { 't3.carried_out.natural_person': 118, 't3.carried_out.business': 3 }
		};
		const after: Invented = {
			year: 2024,
			figures: {
				't3.carried_in.natural_person': 118,
				't3.carried_in.business': 3,
				't3.granted.natural_person': 118,
				't3.granted.business': 3
			}
		};
		const found = years('y-carry', [before, after]).filter(({ year }) => year === 2024);
		expect(found.map(({ status }) => status)).toEqual(Array.from({ length: 7 }, () => 'pass'));
	});
});

describe('blanks', () => {
	it('of a whole total column break no hard rule', () => {
		const blank = Object.fromEntries(
			['granted', 'partial', 'unable_not_held', 'closed', 'new', 'carried_in', 'carried_out'].map((row) => [
				`t3.${row}.total`,
				null
			])
		);
		const figures = { 't3.granted.natural_person': 3, 't3.unable_not_held.business': 2, 't3.carried_out.business': 1 };
		const failures = auditWhole(inventReport({ figures, printed: blank })).filter(
			({ status, severity }) => status === 'fail' && severity === 'hard'
		);
		expect(failures).toEqual([]);
	});
});
