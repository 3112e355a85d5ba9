import type { AgencyProblemCode } from '../agencies/agency.ts';
import type { Problem, ProblemCode } from '../extract/report.ts';

/** What only the build can see: the file system, the manifest, two reports for one agency-year, values that a column cannot hold. */
export const BUILD_PROBLEM_CODES = [
	'file/not-found',
	'file/is-folder',
	'file/not-readable',
	'file/crashed',
	'file/timeout',
	'file/changed',
	'file/folder-again',
	'report/superseded',
	'report/versions-differ',
	'cell/out-of-range',
	'cell/unit-differs',
	'manifest/agency-differs',
	'manifest/year-differs',
	'manifest/file-not-there',
	'manifest/row-ragged',
	'manifest/row-repeated',
	'manifest/quote-open',
	'manifest/value-not-understood',
	'manifest/column-unknown'
] as const;
export type BuildProblemCode = (typeof BUILD_PROBLEM_CODES)[number];

/** A problem as the table `problems` holds it. */
export interface DatasetProblem extends Omit<Problem, 'code'> {
	readonly code: ProblemCode | AgencyProblemCode | BuildProblemCode;
}
