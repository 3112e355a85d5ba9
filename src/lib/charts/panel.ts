/** One line of a year's tooltip. */
export interface PanelLine {
	readonly label: string;
	/** As shown: a number, or the word for its absence. */
	readonly text: string;
	/** Fill of its swatch, a CSS colour; none where the line has no mark. */
	readonly color?: string;
	/** The mark is hatched in that colour. */
	readonly hatched?: boolean;
	/** More about the figure, such as how many reports give it. */
	readonly note?: string;
}

/** What a panel knows of one year of its axis. */
export interface PanelYear {
	readonly year: number;
	/** Written under the year: how many reports stand behind it; null where there is none. */
	readonly count: string | null;
	/** Written under the count, in a few signs; the word goes before it where there is room in every year. */
	readonly below?: { readonly word: string; readonly text: string };
	/** The word of the hatch where there is nothing to draw. */
	readonly gap: string | null;
	readonly lines: readonly PanelLine[];
	/** A sentence under the lines. */
	readonly note?: string;
}

/** A year in one sentence, for screen readers. */
export function describeYear(year: PanelYear): string {
	const lines = year.lines.map(({ label, text, note }) => `${label} ${text}${note === undefined ? '' : ` (${note})`}`);
	const parts = [
		String(year.year),
		year.count ?? year.gap ?? '',
		...(year.below === undefined ? [] : [`${year.below.word} ${year.below.text}`]),
		...lines,
		year.note ?? ''
	];
	return parts.filter((part) => part !== '').join('; ');
}
