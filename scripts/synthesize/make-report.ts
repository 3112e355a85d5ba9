import { TABLE_IDS, formCells } from '../../src/lib/core/form/index.ts';
import type { CellKey } from '../../src/lib/core/form/index.ts';
import type { Draft, FileKind, FileShape, Mutation, PdfShape, PrintedFigure } from './draft.ts';
import { plainFigure } from './draft.ts';
import { ERROR_KINDS, brokenIdentities } from './errors.ts';
import type { InjectedError } from './errors.ts';
import type { SHAPES } from './file-shapes.ts';
import { drawShape } from './file-shapes.ts';
import { cutMarked, markFigures } from './marks.ts';
import { drawMutations } from './mutations/registry.ts';
import type { Rates } from './mutations/registry.ts';
import { pdfPage } from './pdf-page.ts';
import { printReport } from './print-report.ts';
import type { PrintedReport } from './print-report.ts';
import { writeProse } from './prose.ts';
import type { QuotedCount, WrittenProse } from './prose.ts';
import { Random } from './random.ts';
import { renderDocx } from './render-docx.ts';
import { encodeText, renderText } from './render-report.ts';
import type { Shape } from './render-report.ts';
import { renderXlsx } from './render-xlsx.ts';
import { drawTitle } from './titles.ts';
import { cellsOf } from './world/counts.ts';
import type { Formats } from './world/counts.ts';
import type { AgencyYear } from './world/world.ts';

/** What stands in a file, for those who read it or audit it. */
export interface Truth {
	readonly seed: string;
	/** Its number in the corpus. */
	readonly index: number;
	readonly file: string;
	readonly id: string;
	/** The agency's name with its city's, and as the title prints it; null where the title prints none. */
	readonly agency: string;
	readonly printedAgency: string | null;
	readonly level: string;
	readonly type: string;
	readonly family: string | null;
	readonly province: string;
	readonly city: string | null;
	readonly county: string | null;
	readonly year: number;
	readonly sums: readonly string[];
	readonly formats: Formats;
	/** The text breaks off, so that tables may have lost the rows that tell their layout. */
	readonly cut: boolean;
	readonly copies: number;
	readonly kind: FileKind;
	readonly shape: FileShape;
	readonly cells: Readonly<Partial<Record<CellKey, PrintedFigure>>>;
	readonly prose: readonly QuotedCount[];
	readonly mutations: readonly string[];
	readonly errors: readonly InjectedError[];
	/** Identities within the tables that the injected errors break, as `rule along`. */
	readonly broken: readonly string[];
}

export interface MadeReport {
	readonly truth: Truth;
	/** The bytes of the file; for a PDF, of the page that is to be printed. */
	readonly bytes: Uint8Array;
}

export interface MakeOptions {
	readonly seed: string;
	readonly kinds: readonly FileKind[];
	/** Shapes to draw from in place of the usual ones. */
	readonly shapes?: Partial<typeof SHAPES>;
	readonly mutations: Rates;
	readonly errors: Rates;
}

const EXTENSIONS: Readonly<Record<FileKind, string>> = {
	html: 'html',
	docx: 'docx',
	pdf: 'pdf',
	xlsx: 'xlsx',
	txt: 'txt',
	md: 'md',
	csv: 'csv'
};

/** How often each kind of file occurs, where it is asked for. */
const KIND_WEIGHTS: Readonly<Record<FileKind, number>> = { html: 4, docx: 2, pdf: 1, xlsx: 1, txt: 6, md: 2, csv: 1 };

const layoutsOf = (year: number): Formats => {
	const layout = year < 2021 ? '2019' : '2021';
	return { t2: layout, t3: layout, t4: layout };
};

interface Errors {
	readonly formats: Formats;
	readonly values: Map<CellKey, number>;
	readonly injected: InjectedError[];
	/** The fault to be put into the prose, once it is written. */
	readonly inProse: (typeof ERROR_KINDS)[number] | null;
}

/** Draws at most one error and puts it into the numbers. */
export function injectErrors(of: AgencyYear, previous: AgencyYear | null, random: Random, rates: Rates): Errors {
	const plain = layoutsOf(of.year);
	const kind = random.shuffled(ERROR_KINDS).find(({ name }) => random.chance(rates.get(name) ?? 0));
	const formats = kind?.formats?.(plain, of) ?? plain;
	const values = cellsOf(of.counts, formats);
	const injected: InjectedError[] = [];
	if (kind?.formats !== undefined && formats !== plain) injected.push({ name: kind.name, cells: {} });
	const changed = kind?.cells?.({ of, previous, formats, values, random }) ?? null;
	if (kind !== undefined && changed !== null) {
		const cells: Record<string, { printed: number; true: number }> = {};
		for (const [key, printed] of changed) {
			const correct = values.get(key) ?? 0;
			if (printed !== correct) cells[key] = { printed, true: correct };
			values.set(key, printed);
		}
		injected.push({ name: kind.name, cells });
	}
	return { formats, values, injected, inProse: kind?.prose === undefined ? null : kind };
}

/** The cells that an identity runs over stay numbers where an error is to be found in them. */
export function fixedCells(formats: Formats, injected: readonly InjectedError[]): Set<CellKey> {
	const tables = new Set(injected.flatMap(({ cells }) => Object.keys(cells).map((key) => key.slice(0, 2))));
	return new Set(
		TABLE_IDS.flatMap((table) => {
			const layout = formats[table];
			return layout !== null && tables.has(table) ? formCells(table, layout).map((cell) => cell.key) : [];
		})
	);
}

function draftOf(
	of: AgencyYear,
	kind: FileKind,
	random: Random,
	errors: Errors,
	shapes: Partial<typeof SHAPES>
): { draft: Draft; counts: readonly QuotedCount[] } {
	const short = of.agency.county !== null && of.agency.city !== null && random.chance(0.3);
	const agency = short ? of.name.slice(of.agency.city?.length ?? 0) : of.name;
	let prose: WrittenProse = writeProse(random, { agency, year: of.year, valueOf: (key) => errors.values.get(key) });
	const slipped = errors.inProse?.prose?.(prose, random) ?? null;
	if (slipped !== null && errors.inProse !== null) {
		prose = slipped.prose;
		errors.injected.push({ name: errors.inProse.name, cells: {}, prose: slipped.slip });
	}
	const { counts, ...paragraphs } = prose;
	const shape = drawShape(random, kind, shapes);
	return {
		counts,
		draft: {
			of,
			fileKind: kind,
			agency,
			agencyHidden: false,
			title: drawTitle(random, agency, of.year),
			formats: errors.formats,
			figures: new Map([...errors.values].map(([key, value]) => [key, plainFigure(value)])),
			fixed: fixedCells(errors.formats, errors.injected),
			relabels: [],
			merged: new Map(),
			foreignRows: [],
			punctuation: random.chance(0.5) ? 'full' : 'half',
			spareColumns: 0,
			tableTwoSpans: null,
			emptyUnderHeadings: false,
			prose: paragraphs,
			shape: shape.kind === 'reading' ? { ...shape, seed: `${random.int(0, 1_000_000)}` } : shape,
			encoding: 'utf-8',
			keeps: null,
			copies: 1
		}
	};
}

function printDraft(draft: Draft, mutations: readonly Mutation[], randomOf: (name: string) => Random): PrintedReport {
	const cells: Partial<Record<CellKey, string>> = {};
	for (const [key, figure] of draft.figures) cells[key] = figure.raw;
	const merged = Object.fromEntries(
		[...draft.merged].map(([key, columns]) => [key, { figure: draft.figures.get(key)?.raw ?? '', columns }])
	);
	let report = printReport(
		{
			agency: draft.agency,
			year: draft.of.year,
			formats: draft.formats,
			cells,
			merged,
			foreignRows: draft.foreignRows
		},
		{
			title: draft.title,
			relabel: (id, printed) => draft.relabels.reduce((text, relabel) => relabel(id, text), printed),
			punctuation: draft.punctuation,
			spareColumns: draft.spareColumns,
			...(draft.tableTwoSpans === null ? {} : { tableTwoSpans: draft.tableTwoSpans }),
			emptyUnderHeadings: draft.emptyUnderHeadings,
			prose: draft.prose
		}
	);
	for (const mutation of mutations) report = mutation.blocks?.(report, randomOf(mutation.name), draft) ?? report;
	const blocks = Array.from({ length: draft.copies }, () => report.blocks).flat();
	return { ...report, blocks };
}

/** A file, and the cells that it still prints. */
interface Written {
	readonly bytes: Uint8Array;
	readonly cells: Partial<Record<CellKey, PrintedFigure>>;
	readonly cut: boolean;
}

function cellsIn(draft: Draft): Partial<Record<CellKey, PrintedFigure>> {
	return Object.fromEntries(draft.figures);
}

const isTextShape = (shape: FileShape): shape is Shape =>
	shape.kind !== 'docx' && shape.kind !== 'xlsx' && shape.kind !== 'pdf';

function writeText(draft: Draft, shape: Shape, report: PrintedReport, change: (text: string) => string): Written {
	if (draft.keeps === null) {
		return { bytes: encodeText(change(renderText(report, shape)), draft.encoding), cells: cellsIn(draft), cut: false };
	}
	const marked = markFigures(report);
	const { text, whole, last } = cutMarked(change(renderText(marked.report, shape)), draft.keeps, marked.keys);
	const cells: Partial<Record<CellKey, PrintedFigure>> = {};
	for (const [key, figure] of draft.figures) {
		if (figure.raw === '' || figure.optional === true) cells[key] = { ...figure, optional: true };
		else if (key === last) cells[key] = { ...figure, optional: true };
		else if (whole.has(key)) cells[key] = figure;
	}
	return { bytes: encodeText(text, draft.encoding), cells, cut: true };
}

async function writeFile(draft: Draft, report: PrintedReport, change: (text: string) => string): Promise<Written> {
	const { shape } = draft;
	if (isTextShape(shape)) {
		const declared =
			shape.kind === 'html' && shape.charset === undefined ? { ...shape, charset: draft.encoding } : shape;
		return writeText(draft, declared, report, change);
	}
	const bytes =
		shape.kind === 'docx'
			? await renderDocx(report, shape)
			: shape.kind === 'xlsx'
				? renderXlsx(report, shape)
				: new TextEncoder().encode(pdfPage(report, shape satisfies PdfShape));
	return { bytes, cells: cellsIn(draft), cut: false };
}

/** Where a file of the corpus stands: by place and year, named after its number. */
function pathOf(of: AgencyYear, index: number, kind: FileKind): string {
	const { province, city, county } = of.agency;
	const folders = [province, city, county].filter((part) => part !== null).join('/');
	return `${folders}/${String(index).padStart(6, '0')}-${of.year}.${EXTENSIONS[kind]}`;
}

/** Makes the report of one agency and year: its file and what is true of it, told by seed and number alone. */
export async function makeReport(
	of: AgencyYear,
	previous: AgencyYear | null,
	index: number,
	options: MakeOptions
): Promise<MadeReport> {
	const randomOf = (...names: readonly string[]): Random => new Random(options.seed, 'report', index, ...names);
	const random = randomOf();
	const kind = random.weighted(options.kinds.map((name) => [name, KIND_WEIGHTS[name]] as const));
	const errors = injectErrors(of, previous, randomOf('errors'), options.errors);
	const { draft, counts } = draftOf(of, kind, random, errors, options.shapes ?? {});
	const mutations = drawMutations(draft, randomOf('mutations'), options.mutations);
	for (const mutation of mutations) mutation.draft?.(draft, randomOf('draft', mutation.name));
	const report = printDraft(draft, mutations, (name) => randomOf('blocks', name));
	const change = (text: string): string =>
		mutations.reduce(
			(changed, mutation) => mutation.text?.(changed, randomOf('text', mutation.name), draft) ?? changed,
			text
		);
	const written = await writeFile(draft, report, change);
	const { agency } = of;
	const truth: Truth = {
		seed: options.seed,
		index,
		file: pathOf(of, index, kind),
		id: agency.id,
		agency: of.name,
		printedAgency: draft.agencyHidden ? null : draft.agency,
		level: agency.level,
		type: agency.type,
		family: agency.family,
		province: agency.province,
		city: agency.city,
		county: agency.county,
		year: of.year,
		sums: agency.sums,
		formats: draft.formats,
		cut: written.cut,
		copies: draft.copies,
		kind,
		shape: draft.shape,
		cells: written.cells,
		prose: counts.map((count) => ({ ...count, cells: count.cells.filter((key) => key in written.cells) })),
		mutations: mutations.map(({ name }) => name),
		errors: errors.injected,
		broken: brokenIdentities(errors.values, errors.formats)
	};
	return { truth, bytes: written.bytes };
}
