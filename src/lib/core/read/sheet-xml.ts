import type { ReadResult } from './document.ts';
import type { SheetCell } from './sheet-cell.ts';
import { writeSheets } from './sheet-blocks.ts';
import type { NamedSheet } from './sheet-blocks.ts';
import { MAX_SHEET_ROWS } from './sheet-grid.ts';
import type { Sheet } from './sheet-grid.ts';
import { markText } from './docx-runs.ts';
import type { Look } from './docx-runs.ts';
import { walkXml, xmlAttribute } from './xml.ts';

const MAX_WIDTH = 16_384;
/** Elements of the text of a cell that is formatted in parts. */
const LOOKS: Readonly<Record<string, Look>> = {
	Sup: { struck: null, raised: true },
	Sub: { struck: null, raised: true },
	S: { struck: true, raised: null }
};

interface OpenSheet {
	readonly name: string;
	hidden: boolean;
	readonly data: SheetCell[][];
	readonly merges: NonNullable<Sheet['!merges']>[number][];
	readonly rows: { hidden: boolean }[];
	readonly cols: { hidden: boolean }[];
}

function toCell(type: string, text: string): SheetCell {
	const value = Number(text);
	if (type !== 'Number' || text.trim() === '' || !Number.isFinite(value)) return { t: 's', v: text };
	return { t: 'n', v: value };
}

/** Places cells, rows and columns, whose numbers are written only where one is left out. */
class Reader {
	readonly sheets: OpenSheet[] = [];
	#row = -1;
	#col = -1;
	#type = '';
	#text: string | null = null;
	#comments = 0;
	#visible = false;
	readonly #looks: Look[] = [];

	open = (name: string, attributes: string): void => {
		const sheet = this.sheets.at(-1);
		const number = (attribute: string): number => Number(xmlAttribute(attributes, attribute) ?? 0) || 0;
		const hidden = (size: string): boolean =>
			xmlAttribute(attributes, 'Hidden') === '1' || Number(xmlAttribute(attributes, size) ?? 1) === 0;
		if (name === 'Worksheet') {
			const title = xmlAttribute(attributes, 'Name') ?? '';
			this.sheets.push({ name: title, hidden: false, data: [], merges: [], rows: [], cols: [] });
			this.#row = -1;
			this.#col = -1;
		} else if (!sheet) return;
		else if (name === 'Column') {
			const first = number('Index') > 0 ? number('Index') - 1 : this.#col + 1;
			this.#col = Math.min(first + number('Span'), MAX_WIDTH);
			for (let col = first; col <= this.#col; col += 1) sheet.cols[col] = { hidden: hidden('Width') };
		} else if (name === 'Row') {
			this.#row = number('Index') > 0 ? number('Index') - 1 : this.#row + 1;
			this.#col = -1;
			if (this.#row < MAX_SHEET_ROWS) sheet.rows[this.#row] = { hidden: hidden('Height') };
		} else if (name === 'Cell') {
			this.#col = number('Index') > 0 ? number('Index') - 1 : this.#col + 1;
			const [across, down] = [number('MergeAcross'), number('MergeDown')];
			if (across > 0 || down > 0)
				sheet.merges.push({ s: { r: this.#row, c: this.#col }, e: { r: this.#row + down, c: this.#col + across } });
			this.#after = across;
		} else if (name === 'Comment') this.#comments += 1;
		else if (name === 'Data' && this.#comments === 0) {
			this.#type = xmlAttribute(attributes, 'Type') ?? '';
			this.#text = '';
		} else if (this.#text !== null && LOOKS[name]) this.#looks.push(LOOKS[name]);
		else if (name === 'Visible') this.#visible = true;
	};

	close = (name: string): void => {
		const sheet = this.sheets.at(-1);
		if (LOOKS[name]) this.#looks.pop();
		else if (name === 'Comment') this.#comments -= 1;
		else if (name === 'Visible') this.#visible = false;
		else if (name === 'Data' && this.#text !== null) {
			if (sheet && this.#row >= 0 && this.#row < MAX_SHEET_ROWS && this.#col >= 0 && this.#col < MAX_WIDTH)
				(sheet.data[this.#row] ??= [])[this.#col] = toCell(this.#type, this.#text);
			this.#text = null;
		} else if (name === 'Cell') this.#col += this.#after;
		if (name === 'Cell') this.#after = 0;
	};

	text = (text: string): void => {
		if (this.#text !== null) this.#text += this.#looks.reduce((marked, look) => markText(marked, look), text);
		const sheet = this.sheets.at(-1);
		if (this.#visible && sheet && text.includes('Hidden')) sheet.hidden = true;
	};

	/** Columns that the cell covers behind its first. */
	#after = 0;
}

/** Reads a workbook that Excel saved as one XML file (2003). */
export function readSheetXml(text: string): ReadResult {
	const reader = new Reader();
	const fault = walkXml(text, reader);
	if (fault) {
		const code = fault === 'torn' ? 'file/damaged' : fault === 'entities' ? 'file/bomb' : 'file/too-many';
		return { ok: false, failure: { code, found: 'XML' } };
	}
	const sheets = reader.sheets.map(({ name, hidden, data, merges, rows, cols }): NamedSheet => ({
		name,
		hidden,
		sheet: { '!data': data, '!merges': merges, '!rows': rows, '!cols': cols }
	}));
	return writeSheets(sheets, 'xls');
}
