import { describe, expect, it } from 'vitest';
import { plainDecimal, plainInteger } from '../../../src/lib/db/plain.ts';

describe('a plain value', () => {
	it.each<[bigint, number | string]>([
		[0n, 0],
		[-1n, -1],
		[9007199254740991n, 9007199254740991],
		[9007199254740992n, '9007199254740992'],
		[-9007199254740993n, '-9007199254740993']
	])('of the integer %d is %j: never a rounded one', (value, expected) => {
		expect(plainInteger(value)).toBe(expected);
	});

	it.each<[bigint, number, number | string]>([
		[125n, 2, 1.25],
		[-5n, 2, -0.05],
		[5n, 0, 5],
		[592372449n, 4, 59237.2449],
		[0n, 3, 0]
	])('of the decimal %d / 10^%d is %d', (digits, scale, expected) => {
		expect(plainDecimal(digits, scale)).toBe(expected);
	});
});
