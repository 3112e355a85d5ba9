import Papa from 'papaparse';
import { readOverrides } from '../agencies/index.ts';
import type { AgencyOverride } from '../agencies/index.ts';

/** Rows of a CSV kept by hand that say what rules cannot tell of an agency. Throws at a value that is none. */
export function parseAgencyOverrides(text: string): AgencyOverride[] {
	const { data } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/u, ''), {
		header: true,
		skipEmptyLines: 'greedy'
	});
	return readOverrides(data);
}
