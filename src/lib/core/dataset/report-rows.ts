import type { Agency } from '../agencies/agency.ts';
import { APPLICANTS, TABLE_THREE_ROWS } from '../form/index.ts';
import type { Attributed } from './entry.ts';
import type { Figures } from './figures.ts';
import { printedCells } from './printed-cells.ts';
import { rowMaker, toRow } from './rows.ts';
import type { Row, Value } from './rows.ts';
import { REPORT_CELLS } from './tables.ts';
import type { Scope } from './tables.ts';
import type { AttributedEntry } from './versions.ts';

function dimensions(agency: Agency, scope: Scope): Record<string, Value> {
	const { code, province, city, county, township, level, type, family } = agency;
	return { code, province, city, county, township, level, type, family, scope };
}

export function reportValues(
	entry: AttributedEntry,
	figures: Figures,
	problems: number,
	verdicts: Readonly<Record<string, number>>
): Record<string, Value> {
	const { agency, scope, year, report } = entry.attributed;
	const values: Record<string, Value> = {
		agency_id: agency.id,
		agency: entry.agencyName,
		year,
		...dimensions(agency, scope),
		format_t2: report.formats.t2,
		format_t3: report.formats.t3,
		format_t4: report.formats.t4,
		...verdicts,
		problems,
		source: entry.source.path,
		report: entry.ordinal
	};
	for (const cell of REPORT_CELLS) values[cell.key] = figures.values.get(cell.key) ?? null;
	return values;
}

const REQUEST_CELLS = APPLICANTS.map((applicant) => ({
	applicant: applicant.id,
	cells: TABLE_THREE_ROWS.map((row) => `t3.${row.id}.${applicant.id}` as const)
}));
const toRequestRow = rowMaker('requests', ['agency_id', 'year', 'applicant', ...TABLE_THREE_ROWS.map(({ id }) => id)]);

export function requestRows({ agency, year, report }: Attributed, figures: Figures): Row[] {
	if (report.formats.t3 === null) return [];
	return REQUEST_CELLS.map(({ applicant, cells }) => {
		const values: Value[] = [agency.id, year, applicant];
		for (const cell of cells) values.push(figures.values.get(cell) ?? null);
		return toRequestRow(values);
	});
}

export function cellRows({ agency, year, report }: Attributed): Row[] {
	return printedCells(report).map(([{ key }, { v, raw, absence, unit, at }]) =>
		toRow('cells', {
			agency_id: agency.id,
			year,
			cell: key,
			value: v,
			raw,
			absence: absence ?? null,
			unit: unit ?? null,
			table: at?.table ?? null,
			row: at?.row ?? null,
			col: at?.col ?? null,
			line: at?.line ?? null
		})
	);
}

export function absenceRows({ agency, year }: Attributed, figures: Figures): Row[] {
	return figures.absences.map(({ cell, reason, raw }) =>
		toRow('absences', { agency_id: agency.id, year, cell, reason, raw })
	);
}

/** One row an agency, named and placed as in its latest year. */
export function agencyRows(used: readonly AttributedEntry[]): Row[] {
	const latest = new Map<string, { readonly own: Attributed; readonly first: number }>();
	for (const { attributed } of used) {
		const { agency, year } = attributed;
		const known = latest.get(agency.id);
		const own = known && known.own.year >= year ? known.own : attributed;
		latest.set(agency.id, { own, first: Math.min(known?.first ?? year, year) });
	}
	return [...latest.values()].map(({ own: { agency, scope, year }, first }) =>
		toRow('agencies', {
			agency_id: agency.id,
			agency: agency.name,
			...dimensions(agency, scope),
			first_year: first,
			last_year: year
		})
	);
}

/** One row a name that an agency has in its reports. */
export function agencyNameRows(used: readonly AttributedEntry[], spell: ((name: string) => string) | null): Row[] {
	const names = new Map<string, { agency: string; id: string; first: number; last: number }>();
	for (const { attributed, agencyName } of used) {
		const { agency, year } = attributed;
		const key = `${agency.id} ${agencyName}`;
		const known = names.get(key);
		names.set(key, {
			id: agency.id,
			agency: agencyName ?? agency.name,
			first: Math.min(known?.first ?? year, year),
			last: Math.max(known?.last ?? year, year)
		});
	}
	return [...names.values()].map(({ id, agency, first, last }) =>
		toRow('agency_names', {
			agency_id: id,
			agency,
			first_year: first,
			last_year: last,
			pinyin: spell?.(agency) ?? null
		})
	);
}
