import { RULES, ruleOf } from '../../src/lib/core/audit/index.ts';
import type { Finding } from '../../src/lib/core/audit/index.ts';
import { IDENTITY_RULES } from '../../src/lib/core/form/index.ts';
import { expectedOf, isRead } from './expected.ts';
import type { ReadAgain } from './expected.ts';

interface Line {
	injected: number;
	/** Of which the figures and words in question were read, none left out as not certain. */
	read: number;
	/** Of those read: told as a failure, or only as unsure. */
	found: number;
	unsure: number;
	/** Failures that no injected error explains. */
	alarms: number;
	/** Failures in reports that have some error, here or in the year before, and may follow from it. */
	consequences: number;
}

const isIdentity = (rule: string): boolean => Object.hasOwn(IDENTITY_RULES, rule);
const isHard = (rule: string): boolean => ruleOf(rule)?.severity === 'hard';

/** What must be found beside what is found, by rule. */
export class Recall {
	readonly #lines = new Map<string, Line>();
	readonly misses: string[] = [];
	readonly falseHard: string[] = [];
	readonly falseOthers: string[] = [];
	reports = 0;
	clean = 0;

	line(name: string): Line {
		let line = this.#lines.get(name);
		if (!line)
			this.#lines.set(name, (line = { injected: 0, read: 0, found: 0, unsure: 0, alarms: 0, consequences: 0 }));
		return line;
	}

	/** Takes in one report; `before` is that of the year before, whose errors show in comparisons too. */
	add(now: ReadAgain, before: ReadAgain | null, findings: readonly Finding[]): void {
		const { truth } = now;
		const failures = findings.filter(({ status }) => status === 'fail');
		const name = `${truth.seed}:${String(truth.index)}`;
		const expected = expectedOf(truth);
		this.reports += 1;
		for (const each of expected) {
			const { name: rule, rules, along } = each;
			const line = this.line(rule);
			line.injected += 1;
			if (!isRead(each, now, before)) continue;
			line.read += 1;
			const fits = (one: Finding): boolean => rules(one.rule) && (along === null || one.along === along);
			if (failures.some(fits)) {
				line.found += 1;
				continue;
			}
			if (findings.some((one) => one.status === 'unsure' && fits(one))) line.unsure += 1;
			else
				this.misses.push(
					`${name} ${rule} ${along ?? ''} [${truth.errors.map((error) => error.name).join(' ')}] ${truth.kind}`
				);
		}
		const isClean = truth.errors.length === 0 && (before === null || before.truth.errors.length === 0);
		if (isClean) this.clean += 1;
		for (const { rule, along } of failures) {
			if (expected.some((one) => one.rules(rule) && (one.along === null || one.along === along))) continue;
			// An identity's failures are known one by one; other hard rules may follow from a figure that was made wrong.
			const explained = isIdentity(rule) ? false : isHard(rule) ? truth.broken.length > 0 : !isClean;
			const line = this.line(rule);
			if (explained) line.consequences += 1;
			else line.alarms += 1;
			if (!explained) (isHard(rule) ? this.falseHard : this.falseOthers).push(`${name} ${rule} ${along} ${truth.kind}`);
		}
	}

	/** Share of the injected errors, as far as they were read, that hard rules found; 1 where there was none. */
	hardRecall(): number {
		const hard = [...this.#lines].filter(([rule]) => isHard(rule)).map(([, line]) => line);
		const read = hard.reduce((sum, line) => sum + line.read, 0);
		return read === 0 ? 1 : hard.reduce((sum, line) => sum + line.found, 0) / read;
	}

	rows(): string[][] {
		const order = new Map(RULES.map(({ id }, index) => [id, index]));
		const share = (part: number, whole: number): string =>
			whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`;
		return [...this.#lines]
			.sort(([a], [b]) => (order.get(a) ?? RULES.length) - (order.get(b) ?? RULES.length))
			.map(([rule, { injected, read, found, unsure, alarms, consequences }]) => [
				rule,
				ruleOf(rule)?.severity ?? '',
				...[injected, read, found, unsure].map(String),
				share(found, read),
				...[alarms, consequences].map(String),
				injected > 0 || isHard(rule) ? share(found, found + alarms) : '–'
			]);
	}
}
