import type { Report, SectionId } from '../../extract/report.ts';
import { foldCharacters } from '../../form/index.ts';

/**
 * The prose of one section as one line of text: width and traditional characters folded, spaces gone (but between two digits),
 * lines that a page broke joined again. `starts[i]` is where the paragraph of source line `lines[i]` begins in it.
 */
export interface ProseText {
	readonly section: SectionId;
	readonly heading: string | null;
	readonly text: string;
	readonly starts: readonly number[];
	readonly lines: readonly number[];
}

/** Mirrors print the sound of a character behind it: 發(fā)布. */
const PHONETIC = /\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}\)/giu;
const BULLET = /^(?:\(?[一二三四五六七八九十]+[)、.]|\(?\d{1,2}[)、.](?!\d)|[一二三四五六七八九十]是)/u;
const ENDED = /[。;；!?:]$/u;

export function foldProse(text: string): string {
	return foldCharacters(text)
		.replace(PHONETIC, '')
		.replace(/ (?!\d)|(?<!\d) /gu, '');
}

/** Stands where lines between two paragraphs were not read as prose and the sentence before had not ended: words may be missing. */
export const HOLE = '\ufffc';

export function proseOf(report: Report): ProseText[] {
	return report.sections.map(({ id, heading, paragraphs }) => {
		let text = '';
		const starts: number[] = [];
		const lines: number[] = [];
		let last = Number.POSITIVE_INFINITY;
		for (const paragraph of paragraphs) {
			const folded = foldProse(paragraph.text);
			if (folded === '') continue;
			const open = text !== '' && !ENDED.test(text);
			if (open && BULLET.test(folded)) text += '。';
			else if (open && paragraph.line > last + 1) text += HOLE;
			else if (/\d$/u.test(text) && /^\d/u.test(folded)) text += ' ';
			last = paragraph.line;
			starts.push(text.length);
			lines.push(paragraph.line);
			text += folded;
		}
		return { section: id, heading, text, starts, lines };
	});
}

/** The source line of a character of the text. */
export function lineAt({ starts, lines }: ProseText, offset: number): number {
	let found = lines[0] ?? 0;
	for (let index = 0; index < starts.length && (starts[index] ?? 0) <= offset; index += 1)
		found = lines[index] ?? found;
	return found;
}

export interface Sentence {
	readonly text: string;
	/** Where it begins in the section's text. */
	readonly start: number;
}

/** The sentences of a section, each with its closing mark; a semicolon ends none, since lists of outcomes go on behind it. */
export function sentencesOf(text: string): Sentence[] {
	const sentences: Sentence[] = [];
	for (const match of text.matchAll(/[^。!?]+[。!?]?/gu)) sentences.push({ text: match[0], start: match.index });
	return sentences;
}
