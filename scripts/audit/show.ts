import { SEVERITIES, severityOf, VERDICTS } from '../../src/lib/core/audit/index.ts';
import { datasetTable, findingRow } from '../../src/lib/core/dataset/index.ts';
import { findingSentence, SEVERITY_NAMES } from '../../src/lib/format/finding-sentence.ts';
import { VERDICT_WORDS } from '../../src/lib/format/findings.ts';
import { nameIn } from '../../src/lib/format/locale.ts';
import type { Locale } from '../../src/lib/format/locale.ts';
import { chinesePunctuation } from '../../src/lib/format/typography.ts';
import type { AuditedFile } from './audit-files.ts';

/** How many verdicts of each severity and kind: 必须成立:相符 187,不符 2. */
function countLine({ findings }: AuditedFile, locale: Locale): string {
	return SEVERITIES.flatMap((severity) => {
		const own = findings.filter(({ finding }) => severityOf(finding) === severity);
		const counts = VERDICTS.flatMap((verdict) => {
			const count = own.filter(({ finding }) => finding.status === verdict).length;
			return count === 0 ? [] : `${nameIn(VERDICT_WORDS[verdict].name, locale)} ${String(count)}`;
		});
		const name = nameIn(SEVERITY_NAMES[severity], locale);
		return counts.length === 0
			? []
			: `${name}${locale === 'zh' ? ':' : ': '}${counts.join(locale === 'zh' ? ',' : ', ')}`;
	}).join(locale === 'zh' ? ';' : '; ');
}

const RANK = { fail: 0, unsure: 1, not_assessable: 2, pass: 3 } as const;

/** A report and its findings as text: those that fail and are unsure, with `all` those that could not be assessed too. */
export function reportText(audited: AuditedFile, locale: Locale, all: boolean): string {
	const { file, agency, year, findings } = audited;
	const title = [
		agency ?? (locale === 'zh' ? '机关不明' : 'agency not known'),
		year ?? (locale === 'zh' ? '年度不明' : 'year not known')
	];
	const shown = findings
		.filter(
			({ finding: { status } }) => status === 'fail' || status === 'unsure' || (all && status === 'not_assessable')
		)
		.toSorted(
			(a, b) =>
				RANK[a.finding.status] - RANK[b.finding.status] ||
				SEVERITIES.indexOf(severityOf(a.finding)) - SEVERITIES.indexOf(severityOf(b.finding))
		)
		.map(({ finding, decision }) => `  ${findingSentence(finding, locale, decision)}`);
	const text = [
		`${title.join(' ')}${file === '' ? '' : ` (${file})`}`,
		`  ${countLine(audited, locale)}`,
		...shown
	].join('\n');
	return `${locale === 'zh' ? chinesePunctuation(text) : text}\n`;
}

/** The findings of a report other than pass, one JSON object a line: the columns of the table `findings`, with the file and the words in question. */
export function reportLines({ file, agencyId, agency, year, report, findings }: AuditedFile): string {
	const names = datasetTable('findings').columns.map((column) => column.name);
	return findings
		.filter(({ finding }) => finding.status !== 'pass')
		.map(({ finding, decision }) => {
			const row = findingRow(agencyId ?? '', year ?? 0, finding, report, decision);
			const columns = Object.fromEntries(names.map((name, index) => [name, row[index] ?? null]));
			const record = { file, agency, ...columns, agency_id: agencyId, year, quoted: finding.quoted ?? null };
			return `${JSON.stringify(record)}\n`;
		})
		.join('');
}
