import { DISPUTES, RESULTS, foldLabel } from '../form/index.ts';
import type { Block } from '../read/document.ts';
import type { Drafts } from './draft.ts';
import { parseFigure } from './figure.ts';
import { endsOpen } from './gaps.ts';
import { matchTableFour } from './labels.ts';
import type { TextTable } from './text-parser.ts';
import { placeOf, plainBars, rawOf } from './words.ts';
import type { Word } from './words.ts';

const COLUMNS = DISPUTES.flatMap((dispute) => RESULTS.map((result) => `${dispute.id}.${result.id}`));
const RESULT_IDS: readonly string[] = RESULTS.map((result) => result.id);
const CYCLE = [...RESULT_IDS, ...RESULT_IDS, ...RESULT_IDS];
const DISPUTE_IDS: readonly string[] = DISPUTES.map((dispute) => dispute.id);

/** The fifteen cells of a line with bars, blanks among them: the number of bars tells whether the line opens or closes with one. */
function betweenBars(line: string): string[] | null {
	const parts = line.split('|');
	const from = parts.length === COLUMNS.length + 2 ? 1 : 0;
	const cells = parts.slice(from, from + COLUMNS.length);
	const rest = [...parts.slice(0, from), ...parts.slice(from + COLUMNS.length)];
	if (
		cells.length !== COLUMNS.length ||
		rest.length > 2 ||
		rest.some((part) => part.trim() !== '') ||
		cells.includes('')
	)
		return null;
	return cells.map((cell) => cell.trim());
}

function sumsHold(texts: readonly string[]): boolean {
	const values = texts
		.map((text) => parseFigure(text))
		.map((figure) => (figure.kind === 'number' ? figure.v : Number.NaN));
	return DISPUTES.every((_, group) => {
		const [upheld = Number.NaN, corrected = Number.NaN, other = Number.NaN, pending = Number.NaN, total = Number.NaN] =
			values.slice(group * RESULTS.length);
		return upheld + corrected + other + pending === total;
	});
}

/** Labels of results or of groups among the words. */
function labelsIn(words: readonly Word[]): { results: string[]; disputes: string[] } {
	const labels = words.flatMap((word) => matchTableFour(word.text) ?? []);
	return {
		results: labels.flatMap((label) => (label.kind === 'result' ? label.id : [])),
		disputes: labels.flatMap((label) => (label.kind === 'dispute' ? label.id : []))
	};
}

const isOneEach = (found: readonly string[], known: readonly string[]): boolean =>
	found.length === known.length && known.every((id) => found.includes(id));

/** Whether what is there of `found` can stand in the order of `known`, the rest being broken or lost. */
function isWithin(found: readonly string[], known: readonly string[]): boolean {
	let at = 0;
	for (const id of found) {
		at = known.indexOf(id, at) + 1;
		if (at === 0) return false;
	}
	return true;
}

function linesOf(words: readonly Word[]): Word[][] {
	return [...new Set(words.map(({ line }) => line))].map((line) => words.filter((word) => word.line === line));
}

interface Run {
	readonly labels: Word[];
	readonly figures: Word[];
}

/** Words and figures in reading order, cut where a word follows a figure. */
function runsOf(words: readonly Word[], figures: ReadonlySet<Word>): Run[] {
	const runs: Run[] = [];
	for (const word of words) {
		const last = runs.at(-1);
		if (figures.has(word)) last?.figures.push(word);
		else if (last?.figures.length === 0) last.labels.push(word);
		else runs.push({ labels: [word], figures: [] });
	}
	return runs.filter(({ figures: own }) => own.length > 0);
}

/**
 * The column of each of fifteen figures, by the labels before it: one header over all, or one for each group, for each result, for each
 * figure. Null where the labels do not say it. Under one header the groups must stand in the form's order, since its lines may be read in
 * any; of results that are broken over lines, those on one line.
 */
function columnsOf(runs: readonly Run[]): string[] | null {
	const heads = runs.map(({ labels }) => labelsIn(labels));
	const sizes = runs.map(({ figures }) => figures.length);
	const [first] = heads;
	if (!first) return null;
	if (runs.length === 1) {
		const chunks = [0, 5, 10].map((from) => first.results.slice(from, from + 5));
		const whole = first.results.length === 15 && chunks.every((chunk) => isOneEach(chunk, RESULT_IDS));
		if (!isWithin(first.disputes, DISPUTE_IDS)) return null;
		if (whole && first.disputes.length === DISPUTE_IDS.length)
			return chunks.flatMap((chunk, group) => chunk.map((result) => `${DISPUTE_IDS[group] ?? ''}.${result}`));
		return linesOf(runs[0]?.labels ?? []).every((line) => isWithin(labelsIn(line).results, CYCLE)) ? COLUMNS : null;
	}
	const ids: string[] = [];
	let { disputes, results } = first;
	for (const [index, { figures }] of runs.entries()) {
		const head = heads[index];
		if (index > 0 && head?.disputes.length) disputes = head.disputes;
		if (index > 0 && head?.results.length) results = head.results;
		const dispute = disputes.at(-1) ?? '';
		const result = results.at(-1) ?? '';
		if (sizes[index] === 1) ids.push(`${dispute}.${result}`);
		else if (sizes[index] === 5 && isOneEach(results, RESULT_IDS)) ids.push(...results.map((id) => `${dispute}.${id}`));
		else if (sizes[index] === 3 && isOneEach(disputes, DISPUTE_IDS))
			ids.push(...disputes.map((id) => `${id}.${result}`));
		else ids.push(...figures.map(() => ''));
	}
	return isOneEach(ids, COLUMNS) ? ids : null;
}

/** A year, or last year, over a row: the figures of which year stand there is not known. */
const isOfYear = (word: Word): boolean => /^(?:20\d{2}年?度?|上年度?|上一年度?|去年)$/u.test(foldLabel(word.text));

/**
 * Places the fifteen figures of table four, or declares them. Where table three showed that this text stands out of order
 * (`scrambled`), a cell-a-line row is believed only if its sums hold.
 */
export function readTableFour(
	text: TextTable,
	drafts: Drafts,
	number: number,
	blocks: readonly Block[],
	scrambled: boolean
): void {
	const row = text.rows[0];
	if (!row) return;
	const words = [...new Set([...text.header, ...row.labels])];
	const header = foldLabel(words.map((word) => word.text).join(''));
	const headed =
		['行政复议', '未经复议', '复议后', '维持', '审结'].every((name) => header.includes(name)) && !words.some(isOfYear);
	const draft = drafts.forRow('t4', 'counts', text.start, true);
	draft.rows.add('counts');
	const first = row.figures[0];
	const oneLine = row.figures.every((word) => word.line === first?.line);
	const block = first && oneLine && first.barred ? blocks[first.block] : undefined;
	const whole = row.figures.length === COLUMNS.length ? row.figures.map((word) => word.text) : null;
	const texts = whole ?? (block?.kind === 'text' ? betweenBars(plainBars(block.text)) : null);
	const ordered = [...words, ...row.figures].sort((a, b) => a.block - b.block || a.col - b.col);
	const columns = whole
		? columnsOf(runsOf(ordered, new Set(row.figures)))
		: columnsOf([{ labels: ordered.filter((word) => !row.figures.includes(word)), figures: row.figures }]);
	if (!headed || !first || !texts || !columns || (scrambled && !oneLine && !sumsHold(texts))) {
		for (const dispute of DISPUTES)
			draft.notPlaced(dispute.id, rawOf(row), RESULTS.map((result) => result.id).join(', '), first?.line);
		return;
	}
	columns.forEach((id, index) => {
		const [dispute = '', result = ''] = id.split('.');
		const word = whole ? row.figures[index] : undefined;
		draft.rows.add(dispute);
		if (endsOpen(row) && index === COLUMNS.length - 1) {
			draft.lacks(dispute, [result], first.line);
			return;
		}
		draft.put(
			dispute,
			result,
			texts[index] ?? '',
			word ? placeOf(word, number) : { table: number, row: first.line, col: index + 1, line: first.line }
		);
	});
}
