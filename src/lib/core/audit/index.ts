import type { Report } from '../extract/report.ts';
import { TABLE_IDS, identities } from '../form/index.ts';
import type { Finding } from './finding.ts';
import { checkIdentity } from './identity.ts';

export { VERDICTS } from './finding.ts';
export type { Finding, Verdict } from './finding.ts';

/** The verdict of every rule on one report, tables in order; a table of undetermined layout is checked only where layouts agree (t4). */
export function auditReport(report: Report): Finding[] {
	return TABLE_IDS.flatMap((table) => {
		const layout = report.formats[table];
		if (layout === null) return [];
		if (layout === 'undetermined')
			return table === 't4' ? identities(table, '2021').map((identity) => checkIdentity(identity, report.cells)) : [];
		return identities(table, layout).map((identity) => checkIdentity(identity, report.cells));
	});
}
