import { readFile } from 'node:fs/promises';
import { parseAgencyOverrides } from '../../src/lib/core/collect/index.ts';
import type { AgencyOverride } from '../../src/lib/core/agencies/index.ts';

/** Rows of a CSV kept by hand that say what rules cannot tell of an agency; none where the file is optional and not there. */
export async function readAgencyOverrides(path: string, optional: boolean): Promise<AgencyOverride[]> {
	let text: string;
	try {
		text = await readFile(path, 'utf8');
	} catch (error) {
		if (optional && (error as NodeJS.ErrnoException).code === 'ENOENT') return [];
		throw error;
	}
	return parseAgencyOverrides(text);
}
