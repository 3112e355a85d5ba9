/** Individual tests of one step. */
export interface Counts {
	readonly passed: number;
	readonly failed: number;
}

export function add(counts: readonly Counts[]): Counts {
	return {
		passed: counts.reduce((sum, one) => sum + one.passed, 0),
		failed: counts.reduce((sum, one) => sum + one.failed, 0)
	};
}

/** A run that ended badly without a failed test, or that ran no test at all, counts as one failure. */
function settle(counts: Counts, code: number): Counts {
	if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) return { ...counts, failed: 1 };
	return counts;
}

interface VitestReport {
	readonly numPassedTests: number;
	readonly numFailedTests: number;
	readonly testResults: readonly {
		readonly name?: string;
		readonly status: string;
		readonly assertionResults: readonly { readonly status?: string }[];
	}[];
}

/** Counts what Vitest's JSON reporter wrote; a test file that could not be loaded, or failed outside its tests, counts as one failure. */
export function countVitest(json: string, code: number): Counts {
	const report = JSON.parse(json) as VitestReport;
	const outside = report.testResults.filter(
		(file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed')
	);
	return settle({ passed: report.numPassedTests, failed: report.numFailedTests + outside.length }, code);
}

/**
 * Of `files`, those that no test ran of: their worker did not start or died. Names as in the report.
 * A machine that stands still for a minute brings this about, with no word of which test it was.
 */
export function filesNotRun(json: string, files: readonly string[]): string[] {
	const report = JSON.parse(json) as VitestReport;
	const ran = new Set(report.testResults.filter((file) => file.assertionResults.length > 0).map((file) => file.name));
	return files.filter((file) => !ran.has(file));
}

/** The report of a run with that of a second one of the files that were not run in it. */
export function joinVitest(first: string, second: string): string {
	const [before, after] = [JSON.parse(first) as VitestReport, JSON.parse(second) as VitestReport];
	const again = new Set(after.testResults.map((file) => file.name));
	return JSON.stringify({
		numPassedTests: before.numPassedTests + after.numPassedTests,
		numFailedTests: before.numFailedTests + after.numFailedTests,
		testResults: [...before.testResults.filter((file) => !again.has(file.name)), ...after.testResults]
	} satisfies VitestReport);
}

interface PlaywrightReport {
	readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
	readonly errors: readonly unknown[];
}

/** Counts what Playwright's JSON reporter wrote; a test that passed only when repeated counts as failed. */
export function countPlaywright(json: string, code: number): Counts {
	const { stats, errors } = JSON.parse(json) as PlaywrightReport;
	return settle({ passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }, code);
}

export function formatCounts(counts: Counts): string {
	return `${counts.passed} passed, ${counts.failed} failed`;
}
