import { DEPARTMENT_FAMILIES } from '../core/agencies/families.ts';
import type { Locale } from './locale.ts';

const isFamily = (family: string): family is keyof typeof DEPARTMENT_FAMILIES => family in DEPARTMENT_FAMILIES;

/** A department family's name; the key itself where it is not known. */
export function familyName(family: string, locale: Locale): string {
	return isFamily(family) ? DEPARTMENT_FAMILIES[family].names[locale] : family;
}
