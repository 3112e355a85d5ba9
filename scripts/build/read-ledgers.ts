import { readFile } from 'node:fs/promises';
import { NO_COVERAGE, NO_DECISIONS, parseCoverage, parseDecisions } from '../../src/lib/core/collect/index.ts';
import type { ReadCoverage, ReadDecisions } from '../../src/lib/core/collect/index.ts';
import { decodeText } from '../../src/lib/core/read/decode.ts';
import { BuildError } from './build-error.ts';

export const DECISIONS = 'data/decisions.csv';
export const COVERAGE = 'data/coverage.csv';

/** The text of a list that people keep; null where it is the usual one and not there. */
async function ledgerText(path: string, usual: string): Promise<string | null> {
	let bytes: Uint8Array;
	try {
		bytes = await readFile(path);
	} catch (error) {
		const why = (error as NodeJS.ErrnoException).code ?? String(error);
		if (path === usual && why === 'ENOENT') return null;
		throw new BuildError({ zh: `${path}: ${why}`, en: `${path}: ${why}` });
	}
	const decoded = decodeText(bytes);
	if (!decoded) throw new BuildError({ zh: `${path}:不是 UTF-8 或 GB18030`, en: `${path}: neither UTF-8 nor GB18030` });
	return decoded.text;
}

/** The decisions of people; none where the file is the usual one and not there. */
export async function readDecisions(path: string): Promise<ReadDecisions> {
	const text = await ledgerText(path, DECISIONS);
	return text === null ? NO_DECISIONS : parseDecisions(text);
}

/** Which bodies reports sum up; none where the file is the usual one and not there. */
export async function readCoverage(path: string): Promise<ReadCoverage> {
	const text = await ledgerText(path, COVERAGE);
	return text === null ? NO_COVERAGE : parseCoverage(text);
}
