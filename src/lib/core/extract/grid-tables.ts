import type { Grid, GridBlock, GridCell } from '../read/document.ts';
import type { OutcomeGroupId } from '../form/index.ts';
import { APPLICANT_COLUMNS, DISPUTES, RESULTS } from '../form/index.ts';
import { blockColumns } from './columns.ts';
import type { Drafts, TableDraft } from './draft.ts';
import { parseFigure, plainCount } from './figure.ts';
import {
	isIdentityNote,
	isSpanningHeading,
	matchApplicant,
	matchArticleItem,
	matchCorner,
	matchTableFour,
	matchTableThree,
	matchTableTwoRow,
	readLabel,
	splitLabels
} from './labels.ts';
import { LooseRows, contradicts } from './loose-rows.ts';
import type { Place } from './report.ts';
import {
	assign,
	assignTwo,
	cellsOfRow,
	inOrder,
	isBlank,
	isByOrder,
	isFigureCell,
	overTwoCells,
	tableFourColumns,
	tableFourOrder,
	tableThreeColumns,
	tableThreeOrder
} from './grid-columns.ts';
import type { Header } from './grid-columns.ts';

const APPLICANT_IDS = APPLICANT_COLUMNS.map((column) => column.id);

/** Asked of every cell: one too short to name the article is no item of it. */
const isArticleItem = (text: string): boolean => text.length >= 5 && matchArticleItem(text) !== null;

/** What cells print, for a problem that speaks of them. */
const printed = (cells: readonly GridCell[]): string =>
	cells
		.map(({ text }) => text)
		.join(' | ')
		.slice(0, 200);

const isThreeHeading = ({ text }: GridCell): boolean =>
	plainCount(text) < 0 && text.trim() !== '' && (isSpanningHeading(text) || matchApplicant(text) !== null);

const isFourHeading = ({ text }: GridCell): boolean =>
	plainCount(text) < 0 && text.trim() !== '' && matchTableFour(text) !== null && matchTableTwoRow(text) === null;

/** Labels of several rows side by side head the columns of a table that was turned. */
function isTurned(labels: readonly GridCell[]): boolean {
	if (labels.length < 3) return false;
	const rows = labels.flatMap(({ text }) => {
		const label = matchTableThree(text, null);
		return label?.kind === 'row' && label.group !== 'other' ? label.row : [];
	});
	return new Set(rows).size > 2;
}

/** The state that one grid hands to the next, since page breaks cut a table in two. */
export class GridReader {
	readonly #drafts: Drafts;
	readonly #ordered: boolean;
	#table: 't2' | 't3' | 't4' | null = null;
	#twoHeader: readonly GridCell[] | null = null;
	#threeHeader: Header | null = null;
	#threeWidth = 0;
	/** The header cells of table three, or four, met since its last row of figures, in reading order. */
	#heads: GridCell[] = [];
	/** The grid whose heading rows name columns of table three. */
	#threeHeads: Grid | null = null;
	readonly #loose = new LooseRows();
	/** The row of table three before has figures and only a group's label: a blank row under it may be its second half. */
	#unnamed = false;
	#group: OutcomeGroupId | null = null;
	#fourHeader: Header | null = null;
	#fourWidth = 0;

	/** `slots`: grids made of lines with bars, which say nothing where their header does not stand over its columns. */
	constructor(drafts: Drafts, of: 'tables' | 'slots' = 'tables') {
		this.#drafts = drafts;
		this.#ordered = of === 'tables';
	}

	/** Reads one grid; true if any statutory row was found in it. */
	read(block: GridBlock, index: number): boolean {
		const { grid } = block;
		let found = false;
		for (let row = 0; row < grid.slots.length; row += 1) {
			const cells = cellsOfRow(grid, row);
			const place = (cell: GridCell): Place => ({
				table: block.table,
				row: grid.lines?.[row] ?? row + 1,
				col: cell.col + 1,
				line: grid.lines?.[row] ?? block.line
			});
			if (!cells.some((cell) => cell.row === row || cell.rowSpan > 1)) continue;
			const read =
				this.#readTwo(row, cells, index, place) ||
				this.#readThree(grid, row, cells, index, place) ||
				this.#readFour(grid, row, cells, index, place);
			found ||= read;
		}
		this.#keepHeadings(grid);
		return found;
	}

	/** Settles what only the whole document could tell. */
	finish(): void {
		this.#loose.settle();
	}

	/** A page may end right below the headings: they hold for the next grid. */
	#keepHeadings(grid: Grid): void {
		const end = grid.slots.length;
		if (this.#table === 't3' && this.#threeHeader === null) this.#findThreeHeader(grid, end);
		if (this.#table === 't4' && this.#fourHeader === null) this.#findFourHeader(grid, end);
	}

	#findThreeHeader(grid: Grid, row: number): Header | null {
		if (this.#threeHeader === null) {
			this.#threeHeader = tableThreeColumns(grid, row);
			if (this.#threeHeader) this.#threeWidth = grid.width;
		}
		return this.#threeHeader;
	}

	#orderedThreeHeader(): Header | null {
		if (this.#ordered) this.#threeHeader = tableThreeOrder(this.#heads);
		return this.#threeHeader;
	}

	#findFourHeader(grid: Grid, row: number): Header | null {
		const found = tableFourColumns(grid, row);
		if (found) [this.#fourHeader, this.#fourWidth] = [found, grid.width];
		return this.#fourHeader;
	}

	#readTwo(row: number, cells: readonly GridCell[], index: number, place: (cell: GridCell) => Place): boolean {
		const named = cells.filter((cell) => !isBlank(cell));
		const first = named[0];
		if (!first) return false;
		const article = named.find((cell) => isArticleItem(cell.text));
		if (article && named.every((cell) => cell === article || isArticleItem(cell.text))) {
			this.#table = 't2';
			this.#twoHeader = null;
			return true;
		}
		const labelled = article ? named.filter((cell) => cell !== article) : named;
		const lead = labelled[0];
		if (!lead) return false;
		if (matchCorner(lead.text)) {
			this.#table = 't2';
			const headings = cells.filter((cell) => cell.col > lead.col);
			const whole = lead.row < row && this.#twoHeader ? overTwoCells(this.#twoHeader, headings) : null;
			this.#twoHeader = whole ?? headings;
			return true;
		}
		if (this.#table === 't2' && this.#twoHeader && cells[0] && isBlank(cells[0]) && !matchTableTwoRow(lead.text)) {
			const whole = overTwoCells(this.#twoHeader, cells.slice(1));
			if (whole) {
				this.#twoHeader = whole;
				return true;
			}
		}
		const id = this.#table === 't3' || this.#table === 't4' ? null : matchTableTwoRow(lead.text);
		if (id === null || (this.#table !== 't2' && this.#twoHeader === null)) {
			if (this.#table === 't2' && this.#twoHeader && labelled.length > 1 && labelled.slice(1).every(isFigureCell)) {
				this.#drafts.current('t2', index).problem({
					code: 'row/unknown',
					found: printed(labelled),
					line: place(lead).line ?? 0
				});
				return true;
			}
			return false;
		}
		const draft = this.#drafts.forRow('t2', id, index, true);
		this.#putTwo(
			draft,
			id,
			cells.filter((cell) => cell.col > lead.col),
			place,
			place(lead).line ?? 0
		);
		return true;
	}

	#putTwo(
		draft: TableDraft,
		row: string,
		values: readonly GridCell[],
		place: (cell: GridCell) => Place,
		line: number
	): void {
		const header = this.#twoHeader ?? [];
		const columns = blockColumns(
			header.map((cell) => cell.text),
			row
		);
		if (!columns) {
			draft.rows.add(row);
			draft.problem({ code: 'table/header-not-found', row, found: printed(header), line });
			return;
		}
		draft.headers.push(columns.layouts);
		const places = columns.columns.map((id, position) => {
			const cells = (columns.texts[position] ?? []).flatMap((at) => header[at] ?? []);
			return {
				id,
				from: Math.min(...cells.map((cell) => cell.col)),
				to: Math.max(...cells.map((cell) => cell.col + cell.colSpan - 1))
			};
		});
		const edge = Math.max(...header.map((cell) => cell.col + cell.colSpan - 1));
		const placed = assignTwo(values, header, { columns: places, edge });
		if (!placed) {
			draft.notPlaced(row, printed(values), columns.columns.join(', '), line);
			return;
		}
		draft.rows.add(row);
		for (const [cell, column] of placed) draft.put(row, column, cell.text, place(cell));
		draft.lacks(row, columns.columns, line);
	}

	#readThree(
		grid: Grid,
		row: number,
		cells: readonly GridCell[],
		index: number,
		place: (cell: GridCell) => Place
	): boolean {
		const heads = cells.filter((cell) => cell.row === row && isThreeHeading(cell));
		if (
			heads.some((cell) => isIdentityNote(cell.text) || isSpanningHeading(cell.text)) ||
			(heads.length >= 3 && new Set(heads.map((cell) => matchApplicant(cell.text))).size >= 3)
		) {
			if (this.#threeHeader !== null || this.#table !== 't3') this.#heads = [];
			this.#heads.push(...cells.filter((cell) => !isBlank(cell) && cell.row === row));
			this.#table = 't3';
			this.#threeHeader = null;
			if (heads.some((cell) => matchApplicant(cell.text) !== null)) this.#threeHeads = grid;
			this.#drafts.current('t3', index);
			return true;
		}
		if (this.#table !== 't3' && !this.#startsThree(cells)) return false;
		const header = this.#findThreeHeader(grid, row) ?? this.#orderedThreeHeader();
		const inPlace = header !== null && !isByOrder(header) && grid.width === this.#threeWidth;
		const firstValue = inPlace ? Math.min(...header.columns.map((column) => column.from)) : Number.POSITIVE_INFINITY;
		const isLabel = (cell: GridCell): boolean =>
			!isFigureCell(cell) && (cell.col < firstValue || this.#namesRow(cell.text));
		const lastLabel = cells.findLastIndex(isLabel);
		const labels = cells.slice(0, lastLabel + 1);
		const mislaid = labels.some((cell) => cell.col >= firstValue && parseFigure(cell.text).kind === 'number');
		if (isTurned(labels)) {
			this.#table = null;
			this.#drafts.current('t3', index).problem({
				code: 'table/header-not-found',
				found: printed(labels),
				line: place(cells[0] as GridCell).line ?? 0
			});
			return true;
		}
		const behind = cells.slice(lastLabel + 1);
		const skewed = behind.some((cell) => cell.col < firstValue && !isBlank(cell));
		const whole = skewed || behind.length === APPLICANT_COLUMNS.length;
		const values = whole ? behind : behind.filter((cell) => cell.col >= firstValue);
		const named = this.#rowOf(labels);
		const figured = values.some((cell) => parseFigure(cell.text).kind === 'number');
		if (named === null || (named === '' && figured)) {
			if (this.#table !== 't3' || labels.every(isBlank) || !figured) return false;
			this.#unnamed = true;
			this.#drafts.current('t3', index).problem({
				code: 'row/unknown',
				found: printed(cells),
				line: place(cells[0] as GridCell).line ?? 0
			});
			return true;
		}
		this.#table = 't3';
		if (named === 'new') this.#group = null;
		if (named === '') return true;
		const draft = this.#drafts.forRow('t3', named, index, named === 'new');
		const continues = this.#unnamed && values.every(isBlank);
		this.#unnamed = false;
		const placed =
			header === null || mislaid || continues
				? null
				: (inPlace && !skewed) || isByOrder(header)
					? assign(values, header)
					: this.#inOrder(values, header);
		if (
			header === null &&
			!mislaid &&
			this.#isLoose(grid, row, values) &&
			this.#loose.keep(draft, named, values, place)
		)
			return true;
		if (!placed) {
			draft.notPlaced(named, printed(values), APPLICANT_IDS.join(', '), place(cells[0] as GridCell).line);
			return true;
		}
		if (draft.rows.has(named)) {
			const texts = new Map([...placed].map(([cell, column]) => [column, cell.text]));
			draft.repeat(named, texts, printed(cells), place(cells[0] as GridCell).line);
			return true;
		}
		draft.rows.add(named);
		for (const [cell, column] of placed) draft.put(named, column, cell.text, place(cell));
		if (placed.size < APPLICANT_COLUMNS.length) draft.lacks(named, APPLICANT_IDS, place(cells[0] as GridCell).line);
		return true;
	}

	/** As many cells as columns, in order; among lines with bars a blank may be a spare slot in place of a cell that was lost. */
	#inOrder(values: readonly GridCell[], header: Header): Map<GridCell, string> | null {
		return this.#ordered || !values.some(isBlank) ? inOrder(values, header) : null;
	}

	/** No heading tells the columns of this row, and none says that they are not the form's. */
	#isLoose(grid: Grid, row: number, values: readonly GridCell[]): boolean {
		return (this.#threeHeads === null || this.#threeHeads === grid) && !contradicts(grid, row, values);
	}

	#namesRow(text: string): boolean {
		return splitLabels(text).some((part) => matchTableThree(part, this.#group) !== null);
	}

	#startsThree(cells: readonly GridCell[]): boolean {
		const [first] = cells;
		if (!first) return false;
		const label = matchTableThree(first.text, null);
		return label?.kind === 'row' && label.row === 'new' && readLabel(first.text).ordinal !== '';
	}

	/** The row that the label cells name; '' for a heading, null where they name none. */
	#rowOf(labels: readonly GridCell[]): string | null {
		let row: string | null = null;
		for (const cell of labels) {
			if (isBlank(cell)) continue;
			for (const part of splitLabels(cell.text)) {
				const label = matchTableThree(part, this.#group) ?? this.#totalRow(part);
				if (!label) {
					row = null;
					continue;
				}
				if (label.kind === 'results') {
					row ??= '';
					continue;
				}
				const inside = row !== null && row !== '' && label.group !== null && label.group === this.#group;
				if (label.group) this.#group = label.group;
				if (inside && (label.kind === 'group' || label.row === 'other')) continue;
				const heading = label.kind === 'group' || (label.row === 'other' && cell.rowSpan > 1);
				row = heading ? '' : label.row;
			}
		}
		return row;
	}

	/** 总计 under the last group is the row of closed requests, numbered or not; under another it may be that group's own. */
	#totalRow(text: string): ReturnType<typeof matchTableThree> {
		return matchApplicant(readLabel(text).words) === 'total' && this.#group === 'other'
			? { kind: 'row', row: 'closed', group: null, sure: true }
			: null;
	}

	#readFour(
		grid: Grid,
		row: number,
		cells: readonly GridCell[],
		index: number,
		place: (cell: GridCell) => Place
	): boolean {
		const headings = cells.filter(isFourHeading);
		if (headings.length >= 2 && headings.length >= cells.filter((cell) => !isBlank(cell)).length / 2) {
			if (this.#table !== 't4') {
				this.#table = 't4';
				this.#fourHeader = null;
				this.#heads = [];
				this.#drafts.current('t4', index);
			}
			this.#heads.push(...cells.filter((cell) => !isBlank(cell) && cell.row === row));
			return true;
		}
		if (this.#table !== 't4') return false;
		const named = cells.filter((cell) => !isBlank(cell));
		if (named.length === 0 || !cells.every(isFigureCell)) return false;
		const draft = this.#drafts.forRow('t4', 'counts', index, true);
		const header = this.#findFourHeader(grid, row) ?? (this.#ordered ? tableFourOrder(this.#heads) : null);
		const placed =
			header &&
			(this.#fourWidth === grid.width || isByOrder(header) ? assign(cells, header) : this.#inOrder(cells, header));
		draft.rows.add('counts');
		if (!placed) {
			for (const dispute of DISPUTES)
				draft.notPlaced(
					dispute.id,
					printed(cells),
					RESULTS.map((result) => result.id).join(', '),
					place(cells[0] as GridCell).line
				);
			return true;
		}
		for (const [cell, id] of placed) {
			const [dispute = '', result = ''] = id.split('.');
			draft.rows.add(dispute);
			draft.put(dispute, result, cell.text, place(cell));
		}
		for (const { id } of DISPUTES)
			draft.lacks(
				id,
				RESULTS.map((result) => result.id),
				place(cells[0] as GridCell).line
			);
		return true;
	}
}
