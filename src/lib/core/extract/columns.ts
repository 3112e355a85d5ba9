import { LAYOUTS, TABLE_TWO, remember } from '../form/index.ts';
import type { Layout, TableTwoBlock } from '../form/index.ts';
import { columnAgreement } from './labels.ts';

/** The columns that a header row of table two names for the block that holds a given row of the form. */
export interface BlockColumns {
	/** One, or several that print this block alike. */
	readonly layouts: readonly Layout[];
	readonly item: string;
	readonly columns: readonly string[];
	/** For each column, the indexes of the header texts that name it. */
	readonly texts: readonly (readonly number[])[];
}

/** Shares header texts out to columns in order, one to three texts a column; null where a text is left over or names no column. */
function share(texts: readonly string[], block: TableTwoBlock): { texts: number[][]; score: number } | null {
	const walk = (column: number, text: number): { texts: number[][]; score: number } | null => {
		if (column === block.columns.length) return text === texts.length ? { texts: [], score: 0 } : null;
		let found: { texts: number[][]; score: number } | null = null;
		for (let size = 1; size <= 3 && text + size <= texts.length; size += 1) {
			const label = block.columns[column];
			if (!label) break;
			const score = columnAgreement(texts.slice(text, text + size).join(''), label);
			if (score === 0) continue;
			const rest = walk(column + 1, text + size);
			if (rest && (!found || score + rest.score > found.score)) {
				found = {
					texts: [Array.from({ length: size }, (_, index) => text + index), ...rest.texts],
					score: score + rest.score
				};
			}
		}
		return found;
	};
	return walk(0, 0);
}

/**
 * The block of table two that a header belongs to, told by the row under it and by every header text naming its column in the
 * form's order; null where no layout fits, or several whose columns differ. Two columns that lost the second line of their name (本年新 | 本年新) are told by order.
 */
export function blockColumns(headers: readonly string[], row: string): BlockColumns | null {
	return columnsOf(`${row}${SEPARATOR}${headers.join(SEPARATOR)}`);
}

const SEPARATOR = '\u0001';

const columnsOf = remember((key) => {
	const [row = '', ...headers] = key.split(SEPARATOR);
	return findColumns(headers, row);
});

function findColumns(headers: readonly string[], row: string): BlockColumns | null {
	const named = headers.map((text, index) => ({ text, index })).filter(({ text }) => text.trim() !== '');
	const fits = LAYOUTS.flatMap((layout) => {
		const block = (TABLE_TWO[layout] as readonly TableTwoBlock[]).find((candidate) =>
			candidate.rows.some(({ id }) => id === row)
		);
		const shared =
			block &&
			share(
				named.map(({ text }) => text),
				block
			);
		if (!block || !shared) return [];
		const texts = shared.texts.map((group) => group.map((position) => named[position]?.index ?? -1));
		return [
			{ layouts: [layout], item: block.item, columns: block.columns.map(({ id }) => id), texts, score: shared.score }
		];
	}).sort((a, b) => b.score - a.score);
	const [first] = fits;
	if (first === undefined) return null;
	const equal = fits.filter(({ score }) => score === first.score);
	const alike = equal.every((fit) => fit.item === first.item && fit.columns.join() === first.columns.join());
	return alike ? { ...first, layouts: equal.flatMap(({ layouts }) => layouts) } : null;
}
