/** FNV-1a over the code units, mixed by two odd multipliers so that near texts give far seeds. */
function hash(text: string, start: number): number {
	let h = start >>> 0;
	for (let index = 0; index < text.length; index += 1) h = Math.imul(h ^ text.charCodeAt(index), 0x01000193);
	h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
	return (h ^ (h >>> 16)) >>> 0;
}

/**
 * A stream of random numbers told by its name alone (sfc32): the same names give the same numbers on every machine, and a report
 * can be made anew without those before it.
 */
export class Random {
	#a: number;
	#b: number;
	#c: number;
	#counter = 1;
	#spare: number | null = null;

	constructor(...names: readonly (string | number)[]) {
		const name = names.join('/');
		this.#a = hash(name, 0x811c9dc5);
		this.#b = hash(name, 0x9e3779b9);
		this.#c = hash(name, 0x243f6a88);
		for (let round = 0; round < 12; round += 1) this.#next();
	}

	#next(): number {
		const sum = (this.#a + this.#b + this.#counter) >>> 0;
		this.#counter = (this.#counter + 1) >>> 0;
		this.#a = this.#b ^ (this.#b >>> 9);
		this.#b = (this.#c + (this.#c << 3)) >>> 0;
		this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) >>> 0;
		return sum;
	}

	/** From 0 up to, and without, 1. */
	float(): number {
		return this.#next() / 4_294_967_296;
	}

	/** A whole number of both ends. */
	int(from: number, to: number): number {
		return from + Math.floor(this.float() * (to - from + 1));
	}

	chance(probability: number): boolean {
		return this.float() < probability;
	}

	pick<T>(choices: readonly T[]): T {
		const choice = choices[Math.floor(this.float() * choices.length)];
		if (choice === undefined) throw new Error('nothing to choose from');
		return choice;
	}

	weighted<T>(choices: readonly (readonly [T, number])[]): T {
		const sum = choices.reduce((total, [, weight]) => total + weight, 0);
		let at = this.float() * sum;
		for (const [choice, weight] of choices) {
			at -= weight;
			if (at < 0) return choice;
		}
		const last = choices.at(-1);
		if (last === undefined) throw new Error('nothing to choose from');
		return last[0];
	}

	/** The choices in another order. */
	shuffled<T>(choices: readonly T[]): T[] {
		const order = [...choices];
		for (let index = order.length - 1; index > 0; index -= 1) {
			const other = this.int(0, index);
			[order[index], order[other]] = [order[other] as T, order[index] as T];
		}
		return order;
	}

	normal(): number {
		if (this.#spare !== null) {
			const spare = this.#spare;
			this.#spare = null;
			return spare;
		}
		const radius = Math.sqrt(-2 * Math.log(1 - this.float()));
		const angle = 2 * Math.PI * this.float();
		this.#spare = radius * Math.sin(angle);
		return radius * Math.cos(angle);
	}

	/** Log-normal by its median and the standard deviation of its logarithm. */
	logNormal(median: number, spread: number): number {
		return median * Math.exp(spread * this.normal());
	}

	/** Gamma with scale 1 (Marsaglia and Tsang). */
	gamma(shape: number): number {
		if (shape < 1) return this.gamma(shape + 1) * Math.pow(1 - this.float(), 1 / shape);
		const d = shape - 1 / 3;
		const c = 1 / Math.sqrt(9 * d);
		for (;;) {
			const x = this.normal();
			const v = (1 + c * x) ** 3;
			if (v > 0 && Math.log(1 - this.float()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
		}
	}

	/** Poisson; by a rounded normal above a mean of 200. */
	poisson(mean: number): number {
		if (mean <= 0) return 0;
		if (mean > 200) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()));
		const limit = Math.exp(-mean);
		let product = this.float();
		let count = 0;
		while (product > limit) {
			product *= this.float();
			count += 1;
		}
		return count;
	}

	/** Binomial; by a rounded normal where both sides are large. */
	binomial(trials: number, probability: number): number {
		if (trials <= 0 || probability <= 0) return 0;
		if (probability >= 1) return trials;
		const variance = trials * probability * (1 - probability);
		if (variance > 100) {
			const drawn = Math.round(trials * probability + Math.sqrt(variance) * this.normal());
			return Math.min(trials, Math.max(0, drawn));
		}
		let count = 0;
		if (trials <= 60) {
			for (let trial = 0; trial < trials; trial += 1) if (this.chance(probability)) count += 1;
			return count;
		}
		// Waiting times between successes: few steps where few are expected.
		const rare = Math.min(probability, 1 - probability);
		const scale = Math.log1p(-rare);
		for (let at = 0; ; count += 1) {
			at += Math.floor(Math.log(1 - this.float()) / scale) + 1;
			if (at > trials) break;
		}
		return rare === probability ? count : trials - count;
	}

	/** Shares out `trials` over the weights. */
	multinomial(trials: number, weights: readonly number[]): number[] {
		let left = trials;
		let weight = weights.reduce((sum, value) => sum + value, 0);
		return weights.map((value, index) => {
			const drawn =
				index === weights.length - 1 ? left : this.binomial(left, weight <= 0 ? 0 : Math.min(1, value / weight));
			left -= drawn;
			weight -= value;
			return drawn;
		});
	}

	/** Weights around `mean`, the closer the larger `concentration` is. */
	dirichlet(mean: readonly number[], concentration: number): number[] {
		const drawn = mean.map((value) => (value <= 0 ? 0 : this.gamma(value * concentration)));
		const sum = drawn.reduce((total, value) => total + value, 0);
		return sum === 0 ? [...mean] : drawn.map((value) => value / sum);
	}
}
