/** Longer texts are prose: they do not recur, and are not remembered. */
const LONGEST = 96;
const MOST = 8192;

/**
 * The same function of a text, with answers for short texts remembered, since the same labels stand in every report. At most
 * some thousand answers are kept, so that memory stays bounded.
 */
export function remember<T>(answer: (text: string) => T): (text: string) => T {
	const known = new Map<string, T>();
	/** Answers for single letters of ASCII, by code: most cells of a report print one digit. */
	const singles: { readonly answer: T }[] = [];
	return (text) => {
		if (text.length > LONGEST) return answer(text);
		if (text.length === 1 && text.charCodeAt(0) < 128)
			return (singles[text.charCodeAt(0)] ??= { answer: answer(text) }).answer;
		const found = known.get(text);
		if (found !== undefined || known.has(text)) return found as T;
		const fresh = answer(text);
		if (known.size >= MOST) known.clear();
		known.set(text, fresh);
		return fresh;
	};
}
