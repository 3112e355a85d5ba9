import { readFile } from 'node:fs/promises';
import { NO_DECISIONS, parseDecisions } from '../../src/lib/core/collect/index.ts';
import type { ReadDecisions } from '../../src/lib/core/collect/index.ts';
import { decodeText } from '../../src/lib/core/read/decode.ts';
import { BuildError } from './build-error.ts';

export const DECISIONS = 'data/decisions.csv';

/** The decisions of people; none where the file is the usual one and not there. */
export async function readDecisions(path: string): Promise<ReadDecisions> {
	let bytes: Uint8Array;
	try {
		bytes = await readFile(path);
	} catch (error) {
		const why = (error as NodeJS.ErrnoException).code ?? String(error);
		if (path === DECISIONS && why === 'ENOENT') return NO_DECISIONS;
		throw new BuildError({ zh: `${path}: ${why}`, en: `${path}: ${why}` });
	}
	const decoded = decodeText(bytes);
	if (!decoded) throw new BuildError({ zh: `${path}:不是 UTF-8 或 GB18030`, en: `${path}: neither UTF-8 nor GB18030` });
	return parseDecisions(decoded.text);
}
