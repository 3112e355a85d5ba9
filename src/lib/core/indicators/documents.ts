import type { CellKey, Names } from '../form/index.ts';
import { count, define, share } from './define.ts';
import { LEAST_REQUESTS } from './indicator.ts';
import type { Indicator, LayoutBridge } from './indicator.ts';
import { byLayout, sum } from './measures.ts';

const RULES: Names = { zh: '规章', en: 'Rules' };
const NORMATIVE: Names = { zh: '行政规范性文件', en: 'Normative documents' };

const NO_REPEALS: LayoutBridge = {
	how: 'never',
	note: { zh: '2019版不列废止件数', en: 'layout 2019 does not list repeals' }
};

const only2021 = (...cells: readonly CellKey[]) => byLayout({ '2019': null, '2021': cells });

function documentCounts(row: 'rules' | 'normative', names: Names): Indicator[] {
	const lower = names.en.toLowerCase();
	return [
		count({
			id: `${row}_issued`,
			group: 'documents',
			names: { zh: `${names.zh}制发`, en: `${names.en} issued` },
			numerator: byLayout({ '2019': [`t2.${row}.made`], '2021': [`t2.${row}.issued`] }),
			bridge: ['normative_issued'],
			articles: '20(1)',
			help: {
				zh: `本年制发的${names.zh}件数;2019版取“本年新制作数量”,与“制发”近似而不相等。`,
				en: `${names.en} issued in the year; in layout 2019 those “newly made”, which is near but not equal.`
			}
		}),
		count({
			id: `${row}_repealed`,
			group: 'documents',
			names: { zh: `${names.zh}废止`, en: `${names.en} repealed` },
			numerator: only2021(`t2.${row}.repealed`),
			bridge: NO_REPEALS,
			articles: '20(1)',
			help: {
				zh: `本年废止的${names.zh}件数;2019版没有此栏,不补0。`,
				en: `Number of ${lower} repealed in the year; layout 2019 has no such column, and none is made up.`
			}
		}),
		count({
			id: `${row}_in_force`,
			group: 'documents',
			names: { zh: `${names.zh}现行有效`, en: `${names.en} in force` },
			numerator: only2021(`t2.${row}.in_force`),
			bridge: ['normative_stock'],
			articles: '20(1)',
			help: {
				zh: `年末现行有效的${names.zh}件数;2019版的“对外公开总数量”不是同一口径,不连接。`,
				en: `Number of ${lower} in force at the end of the year; “published in all” of layout 2019 is another concept and is not joined.`
			}
		})
	];
}

const DECISIONS: readonly [id: 'licensing' | 'penalty' | 'coercion', names: Names, articles: string][] = [
	['licensing', { zh: '行政许可决定', en: 'Licensing decisions' }, '20(5)'],
	['penalty', { zh: '行政处罚决定', en: 'Penalty decisions' }, '20(6)'],
	['coercion', { zh: '行政强制决定', en: 'Coercion decisions' }, '20(6)']
];

/** What table two tells: documents, decisions, fees. */
export const DOCUMENT_INDICATORS: readonly Indicator[] = [
	...documentCounts('rules', RULES),
	...documentCounts('normative', NORMATIVE),
	...DECISIONS.map(([id, names, articles]) =>
		count({
			id,
			group: 'documents',
			names,
			numerator: sum(`t2.${id}.decisions`),
			bridge: ['decisions'],
			articles,
			help: {
				zh: `本年处理决定数量,不论是否公开。`,
				en: `Decisions made in the year, published or not.`
			}
		})
	),
	count({
		id: 'fees',
		group: 'documents',
		names: { zh: '行政事业性收费金额', en: 'Administrative fees collected' },
		unit: 'wan_yuan',
		numerator: only2021('t2.fees.amount'),
		bridge: ['fees'],
		articles: '20(8)',
		help: {
			zh: '本年全部行政事业性收费的金额(万元),不是信息公开的收费。2019版此处是项目数,绝不连接。',
			en: 'All administrative and institutional fees collected in the year, in 10,000 yuan: not the fees for information. Layout 2019 counts kinds of fees here, and the two are never joined.'
		}
	}),
	share({
		id: 'repeal_ratio',
		group: 'documents',
		names: { zh: '规范性文件废止比', en: 'Repeal ratio of normative documents' },
		numerator: only2021('t2.normative.repealed'),
		denominator: only2021('t2.normative.in_force', 't2.normative.repealed'),
		of: { zh: '现行有效与本年废止之和', en: 'in force and repealed in the year' },
		bridge: NO_REPEALS,
		articles: '20(1)',
		least: LEAST_REQUESTS,
		help: {
			zh: '本年废止的规范性文件,占现行有效与本年废止之和的比例。清理年度会突然升高。',
			en: 'Normative documents repealed in the year, over those in force and those repealed. It leaps in years of a clean-up.'
		}
	}),
	define({
		id: 'licence_to_enforcement',
		group: 'documents',
		names: { zh: '许可与执法之比', en: 'Licences to enforcement' },
		unit: 'ratio',
		numerator: sum('t2.licensing.decisions'),
		denominator: sum('t2.penalty.decisions', 't2.coercion.decisions'),
		of: { zh: '行政处罚与行政强制之和', en: 'penalties and coercion' },
		bridge: ['decisions'],
		articles: '20(5), 20(6)',
		better: null,
		part: false,
		least: LEAST_REQUESTS,
		help: {
			zh: '行政许可决定数除以行政处罚与行政强制之和。只是粗略的结构指标:处罚多数是交通违法。',
			en: 'Licensing decisions over penalties and coercion. A rough proxy only: most penalties are for traffic.'
		}
	})
];
