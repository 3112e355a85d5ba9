import type { OpenRow, TextTable } from './text-parser.ts';

function sameFigures(one: OpenRow, other: OpenRow): boolean {
	return (
		one.figures.length > 0 &&
		one.figures.length === other.figures.length &&
		one.figures.every((word, index) => word.text === other.figures[index]?.text)
	);
}

/**
 * The table without rows that a page end made print twice: the same label right behind itself with the same figures. Of labels and
 * figures that drifted apart the rest keeps its order too, since what goes equals what stands before it.
 */
export function withoutRepeats(text: TextTable): TextTable {
	const repeats = text.rows.filter((row, index) => {
		const before = text.rows[index - 1];
		return before?.id === row.id && sameFigures(before, row);
	});
	if (repeats.length === 0) return text;
	const dropped = new Set(repeats.flatMap((row) => row.figures));
	return {
		...text,
		rows: text.rows.filter((row) => !repeats.includes(row)),
		figures: text.figures.filter((word) => !dropped.has(word))
	};
}
