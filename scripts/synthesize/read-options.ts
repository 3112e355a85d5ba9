/** `2019-2025` or `2023`. */
export function readYears(text: string): [number, number] {
	const [from = Number.NaN, to = from] = text.split('-').map(Number);
	if (!(from >= 2019 && to >= from && to <= 2099)) throw new Error(`not years of the form, as 2019-2025: ${text}`);
	return [from, to];
}

export function readCount(text: string, name: string): number {
	const count = Number(text);
	if (!Number.isInteger(count) || count < 1) throw new Error(`not a number of ${name}: ${text}`);
	return count;
}

export function readShare(text: string): number {
	const share = Number(text);
	if (!(share >= 0 && share <= 1)) throw new Error(`not a rate from 0 to 1: ${text}`);
	return share;
}
