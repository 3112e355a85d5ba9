import { setTimeout as wait } from 'node:timers/promises';
import { readContent } from '../../../scripts/build/read-content.ts';
import { serveReading } from '../../../scripts/build/serve-reading.ts';

// A reading worker that some files bring down, by their first word.
let read = 0;

const UNRULY: Readonly<Record<string, () => Promise<void> | void>> = {
	HANG: () => {
		for (;;);
	},
	NEVER: () => new Promise(() => undefined),
	EXIT: () => process.exit(3),
	THROW: async () => {
		setTimeout(() => {
			throw new Error('thrown where nobody waits');
		});
		await new Promise(() => undefined);
	},
	MEMORY: () => {
		const filled: number[][] = [];
		for (;;) filled.push(new Array<number>(100_000).fill(read));
	},
	TIRED: () => {
		if (read > 1) process.exit(3);
	},
	SLOW: () => wait(300)
};

serveReading(async (bytes, name) => {
	read += 1;
	const [word = ''] = new TextDecoder().decode(bytes.subarray(0, 64)).split(/\s/u);
	await UNRULY[word]?.();
	return readContent(bytes, name);
});
