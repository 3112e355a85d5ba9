import type { KindId } from './kinds.ts';

const NO = '(?:未|没有|未曾|从未|无)';
const WHO =
	'(?:任何|公民|法人|自然人|其他组织|社会|公众|群众|个人|单位|企业|和|、|或|及|者|以|对|有关|关于|涉及|的|书面|提出|要求|依|我[镇乡县区市局]|政府|信息|公开|工作|处理|相关|引起|因|而|向|本机关)*';

/** Sentences that deny: no request, no review, no lawsuit. */
export const DENIALS: readonly { readonly kind: KindId; readonly words: RegExp }[] = [
	{
		kind: 'received',
		words: new RegExp(`${NO}(?:收到|接到|受理|接收)(?:过|到)?${WHO}(?:申请|依申请公开)(?!人|材料|事项为)`, 'gu')
	},
	{ kind: 'received', words: /(?:^|[,;。:)年我局镇乡])(?:无|没有)(?:人)?(?:依申请公开|(?:政府)?信息公开申请)/gu },
	{
		kind: 'disputes',
		words: new RegExp(
			`${NO}(?:发生|收到|产生|出现|被申请|被提起|涉及)?(?:过)?${WHO}(?:行政)?复议(?:案件)?(?:、|和|及|与|或|,|也)?(?:被?提起)?(?:行政)?(?:诉讼|应诉)`,
			'gu'
		)
	},
	{
		kind: 'review',
		words: new RegExp(
			`${NO}(?:发生|收到|产生|出现|被申请|涉及)?(?:过)?${WHO}(?:行政)?复议(?!(?:案件)?(?:、|和|及|与|或|,|也)?(?:被?提起)?(?:行政)?(?:诉讼|应诉)|被?纠|决定|机关|后)`,
			'gu'
		)
	},
	{
		kind: 'suits',
		words: new RegExp(`${NO}(?:发生|收到|产生|出现|被提起|涉及)(?:过)?${WHO}(?:行政)?(?:诉讼|应诉)`, 'gu')
	}
];

/** What a sentence says there was none of, with the place of the words. */
export function denialsIn(
	sentence: string
): { readonly kind: KindId; readonly start: number; readonly words: string }[] {
	return DENIALS.flatMap(({ kind, words }) =>
		[...sentence.matchAll(words)].map((match) => ({
			kind,
			start: match.index,
			words: match[0].replace(/^[,;。:)年]/u, '')
		}))
	);
}
