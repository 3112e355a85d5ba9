import type { CellKey } from '../../src/lib/core/form/index.ts';
import type { Prose } from './print-report.ts';
import type { Random } from './random.ts';

/** A count that the prose quotes, and the cells whose sum it is (statute.md 2.7). */
export interface QuotedCount {
	readonly phrase: string;
	readonly value: number;
	readonly cells: readonly CellKey[];
}

/** Invented sentences around the tables, with the counts that they quote. */
export interface WrittenProse extends Prose {
	readonly counts: readonly QuotedCount[];
}

const DENIED = 'state_secret law safety third_party internal process case_file query'.split(' ');
const UNABLE = 'not_held must_create unclear'.split(' ');
const UNPROCESSED = 'petition repeat publication excessive reconfirm'.split(' ');

const total = (...rows: readonly string[]): CellKey[] => rows.map((row): CellKey => `t3.${row}.total`);

/** What a phrase counts, by the cells that it sums. */
const COUNTED: Readonly<Record<string, readonly CellKey[]>> = {
	received: total('new'),
	carried_in: total('carried_in'),
	closed: total('closed'),
	carried_out: total('carried_out'),
	persons: ['t3.new.natural_person'],
	granted: total('granted'),
	partial: total('partial'),
	denied: total(...DENIED.map((row) => `denied_${row}`)),
	unable: total(...UNABLE.map((row) => `unable_${row}`)),
	unprocessed: total(...UNPROCESSED.map((row) => `unprocessed_${row}`)),
	other: total('other', 'other_no_correction', 'other_fee_unpaid', 'other_rest'),
	reviews: ['t4.review.total'],
	suits: ['t4.suit_direct.total', 't4.suit_after_review.total'],
	issued: ['t2.normative.issued', 't2.normative.made']
};

const PHRASES: Readonly<Record<string, readonly ((value: number) => string)[]>> = {
	received: [
		(n) => `全年共收到政府信息公开申请${n}件`,
		(n) => `本年度新收政府信息公开申请${n}件`,
		(n) => `受理依申请公开政府信息${n}件`
	],
	carried_in: [(n) => `上年结转${n}件`, (n) => `上年度结转政府信息公开申请${n}件`],
	closed: [(n) => `本年度办结${n}件`, (n) => `按时答复${n}件`],
	carried_out: [(n) => `结转下年度继续办理${n}件`, (n) => `结转下年${n}件`],
	persons: [(n) => `其中自然人申请${n}件`],
	granted: [(n) => `予以公开${n}件`],
	partial: [(n) => `部分公开${n}件`],
	denied: [(n) => `不予公开${n}件`],
	unable: [(n) => `无法提供${n}件`],
	unprocessed: [(n) => `不予处理${n}件`],
	other: [(n) => `其他处理${n}件`],
	reviews: [(n) => `因政府信息公开被申请行政复议${n}件`, (n) => `涉及政府信息公开的行政复议案件${n}件`],
	suits: [(n) => `被提起行政诉讼${n}件`, (n) => `行政诉讼案件${n}件`],
	issued: [(n) => `制发行政规范性文件${n}件`]
};

const OPENINGS = [
	'坚持以公开为常态、不公开为例外,不断提升政务公开工作水平。',
	'认真贯彻落实政务公开工作要求,围绕中心工作,持续推进信息公开规范化建设。',
	'紧扣群众关切,聚焦重点领域,政府信息公开工作取得新进展。'
];
const MANAGEMENT = [
	'严格落实信息发布审核制度,明确专人负责,做到先审查、后公开。',
	'完善政府信息公开目录,定期清理过时信息,保证内容准确有效。'
];
const SUPERVISION = [
	'将政务公开纳入年度考核,组织业务培训2次,培训60余人次。',
	'设立监督电话,自觉接受社会评议,未发生责任追究情形。'
];
const PROBLEMS = [
	'一是主动公开意识有待加强,部分信息更新不够及时;二是工作人员业务能力需要进一步提升。',
	'存在的主要问题:公开内容与群众需求仍有差距,政策解读形式较为单一。',
	'基层公开力量薄弱,栏目维护不够规范。'
];
const IMPROVEMENTS = [
	'下一步,将加强学习培训,健全工作机制,丰富公开形式,切实提高公开质量。',
	'针对上述问题,将细化责任分工,强化督促检查,推动工作落实。'
];

/** The year's table as words need it. */
export interface ProseFacts {
	readonly agency: string;
	readonly year: number;
	/** The number of a cell, or undefined where the report has none. */
	readonly valueOf: (key: CellKey) => number | undefined;
}

class Writer {
	readonly counts: QuotedCount[] = [];
	readonly #random: Random;
	readonly #facts: ProseFacts;

	constructor(random: Random, facts: ProseFacts) {
		this.#random = random;
		this.#facts = facts;
	}

	/** A phrase with its count, or `''` where the tables have none of its cells. */
	count(name: string): string {
		const cells = (COUNTED[name] ?? []).filter((key) => this.#facts.valueOf(key) !== undefined);
		const phrases = PHRASES[name];
		if (cells.length === 0 || phrases === undefined) return '';
		const value = cells.reduce((sum, key) => sum + (this.#facts.valueOf(key) ?? 0), 0);
		const phrase = this.#random.pick(phrases)(value);
		this.counts.push({ phrase, value, cells });
		return phrase;
	}

	/** A sentence of the phrases that have counts. */
	sentence(...names: readonly string[]): string {
		const phrases = names.map((name) => this.count(name)).filter((phrase) => phrase !== '');
		return phrases.length === 0 ? '' : `${phrases.join(',')}。`;
	}
}

const OUTCOMES = ['granted', 'partial', 'denied', 'unable', 'unprocessed', 'other'];

function requestsText(writer: Writer, random: Random, year: number): string[] {
	const head = `${year}年,${writer.sentence('received', ...(random.chance(0.5) ? ['persons'] : []), 'carried_in')}`;
	if (random.chance(0.3)) {
		// Each outcome on a line of its own, as rows of a table read.
		const marks = random.chance(0.5)
			? ['1.', '2.', '3.', '4.', '5.', '6.']
			: ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'];
		return [
			head,
			...OUTCOMES.map((name, index) => `${marks[index] ?? ''}${writer.count(name)};`),
			writer.sentence('carried_out')
		];
	}
	return [`${head}${writer.sentence('closed', ...OUTCOMES)}${writer.sentence('carried_out')}`];
}

function summary(writer: Writer, random: Random, { agency, year }: ProseFacts): string[] {
	const published = random.int(20, 4000);
	const theme = (ordinal: string, name: string, text: string): string => `(${ordinal})${name}。${text}`;
	const short = random.chance(0.3);
	const lines = [`${year}年,${agency}${random.pick(OPENINGS)}`];
	const proactive = `通过政府网站主动公开政府信息${published}条,政务新媒体发布信息${random.int(0, 900)}条,${writer.sentence('issued') || '无新增文件。'}`;
	const [first = '', ...rest] = requestsText(writer, random, year);
	if (short) return [...lines, proactive, first, ...rest];
	return [
		...lines,
		theme('一', '主动公开情况', proactive),
		theme('二', '依申请公开情况', first),
		...rest,
		theme('三', '政府信息管理情况', random.pick(MANAGEMENT)),
		theme(
			'四',
			'政府信息公开平台建设情况',
			`门户网站全年访问量${random.int(1, 99)}万人次,栏目${random.int(5, 40)}个。`
		),
		theme('五', '监督保障情况', random.pick(SUPERVISION))
	];
}

function preface(random: Random, { agency, year }: ProseFacts): string[] {
	const notice = year < 2021 ? '国办公开办函〔2019〕60号' : '国办公开办函〔2021〕30号';
	const lines = [
		`根据《中华人民共和国政府信息公开条例》(国务院令第711号)和《政府信息公开工作年度报告格式》(${notice})要求,现公布${agency}${year}年政府信息公开工作年度报告。`
	];
	if (random.chance(0.6)) lines.push(`本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`);
	if (random.chance(0.3)) {
		lines.push(
			'本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。'
		);
	}
	if (random.chance(0.3))
		lines.push(`如对本报告有疑问,请与${agency}联系(电话:0000-${random.int(1_000_000, 9_999_999)})。`);
	return lines;
}

const FEES = [
	'本年度未收取信息处理费。',
	'无其他需要报告的事项。',
	'按照《政府信息公开信息处理费管理办法》,本年度收取信息处理费0元。',
	'无。'
];

/** Writes the prose of a report, with a count only where its tables have the cells. */
export function writeProse(random: Random, facts: ProseFacts): WrittenProse {
	const writer = new Writer(random, facts);
	const disputes = writer.sentence('reviews', 'suits');
	return {
		preface: random.chance(0.8) ? preface(random, facts) : [],
		before: {
			s1: summary(writer, random, facts),
			...(random.chance(0.1) ? { s4: [disputes] } : {}),
			s5: [random.pick(PROBLEMS), random.pick(IMPROVEMENTS)],
			s6: [random.pick(FEES)]
		},
		after: random.chance(0.05) ? { s4: [disputes] } : {},
		counts: writer.counts
	};
}
