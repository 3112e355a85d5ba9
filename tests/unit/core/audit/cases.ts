import { auditGroup, auditWhole, auditYears } from '../../../../src/lib/core/audit/index.ts';
import type { Coverage, Finding, ReportFacts, Verdict, YearsFacts } from '../../../../src/lib/core/audit/index.ts';
import { SOME, inventReport } from './invented.ts';
import type { Invented } from './invented.ts';

type Case = () => readonly Finding[];

const one =
	(invented: Invented, facts: ReportFacts = {}): Case =>
	() =>
		auditWhole(inventReport(invented), facts);
const years =
	(reports: readonly Invented[], facts: YearsFacts = {}): Case =>
	() =>
		auditYears(reports.map(inventReport), facts);
const group =
	(summary: Invented, bodies: readonly Invented[], coverage: Coverage): Case =>
	() =>
		auditGroup(inventReport(summary), bodies.map(inventReport), coverage);

const NO_TABLES: Invented = { t2: null, t3: null, t4: null };
const old: Invented = { year: 2020, t2: '2019', t3: '2019' };
const s1 = (...texts: string[]): NonNullable<Invented['prose']> => ({ s1: texts });
const s6 = (...texts: string[]): NonNullable<Invented['prose']> => ({ s6: texts });
const said = (...texts: string[]): Invented => ({ figures: SOME, prose: s1(...texts) });
const unsaid = (...texts: string[]): Case => one({ ...NO_TABLES, prose: s1(...texts) });

const WHOLE: Coverage = { scope: 'known', complete: true };
const PARTLY: Coverage = { scope: 'known', complete: false };
const REGIONS: Coverage = { scope: 'known', complete: false, parts: 'regions' };

const DISPUTES: NonNullable<Invented['figures']> = {
	't4.review.upheld': 5,
	't4.review.corrected': 1,
	't4.review.pending': 2,
	't4.suit_direct.upheld': 2,
	't4.suit_after_review.other': 1
};

const SENTENCES = Array.from(
	{ length: 12 },
	(_, index) => `第${index + 1}项工作由专人负责,办公室按季检查并及时改正问题。`
);

type Cases = Readonly<Record<Exclude<Verdict, 'unsure'>, Case>> & { readonly unsure?: Case };

/** For every rule a report on which it passes, one on which it fails, and one on which it cannot be assessed. */
export const CASES: Readonly<Record<string, Cases>> = {
	't3-balance': {
		pass: one({ figures: SOME }),
		fail: one({ figures: { ...SOME, 't3.new.natural_person': 18, 't3.new.total': 19 } }),
		not_assessable: one({ t3: null }),
		unsure: one({ printed: { 't3.carried_in.total': null } })
	},
	't3-sum': {
		pass: one({ figures: SOME }),
		fail: one({ figures: SOME, printed: { 't3.granted.business': 2 } }),
		not_assessable: one({ t3: 'undetermined' })
	},
	't3-row': {
		pass: one({ figures: SOME }),
		fail: one({ figures: SOME, printed: { 't3.new.total': 21 } }),
		not_assessable: one({ t3: null })
	},
	't3-int': {
		pass: one({ figures: SOME }),
		fail: one({ figures: SOME, printed: { 't3.partial.total': 2.5 } }),
		not_assessable: one({ t3: null })
	},
	't3-le': {
		pass: one({ figures: SOME }),
		fail: one({ printed: { 't3.granted.total': 1 } }),
		not_assessable: one({ t3: null }),
		unsure: one({ printed: { 't3.granted.total': 1, 't3.closed.total': null, 't3.carried_in.total': null } })
	},
	't3-neg0': {
		pass: one({}),
		fail: one({ printed: { 't3.carried_out.business': 1 } }),
		not_assessable: one({ printed: { 't3.new.business': null } })
	},
	't3-co': {
		pass: one({ figures: SOME }),
		fail: one({ figures: { ...SOME, 't3.carried_out.natural_person': 9 } }),
		not_assessable: one({ t3: null })
	},
	't3-fee': {
		pass: one({ figures: { 't3.other_fee_unpaid.natural_person': 1 }, prose: s6('本年度未收取信息处理费。') }),
		fail: one({ figures: { 't3.other_fee_unpaid.natural_person': 1 }, prose: s6('本年度没有其他需要报告的事项。') }),
		not_assessable: one({ figures: { 't3.other_fee_unpaid.natural_person': 1 } })
	},
	't3-pub': {
		pass: one({ figures: { ...SOME, 't3.denied_state_secret.natural_person': 5 } }),
		fail: one({ figures: { 't3.unprocessed_publication.natural_person': 6 } }),
		not_assessable: one({ t3: null })
	},
	't4-sum': {
		pass: one({ figures: DISPUTES }),
		fail: one({ figures: { ...DISPUTES, 't4.review.total': 0 } }),
		not_assessable: one({ t4: null })
	},
	't4-int': {
		pass: one({ figures: DISPUTES }),
		fail: one({ printed: { 't4.review.other': -1 } }),
		not_assessable: one({ t4: null })
	},
	't2-int': {
		pass: one({ ...old, figures: { 't2.penalty.items_prev': 9, 't2.penalty.items_change': -2 } }),
		fail: one({ printed: { 't2.licensing.decisions': 1.5 } }),
		not_assessable: one({ t2: null })
	},
	't2-issued': {
		pass: one({ figures: { 't2.normative.issued': 3, 't2.normative.in_force': 2, 't2.normative.repealed': 1 } }),
		fail: one({ figures: { 't2.normative.issued': 3, 't2.normative.in_force': 2 } }),
		not_assessable: one({ t2: '2019' }),
		unsure: one({ figures: { 't2.normative.issued': 3 }, printed: { 't2.normative.in_force': null } })
	},
	't2-rules-power': {
		pass: one({ figures: { 't2.rules.in_force': 9 } }, { body: { level: 'city', type: 'government' } }),
		fail: one({ agency: '甲县丙镇人民政府', figures: { 't2.rules.in_force': 6 } }),
		not_assessable: one({ t2: null }),
		unsure: one({ agency: null, figures: { 't2.rules.in_force': 6 } })
	},
	't2-2019-published': {
		pass: one({ ...old, figures: { 't2.normative.published': 2, 't2.normative.total': 5 } }),
		fail: one({ ...old, figures: { 't2.normative.published': 6, 't2.normative.total': 5 } }),
		not_assessable: one({})
	},
	't2-2019-items': {
		pass: one({ ...old, figures: { 't2.licensing.items_prev': 3, 't2.licensing.items_change': -3 } }),
		fail: one({ ...old, figures: { 't2.licensing.items_prev': 3, 't2.licensing.items_change': -4 } }),
		not_assessable: one({})
	},
	't2-2019-made': {
		pass: one({ ...old, figures: { 't2.normative.made': 2, 't2.normative.published': 2, 't2.normative.total': 2 } }),
		fail: one({ ...old, figures: { 't2.normative.made': 2, 't2.normative.total': 83 } }),
		not_assessable: one({})
	},
	'x-1': {
		pass: one({ figures: { ...SOME, ...DISPUTES } }),
		fail: one({ figures: DISPUTES }),
		not_assessable: one({ t4: null })
	},
	'x-2': {
		pass: one({ figures: DISPUTES }),
		fail: one({ figures: { ...DISPUTES, 't3.granted.natural_person': 4 } }),
		not_assessable: one({ t3: null })
	},
	'x-4': {
		pass: one({
			figures: { 't3.unprocessed_excessive.natural_person': 1 },
			prose: s6('全年对2件申请收取信息处理费200元。')
		}),
		fail: one({
			figures: { 't3.unprocessed_excessive.natural_person': 1 },
			prose: s6('本年度没有其他需要报告的事项。')
		}),
		not_assessable: one({ t3: null }),
		unsure: one({ figures: { 't3.unprocessed_excessive.natural_person': 1 }, prose: s6('未收取信息处理费。') })
	},
	'x-5': {
		pass: one({ prose: s6('全年对2件申请收取信息处理费200元。') }),
		fail: one({ prose: s6('全年对3件申请收取信息处理费25元。') }),
		not_assessable: one({}),
		unsure: one({ prose: s6('全年收取信息处理费200元。') })
	},
	'u-fee': {
		pass: one({ figures: { 't2.fees.amount': 7730.28 } }),
		fail: one({ printed: { 't2.fees.amount': { v: 25100, raw: '25100元', unit: '元' } } }),
		not_assessable: one({ t2: '2019' })
	},
	'u-purchase': {
		pass: one({ ...old, figures: { 't2.procurement.projects': 13, 't2.procurement.amount': 2601.95 } }),
		fail: one({
			...old,
			figures: { 't2.procurement.projects': 1 },
			printed: { 't2.procurement.amount': { v: 23600, raw: '23600万元', unit: '万元' } }
		}),
		not_assessable: one({}),
		unsure: one({ ...old, figures: { 't2.procurement.projects': 2, 't2.procurement.amount': 350000 } })
	},
	'u-items': {
		pass: one({
			...old,
			figures: { 't2.penalty.items_prev': 79, 't2.penalty.items_change': -1, 't2.penalty.decisions': 8 }
		}),
		fail: one({
			...old,
			figures: { 't2.penalty.items_prev': 79, 't2.penalty.items_change': -71, 't2.penalty.decisions': 8 }
		}),
		not_assessable: one({})
	},
	'u-scope': {
		pass: one({ agency: '甲县人民政府', figures: { 't2.licensing.decisions': 900 } }),
		fail: one({ agency: '甲县人民政府', figures: { 't2.fees.amount': 3 } }),
		not_assessable: one({ t2: null })
	},
	'u-requests': {
		pass: one({ figures: SOME }),
		fail: one({ figures: { 't3.granted.natural_person': 20003 } }, { body: { level: 'county', type: 'department' } }),
		not_assessable: one({ t3: null })
	},
	'n-received': {
		pass: one(said('我局共收到政府信息公开申请20件。')),
		fail: one(said('我局共收到政府信息公开申请17件。')),
		not_assessable: unsaid('我局共收到政府信息公开申请17件。'),
		unsure: one(said('上半年我局收到政府信息公开申请7件。'))
	},
	'n-handled': {
		pass: one(said('全年共收办政府信息公开申请案件二十二件。')),
		fail: one(said('全年共收办政府信息公开申请案件二十三件。')),
		not_assessable: unsaid('全年共收办政府信息公开申请案件二十三件。')
	},
	'n-closed': {
		pass: one(said('全年收到政府信息公开申请20件,办结19件。')),
		fail: one(said('全年收到政府信息公开申请20件,办结18件。')),
		not_assessable: unsaid('全年收到政府信息公开申请20件,办结18件。')
	},
	'n-carried': {
		pass: one(said('答复申请19件(含上年度结转申请2件,另有3件顺延到下年度答复)。')),
		fail: one(said('答复申请19件(含上年度结转申请1件)。')),
		not_assessable: unsaid('答复申请19件(含上年度结转申请1件)。')
	},
	'n-outcome': {
		pass: one(said('办结申请19件,其中予以公开8件、部分公开2件、不予公开2件、无法提供4件。')),
		fail: one(said('办结申请19件,其中予以公开及部分公开9件。')),
		not_assessable: unsaid('办结申请19件,其中予以公开8件。')
	},
	'n-applicant': {
		pass: one(said('收到政府信息公开申请20件,其中自然人申请19件,法人或其他组织申请1件。')),
		fail: one(said('收到政府信息公开申请20件,其中自然人申请16件。')),
		not_assessable: unsaid('收到政府信息公开申请20件,其中自然人申请16件。')
	},
	'n-review': {
		pass: one({ figures: DISPUTES, prose: s1('因政府信息公开被申请行政复议6件。') }),
		fail: one({ figures: DISPUTES, prose: s1('因政府信息公开被申请行政复议7件。') }),
		not_assessable: unsaid('因政府信息公开被申请行政复议7件。')
	},
	'n-suit': {
		pass: one({ figures: DISPUTES, prose: s1('涉及政府信息公开的行政诉讼3件。') }),
		fail: one({ figures: DISPUTES, prose: s1('涉及政府信息公开的行政诉讼5件。') }),
		not_assessable: unsaid('涉及政府信息公开的行政诉讼5件。')
	},
	'n-result': {
		pass: one({ figures: DISPUTES, prose: s1('政府信息公开行政复议8件,其中结果维持5件,尚未审结2件。') }),
		fail: one({ figures: DISPUTES, prose: s1('政府信息公开行政复议8件,其中结果维持4件。') }),
		not_assessable: unsaid('政府信息公开行政复议8件,其中结果维持4件。')
	},
	'n-documents': {
		pass: one({
			figures: { 't2.normative.issued': 3, 't2.normative.in_force': 3 },
			prose: s1('全年制发行政规范性文件3件。')
		}),
		fail: one({
			figures: { 't2.normative.issued': 3, 't2.normative.in_force': 3 },
			prose: s1('全年制发行政规范性文件4件。')
		}),
		not_assessable: unsaid('全年制发行政规范性文件4件。')
	},
	'n-decisions': {
		pass: one({ figures: { 't2.licensing.decisions': 97 }, prose: s1('全年办理行政许可97件。') }),
		fail: one({ figures: { 't2.penalty.decisions': 97 }, prose: s1('全年作出行政处罚决定90件。') }),
		not_assessable: unsaid('全年办理行政许可97件。'),
		unsure: one({ figures: { 't2.licensing.decisions': 97 }, prose: s1('全年办理行政许可90件。') })
	},
	'n-none': {
		pass: one({ prose: s1('2023年,我局未收到政府信息公开申请。') }),
		fail: one(said('2023年,我局未收到政府信息公开申请。')),
		not_assessable: unsaid('2023年,我局未收到政府信息公开申请。')
	},
	'n-share': {
		pass: one(said('答复申请19件,其中予以公开8件,占42.1%。')),
		fail: one(said('答复申请19件,其中予以公开8件,占45%。')),
		not_assessable: unsaid('答复申请19件,其中予以公开8件,占45%。')
	},
	'n-rate': {
		pass: one({ figures: { 't3.granted.natural_person': 4 }, prose: s1('依申请公开申请办结率为100%。') }),
		fail: one(said('政府信息公开申请办结率为100%。')),
		not_assessable: unsaid('政府信息公开申请办结率为100%。')
	},
	'n-parts': {
		pass: one(said('收到申请12件(甲村5件、乙村7件)。')),
		fail: one(said('答复申请9件,其中予以公开8件,部分公开2件,不予公开2件。')),
		not_assessable: one({})
	},
	'n-blank': {
		pass: one(said('全年共主动公开信息5条。')),
		fail: one(said('全年共主动公开   条,内容真实。')),
		not_assessable: one({})
	},
	'd-twice': { pass: one({}), fail: one({ copies: 2 }), not_assessable: one(NO_TABLES) },
	'd-layout': {
		pass: one(old),
		fail: one({ year: 2022, t2: '2019', t3: '2019' }),
		not_assessable: one({ year: null })
	},
	'd-notice': {
		pass: one({ prose: { preface: ['根据国办公开办函〔2021〕30号编制本报告。'] } }),
		fail: one({ prose: { preface: ['根据国办公开办函〔2019〕60号编制本报告。'] } }),
		not_assessable: one({})
	},
	'd-regulation': {
		pass: one({ prose: { preface: ['根据条例(国务院令第711号)编制本报告。'] } }),
		fail: one({ prose: { preface: ['根据条例(国务院令第492号)编制本报告。'] } }),
		not_assessable: one({})
	},
	'd-parts': {
		pass: one({
			prose: {
				preface: [
					'本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、行政复议和行政诉讼情况、存在的主要问题、其他需要报告的事项六部分组成。'
				]
			}
		}),
		fail: one({
			prose: {
				preface: ['本报告由总体情况、主动公开政府信息情况、存在的主要问题、其他需要报告的事项等六部分组成。']
			}
		}),
		not_assessable: one({})
	},
	'd-date': {
		pass: one({ prose: { preface: ['统计期限为2023年1月1日至12月31日。'] } }),
		fail: one({ prose: { preface: ['统计期限为20231月1日至2023年12月31日。'] } }),
		not_assessable: one({})
	},
	'd-period': {
		pass: one({ prose: { preface: ['统计期限自2023年1月1日至2023年12月31日。'] } }),
		fail: one({ prose: { preface: ['统计期限自2022年1月1日至2022年12月31日。'] } }),
		not_assessable: one({})
	},
	'd-year': { pass: one({}, { filedYear: 2023 }), fail: one({}, { filedYear: 2024 }), not_assessable: one({}) },
	'd-late': {
		pass: one({}, { published: '2024-01-31' }),
		fail: one({}, { published: '2024-02-05' }),
		not_assessable: one({}),
		unsure: one({}, { address: 'http://x.invalid/xxgk/202402/t20240205_12345.html' })
	},
	'd-last-year': {
		pass: one(said('2023年,我局认真开展工作,与2022年相比有所进步。')),
		fail: one(said('2022年,我局组织人员学习办理规范。')),
		not_assessable: one({})
	},
	'd-numerals': {
		pass: one(said('一是加强学习;二是加强检查;三是加强公开。')),
		fail: one(said('一是加强学习;二是加强检查;四是加强公开。')),
		not_assessable: one({}),
		unsure: one(said('(一)学习。内容充实。', '(二)检查。按季开展。', '(四)公开。及时准确。'))
	},
	'y-carry': {
		pass: years([
			{ year: 2022, figures: { 't3.granted.natural_person': 1, 't3.carried_out.natural_person': 2 } },
			{ year: 2023, figures: SOME }
		]),
		fail: years([{ year: 2022 }, { year: 2023, figures: SOME }]),
		not_assessable: years([{ year: 2023, figures: SOME }]),
		unsure: years([{ year: 2022 }, { year: 2023, figures: SOME }], { changes: [{ year: 2023, kind: 'merged' }] })
	},
	'y-stock': {
		pass: years([
			{ year: 2022, figures: { 't2.normative.in_force': 8 } },
			{
				year: 2023,
				figures: { 't2.normative.in_force': 10, 't2.normative.issued': 3, 't2.normative.repealed': 1 }
			}
		]),
		fail: years([
			{ year: 2022, figures: { 't2.normative.in_force': 8 } },
			{ year: 2023, figures: { 't2.normative.in_force': 9 } }
		]),
		not_assessable: years([{ ...old }, { year: 2021 }])
	},
	'y-repealed': {
		pass: years([
			{ year: 2022, figures: { 't2.normative.in_force': 8 } },
			{ year: 2023, figures: { 't2.normative.repealed': 8 } }
		]),
		fail: years([
			{ year: 2022, figures: { 't2.normative.in_force': 8 } },
			{ year: 2023, figures: { 't2.normative.repealed': 9 } }
		]),
		not_assessable: years([{ year: 2023 }])
	},
	'y-item': {
		pass: years([
			{ ...old, year: 2019, figures: { 't2.licensing.items_prev': 8, 't2.licensing.items_change': 5 } },
			{ ...old, figures: { 't2.licensing.items_prev': 13 } }
		]),
		fail: years([
			{ ...old, year: 2019, figures: { 't2.licensing.items_prev': 8, 't2.licensing.items_change': 5 } },
			{ ...old, figures: { 't2.licensing.items_prev': 12 } }
		]),
		not_assessable: years([{ year: 2022 }, { year: 2023 }])
	},
	'y-tot': {
		pass: years([
			{ ...old, year: 2019, figures: { 't2.normative.total': 8 } },
			{ ...old, figures: { 't2.normative.published': 2, 't2.normative.total': 10 } }
		]),
		fail: years([
			{ ...old, year: 2019, figures: { 't2.normative.total': 8 } },
			{ ...old, figures: { 't2.normative.published': 2, 't2.normative.total': 12 } }
		]),
		not_assessable: years([{ year: 2022 }, { year: 2023 }]),
		unsure: years([
			{ ...old, year: 2019, figures: { 't2.normative.total': 8 } },
			{ ...old, figures: { 't2.normative.published': 2, 't2.normative.total': 9 } }
		])
	},
	'y-pend': {
		pass: years([
			{ year: 2022, figures: { 't4.review.pending': 8 } },
			{ year: 2023, figures: DISPUTES }
		]),
		fail: years([
			{ year: 2022, figures: { 't4.review.pending': 9 } },
			{ year: 2023, figures: DISPUTES }
		]),
		not_assessable: years([{ year: 2023, figures: DISPUTES }])
	},
	't4-aft': {
		pass: years([{ year: 2023, figures: DISPUTES }]),
		fail: years([
			{ year: 2022, figures: { 't4.review.upheld': 1 } },
			{ year: 2023, figures: { 't4.suit_after_review.upheld': 2 } }
		]),
		not_assessable: years([{ year: 2023, figures: { 't4.suit_after_review.upheld': 2 } }])
	},
	'y-copy': {
		pass: years([{ year: 2022 }, { year: 2023, figures: SOME }]),
		fail: years([
			{ year: 2022, figures: SOME },
			{ year: 2023, figures: SOME }
		]),
		not_assessable: years([{ year: 2023, figures: SOME }]),
		unsure: years([
			{ year: 2022, prose: s1(...SENTENCES) },
			{
				year: 2023,
				prose: s1(...SENTENCES.slice(0, 10), '今年另有一项新的工作由科室承担。', '今年还有一项工作按要求完成。')
			}
		])
	},
	'y-jump': {
		pass: years([
			{ year: 2022, figures: SOME },
			{ year: 2023, figures: SOME }
		]),
		fail: years([
			{ year: 2022, figures: { 't2.licensing.decisions': 550 } },
			{ year: 2023, figures: { 't2.licensing.decisions': 9487 } }
		]),
		not_assessable: years([{ year: 2021 }, { year: 2023, figures: SOME }])
	},
	'u-fee-years': {
		pass: years([
			{ year: 2022, figures: { 't2.fees.amount': 4.5 } },
			{ year: 2023, figures: { 't2.fees.amount': 45 } }
		]),
		fail: years([
			{ year: 2022, figures: { 't2.fees.amount': 4.5 } },
			{ year: 2023, figures: { 't2.fees.amount': 46200 } }
		]),
		not_assessable: years([{ year: 2023 }])
	},
	'n-growth': {
		pass: years([
			{ year: 2022, figures: { 't3.granted.natural_person': 16 } },
			{ year: 2023, ...said('我局共收到政府信息公开申请20件,同比增长25%。') }
		]),
		fail: years([
			{ year: 2022, figures: { 't3.granted.natural_person': 16 } },
			{ year: 2023, ...said('我局共收到政府信息公开申请20件,同比增长26%。') }
		]),
		not_assessable: years([{ year: 2023, ...said('我局共收到政府信息公开申请20件,同比增长26%。') }])
	},
	'd-missing': {
		pass: years([{ year: 2022 }, { year: 2023 }]),
		fail: years([{ year: 2021 }, { year: 2023 }], { collectedWhole: true }),
		not_assessable: years([{ year: 2023 }]),
		unsure: years([{ year: 2021 }, { year: 2023 }])
	},
	'a-sum': {
		pass: group(
			{ figures: { 't3.granted.business': 5 } },
			[{ figures: { 't3.granted.business': 2 } }, { figures: { 't3.granted.business': 3 } }],
			WHOLE
		),
		fail: group({ figures: { 't3.granted.business': 5 } }, [{ figures: { 't3.granted.business': 2 } }], WHOLE),
		not_assessable: group({ figures: { 't3.granted.business': 5 } }, [{}], PARTLY)
	},
	'a-t4': {
		pass: group({ figures: DISPUTES }, [{ figures: DISPUTES }], WHOLE),
		fail: group({ figures: DISPUTES }, [{}], WHOLE),
		not_assessable: group({ figures: DISPUTES }, [{}], { scope: 'unknown', complete: true })
	},
	'a-t2': {
		pass: group(
			{ figures: { 't2.fees.amount': 0.3 } },
			[{ figures: { 't2.fees.amount': 0.1 } }, { figures: { 't2.fees.amount': 0.2 } }],
			WHOLE
		),
		fail: group({ figures: { 't2.penalty.decisions': 7 } }, [{}], WHOLE),
		not_assessable: group({ t2: null }, [{}], WHOLE),
		unsure: group({ figures: { 't2.normative.issued': 7, 't2.normative.in_force': 7 } }, [{}], WHOLE)
	},
	'a-min': {
		pass: group({ figures: SOME }, [{}], PARTLY),
		fail: group({}, [{ figures: SOME }], PARTLY),
		not_assessable: group({}, [], PARTLY),
		unsure: group({}, [{ figures: SOME }], { scope: 'unknown', complete: false })
	},
	'a-level': {
		pass: group({ figures: SOME }, [{}], REGIONS),
		fail: group({}, [{ figures: SOME }], REGIONS),
		not_assessable: group({}, [], REGIONS)
	}
};
