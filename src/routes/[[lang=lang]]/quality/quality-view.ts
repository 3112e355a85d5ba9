import { LEVELS } from '$lib/core/agencies/agency.ts';
import { RULES, ruleOf, SEVERITIES } from '$lib/core/audit/index.ts';
import type { Severity } from '$lib/core/audit/index.ts';
import type { Names } from '$lib/core/form/index.ts';
import type { PanelYear } from '$lib/charts/panel.ts';
import type { YearBars } from '$lib/charts/bars.ts';
import type { Tones } from '$lib/charts/tones.ts';
import { everyYear } from '$lib/charts/year-axis.ts';
import { absenceWord } from '$lib/format/absences.ts';
import { familyName } from '$lib/format/families.ts';
import { VERDICT_WORDS } from '$lib/format/findings.ts';
import { nameIn } from '$lib/format/locale.ts';
import type { Locale } from '$lib/format/locale.ts';
import { formatNumber, formatShare } from '$lib/format/numbers.ts';
import { QUALITY_DIMENSIONS } from '$lib/queries/index.ts';
import type { Filters, QualityDimension, RegionLevel, ReportVerdicts } from '$lib/queries/index.ts';

export const MENDED_AT_ONCE = 30;
export const AGENCIES_AT_ONCE = 100;

export const dimensionOf = (text: string | null): QualityDimension =>
	QUALITY_DIMENSIONS.find((one) => one === text) ?? 'province';
export const chosenSeverity = (text: string | null): Severity => SEVERITIES.find((one) => one === text) ?? 'hard';
export const knownRule = (text: string | null): string | null => (text !== null && ruleOf(text) ? text : null);

/** Where a rule stands in the registry: tables first, then prose, years, summaries. */
export const orderOfRule = (rule: string): number => RULES.findIndex((one) => one.id === rule);

export const SEVERITY_MEANINGS: Readonly<Record<Severity, Names>> = {
	hard: { zh: '硬性：算术，必须成立', en: 'Hard: arithmetic, must hold' },
	definitional: { zh: '口径：按定义应当成立，有合法例外', en: 'Definitional: should hold, with lawful exceptions' },
	plausibility: { zh: '合理性：值得一看，本身不是错误', en: 'Plausibility: worth a look, no error by itself' }
};

export function groupName(dimension: QualityDimension, value: string | null, unknown: string, locale: Locale): string {
	if (value === null) return unknown;
	if (dimension === 'family') return familyName(value, locale);
	if (dimension === 'level' && value in LEVELS) return nameIn(LEVELS[value as keyof typeof LEVELS], locale);
	return value;
}

/** The region one step below those that are chosen. */
export function regionLevel({ provinces, cities, counties }: Filters): RegionLevel | 'agency' {
	if (counties.length > 0) return 'agency';
	if (cities.length > 0) return 'county';
	return provinces.length > 0 ? 'city' : 'province';
}

/** The filter that a region of a level is chosen by. */
export const REGION_FILTERS = { province: 'provinces', city: 'cities', county: 'counties' } as const satisfies Record<
	RegionLevel,
	keyof Filters
>;

/** Reports on which everything holds: an unsure verdict is no pass. */
export const passed = ({ assessable, failed, unsure }: ReportVerdicts): number => assessable - failed - unsure;

export const VERDICT_TONES: Tones = {
	pass: { color: 'var(--granted)', on: 'var(--on-granted)' },
	unsure: { color: 'var(--ink-muted)', on: 'var(--ground)' },
	fail: { color: 'var(--denied)', on: 'var(--on-denied)' }
};

const PARTS = ['pass', 'unsure', 'fail'] as const;

interface YearPanel {
	readonly years: readonly PanelYear[];
	readonly columns: readonly YearBars[];
}

function partsOf(row: ReportVerdicts): Record<(typeof PARTS)[number], number> {
	return { pass: passed(row), unsure: row.unsure, fail: row.failed };
}

/** Reports that could be assessed, by year, as a stack of what came of them. */
export function verdictPanel(rows: readonly (ReportVerdicts & { readonly year: number })[], locale: Locale): YearPanel {
	const axis = everyYear(rows.map((row) => row.year));
	const of = (year: number): (ReportVerdicts & { readonly year: number }) | undefined =>
		rows.find((row) => row.year === year);
	return {
		years: axis.map((year): PanelYear => {
			const row = of(year);
			if (row === undefined) return { year, count: null, gap: absenceWord('unpublished', locale), lines: [] };
			const parts = partsOf(row);
			return {
				year,
				count: formatNumber(row.assessable),
				gap: row.assessable === 0 ? nameIn(VERDICT_WORDS.not_assessable.name, locale) : null,
				lines: PARTS.map((part) => ({
					label: nameIn(VERDICT_WORDS[part].name, locale),
					text: `${formatNumber(parts[part])} (${formatShare(parts[part], row.assessable)})`,
					color: VERDICT_TONES[part]?.color ?? ''
				}))
			};
		}),
		columns: axis.flatMap((year): YearBars[] => {
			const row = of(year);
			if (row === undefined || row.assessable === 0) return [];
			const parts = partsOf(row);
			return [{ year, parts: PARTS.map((id) => ({ id, value: parts[id] })) }];
		})
	};
}
