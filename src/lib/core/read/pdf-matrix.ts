/** A transform as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The transform that does `inner` first and `outer` then. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
	const [a, b, c, d, e, f] = outer;
	const [g, h, i, j, k, l] = inner;
	return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function apply(matrix: Matrix, x: number, y: number): readonly [number, number] {
	const [a, b, c, d, e, f] = matrix;
	return [a * x + c * y + e, b * x + d * y + f];
}

/** A matrix out of what the engine hands over, the identity where that is no matrix. */
export function toMatrix(value: unknown): Matrix {
	if (typeof value !== 'object' || value === null) return IDENTITY;
	const [a, b, c, d, e, f] = Array.from(value as ArrayLike<unknown>, Number);
	const known = a !== undefined && b !== undefined && c !== undefined && d !== undefined;
	return known && [a, b, c, d, e, f].every((part) => Number.isFinite(part)) ? [a, b, c, d, e ?? 0, f ?? 0] : IDENTITY;
}

/** How many quarter turns clockwise a direction has on a page whose y runs down; null where it is slanted. */
export function quarterTurns(x: number, y: number): 0 | 1 | 2 | 3 | null {
	const length = Math.hypot(x, y);
	if (length === 0) return 0;
	if (Math.abs(y) < 0.05 * length) return x > 0 ? 0 : 2;
	if (Math.abs(x) < 0.05 * length) return y > 0 ? 1 : 3;
	return null;
}
