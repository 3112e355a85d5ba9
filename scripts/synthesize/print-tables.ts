import {
	APPLICANTS,
	APPLICANT_COLUMNS,
	APPLICANT_TOTAL,
	DISPUTES,
	LAWSUITS,
	OUTCOME_GROUPS,
	RESULTS,
	TABLE_THREE_HEADINGS,
	TABLE_TWO,
	TABLE_TWO_CORNER,
	tableThreeRows
} from '../../src/lib/core/form/index.ts';
import type { Layout, TableThreeRow, TableTwoBlock } from '../../src/lib/core/form/index.ts';
import { figureCells, placeRows, printFigure } from './printed-table.ts';
import type { LooseCell, PrintedKind, PrintedTable } from './printed-table.ts';
import type { ReportFigures } from './report-figures.ts';

/** Turns a label of the form into what the report prints. */
export type Relabel = (id: string, printed: string) => string;

/** How many columns of the grid each printed column of a block of table two takes: of its headings and of its figures. */
export type TableTwoSpans = (item: string) => {
	readonly headings: readonly number[];
	readonly figures: readonly number[];
};

/** Which variant the form of 2019 itself prints, where it is not the first label. */
const LABELS_OF_2019: Readonly<Record<string, string>> = { normative: '规范性文件', decisions: '处理决定数量' };

function printedLabel(of: { readonly id: string; readonly labels: readonly string[] }, layout: Layout): string {
	const wanted = layout === '2019' ? LABELS_OF_2019[of.id] : undefined;
	const label = wanted === undefined ? of.labels[0] : of.labels.find((variant) => variant === wanted);
	if (label === undefined) throw new Error(`label not in the form: ${of.id}`);
	return label;
}

const ones = (count: number): number[] => Array.from({ length: count }, () => 1);

/** Table two on four columns and `spare` more; the last column of a block reaches to the edge. */
export function printTableTwo(
	figures: ReportFigures,
	layout: Layout,
	relabel: Relabel,
	spare: number,
	spansOf?: TableTwoSpans
): PrintedTable {
	const blocks: readonly TableTwoBlock[] = TABLE_TWO[layout];
	const width = 4 + spare;
	const rows: LooseCell[][] = [];
	for (const { item, columns, rows: formRows } of blocks) {
		const plain = [...ones(columns.length - 1), width - columns.length];
		const spans = spansOf?.(item) ?? { headings: plain, figures: plain };
		const id = `t2.item.${item}`;
		rows.push([{ id, kind: 'item', text: relabel(id, `第二十条第(${item})项`), colSpan: width }]);
		rows.push([
			{ id: 't2.corner', kind: 'corner', text: relabel('t2.corner', TABLE_TWO_CORNER) },
			...columns.map((column, index): LooseCell => ({
				id: `t2.${column.id}`,
				kind: 'heading',
				text: relabel(`t2.${column.id}`, printedLabel(column, layout)),
				colSpan: spans.headings[index] ?? 1
			}))
		]);
		for (const row of formRows) {
			rows.push([
				{ id: `t2.${row.id}`, kind: 'label', text: relabel(`t2.${row.id}`, printedLabel(row, layout)) },
				...figureCells(
					figures,
					columns.map((column) => `t2.${row.id}.${column.id}` as const),
					spans.figures
				)
			]);
			for (const foreign of figures.foreignRows ?? [])
				if (foreign.after === row.id)
					rows.push([
						{ id: `t2.foreign.${row.id}`, kind: 'label', text: foreign.label },
						...foreign.figures.map((figure, index): LooseCell => ({
							id: `t2.foreign.${row.id}.${index}`,
							kind: 'figure',
							text: printFigure(figure),
							colSpan: spans.figures[index] ?? 1
						}))
					]);
		}
	}
	return placeRows('t2', rows);
}

/** Table three on ten columns: three for the labels, seven for the applicants. */
export function printTableThree(figures: ReportFigures, layout: Layout, relabel: Relabel): PrintedTable {
	const label = (id: string, kind: PrintedKind, printed: string, colSpan = 1, rowSpan = 1): LooseCell => ({
		id,
		kind,
		text: relabel(id, printed),
		colSpan,
		rowSpan
	});
	const [person, ...organisations] = APPLICANTS;
	const formRows = tableThreeRows(layout);
	const results = formRows.filter((row) => row.group !== undefined || row.id === 'closed');
	const groupStarts = new Set<string>();
	const rows: LooseCell[][] = [
		[
			label('t3.identity', 'corner', `(${TABLE_THREE_HEADINGS.identity})`, 3, 3),
			label('t3.applicants', 'heading', TABLE_THREE_HEADINGS.applicants, APPLICANT_COLUMNS.length)
		],
		[
			label(`t3.${person.id}`, 'heading', person.labels[0], 1, 2),
			label('t3.organisations', 'heading', TABLE_THREE_HEADINGS.organisations, organisations.length),
			label('t3.total', 'heading', APPLICANT_TOTAL.labels[0], 1, 2)
		],
		organisations.map((applicant) => label(`t3.${applicant.id}`, 'heading', applicant.labels[0]))
	];
	const rowLabels = (row: TableThreeRow): LooseCell[] => {
		const own = (columns: number): LooseCell =>
			label(`t3.${row.id}`, 'label', `${row.ordinal}${row.labels[0] ?? ''}`, columns);
		if (!results.includes(row)) return [own(3)];
		const first = row === results[0];
		const lead = first ? [label('t3.results', 'group', `三、${TABLE_THREE_HEADINGS.results}`, 1, results.length)] : [];
		const group = OUTCOME_GROUPS.find((outcome) => outcome.id === row.group);
		const members = results.filter((other) => row.group !== undefined && other.group === row.group).length;
		if (group === undefined || members === 1) return [...lead, own(2)];
		if (groupStarts.has(group.id)) return [own(1)];
		groupStarts.add(group.id);
		return [label(`t3.group.${group.id}`, 'group', `(${group.ordinal})${group.labels[0]}`, 1, members), own(1)];
	};
	for (const row of formRows)
		rows.push([
			...rowLabels(row),
			...figureCells(
				figures,
				APPLICANT_COLUMNS.map((column) => `t3.${row.id}.${column.id}` as const),
				ones(7)
			)
		]);
	return placeRows('t3', rows);
}

/** Table four on fifteen columns: three header rows and the one row of figures. */
export function printTableFour(figures: ReportFigures, relabel: Relabel): PrintedTable {
	const results = (dispute: string, rowSpan: number): LooseCell[] =>
		RESULTS.map((result) => ({
			id: `t4.${dispute}.head.${result.id}`,
			kind: 'heading',
			text: relabel(`t4.${dispute}.${result.id}`, result.labels[0]),
			rowSpan
		}));
	const heading = (dispute: { readonly id: string; readonly labels: readonly string[] }): LooseCell => ({
		id: `t4.${dispute.id}`,
		kind: 'heading',
		text: relabel(`t4.${dispute.id}`, dispute.labels[0] ?? ''),
		colSpan: RESULTS.length
	});
	const suits = DISPUTES.filter((dispute) => dispute.lawsuit);
	const reviews = DISPUTES.filter((dispute) => !dispute.lawsuit);
	const lawsuits: LooseCell = {
		id: 't4.lawsuits',
		kind: 'heading',
		text: relabel('t4.lawsuits', LAWSUITS.labels[0]),
		colSpan: RESULTS.length * suits.length
	};
	return placeRows('t4', [
		[...reviews.map(heading), lawsuits],
		[...reviews.flatMap((dispute) => results(dispute.id, 2)), ...suits.map(heading)],
		suits.flatMap((dispute) => results(dispute.id, 1)),
		DISPUTES.flatMap((dispute) =>
			figureCells(
				figures,
				RESULTS.map((result) => `t4.${dispute.id}.${result.id}` as const),
				ones(RESULTS.length)
			)
		)
	]);
}
