import type { Scope } from '../core/dataset/tables.ts';
import type { DisputeId, OutcomeGroupId, ResultId } from '../core/form/index.ts';
import type { Filters } from './filters.ts';
import type { Query } from './query.ts';
import type { Matched, Share, Total } from './totals.ts';

// Every aggregate is by scope: figures of different scopes are never summed.

export type HeadFigureId = 'new' | 'closed' | 'review' | 'suits';
export interface HeadFigure {
	readonly current: Total;
	readonly previous: Total;
	/** The change among agencies that report the figure in both years; the honest base of "+x %". */
	readonly matched: Matched;
}
export interface HeadFigures {
	readonly scope: Scope;
	/** The newest year of the selection in which this scope has a report. `previous` is the year before, chosen or not. */
	readonly year: number;
	readonly reports: number;
	readonly previousReports: number;
	readonly figures: Readonly<Record<HeadFigureId, HeadFigure>>;
	/** (granted + partial) / closed, over the reports that give all three. */
	readonly disclosed: { readonly current: Share; readonly previous: Share };
}
export declare function headFigures(filters: Filters): Query<HeadFigures>;

export interface RequestVolume {
	readonly year: number;
	readonly scope: Scope;
	readonly reports: number;
	readonly new: Total;
	readonly carried_in: Total;
	readonly carried_out: Total;
}
export declare function requestVolumes(filters: Filters): Query<RequestVolume>;

/** `printed`: from the printed total column; `recomputed`: from the six applicants, where all six are numbers. Never mixed. */
export type Basis = 'printed' | 'recomputed';
export interface OutcomeTotal {
	readonly year: number;
	readonly scope: Scope;
	readonly group: OutcomeGroupId;
	readonly basis: Basis;
	/** Reports in the selection. */
	readonly reports: number;
	readonly total: Total;
	/** Of `closed`, over the reports that give all six groups and `closed` on this basis: the six shares have one denominator. */
	readonly share: Share;
}
export declare function outcomesByYear(filters: Filters): Query<OutcomeTotal>;

export interface DisputeTotal {
	readonly year: number;
	readonly scope: Scope;
	readonly dispute: DisputeId;
	/** `total` is the printed total. */
	readonly result: ResultId;
	readonly reports: number;
	readonly total: Total;
}
export declare function disputesByResult(filters: Filters): Query<DisputeTotal>;

/** The figures of one report. `other` bridges the layouts; `suits` sums the two kinds of lawsuit. */
export type FigureId =
	| 'new'
	| 'carried_in'
	| 'closed'
	| 'carried_out'
	| OutcomeGroupId
	| 'review'
	| 'suit_direct'
	| 'suit_after_review'
	| 'suits';
/** A figure of one report: a number, or null with the reasons of its parts' absence, parted by `+`. */
export interface ReportFigureValue {
	readonly value: number | null;
	readonly absence: string | null;
}
export interface ReportRow {
	readonly agency_id: string;
	readonly agency: string;
	readonly year: number;
	readonly scope: Scope;
	readonly level: string | null;
	readonly type: string;
	readonly family: string | null;
	readonly code: string | null;
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
	readonly township: string | null;
	readonly formats: { readonly t2: string | null; readonly t3: string | null; readonly t4: string | null };
	readonly figures: Readonly<Record<FigureId, ReportFigureValue>>;
	readonly checks: {
		readonly pass: number;
		readonly fail: number;
		readonly unsure: number;
		readonly not_assessable: number;
	};
	readonly problems: number;
	readonly source: string;
	readonly address: string | null;
	readonly collected: string | null;
	readonly sha256: string | null;
}
/** Reports by scope, place, agency, year; `limit: null` takes all. */
export declare function reportRows(
	filters: Filters,
	page?: { limit: number | null; offset?: number }
): Query<ReportRow>;
/** One row: how many reports and agencies the filters take in. */
export declare function countReports(filters: Filters): Query<{ reports: number; agencies: number }>;

export interface ComparedReport extends ReportRow {
	/** The outcome groups and `closed` from the six applicants, where all six are numbers. */
	readonly recomputed: Readonly<Record<OutcomeGroupId | 'closed', number | null>>;
	readonly disputes: Readonly<Record<DisputeId, Readonly<Record<ResultId, ReportFigureValue>>>>;
}
/** The reports of those agencies in those years (empty: all), agencies in the order given, then by year. */
export declare function compareAgencies(ids: readonly string[], years: readonly number[]): Query<ComparedReport>;

export type FilterDimension = 'year' | 'province' | 'city' | 'county' | 'level' | 'family' | 'scope';
export interface FilterOption {
	readonly dimension: FilterDimension;
	readonly value: string;
	/** Above it, for cities and counties: names recur. */
	readonly province: string | null;
	readonly city: string | null;
	readonly reports: number;
	readonly agencies: number;
}
/** Distinct values with counts; each dimension is counted under the other dimensions' filters. */
export declare function filterOptions(filters?: Filters): Query<FilterOption>;

export interface AgencyOption {
	readonly agency_id: string;
	readonly agency: string;
	/** Every name its reports print, newest year first. */
	readonly names: readonly string[];
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
	readonly level: string | null;
	readonly family: string | null;
	readonly scope: Scope;
	readonly years: readonly number[];
}
export declare function agencyOptions(filters?: Filters): Query<AgencyOption>;
