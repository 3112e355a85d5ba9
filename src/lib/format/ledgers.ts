import type { Names } from '../core/form/index.ts';
import { nameIn } from './locale.ts';
import type { Locale } from './locale.ts';

/** What may be wrong with a list kept by hand, whatever its columns. */
export const LEDGER_SENTENCES = {
	'column-missing': { zh: '缺少栏,整个文件未采用', en: 'a column is missing; nothing of the file is used' },
	'column-unknown': { zh: '不认识的栏,未采用', en: 'a column that is not known and not used' },
	'quote-open': { zh: '引号没有配对', en: 'a quotation mark is not closed' },
	'row-ragged': {
		zh: '这一行的栏数过多,未采用(含逗号的值要加引号)',
		en: 'a row with too many fields is not used; put quotes around values with commas'
	}
} as const satisfies Record<string, Names>;

/** What is wrong, behind its line and before what stands there. */
export function lineSentence(what: Names, line: number, found: string, locale: Locale): string {
	const at = locale === 'zh' ? `第 ${String(line)} 行` : `line ${String(line)}`;
	return [at, nameIn(what, locale), ...(found === '' ? [] : [found])].join(locale === 'zh' ? ':' : ': ');
}
