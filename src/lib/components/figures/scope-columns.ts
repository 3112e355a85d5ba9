import type { Scope } from '$lib/core/dataset/tables.ts';
import { scopeName } from '$lib/format/scopes.ts';
import type { Locale } from '$lib/format/locale.ts';
import { m } from '$lib/paraglide/messages.js';
import type { FigureColumn } from '../figure/columns.ts';

interface ScopeYear {
	readonly scope: Scope;
	readonly year: number;
}

/** The columns that every figure's table begins with: what may be summed, and the year. */
export function scopeColumns<T extends ScopeYear>(locale: Locale): FigureColumn<T>[] {
	return [
		{
			name: 'scope',
			label: m.column_scope(),
			value: (row) => row.scope,
			text: (row) => scopeName(row.scope, locale),
			head: true
		},
		{ name: 'year', label: m.column_year(), value: (row) => row.year }
	];
}
