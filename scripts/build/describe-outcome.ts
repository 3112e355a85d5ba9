import type { BuildOutcome } from './build-dataset.ts';
import { COVERAGE_NAME, DECISIONS_NAME } from '../../src/lib/core/collect/index.ts';
import type { ManifestProblem } from '../../src/lib/core/collect/index.ts';
import type {
	CoverageProblem,
	DatasetProblem,
	DecisionProblem,
	Entry,
	VersionGroup
} from '../../src/lib/core/dataset/index.ts';
import { coverageProblemSentence } from '../../src/lib/format/coverage-problems.ts';
import { decisionProblemSentence } from '../../src/lib/format/decisions.ts';
import type { Locale } from '../../src/lib/format/locale.ts';
import { problemRemedy, problemSentence } from '../../src/lib/format/problems.ts';
import { sayChanges } from './describe-changes.ts';
import { Lines } from './lines.ts';
import { problemLines } from './problem-lines.ts';

function count<T>(items: readonly T[], key: (item: T) => string): string {
	const counts = [...Map.groupBy(items, key)].map(([name, group]) => `${name} ${String(group.length)}`);
	return counts.sort().join(', ');
}

function sayRead(lines: Lines, outcome: BuildOutcome): void {
	const { entries, files, refused, cached } = outcome;
	const reports = entries.filter((entry) => entry.attributed);
	const superseded = outcome.assembled.versions.reduce((sum, group) => sum + group.superseded.length, 0);
	const readers = count(
		[...new Map(entries.map((entry) => [entry.source.path, entry.source.reader ?? '–'])).values()],
		(reader) => reader
	);
	lines.say({ zh: `读取 ${String(files)} 个文件(${readers})`, en: `Read ${String(files)} files (${readers})` });
	if (cached > 0) {
		lines.say(
			{ zh: `其中 ${String(cached)} 个未变,取自缓存`, en: `${String(cached)} of them unchanged, taken from the cache` },
			1
		);
	}
	lines.say(
		{
			zh: `得到 ${String(reports.length)} 份报告:采用 ${String(reports.length - superseded)},被取代 ${String(superseded)};${String(refused)} 个文件没有得到报告`,
			en: `${String(reports.length)} reports: ${String(reports.length - superseded)} used, ${String(superseded)} superseded; ${String(refused)} files gave no report`
		},
		1
	);
}

/** Each code of a problem and how often it was declared, in place of the problems themselves. */
function sayProblemCount(lines: Lines, { entries, assembled }: BuildOutcome): void {
	const problems = entries.flatMap((entry) => assembled.problems.get(entry) ?? []);
	if (problems.length === 0) return;
	const codes = count(problems, ({ code }) => code);
	lines.say({ zh: `声明的问题:${codes}`, en: `Problems declared: ${codes}` }, 1);
}

/** Codes that have a section of their own. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set<DatasetProblem['code']>([
	'report/superseded',
	'report/versions-differ',
	'manifest/row-ragged',
	'manifest/row-repeated',
	'manifest/value-not-understood'
]);

function sayEntries(lines: Lines, entries: readonly Entry[], outcome: BuildOutcome, locale: Locale): void {
	for (const entry of entries) {
		const problems = (outcome.assembled.problems.get(entry) ?? []).filter(({ code }) => !SAID_ELSEWHERE.has(code));
		if (problems.length === 0) continue;
		const what = [entry.agencyName, entry.year].filter((part) => part !== null).join(' ');
		lines.add(what === '' ? entry.source.path : `${entry.source.path} · ${what}`, 1);
		for (const line of problemLines(problems, locale)) lines.add(line, 2);
	}
}

function sayManifest(lines: Lines, problems: readonly ManifestProblem[], locale: Locale): void {
	if (problems.length === 0) return;
	lines.add('manifest.csv:');
	for (const { file, problem } of problems) {
		const { line, ...rest } = problem;
		const at = line === undefined ? null : locale === 'zh' ? `第 ${String(line)} 行` : `line ${String(line)}`;
		const place = [at, file].filter((part) => part !== null).join(' ');
		const remedy = problemRemedy(problem.code, locale);
		lines.add(`${place}${place && ' · '}${problemSentence(rest, locale)}${remedy === null ? '' : ` → ${remedy}`}`, 1);
	}
}

function sayDecisions(lines: Lines, problems: readonly DecisionProblem[], locale: Locale): void {
	if (problems.length === 0) return;
	lines.add(`${DECISIONS_NAME}:`);
	for (const problem of problems) lines.add(decisionProblemSentence(problem, locale), 1);
}

function sayCoverage(lines: Lines, problems: readonly CoverageProblem[], locale: Locale): void {
	if (problems.length === 0) return;
	lines.add(`${COVERAGE_NAME}:`);
	for (const problem of problems) lines.add(coverageProblemSentence(problem, locale), 1);
}

function saySameContent(lines: Lines, groups: BuildOutcome['sameContent']): void {
	if (groups.length === 0) return;
	lines.say({ zh: '内容完全相同的文件:', en: 'Files with the same content:' });
	lines.list(groups, (group) => group.join(' = '), 1);
}

function sayVersions(lines: Lines, versions: readonly VersionGroup[]): void {
	if (versions.length === 0) return;
	lines.say({ zh: '同一机关同一年度有多份报告:', en: 'Several reports for one agency-year:' });
	for (const { used, superseded } of versions) {
		lines.add(`${used.agencyName ?? ''} ${String(used.attributed.year)}`, 1);
		lines.say({ zh: `采用 ${used.source.path}`, en: `used: ${used.source.path}` }, 2);
		for (const { entry, problems } of superseded) {
			const differing = problems.filter((problem) => problem.code === 'report/versions-differ');
			lines.say(
				differing.length === 0
					? { zh: `未采用 ${entry.source.path}(数字相同)`, en: `not used: ${entry.source.path} (same figures)` }
					: {
							zh: `未采用 ${entry.source.path}(${String(differing.length)} 个数字不同)`,
							en: `not used: ${entry.source.path} (${String(differing.length)} figures differ)`
						},
				2
			);
			lines.list(
				differing,
				({ table, row, column, found, expected }) =>
					`${[table, row, column].join('.')}: ${found ?? ''} ≠ ${expected ?? ''}`,
				3
			);
		}
	}
}

function sayWritten(lines: Lines, { written }: BuildOutcome): void {
	if (!written) {
		lines.say({
			zh: '没有得到任何报告:未写入,原有数据集不变',
			en: 'No report was read: nothing was written, the dataset stays as it was'
		});
		return;
	}
	const { dataset, folder } = written;
	const bytes = (files: readonly { bytes: number }[]): string =>
		String(files.reduce((sum, file) => sum + file.bytes, 0));
	const [page] = dataset['gongkai:build-report'] ?? [];
	if (page) lines.say({ zh: `逐个文件的说明:${folder}/${page.path}`, en: `File by file: ${folder}/${page.path}` });
	lines.say({
		zh: `写入 ${folder}:Parquet ${String(dataset.resources.length)} 个文件 ${bytes(dataset.resources)} 字节,CSV ${String(dataset['gongkai:csv'].length)} 个文件 ${bytes(dataset['gongkai:csv'])} 字节;构建号 ${dataset['gongkai:build']}`,
		en: `Wrote ${folder}: ${String(dataset.resources.length)} Parquet files of ${bytes(dataset.resources)} bytes, ${String(dataset['gongkai:csv'].length)} CSV files of ${bytes(dataset['gongkai:csv'])} bytes; build ${dataset['gongkai:build']}`
	});
}

/** What a build did, for people: what was read, what not and why and what to do, what changed, what was written; `brief`: counts alone. */
export function describeOutcome(outcome: BuildOutcome, locale: Locale, brief = false): string {
	const lines = new Lines(locale);
	sayRead(lines, outcome);
	if (brief) {
		sayProblemCount(lines, outcome);
		sayWritten(lines, outcome);
		return lines.text;
	}
	const refused = outcome.entries.filter((entry) => !entry.attributed);
	const read = outcome.entries.filter((entry) => entry.attributed);
	if (refused.length > 0) lines.say({ zh: '没有得到报告:', en: 'No report from:' });
	sayEntries(lines, refused, outcome, locale);
	const troubled = (entry: Entry): boolean =>
		(outcome.assembled.problems.get(entry) ?? []).some(({ code }) => !SAID_ELSEWHERE.has(code));
	if (read.some(troubled)) {
		lines.say({ zh: '读取中声明的问题:', en: 'Problems declared in reading:' });
	}
	sayEntries(lines, read, outcome, locale);
	sayVersions(lines, outcome.assembled.versions);
	saySameContent(lines, outcome.sameContent);
	sayManifest(lines, outcome.manifest, locale);
	sayDecisions(lines, outcome.decisions, locale);
	sayCoverage(lines, outcome.coverage, locale);
	if (outcome.written) sayChanges(lines, outcome.written.comparison);
	sayWritten(lines, outcome);
	return lines.text;
}
