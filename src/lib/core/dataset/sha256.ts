const FIRST_PRIMES = ((): number[] => {
	const primes: number[] = [];
	for (let n = 2; primes.length < 64; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
	return primes;
})();

/** The first 32 bits of the fraction. */
const fraction = (value: number): number => ((value - Math.floor(value)) * 2 ** 32) | 0;
const CONSTANTS = Int32Array.from(FIRST_PRIMES, (prime) => fraction(Math.cbrt(prime)));
const START = Int32Array.from(FIRST_PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

const BLOCK = 64;
const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function mix(state: Int32Array, view: DataView, at: number, schedule: Int32Array): void {
	for (let t = 0; t < 16; t += 1) schedule[t] = view.getInt32(at + t * 4);
	for (let t = 16; t < 64; t += 1) {
		const early = schedule[t - 15] as number;
		const late = schedule[t - 2] as number;
		const small = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
		const large = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
		schedule[t] = ((schedule[t - 16] as number) + small + (schedule[t - 7] as number) + large) | 0;
	}
	let [a, b, c, d, e, f, g, h] = state as unknown as [
		...[number, number, number, number],
		...[number, number, number, number]
	];
	for (let t = 0; t < 64; t += 1) {
		const choice = (e & f) ^ (~e & g);
		const up = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + choice + (CONSTANTS[t] as number);
		const first = (up + (schedule[t] as number)) | 0;
		const majority = (a & b) ^ (a & c) ^ (b & c);
		const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0;
		[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
	}
	[a, b, c, d, e, f, g, h].forEach((word, index) => {
		state[index] = ((state[index] as number) + word) | 0;
	});
}

/**
 * SHA-256 as 64 hexadecimal digits, in plain code: the browser's own is not there on a page that came over plain HTTP, as within an
 * office's network.
 */
export function sha256(bytes: Uint8Array): string {
	const state = START.slice();
	const schedule = new Int32Array(64);
	const whole = bytes.length - (bytes.length % BLOCK);
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let at = 0; at < whole; at += BLOCK) mix(state, view, at, schedule);
	const rest = bytes.length - whole;
	const tail = new Uint8Array(rest < BLOCK - 8 ? BLOCK : 2 * BLOCK);
	tail.set(bytes.subarray(whole));
	tail[rest] = 0x80;
	const end = new DataView(tail.buffer);
	end.setUint32(tail.length - 8, Math.floor(bytes.length / 2 ** 29));
	end.setUint32(tail.length - 4, (bytes.length << 3) >>> 0);
	for (let at = 0; at < tail.length; at += BLOCK) mix(state, end, at, schedule);
	return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
