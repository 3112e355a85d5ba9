import { TABLE_IDS } from '../form/index.ts';
import type { Problem, Report } from './report.ts';

/** What a report does not tell of itself: its agency, its year, a table, or the layout of a table. */
export function lacksOf({ agency, year, formats }: Pick<Report, 'agency' | 'year' | 'formats'>): Problem[] {
	return [
		...(agency === null ? [{ code: 'report/agency-not-found' } as const] : []),
		...(year === null ? [{ code: 'report/year-not-found' } as const] : []),
		...TABLE_IDS.filter((table) => formats[table] === null).map((table): Problem => ({
			code: 'report/table-missing',
			table
		})),
		...TABLE_IDS.filter((table) => formats[table] === 'undetermined').map((table): Problem => ({
			code: 'table/layout-undetermined',
			table
		}))
	];
}
