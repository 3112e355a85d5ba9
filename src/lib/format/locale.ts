import type { Names } from '../core/form/index.ts';
import { chinesePunctuation } from './typography.ts';

export const LOCALES = ['zh', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The value of the `lang` attribute and of `hreflang`. */
export const LANGUAGE_TAGS = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Locale, string>;

/** A name in one language, as it is to be read. */
export function nameIn(names: Names, locale: Locale): string {
	return locale === 'zh' ? chinesePunctuation(names.zh) : names.en;
}

/** Words of one kind joined as a list: 、 in Chinese, comma in English. */
export function joinList(words: readonly string[], locale: Locale): string {
	return words.join(locale === 'zh' ? '、' : ', ');
}
