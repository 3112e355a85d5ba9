import { describe, expect, it } from 'vitest';
import { namePlaywright, nameVitest } from '../../../scripts/run/name-failures.ts';

describe('naming the tests that failed', () => {
	it('gives each failed unit test with the first line of why', () => {
		const report = {
			testResults: [
				{
					name: 'tests/a.test.ts',
					status: 'failed',
					assertionResults: [
						{ status: 'passed', fullName: 'one' },
						{ status: 'failed', fullName: 'two', failureMessages: ['\u001b[31mexpected 1\u001b[39m to be 2\n    at x'] }
					]
				}
			]
		};
		expect(nameVitest(JSON.stringify(report))).toEqual(['tests/a.test.ts › two: expected 1 to be 2']);
	});

	it('gives a file that failed in a hook or could not be loaded', () => {
		const skipped = {
			name: 'b',
			status: 'failed',
			message: 'Hook timed out',
			assertionResults: [{ status: 'skipped' }]
		};
		const whole = { name: 'c', status: 'passed', assertionResults: [{ status: 'passed' }] };
		expect(nameVitest(JSON.stringify({ testResults: [skipped, whole] }))).toEqual(['b › Hook timed out']);
	});

	it('gives the tests of the browser with their project, and errors outside tests', () => {
		const spec = (title: string, status: string, message?: string) => ({
			title,
			tests: [{ projectName: 'phone', status, results: [message === undefined ? {} : { error: { message } }] }]
		});
		const suites = [
			{
				title: 'a.spec.ts',
				specs: [spec('one', 'expected'), spec('two', 'unexpected', 'no bar\nmore')],
				suites: [{ title: 'inner', specs: [spec('three', 'flaky', 'late')] }]
			}
		];
		expect(namePlaywright(JSON.stringify({ suites, errors: [{ message: 'no server' }] }))).toEqual([
			'[phone] a.spec.ts › two: no bar',
			'[phone] a.spec.ts › inner › three: late',
			'no server'
		]);
	});
});
