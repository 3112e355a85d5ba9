import { APPLICANTS } from '../../../src/lib/core/form/index.ts';
import { Random } from '../random.ts';
import type { Body } from './bodies.ts';
import { Counts, OUTCOME_ROWS } from './counts.ts';

/** What a place is like, for all its bodies. */
export interface Region {
	readonly population: number;
	/** Requests a year for 10,000 people. */
	readonly requestsPer10k: number;
	/** Shares of the outcomes, in the order of the rows. */
	readonly outcomes: readonly number[];
	/** Reviews for each new request. */
	readonly reviewRate: number;
}

/** Everything that decides one body's figures through the years. */
export interface Profile {
	readonly seed: string;
	/** Mean number of new requests a year. */
	readonly demand: number;
	readonly region: Region;
	readonly scale: number;
	readonly body: Pick<Body, 'licensing' | 'penalty' | 'coercion' | 'fees' | 'normative'>;
}

/** Shares of the applicants (statute.md 5.5): natural persons, businesses, research, public interest, law firms, others. */
const APPLICANT_SHARES = [0.968, 0.022, 0.001, 0.002, 0.005, 0.002];

/** Shares of the outcomes around the mixes of statute.md 5.3, by row. */
const OUTCOME_SHARES: Readonly<Record<string, number>> = {
	granted: 0.41,
	partial: 0.13,
	denied_state_secret: 0.001,
	denied_law: 0.002,
	denied_safety: 0.001,
	denied_third_party: 0.004,
	denied_internal: 0.006,
	denied_process: 0.005,
	denied_case_file: 0.017,
	denied_query: 0.009,
	unable_not_held: 0.25,
	unable_must_create: 0.008,
	unable_unclear: 0.005,
	unprocessed_petition: 0.03,
	unprocessed_repeat: 0.013,
	unprocessed_publication: 0.0005,
	unprocessed_excessive: 0.001,
	unprocessed_reconfirm: 0.002,
	other_no_correction: 0.045,
	other_fee_unpaid: 0.002,
	other_rest: 0.06
};

/** The outcome mix of a province. */
export function drawOutcomes(random: Random): number[] {
	return random.dirichlet(
		OUTCOME_ROWS.map((row) => OUTCOME_SHARES[row] ?? 0),
		60
	);
}

const ITEM_ROWS = ['licensing', 'other_services', 'penalty', 'coercion'] as const;

/** The counts of one body, year after year: what is carried out of a year is carried into the next. */
export class BodyYears {
	readonly #random: Random;
	readonly #profile: Profile;
	readonly #latent: number;
	readonly #reviewRate: number;
	#carried: number[];
	#stock: number;
	#published: number;
	readonly #items: Record<string, number> = {};

	constructor(profile: Profile) {
		this.#profile = profile;
		const random = new Random(profile.seed);
		this.#random = random;
		const dispersion = 0.3 + 0.3 * random.float();
		this.#latent = (profile.demand * random.gamma(dispersion)) / dispersion;
		this.#reviewRate = profile.region.reviewRate * random.gamma(2) * 0.5;
		const first = random.poisson(this.#latent);
		this.#carried = random.multinomial(random.binomial(first, 0.035), APPLICANT_SHARES);
		const normative = profile.body.normative ?? 0;
		this.#stock = random.poisson(normative * 12 * random.gamma(2) * 0.5);
		this.#published = this.#stock + random.poisson(normative * 6);
		for (const row of ITEM_ROWS) {
			const makes = row === 'other_services' ? profile.body.licensing : profile.body[row];
			this.#items[row] = makes === undefined ? 0 : random.poisson(row === 'coercion' ? 8 : 40 * random.gamma(1));
		}
		this.#items['fees'] = profile.body.fees === undefined ? 0 : random.poisson(3);
	}

	/** The next year's counts; ask for the years in order. */
	next(): Counts {
		const counts = new Counts();
		const received = this.#receive(counts);
		this.#dispute(counts, received);
		this.#decide(counts);
		return counts;
	}

	#receive(counts: Counts): number {
		const random = this.#random;
		const received = random.poisson(this.#latent * random.logNormal(1, 0.35));
		const byApplicant = random.multinomial(received, random.dirichlet(APPLICANT_SHARES, 80));
		const carrying = 0.035 * random.gamma(2) * 0.5;
		const outcomes = random.dirichlet(this.#profile.region.outcomes, 25);
		byApplicant.forEach((count, applicant) => {
			const before = this.#carried[applicant] ?? 0;
			const after = random.binomial(count + before, Math.min(0.5, carrying));
			counts.addRequests('new', applicant, count);
			counts.addRequests('carried_in', applicant, before);
			counts.addRequests('carried_out', applicant, after);
			random.multinomial(count + before - after, outcomes).forEach((share, outcome) => {
				counts.addRequests(OUTCOME_ROWS[outcome] ?? '', applicant, share);
			});
		});
		this.#carried = APPLICANTS.map((_, applicant) => counts.requestsOf('carried_out', applicant));
		return received;
	}

	#dispute(counts: Counts, received: number): void {
		const random = this.#random;
		const shares = random.dirichlet([0.47, 0.11, 0.28, 0.14], 12);
		const reviews = random.poisson(this.#reviewRate * received);
		const suits = random.binomial(reviews, 0.25 + 0.25 * random.float());
		const after = random.binomial(suits, 0.55 + 0.25 * random.float());
		const ofSuits = random.dirichlet([0.55, 0.02, 0.25, 0.18], 15);
		counts.addDisputes(0, random.multinomial(reviews, shares));
		counts.addDisputes(1, random.multinomial(suits - after, ofSuits));
		counts.addDisputes(2, random.multinomial(after, ofSuits));
	}

	/** A median of a county of 500,000 people, drawn for this body and year. */
	#drawn(median: number | undefined, spread: number): number {
		if (median === undefined) return 0;
		return Math.round(this.#random.logNormal(median * this.#profile.scale, spread));
	}

	#decide(counts: Counts): void {
		const random = this.#random;
		const { body } = this.#profile;
		for (const row of ['licensing', 'penalty', 'coercion'] as const) {
			counts.set(`t2.${row}.decisions`, this.#drawn(body[row], 0.5));
		}
		if (body.licensing !== undefined && random.chance(0.4)) {
			counts.set('t2.other_services.decisions', this.#drawn(body.licensing * 0.3, 0.8));
		}
		if (body.fees !== undefined && random.chance(0.8)) counts.set('t2.fees.amount', this.#drawn(body.fees, 0.7));
		const issued = random.poisson(body.normative ?? 0);
		const repealed = Math.min(this.#stock + issued, random.poisson((body.normative ?? 0) * 0.8));
		this.#stock += issued - repealed;
		counts.set('t2.normative.issued', issued);
		counts.set('t2.normative.repealed', repealed);
		counts.set('t2.normative.in_force', this.#stock);
		const published = random.binomial(issued, 0.95);
		this.#published += published;
		counts.set('t2.normative.made', issued);
		counts.set('t2.normative.published', published);
		counts.set('t2.normative.total', this.#published);
		for (const row of [...ITEM_ROWS, 'fees'] as const) {
			const before = this.#items[row] ?? 0;
			const change = before === 0 || random.chance(0.6) ? 0 : Math.max(-before, random.int(-6, 8));
			counts.set(`t2.${row}.items_prev`, before);
			counts.set(`t2.${row}.items_change`, change);
			this.#items[row] = before + change;
		}
		if (random.chance(0.5)) {
			const projects = random.poisson(4);
			counts.set('t2.procurement.projects', projects);
			counts.set('t2.procurement.amount', projects === 0 ? 0 : Math.round(random.logNormal(180_000 * projects, 1)));
		}
	}
}

/** The rules that a government may make, kept from year to year: provinces and cities with districts have the power. */
export class RuleYears {
	readonly #random: Random;
	#inForce: number;
	#published: number;

	constructor(seed: string) {
		this.#random = new Random(seed);
		this.#inForce = this.#random.int(8, 90);
		this.#published = this.#inForce + this.#random.int(0, 10);
	}

	addTo(counts: Counts): void {
		const random = this.#random;
		const issued = random.poisson(2.5);
		const repealed = Math.min(this.#inForce, random.poisson(1.5));
		this.#inForce += issued - repealed;
		this.#published += issued;
		counts.set('t2.rules.issued', counts.get('t2.rules.issued') + issued);
		counts.set('t2.rules.repealed', counts.get('t2.rules.repealed') + repealed);
		counts.set('t2.rules.in_force', counts.get('t2.rules.in_force') + this.#inForce);
		counts.set('t2.rules.made', counts.get('t2.rules.made') + issued);
		counts.set('t2.rules.published', counts.get('t2.rules.published') + issued);
		counts.set('t2.rules.total', counts.get('t2.rules.total') + this.#published);
	}
}
