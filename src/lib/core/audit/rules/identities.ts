import { IDENTITY_RULES } from '../../form/index.ts';
import type { IdentityRule } from '../../form/index.ts';
import type { AuditedReport } from '../audited-report.ts';
import type { Finding } from '../finding.ts';
import type { ReportRule } from '../rule.ts';
import { slottedIdentities } from '../sheet.ts';
import { withoutTable } from './without-table.ts';

function identityRule(id: IdentityRule): ReportRule {
	const texts = IDENTITY_RULES[id];
	const rule: ReportRule = {
		id,
		scope: 'report',
		severity: texts.severity,
		names: texts.names,
		formula: texts.formula,
		basis: texts.basis,
		exceptions: [],
		breaks: [],
		check: (audited: AuditedReport): readonly Finding[] => {
			const found = audited.report.formats[texts.table];
			const checks = slottedIdentities(texts.table, found);
			if (checks.length > 0) return audited.identities(texts.table).filter((finding) => finding.rule === id);
			return withoutTable(rule, texts.table, found);
		}
	};
	return rule;
}

export const T3_BALANCE = identityRule('t3-balance');
export const T3_SUM = identityRule('t3-sum');
export const T3_ROW = identityRule('t3-row');
export const T4_SUM = identityRule('t4-sum');
