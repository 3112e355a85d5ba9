import { InvalidArgumentError, Option } from 'commander';
import { TIMEOUT_SECONDS } from './reader-pool.ts';

/** More threads than this only take memory. */
const MOST_JOBS = 256;
const MOST_SECONDS = 86_400;

function wholeNumber(text: string): number {
	const value = Number(text);
	if (!/^\d+$/u.test(text) || value < 1 || value > MOST_JOBS) throw new InvalidArgumentError(`1-${String(MOST_JOBS)}`);
	return value;
}

function seconds(text: string): number {
	const value = Number(text);
	if (!/^\d+(?:\.\d+)?$/u.test(text) || value <= 0 || value > MOST_SECONDS)
		throw new InvalidArgumentError(`0-${String(MOST_SECONDS)}`);
	return value;
}

export const jobsOption = (cores: number): Option =>
	new Option('--jobs <n>', '同时读取的线程数 / threads that read').argParser(wholeNumber).default(cores);

export const timeoutOption = (): Option =>
	new Option('--timeout <seconds>', '每个文件的时限(秒) / seconds that one file may take')
		.argParser(seconds)
		.default(TIMEOUT_SECONDS);
