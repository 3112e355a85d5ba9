import type { Draft, Mutation } from '../draft.ts';
import type { Random } from '../random.ts';
import { CELL_MUTATIONS } from './cells.ts';
import { HEADER_MUTATIONS } from './headers.ts';
import { HEADING_MUTATIONS } from './headings.ts';
import { LABEL_MUTATIONS } from './labels.ts';
import { SHAPE_MUTATIONS } from './shapes.ts';
import { WORD_MUTATIONS } from './words.ts';

/** Every way of straying, in the order in which they act. */
export const MUTATIONS: readonly Mutation[] = [
	...HEADING_MUTATIONS,
	...CELL_MUTATIONS,
	...LABEL_MUTATIONS,
	...HEADER_MUTATIONS,
	...SHAPE_MUTATIONS,
	...WORD_MUTATIONS
];

/** The rate of each thing that can be switched on, by name. */
export type Rates = ReadonlyMap<string, number>;

/**
 * Reads `default`, `none`, `all` and `name=rate`, parted by commas: the first sets all rates, the others change single ones.
 * `all` gives each at least 8 %.
 */
export function readRates(text: string, known: readonly { readonly name: string; readonly rate: number }[]): Rates {
	const rates = new Map<string, number>();
	for (const part of text.split(',').map((word) => word.trim())) {
		if (part === 'none') for (const { name } of known) rates.set(name, 0);
		else if (part === 'default') for (const { name, rate } of known) rates.set(name, rate);
		else if (part === 'all') for (const { name, rate } of known) rates.set(name, Math.max(rate, 0.08));
		else {
			const [name = '', rate = '1'] = part.split('=');
			if (!known.some((candidate) => candidate.name === name)) throw new Error(`unknown name: ${name}`);
			const share = Number(rate);
			if (!(share >= 0 && share <= 1)) throw new Error(`not a rate from 0 to 1: ${rate}`);
			rates.set(name, share);
		}
	}
	return rates;
}

export function fits(mutation: Mutation, draft: Draft): boolean {
	const { kinds, shapes, fits: test } = mutation;
	return (
		(kinds?.includes(draft.fileKind) ?? true) && (shapes?.includes(draft.shape.kind) ?? true) && (test?.(draft) ?? true)
	);
}

/** Those that befall a report, at most one of a group; each is asked whether it fits once those before it have been taken. */
export function* befalling<T extends { readonly name: string; readonly group?: string }>(
	candidates: readonly T[],
	random: Random,
	rates: Rates,
	isFitting: (candidate: T) => boolean
): Generator<T> {
	const groups = new Set<string>();
	for (const candidate of candidates) {
		if (!random.chance(rates.get(candidate.name) ?? 0) || !isFitting(candidate)) continue;
		if (candidate.group !== undefined && groups.has(candidate.group)) continue;
		if (candidate.group !== undefined) groups.add(candidate.group);
		yield candidate;
	}
}

/** The mutations that befall a report, in the order in which they act. */
export function drawMutations(draft: Draft, random: Random, rates: Rates): Mutation[] {
	const drawn = [...befalling(random.shuffled(MUTATIONS), random, rates, (mutation) => fits(mutation, draft))];
	return MUTATIONS.filter((mutation) => drawn.includes(mutation));
}
