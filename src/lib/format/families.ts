import type { Locale } from './locale.ts';

/** A department family's name; the key itself where it is not known. */
export function familyName(family: string, locale: Locale): string {
	void locale;
	return family;
}
