import { FORMAT_BREAKS, REASONS, RULES } from '../../src/lib/core/audit/index.ts';
import type { Rule, RuleScope } from '../../src/lib/core/audit/index.ts';
import type { Names } from '../../src/lib/core/form/index.ts';
import { markdownTable, renew } from './generated.ts';
import type { GeneratedDoc } from './generated.ts';

// `node scripts/docs/audit.ts` writes the generated parts of docs/audit.md anew from the registry of rules.

const both = ({ zh, en }: Names): string => `${zh} / ${en}`;

function breaksOf(rule: Rule): string {
	return rule.breaks.map((id) => `\`${id}\``).join(' ');
}

function rulesOf(scope: RuleScope): string {
	const rules = RULES.filter((rule) => rule.scope === scope);
	return [
		markdownTable(
			['id', '名称', 'name', 'severity', 'breaks', 'formula'],
			rules.map((rule) => [
				`\`${rule.id}\``,
				rule.names.zh,
				rule.names.en,
				rule.severity,
				breaksOf(rule),
				both(rule.formula)
			])
		),
		'',
		markdownTable(
			['id', 'basis', 'lawful exceptions'],
			rules.map((rule) => [`\`${rule.id}\``, both(rule.basis), rule.exceptions.map(both).join(' · ') || '–'])
		)
	].join('\n');
}

function namesTable(header: readonly string[], names: Readonly<Record<string, Names>>): string {
	return markdownTable(
		header,
		Object.entries(names).map(([id, { zh, en }]) => [`\`${id}\``, zh, en])
	);
}

export const AUDIT_DOC: GeneratedDoc = {
	path: 'docs/audit.md',
	parts: () => ({
		report: rulesOf('report'),
		years: rulesOf('years'),
		group: rulesOf('group'),
		breaks: namesTable(['break', '含义', 'meaning'], FORMAT_BREAKS),
		reasons: namesTable(['reason', '含义', 'meaning'], REASONS)
	})
};

if (import.meta.main) await renew(AUDIT_DOC);
