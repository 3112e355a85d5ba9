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
	readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** Counts what Vitest's JSON reporter wrote; a test file that could not be loaded counts as one failure. */
export function countVitest(json: string, code: number): Counts {
	const report = JSON.parse(json) as VitestReport;
	const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
	return settle({ passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length }, code);
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
