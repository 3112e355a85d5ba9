import type { KindId } from './kinds.ts';
import { DISPUTE_AFTER, OTHER_REQUESTS, PHRASES, REQUEST_AFTER, RESULT_PHRASES, VERB_THEN_NUMBER } from './phrases.ts';

/** What the words around a number say it counts. `loose`: not exactly; `behind`: the words follow the number. */
export interface NamedCount {
	readonly kind: KindId;
	readonly loose: boolean;
	readonly behind: boolean;
}

type Dispute = 'review' | 'suits' | 'suit_direct' | 'suit_after_review';

const DISPUTE = /(未经复议直接)|(复议后)|(诉讼|应诉|起诉)|复议/gu;

/** Which dispute was spoken of last. */
function lastDispute(before: string): Dispute | null {
	const last = [
		...before
			.slice(-200)
			.replace(/复议后(?:提?起)?(?:行政)?诉讼/gu, '复议后')
			.matchAll(DISPUTE)
	].at(-1);
	if (!last) return null;
	if (last[1] !== undefined) return 'suit_direct';
	if (last[2] !== undefined) return 'suit_after_review';
	return last[3] === undefined ? 'review' : 'suits';
}

/** Other requests than those for information are no kind of ours, unless it is a review that was asked for. */
function isOtherRequest(clause: string, kind: KindId): boolean {
	return kind !== 'review' && OTHER_REQUESTS.test(clause);
}

/** `clause`: the words right before the number; `after`: those right behind it; `before`: the section up to the number. */
export function nameCount(clause: string, after: string, before: string): NamedCount | null {
	for (const { result, before: words, after: following } of RESULT_PHRASES) {
		const behind = !words.test(clause);
		if (behind && following?.test(after) !== true) continue;
		const dispute = lastDispute(before);
		return dispute === null ? null : { kind: `result:${dispute}:${result}`, loose: false, behind };
	}
	const named = PHRASES.find((phrase) => phrase.before.test(clause));
	if (named) {
		if (isOtherRequest(clause, named.kind)) return null;
		return { kind: named.kind, loose: named.loose ?? false, behind: false };
	}
	const following = PHRASES.find((phrase) => phrase.after?.test(after));
	if (following) return { kind: following.kind, loose: following.loose ?? false, behind: true };
	const verb = REQUEST_AFTER.test(after) && !OTHER_REQUESTS.test(after);
	const done = verb ? VERB_THEN_NUMBER.find((one) => one.before.test(clause)) : undefined;
	if (done) return { kind: done.kind, loose: false, behind: true };
	const dispute = DISPUTE_AFTER.find((one) => one.after.test(after));
	return dispute ? { kind: dispute.kind, loose: false, behind: true } : null;
}
