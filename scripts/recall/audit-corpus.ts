import { auditAgency } from '../../src/lib/core/audit/index.ts';
import type { Body, ReportFacts } from '../../src/lib/core/audit/index.ts';
import { extractReports } from '../../src/lib/core/extract/index.ts';
import { readDocument } from '../../src/lib/core/read/index.ts';
import { corpus } from '../synthesize/corpus.ts';
import type { CorpusOptions } from '../synthesize/corpus.ts';
import type { Truth } from '../synthesize/make-report.ts';
import type { ReadAgain } from './expected.ts';
import type { Recall } from './tally.ts';

/** The reports of one agency, read from their files again and audited over the years. */
function auditOne(years: readonly ReadAgain[], recall: Recall): void {
	const facts = (truth: Truth): ReportFacts => ({
		body: { level: truth.level as Body['level'], type: truth.type as Body['type'] },
		filedYear: truth.year
	});
	const verdicts = auditAgency(
		years.map(({ truth, report }) => ({ ...report, year: truth.year })),
		{ reports: Object.fromEntries(years.map(({ truth }) => [truth.year, facts(truth)])) }
	);
	years.forEach((now, index) => {
		recall.add(now, years[index - 1] ?? null, verdicts.get(now.truth.year) ?? []);
	});
}

/** Makes a corpus, reads it back and audits it; gives how many files gave no report. */
export async function auditCorpus(options: CorpusOptions, recall: Recall): Promise<number> {
	let years: ReadAgain[] = [];
	let unread = 0;
	for await (const { truth, bytes } of corpus(options)) {
		if (years[0] !== undefined && years[0].truth.id !== truth.id) {
			auditOne(years, recall);
			years = [];
		}
		const read = await readDocument(bytes);
		const [report] = read.ok ? extractReports(read.document, truth.file) : [];
		if (report === undefined) unread += 1;
		else years.push({ truth, report });
	}
	if (years.length > 0) auditOne(years, recall);
	return unread;
}
