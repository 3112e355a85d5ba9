import { SECTIONS, foldLabel, remember } from '../form/index.ts';
import type { Block, Document } from '../read/document.ts';
import { isFigure } from './figure.ts';
import {
	isIdentityNote,
	isSpanningHeading,
	matchArticleItem,
	matchCorner,
	matchTableThree,
	matchTableTwoRow,
	readLabel
} from './labels.ts';
import { plainBars } from './words.ts';
import type { Section, SectionId } from './report.ts';

const HEADING = /^([一二三四五六])\s*[、.．]/u;

/** The section that a line heads, told by its words; the numeral before it may be wrong or belong to another numbering. */
export const sectionOf: (text: string) => SectionId | null = remember((text) => {
	const line = text.trim();
	if (line.length > 45 || !HEADING.test(foldLabel(line).slice(0, 3)) || /[。;；]$/u.test(line)) return null;
	const { words } = readLabel(line);
	return SECTIONS.find((section) => section.keys.some((key) => words.includes(foldLabel(key))))?.id ?? null;
});

/** A count with its measure word: cells hold bare figures, and a sentence may begin with the words of a row (结转下年度继续办理3件。). */
const COUNTED = /[0-9０-９一二三四五六七八九十百千万两零〇]\s*(?:件|宗|份)/u;

/** A line of a table in running text, or page furniture: no prose. */
function isTableLine(text: string): boolean {
	const line = text.trim();
	if (line === '' || plainBars(line).includes('|') || isFigure(line)) return true;
	if (line.split(/\s+/u).filter(isFigure).length >= 3) return true;
	if (line.length > 60 || (COUNTED.test(line) && /[。；;，,]$/u.test(line))) return false;
	const named = matchTableTwoRow(line) ?? matchTableThree(line, 'other') ?? matchCorner(line) ?? matchArticleItem(line);
	return named !== null || isSpanningHeading(line) || isIdentityNote(line);
}

/** A paragraph of prose: some sentence, not a scrap of a table. */
const isProse: (text: string) => boolean = remember((text) => {
	return /[。；;：:，,]/u.test(text) && text.trim().length >= 8 && !isTableLine(text);
});

/** The prose of the blocks from `from` up to `to`, shared out to the sections whose headings stand over it; empty sections stay. */
export function readSections(document: Document, from: number, to: number): Section[] {
	const sections: { id: SectionId; heading: string | null; paragraphs: { line: number; text: string }[] }[] = [];
	let open: (typeof sections)[number] = { id: 'preface', heading: null, paragraphs: [] };
	const close = (): void => {
		if (open.heading !== null || open.paragraphs.length > 0) sections.push(open);
	};
	for (const block of document.blocks.slice(from, to) as readonly Block[]) {
		if (block.kind !== 'text') continue;
		const id = sectionOf(block.text);
		if (id !== null) {
			close();
			open = { id, heading: block.text.trim(), paragraphs: [] };
		} else if (isProse(block.text)) open.paragraphs.push({ line: block.line, text: block.text.trim() });
	}
	close();
	return sections;
}
