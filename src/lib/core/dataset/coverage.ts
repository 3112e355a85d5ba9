import { toRow } from './rows.ts';
import type { Row } from './rows.ts';
import type { CoverageState } from './tables.ts';
import type { AttributedEntry } from './versions.ts';

function stateOf(year: number, first: number, last: number): CoverageState {
	if (year < first) return 'before_first';
	return year > last ? 'after_last' : 'gap';
}

/** From the first to the last, also one of which nobody has a report. */
function yearsBetween(first: number, last: number): number[] {
	return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The years of the dataset in which an agency has no report; of a dataset of which these are a part, tell its first and last. */
export function coverageRows(
	used: readonly AttributedEntry[],
	ofDataset: readonly [first: number, last: number] = [Infinity, -Infinity]
): Row[] {
	const published = new Map<string, number[]>();
	let [from, to] = ofDataset;
	for (const { attributed } of used) {
		const { agency, year } = attributed;
		from = Math.min(from, year);
		to = Math.max(to, year);
		const own = published.get(agency.id);
		if (own) own.push(year);
		else published.set(agency.id, [year]);
	}
	if (used.length === 0) return [];
	const years = yearsBetween(from, to);
	return [...published].flatMap(([agency_id, own]) => {
		const [first, last] = [Math.min(...own), Math.max(...own)];
		return years
			.filter((year) => !own.includes(year))
			.map((year) => toRow('coverage', { agency_id, year, state: stateOf(year, first, last) }));
	});
}
