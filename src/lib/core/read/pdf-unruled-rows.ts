import { beginsItem } from './pdf-seam.ts';
import type { Rule } from './pdf-shapes.ts';
import type { PlacedWord } from './pdf-unruled.ts';

/** A row of an unruled table: the baseline of its figures (null for a row of blanks) and its labels. */
export interface LabelledRow {
	readonly base: number | null;
	readonly y0: number;
	readonly y1: number;
	readonly labels: readonly PlacedWord[];
	readonly text: string;
}

/** A label and the lines it runs over. */
interface Label {
	readonly words: PlacedWord[];
	x0: number;
	x1: number;
	y0: number;
	y1: number;
}

/** Lines of one label are at most this far apart, in the font size. */
const LEADING = 2;

const top = (word: PlacedWord): number => word.base - word.size * 0.85;
const bottom = (word: PlacedWord): number => word.base + word.size * 0.15;

/** Labels that begin with a number, each with the lines below that go on with it. */
function labelsOf(words: readonly PlacedWord[]): Label[] {
	const labels: Label[] = [];
	for (const word of [...words].sort((a, b) => a.base - b.base || a.x0 - b.x0)) {
		if (beginsItem(word.text)) {
			labels.push({ words: [word], x0: word.x0, x1: word.x1, y0: top(word), y1: bottom(word) });
			continue;
		}
		const home = labels.findLast((label) => {
			const last = label.words.at(-1);
			if (!last || word.base - last.base > LEADING * word.size) return false;
			const overlap = Math.min(word.x1, label.x1) - Math.max(word.x0, label.x0);
			const beside = word.base === last.base && word.x0 >= last.x1 && word.x0 - last.x1 < 2 * word.size;
			return beside || overlap > 0.5 * Math.min(word.x1 - word.x0, label.x1 - label.x0);
		});
		if (!home) continue;
		home.words.push(word);
		home.x0 = Math.min(home.x0, word.x0);
		home.x1 = Math.max(home.x1, word.x1);
		home.y1 = Math.max(home.y1, bottom(word));
	}
	return labels;
}

const holds = (label: Label, base: number): boolean => base > label.y0 && base - 1 < label.y1;
const textOf = (words: readonly PlacedWord[]): string => words.map((word) => word.text).join('');

/** Rows told by their numbered labels: each row of figures has one of its own, and no two rows lie in each other. */
function byLabels(bases: readonly number[], words: readonly PlacedWord[]): LabelledRow[] | null {
	const labels = labelsOf(words);
	const chosen = bases.map((base) => labels.filter((label) => holds(label, base)).sort((a, b) => b.x0 - a.x0)[0]);
	if (chosen.some((label) => !label) || new Set(chosen).size !== bases.length) return null;
	const own = chosen as Label[];
	const blanks = labels.filter(
		(label) =>
			!own.includes(label) &&
			label.y0 > (own[0]?.y0 ?? 0) &&
			label.y1 < (own.at(-1)?.y1 ?? 0) &&
			!own.some((other) => other.y0 < label.y1 && label.y0 < other.y1)
	);
	if (blanks.length > 0) return null;
	const rows = own
		.map((label, index) => ({ label, base: bases[index] ?? null }))
		.sort((a, b) => a.label.y0 - b.label.y0);
	const apart = rows.every(({ label }, index) => label.y0 > (rows[index - 1]?.label.y1 ?? -Infinity) - 1);
	if (!apart) return null;
	const inRows = new Set(rows.flatMap(({ label }) => label.words));
	return rows.map(({ label, base }, index) => {
		const y0 = (label.y0 + (rows[index - 1]?.label.y1 ?? label.y0)) / 2;
		const y1 = (label.y1 + (rows[index + 1]?.label.y0 ?? label.y1)) / 2;
		const middle = (word: PlacedWord): number => (top(word) + bottom(word)) / 2;
		const beside = words.filter((word) => !inRows.has(word) && middle(word) >= y0 && middle(word) < y1);
		const groups = beside.sort((a, b) => a.x0 - b.x0 || a.base - b.base);
		return {
			base,
			y0,
			y1,
			labels: [...groups, ...label.words],
			text: `${textOf(groups)} ${textOf(label.words)}`.trim()
		};
	});
}

/** Rows told by lines across the page: between two of them stands at most one row of figures. */
function byRules(bases: readonly number[], words: readonly PlacedWord[], rules: readonly Rule[]): LabelledRow[] | null {
	const [first = 0, last = 0] = [bases[0], bases.at(-1)];
	const ats = [...new Set(rules.map((rule) => Math.round(rule.at)))].sort((a, b) => a - b);
	const above = ats.filter((at) => at < first).at(-1);
	const below = ats.find((at) => at > last);
	if (above === undefined || below === undefined) return null;
	const edges = ats.filter((at) => at >= above && at <= below);
	const rows = edges.slice(1).map((y1, index) => {
		const y0 = edges[index] ?? y1;
		const inside = bases.filter((base) => base > y0 && base < y1 + 1);
		const labels = words.filter((word) => word.base - word.size * 0.35 > y0 && word.base - word.size * 0.35 < y1);
		const sorted = [...labels].sort((a, b) => (Math.abs(a.x0 - b.x0) < a.size ? a.base - b.base : a.x0 - b.x0));
		return { inside, base: inside[0] ?? null, y0, y1, labels, text: textOf(sorted) };
	});
	const single = rows.every((row) => row.inside.length <= 1 && (row.inside.length === 1 || row.labels.length > 0));
	return single ? rows : null;
}

/** The rows of an unruled table from the baselines of its figures and the words before them; null where they cannot be told apart. */
export function rowsOf(
	lines: readonly { readonly base: number; readonly size: number }[],
	words: readonly PlacedWord[],
	rules: readonly Rule[],
	unlabelled: boolean
): LabelledRow[] | null {
	if (unlabelled)
		return lines.map(({ base, size }) => ({
			base,
			y0: base - 0.9 * size,
			y1: base + 0.2 * size,
			labels: [],
			text: ''
		}));
	const bases = lines.map((line) => line.base);
	return byRules(bases, words, rules) ?? byLabels(bases, words);
}
