import { createHash } from 'node:crypto';
import { InvalidArgumentError, Option } from 'commander';

/** One of `of` shares of the collected files, from 1. */
export interface Share {
	readonly number: number;
	readonly of: number;
}

const MOST_SHARES = 10_000;

export function parseShare(text: string): Share {
	const [number = 0, of = 0] = (/^(\d{1,5})\/(\d{1,5})$/u.exec(text) ?? []).slice(1).map(Number);
	if (number < 1 || number > of || of > MOST_SHARES) {
		throw new InvalidArgumentError(`i/n, 1 ≤ i ≤ n ≤ ${String(MOST_SHARES)}`);
	}
	return { number, of };
}

export const shareText = ({ number, of }: Share): string => `${String(number)}/${String(of)}`;

/**
 * Which share a file belongs to: the first eight hexadecimal digits of the SHA-256 of its path within the folder of reports (UTF-8,
 * parted by `/`), modulo the number of shares, plus 1. So it hangs on the path alone, not on the machine or the other files.
 */
export function shareOf(path: string, of: number): number {
	return (Number.parseInt(createHash('sha256').update(path).digest('hex').slice(0, 8), 16) % of) + 1;
}

export const shareOption = (): Option =>
	new Option(
		'--shard <i/n>',
		'只读出第 i 份(共 n 份),不构建 / only read one share of the files and put it aside'
	).argParser(parseShare);
