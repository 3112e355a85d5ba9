import { REASONS, severityOf } from '../core/audit/index.ts';
import type { Finding, Severity } from '../core/audit/index.ts';
import type { Names } from '../core/form/index.ts';
import { DECISIONS } from '../core/dataset/decision.ts';
import type { Decision } from '../core/dataset/decision.ts';
import { alongText, candidateText, cellName, ruleNames, sidesText } from './finding-text.ts';
import { VERDICT_WORDS } from './findings.ts';
import { nameIn } from './locale.ts';
import type { Locale } from './locale.ts';
import { formatNumber } from './numbers.ts';

export const SEVERITY_NAMES: Readonly<Record<Severity, Names>> = {
	hard: { zh: '必须成立', en: 'must hold' },
	definitional: { zh: '口径', en: 'definition' },
	plausibility: { zh: '合理性', en: 'plausibility' }
};

function suggested({ suggestion }: Finding, locale: Locale): string {
	if (!suggestion) return '';
	const [name, value] = [cellName(suggestion.cell, locale), formatNumber(suggestion.value)];
	return locale === 'zh'
		? `如“${name}”为 ${value},不符的各条就都成立`
		: `were ${name} ${value}, all that fail would hold`;
}

function meant({ candidates = [], matched, status }: Finding, locale: Locale): string {
	const print = (one: (typeof candidates)[number]): string =>
		`${candidateText(one, locale)} ${one.value === null ? '?' : formatNumber(one.value)}`;
	if (matched) return `${locale === 'zh' ? '即' : 'that is'} ${print(matched)}`;
	if (status === 'pass' || candidates.length === 0) return '';
	return `${locale === 'zh' ? '表中' : 'in the tables'} ${candidates.map(print).join(locale === 'zh' ? '、' : ', ')}`;
}

function decided(decision: Decision | null, locale: Locale): string {
	if (decision === null) return '';
	return `${nameIn(DECISIONS[decision.decision], locale)} ${decision.date}: ${decision.reason}`;
}

function comparedWith({ against }: Finding, locale: Locale): string {
	if (against === undefined) return '';
	return locale === 'zh' ? `与 ${String(against)} 年度比` : `against ${String(against)}`;
}

/** A finding as one line of text: 不符〔必须成立〕申请人合计 t3-row · 予以公开;左边 3,右边 2;如“…”为 3,不符的各条就都成立. */
export function findingSentence(finding: Finding, locale: Locale, decision: Decision | null = null): string {
	const { rule, status, reason, quoted } = finding;
	const level = nameIn(SEVERITY_NAMES[severityOf(finding)], locale);
	const along = alongText(finding, locale);
	const head = `${nameIn(VERDICT_WORDS[status].name, locale)} [${level}] ${nameIn(ruleNames(rule), locale)} (${rule})${along === '' ? '' : ` · ${along}`}`;
	const parts = [
		comparedWith(finding, locale),
		sidesText(finding, locale),
		quoted === undefined ? '' : locale === 'zh' ? `文字“${quoted}”` : `text “${quoted}”`,
		meant(finding, locale),
		reason === undefined ? '' : nameIn(REASONS[reason], locale),
		suggested(finding, locale),
		decided(decision, locale)
	];
	return [head, ...parts.filter((part) => part !== '')].join(locale === 'zh' ? ';' : '; ');
}
