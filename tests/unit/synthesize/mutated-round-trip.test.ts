import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCase, madeCase } from '../../../scripts/accuracy/cases.ts';
import { numberedYears } from '../../../scripts/synthesize/corpus.ts';
import type { FileKind } from '../../../scripts/synthesize/draft.ts';
import { ERROR_KINDS } from '../../../scripts/synthesize/errors.ts';
import { makeReport } from '../../../scripts/synthesize/make-report.ts';
import { MUTATIONS, readRates } from '../../../scripts/synthesize/mutations/registry.ts';
import { COUNTED_ROWS, Counts, OUTCOME_ROWS, TABLE_TWO_KEYS } from '../../../scripts/synthesize/world/counts.ts';
import { SMALL_SIZES } from '../../../scripts/synthesize/world/world.ts';
import type { AgencyYear } from '../../../scripts/synthesize/world/world.ts';
import { APPLICANTS } from '../../../src/lib/core/form/index.ts';

const KINDS: readonly FileKind[] = ['html', 'docx', 'xlsx', 'csv', 'md', 'txt'];

const ERRORS = readRates('none', ERROR_KINDS);

const [first] = numberedYears({ seed: 'mutated', years: [2021, 2021], sizes: SMALL_SIZES, agencies: 1, reports: 1 });
const agency = (first as { of: AgencyYear }).of;

const count = fc.oneof(
	{ weight: 6, arbitrary: fc.constant(0) },
	{ weight: 3, arbitrary: fc.integer({ min: 1, max: 30 }) },
	{ weight: 1, arbitrary: fc.integer({ min: 31, max: 123_456 }) }
);

/** What came in made to equal what was dealt with and what is carried over, applicant by applicant. */
function balance(counts: Counts): void {
	APPLICANTS.forEach((_, applicant) => {
		const of = (row: string): number => counts.requestsOf(row, applicant);
		const out = [...OUTCOME_ROWS, 'carried_out'].reduce((sum, row) => sum + of(row), 0);
		const missing = out - of('new') - of('carried_in');
		counts.addRequests(missing >= 0 ? 'new' : 'carried_out', applicant, Math.abs(missing));
	});
}

/** Random figures of any agency in any year, half of them balanced as the form demands. */
const agencyYears: fc.Arbitrary<AgencyYear> = fc
	.record({
		year: fc.integer({ min: 2019, max: 2025 }),
		balanced: fc.boolean(),
		requests: fc.array(count, { minLength: COUNTED_ROWS.length * 6, maxLength: COUNTED_ROWS.length * 6 }),
		disputes: fc.array(count, { minLength: 12, maxLength: 12 }),
		two: fc.array(count, { minLength: TABLE_TWO_KEYS.length, maxLength: TABLE_TWO_KEYS.length })
	})
	.map(({ year, balanced, requests, disputes, two }) => {
		const counts = new Counts();
		counts.requests.set(requests);
		counts.disputes.set(disputes);
		counts.tableTwo.set(two);
		if (balanced) balance(counts);
		return { ...agency, year, counts };
	});

async function check(
	of: AgencyYear,
	index: number,
	kind: FileKind,
	mutations: string
): Promise<{ applied: readonly string[]; outcome: Awaited<ReturnType<typeof checkCase>>['outcome'] }> {
	const rates = readRates(mutations, MUTATIONS);
	const made = await makeReport(of, null, index, { seed: 'mutated', kinds: [kind], mutations: rates, errors: ERRORS });
	const { outcome } = await checkCase(madeCase(made));
	return { applied: made.truth.mutations, outcome };
}

/** Nothing wrong and nothing lost without a word. */
const SOUND = { silent: [], wrong: [] };

const seeds = fc.nat({ max: 1_000_000 });

describe('random figures, printed and read', () => {
	it.each(KINDS.filter((kind) => kind !== 'txt'))('are the same in %s that follows the form', async (kind) => {
		await fc.assert(
			fc.asyncProperty(agencyYears, seeds, async (of, index) => {
				const { outcome } = await check(of, index, kind, 'none');
				expect(outcome).toMatchObject({ ...SOUND, declared: 0, right: outcome.cells, year: 'right', agency: 'right' });
			}),
			{ numRuns: 6, seed: 1, endOnFailure: true }
		);
	});

	it.each(MUTATIONS.map(({ name, kinds }) => [name, KINDS.filter((kind) => kinds?.includes(kind) ?? true)] as const))(
		'are the same or declared where a report strays by %s',
		async (name, kinds) => {
			await fc.assert(
				fc.asyncProperty(agencyYears, seeds, fc.constantFrom(...kinds), async (of, index, kind) => {
					const { outcome } = await check(of, index, kind, `none,${name}=1`);
					expect(outcome).toMatchObject(SOUND);
				}),
				{ numRuns: 4, seed: 1, endOnFailure: true }
			);
		}
	);

	it('are the same or declared where a report strays in many ways at once', async () => {
		await fc.assert(
			fc.asyncProperty(agencyYears, seeds, fc.constantFrom(...KINDS), async (of, index, kind) => {
				const { outcome } = await check(of, index, kind, 'all');
				expect(outcome).toMatchObject(SOUND);
			}),
			{ numRuns: 60, seed: 1, endOnFailure: true }
		);
	});
});
