import type { Agency, Level } from './agency.ts';

/** The keys of SCOPES of the dataset: reports that may be summed with each other. */
export type AgencyScope =
	| 'central_own'
	| `${Exclude<Level, 'central' | 'township'>}_summary`
	| `${Exclude<Level, 'central' | 'township'>}_own`
	| 'township_own'
	| 'unknown';

/** Within which reports an agency's figures may be summed: a government's cover its region, every other body's its own work. */
export function scopeOf({ level, type }: Pick<Agency, 'level' | 'type'>): AgencyScope {
	if (level === null) return 'unknown';
	if (level === 'central') return 'central_own';
	if (level === 'township') return 'township_own';
	return type === 'government' ? `${level}_summary` : `${level}_own`;
}
