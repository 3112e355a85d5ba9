import { walkXml, xmlAttribute } from './xml.ts';

/** Which list a paragraph belongs to and how deep. */
export interface ListPlace {
	readonly list: string;
	readonly level: number;
}

interface Level {
	start: number;
	format: string;
	text: string;
}

const CHINESE = '〇一二三四五六七八九';

function chinese(value: number): string {
	if (value < 0 || value > 99) return String(value);
	if (value < 10) return CHINESE[value] ?? '';
	const tens = Math.floor(value / 10);
	return `${tens > 1 ? CHINESE[tens] : ''}十${value % 10 > 0 ? CHINESE[value % 10] : ''}`;
}

const letter = (value: number): string => (value >= 1 && value <= 26 ? String.fromCharCode(96 + value) : String(value));

function print(value: number, format: string): string {
	if (/chinese|japaneseCounting|taiwanese|ideographDigital/u.test(format)) return chinese(value);
	if (format === 'decimalEnclosedCircle' || format === 'decimalEnclosedCircleChinese')
		return value >= 1 && value <= 20 ? String.fromCharCode(0x245f + value) : String(value);
	if (format === 'lowerLetter') return letter(value);
	if (format === 'upperLetter') return letter(value).toUpperCase();
	return format === 'none' ? '' : String(value);
}

/** The numbers that Word puts before the paragraphs of its lists and that stand in no text of the file. */
export class ListNumbers {
	/** By abstract list, then level. */
	readonly #levels = new Map<string, Map<number, Level>>();
	readonly #abstract = new Map<string, string>();
	readonly #styles = new Map<string, ListPlace>();
	readonly #counts = new Map<string, number[]>();

	/** Takes in the part `numbering`; a torn one gives the lists before the tear. */
	addNumbering(xml: string): void {
		let levels: Map<number, Level> | null = null;
		let level: Level | null = null;
		let list: string | null = null;
		walkXml(xml, {
			open: (name, attributes) => {
				const value = (): string => xmlAttribute(attributes, 'val') ?? '';
				if (name === 'abstractNum') {
					levels = new Map();
					this.#levels.set(xmlAttribute(attributes, 'abstractNumId') ?? '', levels);
				} else if (name === 'num') list = xmlAttribute(attributes, 'numId');
				else if (name === 'abstractNumId' && list !== null) this.#abstract.set(list, value());
				else if (name === 'lvl' && list === null && levels) {
					level = { start: 1, format: 'decimal', text: '' };
					levels.set(Number(xmlAttribute(attributes, 'ilvl')), level);
				} else if (!level) return;
				else if (name === 'start') level.start = Number(value()) || 0;
				else if (name === 'numFmt') level.format = value();
				else if (name === 'lvlText') level.text = value();
			},
			close: (name) => {
				if (name === 'lvl') level = null;
				if (name === 'num') list = null;
			},
			text: () => undefined
		});
	}

	/** Takes in the part `styles`: a paragraph style may carry a list. */
	addStyles(xml: string): void {
		let style: string | null = null;
		let level = 0;
		walkXml(xml, {
			open: (name, attributes) => {
				if (name === 'style') {
					style = xmlAttribute(attributes, 'type') === 'paragraph' ? xmlAttribute(attributes, 'styleId') : null;
					level = 0;
				} else if (name === 'ilvl') level = Number(xmlAttribute(attributes, 'val')) || 0;
				else if (name === 'numId' && style !== null)
					this.#styles.set(style, { list: xmlAttribute(attributes, 'val') ?? '', level });
			},
			close: () => undefined,
			text: () => undefined
		});
	}

	ofStyle(style: string | null): ListPlace | null {
		return style === null ? null : (this.#styles.get(style) ?? null);
	}

	/** Counts a paragraph and gives the number printed before it; '' for a bullet or a list that is not known. */
	next({ list, level }: ListPlace): string {
		const abstract = this.#abstract.get(list);
		const levels = abstract === undefined ? undefined : this.#levels.get(abstract);
		const own = levels?.get(level);
		if (abstract === undefined || !levels || !own || level > 8) return '';
		const counts = this.#counts.get(abstract) ?? [];
		this.#counts.set(abstract, counts);
		counts[level] = (counts[level] ?? own.start - 1) + 1;
		counts.length = level + 1;
		if (own.format === 'bullet') return '';
		return own.text.replace(/%([1-9])/gu, (_, digit: string) => {
			const at = Number(digit) - 1;
			const of = levels.get(at);
			return print(counts[at] ?? of?.start ?? 1, of?.format ?? 'decimal');
		});
	}
}
