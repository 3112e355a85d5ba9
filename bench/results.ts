import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../scripts/run/run-tool.ts';

/** Keeps what a benchmark printed, with machine and commit in its first line, as `bench/results/<name>.txt`. */
export function keepResult(name: string, text: string): void {
	const folder = join(ROOT, 'bench/results');
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, `${name}.txt`), `${text}\n`);
}
