import { pinyin } from 'pinyin-pro';
import type { Draft, Mutation } from '../draft.ts';
import { mapWords } from '../printed-texts.ts';
import { isTraditional, toRadicals, toTraditional } from '../traditional.ts';

const restated = (draft: Draft, change: (text: string) => string): void => {
	draft.title = draft.title.map(change);
};

const halfToFull: Readonly<Record<string, string>> = {
	'(': '（',
	')': '）',
	':': '：',
	',': '，',
	';': '；',
	'.': '．'
};

/** Quotes around 三安全一稳定 as reports print them. */
const QUOTES: readonly (readonly [string, string])[] = [
	['"', '"'],
	['＂', '＂'],
	['「', '」'],
	['‘', '’'],
	['', '']
];

const quoted =
	(open: string, close: string) =>
	(text: string): string =>
		text.replace(/“/gu, open).replace(/”/gu, close);

/** Whole texts in other characters. */
export const WORD_MUTATIONS: readonly Mutation[] = [
	{
		name: 'full-width-words',
		section: '4',
		rate: 0.06,
		blocks: (report) => mapWords(report, (text) => text.replace(/[():,;.]/gu, (mark) => halfToFull[mark] ?? mark))
	},
	{
		name: 'quotes-other',
		section: '4',
		rate: 0.12,
		blocks: (report, random) => mapWords(report, quoted(...random.pick(QUOTES)))
	},
	{
		name: 'traditional-characters',
		section: '4',
		rate: 0.03,
		group: 'characters',
		blocks: (report) => mapWords(report, toTraditional)
	},
	{
		name: 'phonetic-marks',
		section: '4',
		rate: 0.015,
		group: 'characters',
		blocks: (report, random) =>
			mapWords(report, (text) =>
				[...toTraditional(text)]
					.map((character) =>
						isTraditional(character) && random.chance(0.25) ? `${character}(${pinyin(character)})` : character
					)
					.join('')
			)
	},
	{
		name: 'radicals',
		section: '4',
		rate: 0.03,
		group: 'characters',
		blocks: (report) => mapWords(report, toRadicals)
	},
	{
		name: 'spaces-in-words',
		section: '4',
		rate: 0.03,
		blocks: (report, random) =>
			mapWords(report, (text) =>
				[...text]
					.map((character) => (/\p{Script=Han}/u.test(character) && random.chance(0.04) ? `${character} ` : character))
					.join('')
					.trimEnd()
			)
	},
	{
		name: 'digits-of-date-lost',
		section: '8',
		rate: 0.02,
		draft: (draft) => {
			const year = draft.of.year;
			draft.prose = {
				...draft.prose,
				preface: [`本报告所列数据的统计期限自${year}1月1日起至${year}12月31日止。`]
			};
		}
	},
	{
		name: 'last-year-left-in-prose',
		section: '8',
		rate: 0.03,
		draft: (draft, random) => {
			const year = draft.of.year - 1;
			const lines = [
				`本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
				`${year}年,在上级部门的指导下,政府信息公开工作稳步推进。`,
				`按照${year}年工作部署,现将情况公布如下。`
			];
			draft.prose = { ...draft.prose, preface: [...(draft.prose.preface ?? []), random.pick(lines)] };
		}
	},
	{
		name: 'year-in-words',
		section: '2',
		rate: 0.01,
		fits: (draft) => draft.title.some((line) => line.includes(String(draft.of.year))),
		draft: (draft) =>
			restated(draft, (line) =>
				line.replace(String(draft.of.year), (digits) =>
					[...digits].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('')
				)
			)
	}
];
