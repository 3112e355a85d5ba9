import { makeReport } from './make-report.ts';
import type { MadeReport, MakeOptions } from './make-report.ts';
import { World } from './world/world.ts';
import type { AgencyYear, WorldOptions } from './world/world.ts';

export interface CorpusOptions extends MakeOptions, Omit<WorldOptions, 'seed'> {
	/** How many agencies, at most. */
	readonly agencies: number;
	/** How many reports, at most. */
	readonly reports?: number;
	/** The one report to make, by its number; the others are passed over. */
	readonly only?: number;
}

/** The agency-years of a corpus with their numbers and the year before of the same agency, in order. */
export function* numberedYears(
	options: Pick<CorpusOptions, 'seed' | 'years' | 'sizes' | 'agencies' | 'reports'>
): Generator<{ readonly of: AgencyYear; readonly previous: AgencyYear | null; readonly index: number }> {
	let index = 0;
	let agencies = 0;
	let before: AgencyYear | null = null;
	for (const of of new World(options).agencyYears()) {
		if (before?.agency !== of.agency) {
			agencies += 1;
			if (agencies > options.agencies) return;
		}
		if (index >= (options.reports ?? Infinity)) return;
		const previous = before?.agency === of.agency && before.year === of.year - 1 ? before : null;
		yield { of, previous, index };
		before = of;
		index += 1;
	}
}

/** The reports of an invented country, one after another; the same options give the same bytes. */
export async function* corpus(options: CorpusOptions): AsyncGenerator<MadeReport> {
	for (const { of, previous, index } of numberedYears(options)) {
		if (options.only === undefined || options.only === index) yield await makeReport(of, previous, index, options);
		if (options.only === index) return;
	}
}
