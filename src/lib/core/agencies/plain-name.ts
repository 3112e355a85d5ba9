import { foldCharacters } from '../form/fold.ts';

/** A name in simplified characters, without spaces and quotes, brackets half-width. */
export function plainName(text: string): string {
	return foldCharacters(text)
		.replace(/[\s"'“”‘’《》]/gu, '')
		.replace(/[〔【［[]/gu, '(')
		.replace(/[〕】］\]]/gu, ')');
}

/** A plain name without what stands in brackets: plates that the body carries besides (市场监督管理局(知识产权局)). */
export const withoutBrackets = (name: string): string => name.replace(/\([^()]*\)/gu, '');
