const CHINESE = /[\u3400-\u9fff\u3001\u3002\u201c\u201d\u300a\u300b\uff08\uff09]/u;
const WIDE: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' };

const isChinese = (character: string | undefined): boolean => character !== undefined && CHINESE.test(character);

/**
 * Chinese text with the marks that Chinese print uses: names in core/ are written with ASCII brackets and commas, as reports are
 * compared by. Brackets go in pairs; marks between figures and Latin words stay. Not for raw text of a report.
 */
export function chinesePunctuation(text: string): string {
	return text
		.replace(/\(([^()]*)\)/gu, (whole: string, inside: string, at: number) =>
			[...inside].some(isChinese) || isChinese(text[at - 1]) ? `（${inside}）` : whole
		)
		.replace(/[,;:!?]/gu, (mark, at: number, all: string) =>
			isChinese(all[at - 1]) || isChinese(all[at + 1]) ? (WIDE[mark] ?? mark) : mark
		);
}
