import { foldLabel } from '../form/index.ts';

/** One name is the other with its place before it, or the other way round: 柳江区工业和信息化局, 柳州市柳江区工业和信息化局. */
export function sameAgency(a: string, b: string): boolean {
	const [left, right] = [foldLabel(a), foldLabel(b)];
	return left.endsWith(right) || right.endsWith(left);
}
