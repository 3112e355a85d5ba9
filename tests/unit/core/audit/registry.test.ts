import { describe, expect, it } from 'vitest';
import {
	FORMAT_BREAKS,
	NOT_LINKED,
	REASONS,
	RULES,
	RULE_SCOPES,
	SEVERITIES,
	VERDICTS,
	ruleOf
} from '../../../../src/lib/core/audit/index.ts';
import type { Finding, Verdict } from '../../../../src/lib/core/audit/index.ts';
import { CASES } from './cases.ts';

const verdictsOf = (rule: string, findings: readonly Finding[]): Verdict[] =>
	findings.filter((finding) => finding.rule === rule).map(({ status }) => status);

describe('the registry of rules', () => {
	it('has a case for every rule, and no case for any other', () => {
		expect(Object.keys(CASES).toSorted()).toEqual(RULES.map(({ id }) => id).toSorted());
	});

	it('knows each rule by one id', () => {
		expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
		expect(ruleOf('t3-le')?.severity).toBe('hard');
		expect(ruleOf('x-3')).toBeUndefined();
		expect(NOT_LINKED.id).toBe('x-3');
	});

	it.each(RULES.map((rule) => [rule.id, rule] as const))('%s has all its texts', (id, rule) => {
		expect(id).toMatch(/^[a-z][a-z0-9-]*$/u);
		expect(RULE_SCOPES).toContain(rule.scope);
		expect(SEVERITIES).toContain(rule.severity);
		for (const text of [rule.names, rule.formula, rule.basis, ...rule.exceptions]) {
			expect(text.zh).toMatch(/[\u4e00-\u9fa5]/u);
			expect(text.en).toMatch(/[a-z]/u);
			expect(text.en).not.toMatch(/违法|造假|瞒报/u);
		}
		for (const one of rule.breaks) expect(FORMAT_BREAKS).toHaveProperty(one);
		if (rule.severity === 'definitional' && rule.id !== 'y-carry') expect(rule.exceptions.length).toBeGreaterThan(0);
	});

	const cases = Object.entries(CASES).flatMap(([rule, verdicts]) =>
		Object.entries(verdicts).map(([verdict, run]) => [rule, verdict as Verdict, run] as const)
	);
	it.each(cases)('%s has a case that is %s', (rule, verdict, run) => {
		const verdicts = verdictsOf(rule, run());
		expect(verdicts).toContain(verdict);
		if (verdict === 'pass' || verdict === 'not_assessable') expect(verdicts).not.toContain('fail');
	});

	it.each(cases)('%s gives findings that can be told apart (%s)', (_, __, run) => {
		const findings = run();
		const keys = findings.map(({ year, rule, along }) => `${year ?? ''} ${rule} ${along}`);
		expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
		for (const finding of findings) {
			expect(VERDICTS).toContain(finding.status);
			expect(finding.along).not.toBe('');
			expect(finding.severity).toBe(ruleOf(finding.rule)?.severity);
			if (finding.reason !== undefined) expect(REASONS).toHaveProperty(finding.reason);
			if (finding.status === 'not_assessable' && finding.rule !== 't3-row') continue;
			if (finding.status === 'unsure' && ruleOf(finding.rule)?.severity !== 'hard')
				expect(finding.reason).toBeDefined();
		}
	});
});
