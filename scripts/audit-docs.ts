import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { FORMAT_BREAKS, REASONS, RULES } from '../src/lib/core/audit/index.ts';
import type { Rule, RuleScope } from '../src/lib/core/audit/index.ts';
import type { Names } from '../src/lib/core/form/index.ts';

// `node scripts/audit-docs.ts` writes the generated parts of docs/audit.md anew from the registry of rules.

export const AUDIT_DOC = 'docs/audit.md';

function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]): string =>
		`| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
	return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

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

/** The text with its generated parts, between `<!-- generated: name -->` and `<!-- end -->`, written anew. */
export async function renewAuditDoc(text: string): Promise<string> {
	const parts: Readonly<Record<string, string>> = {
		report: rulesOf('report'),
		years: rulesOf('years'),
		group: rulesOf('group'),
		breaks: namesTable(['break', '含义', 'meaning'], FORMAT_BREAKS),
		reasons: namesTable(['reason', '含义', 'meaning'], REASONS)
	};
	const renewed = text.replace(
		/(<!-- generated: (\w+) -->\n)[\s\S]*?(<!-- end -->)/gu,
		(_, start: string, name: string, end: string) => {
			const part = parts[name];
			if (part === undefined) throw new Error(`unknown generated part: ${name}`);
			return `${start}\n${part}\n\n${end}`;
		}
	);
	return format(renewed, { ...(await resolveConfig(AUDIT_DOC)), filepath: AUDIT_DOC });
}

if (import.meta.main) await writeFile(AUDIT_DOC, await renewAuditDoc(await readFile(AUDIT_DOC, 'utf8')));
