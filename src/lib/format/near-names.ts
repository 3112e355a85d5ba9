/** How many letters must change to make one name of the other; at most `most`, else more than that. */
function distance(a: string, b: string, most: number): number {
	if (Math.abs(a.length - b.length) > most) return most + 1;
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= b.length; j += 1)
			next[j] = Math.min(
				(row[j] ?? 0) + 1,
				(next[j - 1] ?? 0) + 1,
				(row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
			);
		row = next;
	}
	return row[b.length] ?? most + 1;
}

/** The names that someone may have meant: those of few changed letters, then those that hold the word; at most `count`. */
export function nearNames(word: string, names: readonly string[], count = 4): string[] {
	const lower = word.toLowerCase();
	const most = Math.max(1, Math.floor(lower.length / 3));
	const ranked = [...new Set(names)].flatMap((name) => {
		const other = name.toLowerCase();
		const changes = distance(lower, other, most);
		if (changes <= most) return [{ name, rank: changes }];
		return lower.length >= 3 && other.includes(lower) ? [{ name, rank: most + other.length / 100 }] : [];
	});
	return ranked
		.sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1))
		.slice(0, count)
		.map(({ name }) => name);
}
