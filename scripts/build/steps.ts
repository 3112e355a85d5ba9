import { resolveAgency, scopeOf } from '../../src/lib/core/agencies/index.ts';
import { auditReport } from '../../src/lib/core/audit/index.ts';
import { extractReports } from '../../src/lib/core/extract/index.ts';
import { readDocument } from '../../src/lib/core/read/index.ts';
import type { Steps } from './read-report-file.ts';

/** The project's own steps from bytes to verdicts. */
export const STEPS: Steps = {
	read: readDocument,
	extract: extractReports,
	resolve: (name, { year, address, place }) => resolveAgency(name, { year, address, place }),
	scopeOf,
	audit: auditReport
};
