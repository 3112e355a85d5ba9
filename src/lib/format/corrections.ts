import { ruleOf } from '../core/audit/index.ts';
import { formCell } from '../core/form/index.ts';
import { cellName } from './finding-text.ts';
import { nameIn } from './locale.ts';
import type { Locale } from './locale.ts';
import { formatNumber } from './numbers.ts';

interface Side {
	readonly value: number | null;
	readonly raw: string | null;
}

/** What was corrected: a cell, or of a person's note the rule and what it runs along. */
export function correctedItem(item: string, locale: Locale): string {
	if (formCell(item) !== undefined) return cellName(item, locale);
	const [rule = '', ...along] = item.split(' ');
	const names = ruleOf(rule)?.names;
	return names === undefined ? item : [nameIn(names, locale), ...along].join(' ');
}

function sideText({ value, raw }: Side, locale: Locale): string {
	if (value !== null) return formatNumber(value);
	if (raw !== null && raw !== '') return locale === 'zh' ? `“${raw}”（没有读作数）` : `“${raw}” (no figure)`;
	return locale === 'zh' ? '空白或没有这一格' : 'blank or no such cell';
}

/** From the earlier version to the later. */
export function correctionChange(row: { readonly old: Side; readonly new: Side }, locale: Locale): string {
	return `${sideText(row.old, locale)} → ${sideText(row.new, locale)}`;
}
