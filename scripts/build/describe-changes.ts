import type { Names } from '../../src/lib/core/form/index.ts';
import type { Locale } from '../../src/lib/format/locale.ts';
import type { CellChange, Changes, Comparison, ReportKey } from './changes.ts';
import { Lines } from './lines.ts';

const reportName = ({ agency, year }: ReportKey): string => `${agency} ${String(year)}`;

function shownCell({ value, absence }: CellChange['old']): string {
	return value === null ? `[${absence ?? '–'}]` : String(value);
}

function list(lines: Lines, changes: Changes): void {
	const { reportsAdded, reportsRemoved, agenciesAdded, agenciesRemoved, cells } = changes;
	const section = <T>(words: Names, items: readonly T[], show: (item: T) => string): void => {
		if (items.length === 0) return;
		lines.say({ zh: `${words.zh} ${String(items.length)}`, en: `${words.en}: ${String(items.length)}` }, 1);
		lines.list(items, show, 2);
	};
	const asIs = (name: string): string => name;
	section({ zh: '新增机关', en: 'agencies added' }, agenciesAdded, asIs);
	section({ zh: '减少机关', en: 'agencies removed' }, agenciesRemoved, asIs);
	section({ zh: '新增报告', en: 'reports added' }, reportsAdded, reportName);
	section({ zh: '减少报告', en: 'reports removed' }, reportsRemoved, reportName);
	section({ zh: '改动的格', en: 'cells changed' }, cells, (change) => {
		return `${reportName(change)} ${change.cell}: ${shownCell(change.old)} → ${shownCell(change.new)}`;
	});
	if ([reportsAdded, reportsRemoved, agenciesAdded, agenciesRemoved, cells].every((items) => items.length === 0)) {
		lines.say({ zh: '报告和数字未变,其他内容有变', en: 'reports and figures are the same, something else differs' }, 1);
	}
}

/** What changed since the last build. */
export function sayChanges(lines: Lines, comparison: Comparison): void {
	if (comparison.kind === 'first') return lines.say({ zh: '没有上次构建可比', en: 'No earlier build to compare with' });
	if (comparison.kind === 'same') return lines.say({ zh: '与上次构建相同', en: 'The same as the last build' });
	if (comparison.kind === 'unreadable') {
		return lines.say({
			zh: `无法与上次构建比较:${comparison.reason}`,
			en: `The last build cannot be compared with: ${comparison.reason}`
		});
	}
	lines.say({ zh: '与上次构建相比:', en: 'Since the last build:' });
	list(lines, comparison.changes);
}

/** What the later of two datasets says otherwise; up to `listed` items of each kind. */
export function describeChanges(comparison: Comparison, locale: Locale, listed?: number): string {
	const lines = new Lines(locale, listed);
	if (comparison.kind === 'changed') list(lines, comparison.changes);
	else if (comparison.kind === 'same') lines.say({ zh: '两次构建相同', en: 'Both are the same build' });
	return lines.text;
}
