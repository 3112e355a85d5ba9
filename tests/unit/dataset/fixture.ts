import type { Agency } from '../../../src/lib/core/agencies/agency.ts';
import type { Entry } from '../../../src/lib/core/dataset/index.ts';
import { datasetTable } from '../../../src/lib/core/dataset/index.ts';
import type { AttributedEntry, DatasetTableName, Row, Value } from '../../../src/lib/core/dataset/index.ts';
import type { Report, ReportCell } from '../../../src/lib/core/extract/report.ts';
import { formCells, TABLE_IDS } from '../../../src/lib/core/form/index.ts';
import type { CellKey } from '../../../src/lib/core/form/index.ts';

export function agencyOf(name: string, more: Partial<Agency> = {}): Agency {
	const places = { code: null, province: '虚省', city: '虚州市', county: null, township: null };
	return { id: `id-${name}`, name, ...places, level: 'city', type: 'department', family: 'finance', ...more };
}

/** A report of layout 2021 in which every cell prints 0, changed as asked; `undefined` takes a cell out. */
export function reportOf(
	cells: Partial<Record<CellKey, ReportCell | number | undefined>> = {},
	more: Partial<Report> = {}
): Report {
	const zero: ReportCell = { v: 0, raw: '0' };
	const whole = new Map<string, ReportCell>(
		TABLE_IDS.flatMap((table) => formCells(table, '2021').map(({ key }) => [key, zero] as const))
	);
	for (const [key, cell] of Object.entries(cells)) {
		if (cell === undefined) whole.delete(key);
		else whole.set(key, typeof cell === 'number' ? { v: cell, raw: String(cell) } : cell);
	}
	const formats = { t2: '2021', t3: '2021', t4: '2021' } as const;
	return {
		file: 'f',
		reader: 'html',
		agency: null,
		year: null,
		title: null,
		formats,
		cells: Object.fromEntries(whole),
		problems: [],
		sections: [],
		copies: 1,
		...more
	};
}

export function entryOf(
	path: string,
	report: Report,
	more: {
		agency?: Agency;
		year?: number;
		scope?: AttributedEntry['attributed']['scope'];
		collected?: string;
		published?: string;
		problems?: Entry['problems'];
	} = {}
): AttributedEntry {
	const agency = more.agency ?? agencyOf('虚州市财政局');
	const year = more.year ?? 2023;
	return {
		source: {
			path,
			sha256: `sha-${path}`,
			bytes: 1,
			reader: 'html',
			address: null,
			collected: more.collected ?? null,
			published: more.published ?? null
		},
		ordinal: 1,
		agencyName: agency.name,
		year,
		attributed: { report, agency, scope: more.scope ?? 'city_own', year, filedYear: null },
		problems: more.problems ?? report.problems
	};
}

/** The rows of a table by column name. */
export function named(table: DatasetTableName, rows: readonly Row[]): Record<string, Value>[] {
	return rows.map((row) =>
		Object.fromEntries(datasetTable(table).columns.map((column, index) => [column.name, row[index] ?? null]))
	);
}
