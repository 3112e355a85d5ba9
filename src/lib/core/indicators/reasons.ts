import { LAYOUTS, TABLE_THREE_ROWS, eachLayout } from '../form/index.ts';
import type { CellKey, Names, OutcomeGroupId, TableThreeRow } from '../form/index.ts';
import { share } from './define.ts';
import { LEAST_REQUESTS } from './indicator.ts';
import type { Indicator, LayoutBridge } from './indicator.ts';
import { byLayout, outcome, rows } from './measures.ts';
import { OF_CLOSED } from './outcomes.ts';

type ReasonGroup = Extract<OutcomeGroupId, 'denied' | 'unable' | 'unprocessed' | 'other'>;

const GROUPS: Readonly<Record<ReasonGroup, { readonly rate: Names; readonly within: Names; readonly of: Names }>> = {
	denied: {
		rate: { zh: '不予公开率', en: 'Denial rate' },
		within: { zh: '不予公开的理由', en: 'Reasons for denial' },
		of: { zh: '不予公开的申请', en: 'requests denied' }
	},
	unable: {
		rate: { zh: '无法提供率', en: 'Unable-to-provide rate' },
		within: { zh: '无法提供的原因', en: 'Reasons for being unable to provide' },
		of: { zh: '无法提供的申请', en: 'requests that could not be met' }
	},
	unprocessed: {
		rate: { zh: '不予处理率', en: 'Not-processed rate' },
		within: { zh: '不予处理的情形', en: 'Reasons for not processing' },
		of: { zh: '不予处理的申请', en: 'requests not processed' }
	},
	other: {
		rate: { zh: '其他处理率', en: 'Other-handling rate' },
		within: { zh: '其他处理的情形', en: 'Ways of other handling' },
		of: { zh: '其他处理的申请', en: 'requests otherwise handled' }
	}
};

const SAME: LayoutBridge = {
	how: 'yes',
	note: { zh: '各子项两版相同', en: 'the rows are the same in both layouts' }
};
const ONLY_2021: LayoutBridge = {
	how: 'never',
	note: { zh: '2019版不分列此项', en: 'layout 2019 does not list it' }
};

interface Reason extends TableThreeRow {
	readonly group: ReasonGroup;
}

function isReason(row: TableThreeRow): row is Reason {
	return row.group !== undefined && row.group in GROUPS && row.layouts.includes('2021');
}

const lowerFirst = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;

function indicatorsOf(row: Reason): Indicator[] {
	const { rate, within, of } = GROUPS[row.group];
	const cells: readonly CellKey[] = [`t3.${row.id}.total`];
	const both = LAYOUTS.every((layout) => row.layouts.includes(layout));
	const numerator = byLayout(eachLayout((layout) => (row.layouts.includes(layout) ? cells : null)));
	const about = {
		group: 'reasons',
		numerator,
		bridge: both ? SAME : ONLY_2021,
		articles: row.articles ?? null,
		least: LEAST_REQUESTS
	} as const;
	const name = { zh: row.names.zh, en: lowerFirst(row.names.en) };
	return [
		share({
			...about,
			id: `${row.id}_rate`,
			names: { zh: `${rate.zh}:${name.zh}`, en: `${rate.en}: ${name.en}` },
			denominator: rows('closed'),
			of: OF_CLOSED,
			help: {
				zh: `表三“${name.zh}”一行的件数,占全部办结申请的比例。`,
				en: `The row “${row.names.en}” of table three over all requests closed.`
			}
		}),
		share({
			...about,
			id: `${row.id}_share`,
			names: { zh: `${within.zh}:${name.zh}`, en: `${within.en}: ${name.en}` },
			denominator: outcome(row.group),
			of,
			help: {
				zh: `表三“${name.zh}”一行的件数,占${of.zh}的比例。同组各项相加为100%。`,
				en: `The row “${row.names.en}” of table three over all ${of.en}. The rows of the group add up to 100%.`
			}
		})
	];
}

/** Every reason for which a request was not met: over all closed, and within its group. */
export const REASON_INDICATORS: readonly Indicator[] = (TABLE_THREE_ROWS as readonly TableThreeRow[])
	.filter(isReason)
	.flatMap(indicatorsOf);
