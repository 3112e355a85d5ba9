import { Random } from '../synthesize/random.ts';
import { mutateBytes, mutateZip, randomBytes } from './mutate.ts';
import type { Seed } from './seeds.ts';

export interface Input {
	readonly name: string;
	readonly bytes: Uint8Array;
}

const ZIPS = new Set(['docx', 'xlsx', 'zip']);
const RANDOM_SHARE = 0.05;

/** The input of that number: the same target, seed and number give the same bytes on every machine. */
export function inputOf(target: string, seeds: readonly Seed[], seed: string, index: number): Input {
	const random = new Random('fuzz', seed, target, index);
	const any = (): Seed =>
		seeds[Math.floor(random.float() * seeds.length)] ?? { name: 'empty.txt', bytes: new Uint8Array() };
	const [one, other] = [any(), any()];
	if (random.float() < RANDOM_SHARE) return { name: one.name, bytes: randomBytes(random) };
	const structured = ZIPS.has(target) && random.float() < 0.7;
	return { name: one.name, bytes: (structured ? mutateZip : mutateBytes)(one.bytes, random, other.bytes) };
}
