import { resolveAgency, scopeOf } from '../../src/lib/core/agencies/index.ts';
import type { AgencyOverride } from '../../src/lib/core/agencies/index.ts';
import { auditReport } from '../../src/lib/core/audit/index.ts';
import { extractReports } from '../../src/lib/core/extract/index.ts';
import { readDocument } from '../../src/lib/core/read/index.ts';
import type { Steps } from './read-report-file.ts';

/** The project's own steps from bytes to verdicts; the overrides are rows of data/agencies.csv. */
export const stepsWith = (overrides: readonly AgencyOverride[]): Steps => ({
	read: readDocument,
	extract: extractReports,
	resolve: (name, context) => resolveAgency(name, { ...context, overrides }),
	scopeOf,
	audit: auditReport
});
