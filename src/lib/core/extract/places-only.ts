const MARKS = new Set('省市县区州盟旗');
const HAN = /^[\u4e00-\u9fff]*$/u;
/** Characters of a place before its mark. */
const MOST = 5;

/** Nothing but places, each of one to five characters and a mark: 甲市乙县. One pass: as an expression it would take for ever on 县县县…局. */
export function isPlacesOnly(text: string): boolean {
	if (!MARKS.has(text.at(-1) ?? '') || !HAN.test(text)) return false;
	const ends = new Set([0]);
	for (let at = 1; at < text.length; at += 1) {
		if (!MARKS.has(text[at] ?? '')) continue;
		for (let before = 1; before <= MOST; before += 1)
			if (ends.has(at - before)) {
				ends.add(at + 1);
				break;
			}
	}
	return ends.has(text.length);
}
