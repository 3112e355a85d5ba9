import type { BRIDGE, CellKey, Comparability, Layout, Names, TableId } from '../form/index.ts';

/** A cell added (1) or taken off (−1). */
export interface Term {
	readonly cell: CellKey;
	readonly sign: 1 | -1;
}

/** A linear combination of cells of one table, by layout; null: the layout cannot give it. A number only where every cell is one. */
export interface CellMeasure {
	readonly kind: 'cells';
	readonly terms: Readonly<Record<Layout, readonly Term[] | null>>;
}

/** How many identities of a report came out so. */
export interface CheckMeasure {
	readonly kind: 'checks';
	readonly verdicts: readonly ('pass' | 'fail' | 'unsure')[];
}

/** 1 for each report that gives the measure (`given`), or gives it as zero (`zero`, else 0); absent where the report does not give it. */
export interface ReportMeasure {
	readonly kind: 'reports';
	readonly which: 'given' | 'zero';
	readonly of: CellMeasure;
}

export type Measure = CellMeasure | CheckMeasure | ReportMeasure;

/** `percent`: a fraction of one, written as per cent; `per_hundred`: so many on a hundred; `ratio`: one to the other. */
export type IndicatorUnit = 'piece' | 'wan_yuan' | 'percent' | 'per_hundred' | 'ratio';

export type BridgeId = (typeof BRIDGE)[number]['id'];

/** How far the years before and after the change of layout may be set side by side. */
export interface LayoutBridge {
	readonly how: Comparability;
	readonly note: Names;
}

export interface Indicator {
	readonly id: string;
	readonly group: IndicatorGroupId;
	readonly names: Names;
	readonly unit: IndicatorUnit;
	readonly numerator: Measure;
	/** null: the numerator itself is shown. */
	readonly denominator: Measure | null;
	/** The denominator in words; null where there is none. */
	readonly of: Names | null;
	/** The tables of the form it rests on. */
	readonly tables: readonly TableId[];
	readonly bridge: LayoutBridge;
	/** Articles of the 2019 Regulations (Order 711). */
	readonly articles: string | null;
	/** Where the measure has been used before. */
	readonly precedent: Names | null;
	/** Which direction is better; null where neither is. */
	readonly better: 'higher' | 'lower' | null;
	/** What is counted in the numerator is part of the denominator, so that the share has an interval. */
	readonly part: boolean;
	/** A denominator below this makes the rate uncertain: it is drawn with its interval and not ranked. null for counts. */
	readonly least: number | null;
	/** It can be told for each kind of applicant: every cell is of the total column of table three. */
	readonly byApplicant: boolean;
	readonly help: Names;
}

/** The groups of the registry, in the order of menus. */
export const INDICATOR_GROUPS = {
	requests: { zh: '申请量', en: 'Requests' },
	outcomes: { zh: '办理结果', en: 'Outcomes' },
	reasons: { zh: '理由', en: 'Reasons' },
	applicants: { zh: '申请人', en: 'Applicants' },
	disputes: { zh: '复议诉讼', en: 'Reviews and lawsuits' },
	documents: { zh: '主动公开与执法', en: 'Documents and decisions' },
	quality: { zh: '报告质量', en: 'Quality of reports' }
} as const satisfies Record<string, Names>;
export type IndicatorGroupId = keyof typeof INDICATOR_GROUPS;

/** Below these denominators a rate says little: our judgement. */
export const LEAST_REQUESTS = 20;
export const LEAST_DECIDED = 10;
