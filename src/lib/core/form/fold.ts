import { remember } from './memo.ts';
import { simplifications } from './traditional.ts';

/** Radicals that PDF readers put in place of characters and that NFKC leaves alone. */
const RADICALS: Readonly<Record<string, string>> = {
	'⺠': '民',
	'⻔': '门',
	'⻚': '页',
	'⻓': '长',
	'⻛': '风',
	'⻝': '食',
	'⻢': '马',
	'⻥': '鱼',
	'⻩': '黄',
	'⻋': '车',
	'⻅': '见',
	'⻉': '贝',
	'⺟': '母',
	'⻄': '西',
	'⻆': '角',
	'⻙': '韦',
	'⻜': '飞',
	'⻬': '齐',
	'⻰': '龙',
	'⻘': '青'
};

const ZERO_WIDTH = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const SPACES = /[\s\u00a0\u3000]+/gu;
const PHONETIC_MARK = /[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ]{1,6}[)）]/giu;

let plainOf: Uint16Array | null = null;

/** For each code unit of a radical or traditional character, that of the plain one; 0 for all others. */
function plainUnits(): Uint16Array {
	const units = new Uint16Array(65_536);
	for (const [from, to] of simplifications()) units[from.charCodeAt(0)] = to.charCodeAt(0);
	for (const [from, to] of Object.entries(RADICALS)) units[from.charCodeAt(0)] = to.charCodeAt(0);
	return units;
}

/** Text with width, compatibility forms, radicals and traditional characters folded to plain simplified ones; spaces stay, single. */
export const foldCharacters: (text: string) => string = remember((text) => {
	plainOf ??= plainUnits();
	const normal = text.normalize('NFKC');
	let folded = '';
	let from = 0;
	for (let at = 0; at < normal.length; at += 1) {
		const unit = plainOf[normal.charCodeAt(at)];
		if (unit === undefined || unit === 0) continue;
		folded += normal.slice(from, at) + String.fromCharCode(unit);
		from = at + 1;
	}
	return (folded + normal.slice(from)).replace(ZERO_WIDTH, '').replace(SPACES, ' ').trim();
});

/**
 * A label reduced to what tells it from another: width, compatibility forms, radicals and traditional characters folded;
 * spaces, quotes, phonetic marks of mirrors and punctuation between words gone. Brackets, dots after a number and `/` stay.
 */
export const foldLabel: (text: string) => string = remember((text) => {
	return foldCharacters(text.replace(PHONETIC_MARK, ''))
		.replace(/档案/gu, '文件')
		.replace(/於/gu, '于')
		.replace(/後/gu, '后')
		.replace(/[\s"'“”‘’「」『』《》〈〉﹁﹂*_`#]/gu, '')
		.replace(/[〔【［[]/gu, '(')
		.replace(/[〕】］\]]/gu, ')')
		.replace(/[：:；;，,。·•…]/gu, '')
		.replace(/．/gu, '.')
		.replace(/[、.]$/u, '');
});
