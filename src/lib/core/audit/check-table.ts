import type { FoundLayout } from '../extract/report.ts';
import type { TableId } from '../form/index.ts';
import type { Finding } from './finding.ts';
import { checkSlotted } from './identity.ts';
import { slottedIdentities } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { withSuggestion } from './suggest.ts';

/** The verdicts of a table's identities, with the one cell that would heal them where there is one. */
export function checkTable(table: TableId, found: FoundLayout, sheet: Sheet): Finding[] {
	const checks = slottedIdentities(table, found);
	const findings = new Array<Finding>(checks.length);
	let failed = 0;
	for (let index = 0; index < checks.length; index += 1) {
		const check = checks[index];
		if (check === undefined) continue;
		const finding = checkSlotted(check, sheet);
		if (finding.status === 'fail') failed += 1;
		findings[index] = finding;
	}
	return table === 't3' && failed > 1 ? withSuggestion(findings, sheet) : findings;
}
