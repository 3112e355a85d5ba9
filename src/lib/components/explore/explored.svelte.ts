import { agencyOptions, indicatorValues, reportsByYear, reportsByYearAndValue, valueBins } from '$lib/queries/index.ts';
import type {
	AgencyOption,
	Filters,
	Grouping,
	IndicatorRow,
	Query,
	ReportsOfYear,
	ReportsOfYearAndBin,
	ValueRange
} from '$lib/queries/index.ts';
import { brushedFilters, isInside, rangeOf } from '$lib/state/explore/brush.ts';
import type { BrushedValues, Choice } from '$lib/state/explore/choice.ts';
import type { Exploring } from '$lib/state/explore/exploring.svelte.ts';
import type { DatasetState } from '$lib/state/dataset.svelte.ts';
import { QueryResult } from '$lib/state/query-result.svelte.ts';
import type { Prerendered } from '$lib/state/query-result.svelte.ts';
import { sourceLine } from '../figure/source-line.ts';
import { locale } from '../language.ts';
import { countsWithin, sumsWithin } from './brushed-sums.ts';
import { observationsOf, withoutLogarithm } from './observations.ts';
import type { Observation } from './observations.ts';

/** What was prerendered of the figure. */
export interface FirstExplored {
	readonly values: Prerendered<IndicatorRow>;
	readonly agencies: Prerendered<AgencyOption> | undefined;
	readonly byYear: Prerendered<ReportsOfYear>;
}

/** A stretch that is being dragged, not yet chosen. */
export type Brush = Pick<Choice, 'brushedYears'> | Pick<Choice, 'brushedValues'>;

/** Sums by group and place on the brush are held up to so many rows: adding up more takes longer than a frame. */
const MOST_SUMS = 6000;
const NOTHING: Query<never> = { sql: 'SELECT 1 WHERE FALSE', tables: [], years: [], parse: () => [] };

/** What the figure of the Explore page draws: the answers to what is chosen, and what can be drawn of them. Make it while a component initialises. */
export class Explored {
	readonly #exploring: Exploring;
	readonly values: QueryResult<IndicatorRow>;
	readonly byYear: QueryResult<ReportsOfYear>;
	readonly agencies: QueryResult<AgencyOption>;
	/** Which histogram the reader is at: what its brush will need is asked for beforehand. */
	approached = $state<'years' | 'values' | null>(null);
	/** While a brush is dragged the figures follow it, from sums made beforehand; chosen, it is asked of the engine. */
	brush = $state.raw<Brush | null>(null);
	readonly #sums: QueryResult<IndicatorRow>;
	readonly #counts: QueryResult<ReportsOfYearAndBin>;

	readonly #rows = $derived.by((): readonly IndicatorRow[] => {
		const inside = this.#inside;
		return inside === null || this.#sums.status !== 'data' || this.#sums.stale
			? this.values.rows
			: sumsWithin(this.#sums.rows, inside);
	});
	readonly #plain = $derived.by(() =>
		observationsOf(this.#rows, { ...this.#exploring.choice, scale: 'absolute' }, locale())
	);

	/** Reports of each year, of those inside the stretch of values that is chosen or dragged. */
	readonly reportsByYear = $derived.by((): readonly ReportsOfYear[] => {
		const { brush } = this;
		if (brush === null || !('brushedValues' in brush) || this.#counts.status !== 'data') return this.byYear.rows;
		const { brushedValues: values } = brush;
		const counts = countsWithin(
			this.#counts.rows,
			'year',
			({ bin }) => values === null || this.#isBinInside(bin, values)
		);
		return [...counts].map(([year, reports]) => ({ year: year ?? 0, reports }));
	});

	/** Reports in each bin of values, of those of the years that are dragged; null: none are. */
	readonly reportsByBin = $derived.by((): ReadonlyMap<number | null, number> | null => {
		const { brush } = this;
		if (brush === null || !('brushedYears' in brush) || this.#counts.status !== 'data') return null;
		return countsWithin(this.#counts.rows, 'bin', ({ year }) => brush.brushedYears.includes(year));
	});

	// A logarithm has no place for zeros; whether there are any only the answer tells.
	readonly zeros = $derived.by(() => (this.values.stale ? 0 : withoutLogarithm(this.#plain)));
	readonly choice = $derived.by((): Choice => {
		const { choice } = this.#exploring;
		return choice.scale === 'log' && this.zeros > 0 ? { ...choice, scale: 'absolute' } : choice;
	});
	readonly observations = $derived.by((): readonly Observation[] =>
		this.choice.scale === 'share' ? observationsOf(this.#rows, this.choice, locale()) : this.#plain
	);
	readonly years = $derived.by((): readonly number[] => {
		const { brushedYears } = { ...this.#exploring.choice, ...this.brush };
		const years = this.reportsByYear.map(({ year }) => year);
		return years.filter((year) => brushedYears.length === 0 || brushedYears.includes(year));
	});
	readonly reports = $derived.by(() =>
		this.reportsByYear.reduce((sum, one) => sum + (this.years.includes(one.year) ? one.reports : 0), 0)
	);

	constructor(dataset: DatasetState, exploring: Exploring, initial: Partial<FirstExplored> = {}) {
		this.#exploring = exploring;
		const by = (): readonly Grouping[] => {
			const { by: first, split } = exploring.choice;
			return split === null ? [first] : [first, split];
		};
		this.values = new QueryResult({
			dataset,
			query: () => indicatorValues(exploring.choice.indicators, this.filters, by(), this.range),
			initial: initial.values
		});
		this.agencies = new QueryResult({ dataset, query: () => agencyOptions(this.filters), initial: initial.agencies });
		this.byYear = new QueryResult({
			dataset,
			query: () => reportsByYear(exploring.view.filters, this.range),
			initial: initial.byYear
		});
		const { view } = exploring;
		this.#sums = new QueryResult({
			dataset,
			later: true,
			query: () => {
				const { indicators } = exploring.choice;
				const [first] = indicators;
				if (first === undefined || !this.#canFollow) return NOTHING;
				return this.approached === 'years'
					? indicatorValues(indicators, view.filters, by(), this.range, 'year')
					: indicatorValues(indicators, this.filters, by(), null, first);
			}
		});
		this.#counts = new QueryResult({
			dataset,
			later: true,
			query: () => {
				const [first] = exploring.choice.indicators;
				return first === undefined || this.approached === null ? NOTHING : reportsByYearAndValue(first, view.filters);
			}
		});
		// What was dragged stays until what was chosen is there.
		$effect(() => {
			const { brushedYears, brushedValues } = exploring.choice;
			void brushedYears;
			void brushedValues;
			if (!this.values.stale) this.brush = null;
		});
	}

	get #canFollow(): boolean {
		if (this.approached === null) return false;
		const [first] = this.#exploring.choice.indicators;
		const places =
			this.approached === 'years' ? this.byYear.rows.length : first === undefined ? 0 : valueBins(first).length;
		return this.values.rows.length * places <= MOST_SUMS;
	}

	/** Which places on the brush are inside of what is dragged; null: nothing is. */
	get #inside(): ((along: number) => boolean) | null {
		const { brush } = this;
		if (brush === null) return null;
		if ('brushedYears' in brush) return (year) => brush.brushedYears.includes(year);
		const { brushedValues: values } = brush;
		return values === null ? null : (bin) => this.#isBinInside(bin, values);
	}

	#isBinInside(bin: number | null, values: BrushedValues): boolean {
		const [first] = this.#exploring.choice.indicators;
		const one = first === undefined || bin === null ? undefined : valueBins(first)[bin];
		return one !== undefined && isInside(one, values);
	}

	/** The filters of the view, narrowed to the years that are brushed. */
	get filters(): Filters {
		return brushedFilters(this.#exploring.view.filters, this.#exploring.choice);
	}

	get range(): ValueRange | null {
		return rangeOf(this.#exploring.choice);
	}

	get source(): string {
		return sourceLine(this.byYear.rows.length === 0 && this.byYear.status !== 'empty' ? undefined : this.reports);
	}
}
