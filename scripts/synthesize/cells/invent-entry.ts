import { scopeOf } from '../../../src/lib/core/agencies/index.ts';
import type { Agency } from '../../../src/lib/core/agencies/index.ts';
import type { AttributedEntry } from '../../../src/lib/core/dataset/index.ts';
import type { Report, ReportCell } from '../../../src/lib/core/extract/index.ts';
import type { CellKey } from '../../../src/lib/core/form/index.ts';
import { plainFigure } from '../draft.ts';
import type { FigureDraft } from '../draft.ts';
import { fixedCells, injectErrors } from '../make-report.ts';
import { ABSENCE_MUTATIONS } from '../mutations/absences.ts';
import { befalling } from '../mutations/registry.ts';
import type { Rates } from '../mutations/registry.ts';
import { Random } from '../random.ts';
import type { AgencyYear, InventedAgency } from '../world/world.ts';

export interface InventOptions {
	readonly seed: string;
	/** The share of reports that are not published. */
	readonly missing: number;
	readonly mutations: Rates;
	readonly errors: Rates;
}

/** How the table `sources` says that a report was never in a file. */
export const NO_FILE_READER = 'cells';

function agencyOf({ id, province, city, county, township, level, type, family }: InventedAgency, name: string): Agency {
	return { id, name, code: null, province, city, county, township, level, type, family };
}

/** Where a report would stand; no file of that name was written. */
const placeOf = ({ agency, year }: AgencyYear): string =>
	[agency.province, agency.city, agency.county, `${agency.id}-${String(year)}`]
		.filter((part) => part !== null)
		.join('/');

/** The figures of a report with its errors and its marks in place of numbers, as a reader would have found them. */
function inventReport(
	of: AgencyYear,
	previous: AgencyYear | null,
	randomOf: (...names: string[]) => Random,
	options: InventOptions
): Report {
	const { formats, values, injected } = injectErrors(of, previous, randomOf('errors'), options.errors);
	const draft: FigureDraft = {
		formats,
		figures: new Map([...values].map(([key, value]) => [key, plainFigure(value)])),
		fixed: fixedCells(formats, injected)
	};
	const marks = befalling(ABSENCE_MUTATIONS, randomOf('marks'), options.mutations, ({ fits }) => fits?.(draft) ?? true);
	for (const { name, draft: change } of marks) change(draft, randomOf('draft', name));
	const cells: Partial<Record<CellKey, ReportCell>> = {};
	for (const [key, { v, raw, absence }] of draft.figures) cells[key] = absence ? { v, raw, absence } : { v, raw };
	return {
		file: placeOf(of),
		reader: null,
		agency: of.name,
		year: of.year,
		title: null,
		formats,
		cells,
		problems: [],
		sections: [],
		copies: 1
	};
}

/**
 * The report of an invented agency and year as it stands after extraction and attribution; null where it is not published. There is
 * no file behind it, and so neither checksum, address nor place of a cell. Told by the seed, the agency and the year alone.
 */
export function inventEntry(
	of: AgencyYear,
	previous: AgencyYear | null,
	options: InventOptions
): AttributedEntry | null {
	const { agency: invented, name, year } = of;
	const randomOf = (...names: readonly string[]): Random =>
		new Random(options.seed, 'cells', invented.id, year, ...names);
	if (randomOf('missing').chance(options.missing)) return null;
	const agency = agencyOf(invented, name);
	const report = inventReport(of, previous, randomOf, options);
	return {
		source: {
			path: report.file,
			sha256: null,
			bytes: null,
			reader: NO_FILE_READER,
			address: null,
			collected: null,
			published: null
		},
		ordinal: 1,
		agencyName: name,
		year,
		attributed: { report, agency, scope: scopeOf(agency), year, filedYear: year },
		problems: []
	};
}
