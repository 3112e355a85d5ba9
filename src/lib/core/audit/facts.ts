/** Level and kind of the body that reports; an agency as `agencies` resolves it fits. */
export interface Body {
	readonly level: 'central' | 'province' | 'city' | 'county' | 'township' | null;
	readonly type: 'government' | 'general_office' | 'department' | 'branch' | 'zone' | 'township' | 'other' | 'unknown';
}

/** What is known of a report from outside it. All may be left out: rules that need it then cannot be assessed. */
export interface ReportFacts {
	readonly body?: Body;
	/** ISO date on which it was published. */
	readonly published?: string;
	/** Where it was collected; many sites put the date of the page in it. */
	readonly address?: string;
	/** The year under which the site or the collector files it. */
	readonly filedYear?: number;
	/** The year that the report itself bears, where `year` of the report is the one it is filed under. */
	readonly printedYear?: number | null;
}

export const CHANGES = ['renamed', 'merged', 'split', 'scope-changed', 'corrected'] as const;

/** What became of a body; `year` is the first report year that it touches. */
export interface BodyChange {
	readonly year: number;
	readonly kind: (typeof CHANGES)[number];
}

/** What is known of an agency over the years. */
export interface YearsFacts {
	readonly body?: Body;
	readonly changes?: readonly BodyChange[];
	/** Everything the agency published was collected, so that a gap is a missing report. */
	readonly collectedWhole?: boolean;
	/** Facts of single reports, by year. */
	readonly reports?: Readonly<Record<number, ReportFacts>>;
}
