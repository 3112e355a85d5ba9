import { SCOPES } from '../core/dataset/tables.ts';
import type { Scope } from '../core/dataset/tables.ts';
import { nameIn } from './locale.ts';
import type { Locale } from './locale.ts';

export function scopeName(scope: Scope, locale: Locale): string {
	return nameIn(SCOPES[scope], locale);
}
