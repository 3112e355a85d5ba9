import { agencyOptions, indicatorValues, reportsByYear } from '$lib/queries/index.ts';
import type { AgencyOption, Filters, Grouping, IndicatorRow, ReportsOfYear, ValueRange } from '$lib/queries/index.ts';
import { brushedFilters, rangeOf } from '$lib/state/explore/brush.ts';
import type { Choice } from '$lib/state/explore/choice.ts';
import type { Exploring } from '$lib/state/explore/exploring.svelte.ts';
import type { DatasetState } from '$lib/state/dataset.svelte.ts';
import { QueryResult } from '$lib/state/query-result.svelte.ts';
import type { Prerendered } from '$lib/state/query-result.svelte.ts';
import { sourceLine } from '../figure/source-line.ts';
import { locale } from '../language.ts';
import { observationsOf, withoutLogarithm } from './observations.ts';
import type { Observation } from './observations.ts';

/** What was prerendered of the figure. */
export interface FirstExplored {
	readonly values: Prerendered<IndicatorRow>;
	readonly agencies: Prerendered<AgencyOption>;
	readonly byYear: Prerendered<ReportsOfYear>;
}

/** What the figure of the Explore page draws: the answers to what is chosen, and what can be drawn of them. Make it while a component initialises. */
export class Explored {
	readonly #exploring: Exploring;
	readonly values: QueryResult<IndicatorRow>;
	readonly byYear: QueryResult<ReportsOfYear>;
	readonly agencies: QueryResult<AgencyOption>;
	readonly #plain = $derived.by(() =>
		observationsOf(this.values.rows, { ...this.#exploring.choice, scale: 'absolute' }, locale())
	);

	// A logarithm has no place for zeros; whether there are any only the answer tells.
	readonly zeros = $derived.by(() => (this.values.stale ? 0 : withoutLogarithm(this.#plain)));
	readonly choice = $derived.by((): Choice => {
		const { choice } = this.#exploring;
		return choice.scale === 'log' && this.zeros > 0 ? { ...choice, scale: 'absolute' } : choice;
	});
	readonly observations = $derived.by((): readonly Observation[] =>
		this.choice.scale === 'share' ? observationsOf(this.values.rows, this.choice, locale()) : this.#plain
	);
	readonly years = $derived.by((): readonly number[] => {
		const { brushedYears } = this.#exploring.choice;
		const years = this.byYear.rows.map(({ year }) => year);
		return years.filter((year) => brushedYears.length === 0 || brushedYears.includes(year));
	});
	readonly reports = $derived.by(() =>
		this.byYear.rows.reduce((sum, one) => sum + (this.years.includes(one.year) ? one.reports : 0), 0)
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
