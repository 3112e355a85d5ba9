import type { ProseText } from './text.ts';
import { lineAt, sentencesOf } from './text.ts';

/** What section six says of the information-handling fee. */
export interface FeeStatement {
	/** `none`: none was collected; `amount`: so much; `mentioned`: it is spoken of, without saying how much. */
	readonly says: 'none' | 'amount' | 'mentioned';
	/** Yuan. */
	readonly amount: number | null;
	/** Of how many requests, where it is said. */
	readonly cases: number | null;
	readonly line: number;
	readonly words: string;
}

const FEE = /信息处理费|处理费|收费|收取费用|缴纳费用|费用/u;
const NONE =
	/(?:未|没有|无|不)(?:曾)?(?:对.{0,20})?(?:发生|产生|收取|收到|存在|涉及|向.{0,12}收取|实际收取|发出|开展|进行)?(?:过|任何|有关|相关|依申请公开|政府|公民|申请人|信息公开|的|信息)*(?:处理费|收费|费用)|(?:处理费|费用|收费)[^,;。\d]{0,14}(?:为|是)?(?:0|零)元?|均?未(?:收取|收费)/u;
const AMOUNT = /(?<!\d)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(万)?元/u;
const CASES = /(?<!\d)(\d+)(?:件|宗|起|例)/u;

/** The first plain statement on the fee, none where the section is silent. */
export function feeStatement(prose: readonly ProseText[]): FeeStatement | null {
	let mentioned: FeeStatement | null = null;
	for (const section of prose) {
		if (section.section !== 's6') continue;
		for (const { text, start } of sentencesOf(section.text)) {
			const found = text.search(FEE);
			if (found < 0) continue;
			const line = lineAt(section, start + found);
			const sum = AMOUNT.exec(text);
			if (sum && Number(sum[1]?.replaceAll(',', '')) > 0) {
				const amount = Number(sum[1]?.replaceAll(',', '')) * (sum[2] === undefined ? 1 : 1e4);
				const cases = CASES.exec(text)?.[1];
				return { says: 'amount', amount, cases: cases === undefined ? null : Number(cases), line, words: text };
			}
			if (NONE.test(text)) return { says: 'none', amount: 0, cases: 0, line, words: text };
			mentioned ??= { says: 'mentioned', amount: null, cases: null, line, words: text };
		}
	}
	return mentioned;
}

/** Whether section six has any text. */
export function hasSectionSix(prose: readonly ProseText[]): boolean {
	return prose.some(({ section, text }) => section === 's6' && text !== '');
}
