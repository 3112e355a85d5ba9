import type { Report, Section, SectionId } from '../../extract/report.ts';
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

/** What stands between two paragraphs of one text. */
function jointOf(before: string, after: string, apart: number): string {
	const open = !ENDED.test(before);
	if (open && BULLET.test(after)) return '。';
	if (open && apart > 1) return HOLE;
	return /\d$/u.test(before) && /^\d/u.test(after) ? ' ' : '';
}

function joinParagraphs({ id, heading, paragraphs }: Section): ProseText {
	const pieces: string[] = [];
	const starts: number[] = [];
	const lines: number[] = [];
	let length = 0;
	for (const { line, text } of paragraphs) {
		const folded = foldProse(text);
		if (folded === '') continue;
		const before = pieces.at(-1);
		const joint = before === undefined ? '' : jointOf(before, folded, line - (lines.at(-1) ?? line));
		pieces.push(joint, folded);
		starts.push(length + joint.length);
		lines.push(line);
		length += joint.length + folded.length;
	}
	return { section: id, heading, text: pieces.join(''), starts, lines };
}

export function proseOf(report: Report): ProseText[] {
	return report.sections.map(joinParagraphs);
}

/** The source line of a character of the text. */
export function lineAt({ starts, lines }: ProseText, offset: number): number {
	let [low, high] = [0, starts.length - 1];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return lines[low] ?? 0;
}

export interface Sentence {
	readonly text: string;
	/** Where it begins in the section's text. */
	readonly start: number;
}

/** What has no full stop for so long is no sentence; it is cut at a comma, so that no page can take long. */
const LONGEST = 1000;

/** The sentences of a section, each with its closing mark; a semicolon ends none, since lists of outcomes go on behind it. */
export function sentencesOf(text: string): Sentence[] {
	const sentences: Sentence[] = [];
	for (const { 0: whole, index } of text.matchAll(/[^。!?]+[。!?]?/gu)) {
		let start = 0;
		while (whole.length - start > LONGEST) {
			const comma = whole.slice(start, start + LONGEST).search(/[,;、][^,;、]*$/u);
			const end = comma < 0 ? start + LONGEST : start + comma + 1;
			sentences.push({ text: whole.slice(start, end), start: index + start });
			start = end;
		}
		sentences.push({ text: whole.slice(start), start: index + start });
	}
	return sentences;
}
