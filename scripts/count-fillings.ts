import { readFileSync } from 'node:fs';
import { parseFigure } from '../src/lib/core/extract/figure.ts';
import { TextParser } from '../src/lib/core/extract/text-parser.ts';
import { wordsOf } from '../src/lib/core/extract/words.ts';
import { readDocument } from '../src/lib/core/read/index.ts';

// `node scripts/count-fillings.ts FILE…`: how many ways there are to share the fifteen figures of a table four that stands out of order to its three
// groups so that each group's four parts make its total, the parts of a group staying in the text's order. More than one: no identity settles it.

const PARTS = 4;

/** The three groups in their order, each its parts and its total, as text; every way once. */
function fillings(figures: readonly number[]): Set<string> {
	const found = new Set<string>();
	const share = (left: readonly number[], groups: readonly string[]): void => {
		if (left.length === 0) {
			found.add(groups.join(' | '));
			return;
		}
		left.forEach((total, at) => {
			const others = left.filter((_, index) => index !== at);
			const pick = (from: number, chosen: readonly number[], sum: number): void => {
				if (sum > total) return;
				if (chosen.length === PARTS) {
					if (sum !== total) return;
					const parts = chosen.map((index) => others[index]).join(' ');
					share(
						others.filter((_, index) => !chosen.includes(index)),
						[...groups, `${parts} = ${total}`]
					);
					return;
				}
				for (let index = from; index < others.length; index += 1)
					pick(index + 1, [...chosen, index], sum + (others[index] ?? 0));
			};
			pick(0, [], 0);
		});
	};
	share(figures, []);
	return found;
}

for (const file of process.argv.slice(2)) {
	const read = await readDocument(readFileSync(file));
	const parser = new TextParser();
	const { words, tail } = wordsOf(read.ok ? read.document.blocks : []);
	for (const word of words) parser.feed(word);
	parser.finish(tail);
	const four = parser.tables.find(({ table }) => table === 't4');
	const figures = (four?.figures ?? []).flatMap(({ text }) => {
		const figure = parseFigure(text);
		return figure.kind === 'number' ? figure.v : [];
	});
	if (figures.length !== 3 * (PARTS + 1)) {
		console.log(`${file}: ${figures.length} figures of table four`);
		continue;
	}
	const ways = [...fillings(figures)];
	console.log(`${file}: ${ways.length} ways`);
	for (const way of ways) console.log(`  ${way}`);
}
