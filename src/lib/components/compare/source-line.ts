import { formatNumber } from '$lib/format/numbers.ts';
import { m } from '$lib/paraglide/messages.js';
import { datasets } from '$lib/state/datasets.svelte.ts';

/** The source of a figure of the comparison, with the build. */
export const sourceLine = (reports: number): string =>
	m.figure_source({ reports: formatNumber(reports), build: datasets.shown.build });
