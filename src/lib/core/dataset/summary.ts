import { measureReader } from '../indicators/index.ts';
import type { MeasureReader, ReportFigures } from '../indicators/index.ts';
import { keptColumn, PAIRED_GROUPS } from './summed-figures.ts';
import type { SummedFigure } from './summed-figures.ts';
import { BEFORE_DIMENSIONS, SUMMED_GROUPS } from './tables.ts';
import type { DatasetTableName } from './tables.ts';
import { toRow } from './rows.ts';
import type { Row, TableRows, Value } from './rows.ts';

/** A report as the tables of sums take it. */
export interface SummedReport extends ReportFigures {
	readonly agencyId: string;
	readonly year: number;
	readonly province: string | null;
	readonly scope: string;
	readonly level: string | null;
	readonly family: string | null;
	/** Whether it fails a hard rule. */
	readonly failing: boolean;
}

type Key = Readonly<Record<string, Value>>;

interface Group {
	readonly key: Key;
	/** By column of `Groups`; a sum that no report gives is NULL, not 0. */
	readonly sums: (number | null)[];
}

/** Groups of one table, each with a sum or count for every column. */
class Groups {
	readonly #columns: readonly string[];
	readonly #none: readonly (number | null)[];
	readonly #groups = new Map<string, Group>();

	constructor(sums: readonly string[], counts: readonly string[]) {
		this.#columns = [...sums, ...counts];
		this.#none = [...sums.map(() => null), ...counts.map(() => 0)];
	}

	of(key: Key): Group {
		const text = JSON.stringify(Object.values(key));
		let group = this.#groups.get(text);
		if (!group) this.#groups.set(text, (group = { key, sums: [...this.#none] }));
		return group;
	}

	rows(name: DatasetTableName): Row[] {
		return Array.from(this.#groups.values(), ({ key, sums }) =>
			toRow(name, { ...key, ...Object.fromEntries(this.#columns.map((column, at) => [column, sums[at] ?? null])) })
		);
	}
}

function add({ sums }: Group, at: number, value: number): void {
	sums[at] = (sums[at] ?? 0) + value;
}

interface ReadFigure {
	readonly at: number;
	readonly read: MeasureReader;
	/** Kept is what reports give that do not give the whole group. */
	readonly apart: boolean;
}

const SUMS = SUMMED_GROUPS.flatMap(({ figures }) => figures.map(keptColumn));
const COUNTS = ['reports', ...SUMMED_GROUPS.flatMap(({ id, old }) => [`without.${id}`, ...(old ? [`old.${id}`] : [])])];
const PAIR_SUMS = PAIRED_GROUPS.flatMap(({ now, before }) => [...now, ...before].map(keptColumn));
const PAIR_COUNTS = [
	'pairs',
	...PAIRED_GROUPS.flatMap(({ id, equal }) => [`without.${id}`, ...(equal ? [`equal.${id}`] : [])])
];

const placesOf = (columns: readonly string[]) => {
	const places = new Map(columns.map((column, at) => [column, at]));
	if (places.size !== columns.length) throw new Error('a column of sums is named twice');
	return (column: string): number => places.get(column) ?? -1;
};
const place = placesOf([...SUMS, ...COUNTS]);
const pairPlace = placesOf([...PAIR_SUMS, ...PAIR_COUNTS]);

const readers = (figures: readonly SummedFigure[], at: (column: string) => number): ReadFigure[] =>
	figures.map((figure) => ({
		at: at(keptColumn(figure)),
		read: measureReader(figure.measure),
		apart: figure.of !== undefined
	}));
const GROUPS = SUMMED_GROUPS.map(({ id, figures, old }) => ({
	...{ figures: readers(figures, place), without: place(`without.${id}`) },
	...{ old, inOld: place(`old.${id}`) }
}));
const PAIRED = PAIRED_GROUPS.map(({ id, now, before, equal }) => ({
	...{ now: readers(now, pairPlace), before: readers(before, pairPlace), without: pairPlace(`without.${id}`) },
	...{ equal, equals: pairPlace(`equal.${id}`) }
}));
const [REPORTS, PAIRS] = [place('reports'), pairPlace('pairs')];

const valuesOf = (figures: readonly ReadFigure[], report: ReportFigures): (number | null)[] =>
	figures.map(({ read }) => read(report));

/** Adds what is kept of figures, where all of their group are given (`whole`) or not. */
function addValues(
	group: Group,
	figures: readonly ReadFigure[],
	values: readonly (number | null)[],
	whole: boolean
): void {
	for (const [index, { at, apart }] of figures.entries()) {
		const value = values[index] ?? null;
		if (value !== null && apart !== whole) add(group, at, value);
	}
}

const keyOf = ({ year, province, scope, level, family }: SummedReport, failing: boolean): Key => ({
	...{ year, province, scope, level, family },
	failing: failing ? 1 : 0
});

const inWords = (reports: readonly SummedReport[]): string =>
	reports
		.map(({ year }) => year)
		.sort((a, b) => a - b)
		.join(' ');

/** Sums up the reports of whole agencies: the tables `summary`, `summary_pairs` and `summary_agencies`. */
export class Summary {
	readonly #reports = new Groups(SUMS, COUNTS);
	readonly #pairs = new Groups(PAIR_SUMS, PAIR_COUNTS);
	readonly #agencies = new Groups([], ['agencies']);

	/** Takes reports, at most one a year of an agency, with all those of an agency at once. */
	add(reports: readonly SummedReport[]): void {
		const agencies = new Map<string, SummedReport[]>();
		for (const report of reports) {
			this.#addReport(report);
			const own = agencies.get(report.agencyId);
			if (own) own.push(report);
			else agencies.set(report.agencyId, [report]);
		}
		for (const own of agencies.values()) this.#addAgency(own);
	}

	#addReport(report: SummedReport): void {
		const group = this.#reports.of(keyOf(report, report.failing));
		add(group, REPORTS, 1);
		for (const { figures, without, old, inOld } of GROUPS) {
			const values = valuesOf(figures, report);
			const whole = !values.includes(null);
			addValues(group, figures, values, whole);
			if (!whole) add(group, without, 1);
			else if (old?.some((table) => report.formats[table] === '2019')) add(group, inOld, 1);
		}
	}

	#addAgency(reports: readonly SummedReport[]): void {
		const byYear = new Map(reports.map((report) => [report.year, report]));
		for (const report of reports) {
			const before = byYear.get(report.year - 1);
			if (before?.scope === report.scope) this.#addPair(report, before);
		}
		const byDimensions = new Map<string, SummedReport[]>();
		for (const report of reports) {
			const { province, scope, level, family } = report;
			const key = JSON.stringify([province, scope, level, family]);
			byDimensions.set(key, [...(byDimensions.get(key) ?? []), report]);
		}
		for (const own of byDimensions.values()) {
			const { province, scope, level, family, agencyId } = own[0] as SummedReport;
			const key = {
				...{ province, scope, level, family },
				years: inWords(own),
				years_passing: inWords(own.filter(({ failing }) => !failing)),
				agency_id: byDimensions.size > 1 ? agencyId : null
			};
			add(this.#agencies.of(key), 0, 1);
		}
	}

	#addPair(report: SummedReport, before: SummedReport): void {
		const group = this.#pairs.of({
			...keyOf(report, report.failing || before.failing),
			...Object.fromEntries(BEFORE_DIMENSIONS.map(({ name, of }) => [name, before[of]]))
		});
		add(group, PAIRS, 1);
		for (const { now: ofNow, before: ofBefore, without, equal, equals } of PAIRED) {
			const [now, then] = [valuesOf(ofNow, report), valuesOf(ofBefore, before)];
			const whole = ![...now, ...then].includes(null);
			addValues(group, ofNow, now, whole);
			addValues(group, ofBefore, then, whole);
			if (!whole) add(group, without, 1);
			else if (equal && now[0] === then[0]) add(group, equals, 1);
		}
	}

	rows(): Pick<TableRows, 'summary' | 'summary_pairs' | 'summary_agencies'> {
		return {
			summary: this.#reports.rows('summary'),
			summary_pairs: this.#pairs.rows('summary_pairs'),
			summary_agencies: this.#agencies.rows('summary_agencies')
		};
	}
}
