import { markText } from './docx-runs.ts';
import { xmlAttribute } from './xml.ts';

/** The number format that stands in for that of cells whose whole text is struck. */
export const STRUCK_FORMAT = '"~~"General"~~"';
const STRUCK_ID = 9000;
const OFF = new Set(['0', 'false']);

/** Where the tag ends that begins at `from`; a `>` between quotes ends none. */
function endOfTag(xml: string, from: number): number {
	let quote = '';
	for (let at = from; at < xml.length; at += 1) {
		const letter = xml[at] ?? '';
		if (quote !== '') quote = letter === quote ? '' : quote;
		else if (letter === '"' || letter === "'") quote = letter;
		else if (letter === '>') return at + 1;
	}
	return xml.length;
}

/** A tag, or the text up to the next one. */
interface Piece {
	readonly text: string;
	/** Without its prefix; '' for text. */
	readonly name: string;
	readonly prefix: string;
	readonly closes: boolean;
	readonly empty: boolean;
}

function piecesOf(xml: string): Piece[] {
	const pieces: Piece[] = [];
	for (let at = 0; at < xml.length;) {
		const tag = xml[at] === '<';
		const next = tag ? endOfTag(xml, at) : xml.indexOf('<', at);
		const text = xml.slice(at, next < 0 ? xml.length : next);
		const [, close = '', prefix = '', name = ''] =
			(tag ? /^<(\/?)([\w-]{1,40}:)?([\w-]{1,40})/u.exec(text) : null) ?? [];
		pieces.push({ text, name, prefix, closes: close !== '', empty: text.endsWith('/>') });
		at += text.length;
	}
	return pieces;
}

const isStruck = ({ name, closes, text }: Piece): boolean =>
	name === 'strike' && !closes && !OFF.has(xmlAttribute(text, 'val') ?? '');

function isRaised({ name, text }: Piece): boolean {
	const value = name === 'vertAlign' ? xmlAttribute(text, 'val') : null;
	return value === 'superscript' || value === 'subscript';
}

/** The strings of a workbook with what is struck or set high or low inside a cell told from its figure. */
export function markRuns(xml: string): string {
	const look = { struck: false, raised: false };
	let inRun = false;
	let inText = false;
	const marked = piecesOf(xml).map((piece) => {
		if (piece.name === 'r') {
			inRun = !piece.closes && !piece.empty;
			look.struck = false;
			look.raised = false;
		} else if (piece.name === 't') inText = !piece.closes && !piece.empty;
		else if (isStruck(piece)) look.struck = true;
		else if (isRaised(piece)) look.raised = true;
		else if (piece.name === '' && inRun && inText) return markText(piece.text, look);
		return piece.text;
	});
	return marked.join('');
}

/** Numbers of the fonts that strike. */
function struckFonts(pieces: readonly Piece[]): ReadonlySet<number> {
	const struck = new Set<number>();
	let inFonts = false;
	let font = -1;
	for (const piece of pieces) {
		if (piece.name === 'fonts') inFonts = !piece.closes;
		else if (piece.name === 'font' && inFonts && !piece.closes) font += 1;
		else if (inFonts && isStruck(piece)) struck.add(font);
	}
	return struck;
}

/** The styles of a workbook with a format of their own for cells that are struck as a whole. */
export function markStruckCells(xml: string): string {
	const pieces = piecesOf(xml);
	const struck = struckFonts(pieces);
	if (struck.size === 0) return xml;
	const format = (prefix: string): string =>
		`<${prefix}numFmt numFmtId="${STRUCK_ID}" formatCode="${STRUCK_FORMAT.replaceAll('"', '&quot;')}"/>`;
	const hasFormats = pieces.some(({ name, closes }) => name === 'numFmts' && closes);
	let inCells = false;
	const marked = pieces.map(({ text, name, prefix, closes }) => {
		if (name === 'cellXfs') inCells = !closes;
		if (name === 'numFmts' && closes) return format(prefix) + text;
		if (name === 'fonts' && !closes && !hasFormats)
			return `<${prefix}numFmts count="1">${format(prefix)}</${prefix}numFmts>${text}`;
		if (name !== 'xf' || closes || !inCells || !struck.has(Number(xmlAttribute(text, 'fontId') ?? -1))) return text;
		const start = `<${prefix}xf`;
		const rest = text.slice(start.length).replace(/ (?:numFmtId|applyNumberFormat)="\w{0,12}"/gu, '');
		return `${start} numFmtId="${STRUCK_ID}" applyNumberFormat="1"${rest}`;
	});
	return marked.join('');
}
