import { resolveAgency, scopeOf } from '../../core/agencies/index.ts';
import { auditYears } from '../../core/audit/index.ts';
import type { Finding } from '../../core/audit/index.ts';
import type { Scope } from '../../core/dataset/tables.ts';
import type { FoundLayout, Report, ReportCell } from '../../core/extract/report.ts';
import type { Dataset } from '../../db/gate.ts';
import { literal } from '../../db/sql.ts';
import { cellsOf, NO_FILTERS, reportRows, run } from '../../queries/index.ts';
import type { CellRow, Query, ReportRow } from '../../queries/index.ts';

/** What the dataset has beside a draft. */
export interface Beside {
	/** Reports of the same agency, by year; empty where the dataset does not have it. */
	readonly own: readonly ReportRow[];
	/** The report of the year before. */
	readonly previous: ReportRow | null;
	/** The verdicts of the rules over the two years; none without the year before. */
	readonly findings: readonly Finding[];
	readonly scope: Scope;
	readonly family: string | null;
	/** Reports of other agencies of the same level and kind in one year: the draft's, or where there are none the year before. */
	readonly peers: readonly ReportRow[];
	readonly peerYear: number | null;
}

/** The agency of exactly that name, if one alone bears it. */
function agencyNamed(name: string): Query<string> {
	return {
		tables: ['reports'],
		years: [],
		sql: `SELECT DISTINCT r.agency_id FROM reports r WHERE r.agency = ${literal(name)}`,
		parse: (rows) => rows.map((row) => String(row['agency_id']))
	};
}

async function ownReports(dataset: Dataset, id: string, name: string): Promise<ReportRow[]> {
	const found = await run(dataset, reportRows({ ...NO_FILTERS, agencies: [id] }));
	if (found.length > 0) return found;
	const [only, ...others] = await run(dataset, agencyNamed(name));
	return only === undefined || others.length > 0 ? [] : run(dataset, reportRows({ ...NO_FILTERS, agencies: [only] }));
}

/** Bodies of one family do the same work; governments and towns do by their level alone; of others none is known to be alike. */
const hasPeers = (scope: Scope, family: string | null): boolean =>
	scope !== 'unknown' && (family !== null || scope.endsWith('_summary') || scope === 'township_own');

function reportCell({ value, raw, absence, unit }: CellRow): ReportCell {
	return { v: value, raw, ...(absence === null ? {} : { absence }), ...(unit === null ? {} : { unit }) };
}

/** A report of the dataset as it was extracted, but for its prose, which the dataset does not hold. */
function storedReport(row: ReportRow, cells: readonly CellRow[]): Report {
	return {
		file: row.source,
		reader: null,
		agency: row.agency,
		year: row.year,
		title: null,
		formats: row.formats as Record<keyof Report['formats'], FoundLayout>,
		cells: Object.fromEntries(cells.map((cell) => [cell.cell, reportCell(cell)])),
		problems: [],
		sections: [],
		copies: 1
	};
}

/** Finds what there is of the draft's agency and of its peers. Null where the draft names no agency or no year. */
export async function findBeside(dataset: Dataset, report: Report): Promise<Beside | null> {
	const { agency, year } = report;
	if (agency === null || year === null) return null;
	const resolved = resolveAgency(agency, { year }).agency;
	const own = await ownReports(dataset, resolved.id, agency);
	const known = own.at(-1);
	const scope = known?.scope ?? scopeOf(resolved);
	const family = known?.family ?? resolved.family;
	const row = own.find((one) => one.year === year - 1);
	const cells = row ? await run(dataset, cellsOf(row.agency_id, row.year)) : [];
	const alike = hasPeers(scope, family)
		? await run(
				dataset,
				reportRows({
					...NO_FILTERS,
					years: [year - 1, year],
					scopes: [scope],
					families: family === null ? [] : [family]
				})
			)
		: [];
	const others = alike.filter((one) => one.agency_id !== (known?.agency_id ?? resolved.id));
	const peerYear = [year, year - 1].find((each) => others.some((one) => one.year === each)) ?? null;
	return {
		own,
		previous: row ?? null,
		findings: row
			? auditYears([storedReport(row, cells), report], { body: resolved }).filter((finding) => finding.year === year)
			: [],
		scope,
		family,
		peers: others.filter((one) => one.year === peerYear),
		peerYear
	};
}
