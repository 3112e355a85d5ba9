import type { TableThreeRow } from '../../../../../src/lib/core/form/table-three.ts';
import type { TableTwoBlock } from '../../../../../src/lib/core/form/table-two.ts';

/** The first report year of the made-up layout. */
export const FROM = 2027;

/**
 * A made-up table two: documents as in 2021; decisions on licences with those made online; inspections beside penalties; no fees;
 * public data under an item of their own.
 */
export const blocksOf2027 = (blocksOf2021: readonly TableTwoBlock[]): readonly TableTwoBlock[] => {
	const [documents, licensing, penalties] = blocksOf2021;
	if (!documents || !licensing || !penalties) throw new Error('table two of 2021 has other blocks');
	return [
		documents,
		{
			...licensing,
			columns: [
				...licensing.columns,
				{
					id: 'online',
					names: { zh: '其中网上办理数量', en: 'of these handled online' },
					labels: ['其中网上办理数量', '网上办理数量'],
					unit: 'piece'
				}
			]
		},
		{
			...penalties,
			rows: [
				...penalties.rows,
				{ id: 'inspection', names: { zh: '行政检查', en: 'Administrative inspections' }, labels: ['行政检查'] }
			]
		},
		{
			item: '十',
			columns: [
				{
					id: 'opened',
					names: { zh: '本年开放数据集数量', en: 'data sets opened this year' },
					labels: ['本年开放数据集数量', '开放数据集数量'],
					unit: 'item'
				},
				{
					id: 'calls',
					names: { zh: '本年接口调用次数', en: 'calls of interfaces this year' },
					labels: ['本年接口调用次数'],
					unit: 'piece'
				}
			],
			rows: [{ id: 'public_data', names: { zh: '公共数据开放', en: 'Open public data' }, labels: ['公共数据开放'] }]
		}
	];
};

/** A made-up row under 不予处理; all rows of 2021 stay. */
export const GENERATED: Omit<TableThreeRow, 'layouts'> = {
	id: 'unprocessed_generated',
	ordinal: '6.',
	group: 'unprocessed',
	names: { zh: '使用自动程序批量生成的申请', en: 'Generated in bulk by programs' },
	labels: ['使用自动程序批量生成的申请', '自动程序批量生成']
};

/** The row that it stands behind. */
export const STANDS_AFTER = 'unprocessed_reconfirm';
