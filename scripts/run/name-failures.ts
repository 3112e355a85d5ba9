const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'gu');
const MESSAGE_LENGTH = 300;

/** The first line of a message, without colours. */
function firstLine(message: string | undefined): string {
	const [line = ''] = (message ?? '').replace(ESCAPES, '').trim().split('\n');
	return line.length > MESSAGE_LENGTH ? `${line.slice(0, MESSAGE_LENGTH)}…` : line;
}

interface VitestFailures {
	readonly testResults: readonly {
		readonly name?: string;
		readonly status: string;
		readonly message?: string;
		readonly assertionResults: readonly {
			readonly status?: string;
			readonly fullName?: string;
			readonly failureMessages?: readonly string[] | null;
		}[];
	}[];
}

/** Each failed test of Vitest's JSON report, and each file that failed outside its tests, in a line with why. */
export function nameVitest(json: string): string[] {
	return (JSON.parse(json) as VitestFailures).testResults.flatMap((file) => {
		const failed = file.assertionResults.filter((test) => test.status === 'failed');
		const lines = failed.map((test) => `${test.fullName ?? ''}: ${firstLine(test.failureMessages?.[0])}`);
		if (lines.length === 0 && file.status === 'failed') lines.push(firstLine(file.message));
		return lines.map((line) => `${file.name ?? ''} › ${line}`);
	});
}

interface PlaywrightSuite {
	readonly title?: string;
	readonly suites?: readonly PlaywrightSuite[];
	readonly specs?: readonly {
		readonly title: string;
		readonly tests: readonly {
			readonly projectName?: string;
			readonly status: string;
			readonly results: readonly { readonly error?: { readonly message?: string } }[];
		}[];
	}[];
}

function failuresOf(suite: PlaywrightSuite, path: readonly string[]): string[] {
	const here = suite.title === undefined ? path : [...path, suite.title];
	const own = (suite.specs ?? []).flatMap((spec) =>
		spec.tests
			.filter((test) => test.status === 'unexpected' || test.status === 'flaky')
			.map((test) => {
				const error = test.results.find((result) => result.error)?.error;
				return `[${test.projectName ?? ''}] ${[...here, spec.title].join(' › ')}: ${firstLine(error?.message)}`;
			})
	);
	return [...own, ...(suite.suites ?? []).flatMap((inner) => failuresOf(inner, here))];
}

/** Each test of Playwright's JSON report that failed or passed only when repeated, and each error outside tests, in a line with why. */
export function namePlaywright(json: string): string[] {
	const report = JSON.parse(json) as PlaywrightSuite & { readonly errors: readonly { readonly message?: string }[] };
	return [...failuresOf(report, []), ...report.errors.map((error) => firstLine(error.message))];
}
