import { describe, expect, it } from 'vitest';
import {
	add,
	countPlaywright,
	countVitest,
	filesNotRun,
	formatCounts,
	joinVitest
} from '../../../scripts/run/count-results.ts';

const vitest = (passed: number, failed: number, testResults: unknown[] = []) =>
	JSON.stringify({ numPassedTests: passed, numFailedTests: failed, testResults });
const playwright = (expected: number, unexpected: number, flaky = 0, errors: unknown[] = []) =>
	JSON.stringify({ stats: { expected, unexpected, flaky, skipped: 1 }, errors });

describe('counting tests', () => {
	it('takes the numbers of a clean run', () => {
		expect(countVitest(vitest(12, 0), 0)).toEqual({ passed: 12, failed: 0 });
		expect(countPlaywright(playwright(8, 0), 0)).toEqual({ passed: 8, failed: 0 });
	});

	it('counts failed tests once, whatever the exit status', () => {
		expect(countVitest(vitest(12, 2), 1)).toEqual({ passed: 12, failed: 2 });
		expect(countPlaywright(playwright(8, 3), 1)).toEqual({ passed: 8, failed: 3 });
	});

	it('counts a file that could not be loaded', () => {
		const unloaded = [{ status: 'failed', assertionResults: [] }];
		expect(countVitest(vitest(12, 0, unloaded), 1)).toEqual({ passed: 12, failed: 1 });
		expect(countPlaywright(playwright(8, 0, 0, [{ message: 'no such module' }]), 1)).toEqual({ passed: 8, failed: 1 });
	});

	it('counts a run of no test as a failure', () => {
		expect(countVitest(vitest(0, 0), 0)).toEqual({ passed: 0, failed: 1 });
		expect(countPlaywright(playwright(0, 0), 0)).toEqual({ passed: 0, failed: 1 });
	});

	it('counts a bad exit status without a failed test as a failure', () => {
		expect(countVitest(vitest(12, 0), 1)).toEqual({ passed: 12, failed: 1 });
	});

	it('counts a test that passed only when repeated as failed', () => {
		expect(countPlaywright(playwright(8, 0, 1), 0)).toEqual({ passed: 8, failed: 1 });
	});

	it('counts a file that failed in a hook once, and a file with a failed test by its tests', () => {
		const hook = [{ status: 'failed', assertionResults: [{ status: 'skipped' }] }];
		expect(countVitest(vitest(12, 0, hook), 1)).toEqual({ passed: 12, failed: 1 });
		const test = [{ status: 'failed', assertionResults: [{ status: 'failed' }] }];
		expect(countVitest(vitest(12, 1, test), 1)).toEqual({ passed: 12, failed: 1 });
	});

	it('joins a second run of the files of which no test ran', () => {
		const whole = { name: '/a', status: 'passed', assertionResults: [{ status: 'passed' }] };
		const died = { name: '/b', status: 'failed', assertionResults: [] };
		const first = vitest(1, 0, [whole, died]);
		expect(filesNotRun(first, ['/a', '/b', '/c'])).toEqual(['/b', '/c']);
		const ran = (name: string, status: string) => ({ name, status, assertionResults: [{ status }] });
		const second = vitest(1, 1, [ran('/b', 'passed'), ran('/c', 'failed')]);
		expect(countVitest(joinVitest(first, second), 1)).toEqual({ passed: 2, failed: 1 });
		expect(countVitest(joinVitest(first, vitest(0, 0, [died])), 1)).toEqual({ passed: 1, failed: 1 });
	});

	it('adds up and prints the last line', () => {
		const total = add([
			{ passed: 3, failed: 0 },
			{ passed: 4, failed: 1 }
		]);
		expect(formatCounts(total)).toBe('7 passed, 1 failed');
	});
});
