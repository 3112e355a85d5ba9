const DIGITS: Readonly<Record<string, number>> = {
	零: 0,
	〇: 0,
	一: 1,
	二: 2,
	两: 2,
	三: 3,
	四: 4,
	五: 5,
	六: 6,
	七: 7,
	八: 8,
	九: 9
};
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The value of a Chinese numeral such as 一百二十三, 两千零五, 十二万; null where the characters make none. */
export function parseNumeral(text: string): number | null {
	let total = 0;
	let section = 0;
	let digit: number | null = null;
	for (const [index, character] of [...text].entries()) {
		const value = DIGITS[character];
		if (value !== undefined) {
			// A row of digits (二〇二三) is a name, such as that of a year, and no count.
			if (digit !== null && digit !== 0) return null;
			digit = value;
			continue;
		}
		if (character === '万' || character === '亿') {
			if (total + section + (digit ?? 0) === 0) return null;
			total = (total + section + (digit ?? 0)) * (character === '万' ? 1e4 : 1e8);
			section = 0;
		} else {
			const power = POWERS[character];
			if (power === undefined || (digit === null && (power > 10 || index > 0))) return null;
			section += (digit ?? 1) * power;
		}
		digit = null;
	}
	return text === '' ? null : total + section + (digit ?? 0);
}

/** A number with the unit behind it, as it stands in a sentence. */
export interface NumberToken {
	readonly value: number;
	/** Decimals printed, 0 for a whole number. */
	readonly decimals: number;
	readonly unit: string;
	/** 余, 近, 约: a round figure. */
	readonly approximate: boolean;
	readonly start: number;
	readonly end: number;
	/** A space, such as a line end leaves, stands in or before the digits. */
	readonly broken: boolean;
}

const UNITS = '人次|件次|个百分点|百分点|件|份|条|项|个|宗|起|例|次|篇|部|家|期|场|元|%|倍';
const NUMBER = new RegExp(
	`(?<![\\d.]|\\d,|[第A-Za-z])(?:(\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(\\.\\d+)?|([零〇一二两三四五六七八九十百千万亿]+))([万亿])?([余多几])?(?:(${UNITS})|(?=[,。;、)]|$))`,
	'gu'
);
const ROUND = /(?:约|近|超过|超|逾|不足|将近|达到?约)$/u;
/** A bare number counts only behind such words: 申请数量为0. */
const BARE = /(?:数量?|总数|件数|均)(?:分别)?(?:为|是|:|达)$/u;

/** The numbers of a sentence that count something. */
export function numbersIn(sentence: string): NumberToken[] {
	const tokens: NumberToken[] = [];
	for (const match of sentence.matchAll(NUMBER)) {
		const [whole, digits, fraction, numeral, scale, round, unit] = match;
		const before = sentence.slice(Math.max(0, match.index - 12), match.index);
		if (unit === undefined && (numeral !== undefined || !BARE.test(before))) continue;
		const plain =
			digits === undefined ? parseNumeral(numeral ?? '') : Number(digits.replaceAll(',', '') + (fraction ?? ''));
		if (plain === null || (numeral !== undefined && unit === '%')) continue;
		tokens.push({
			value: plain * (scale === '万' ? 1e4 : scale === '亿' ? 1e8 : 1),
			decimals: fraction === undefined ? 0 : fraction.length - 1,
			unit: unit ?? '',
			approximate: round !== undefined || ROUND.test(before) || (scale !== undefined && unit !== '元'),
			start: match.index,
			end: match.index + whole.length,
			broken: /\d $/u.test(before)
		});
	}
	return tokens;
}
