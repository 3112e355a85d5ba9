import { formatNumber } from '$lib/format/numbers.ts';
import { m } from '$lib/paraglide/messages.js';
import { datasets } from '$lib/state/datasets.svelte.ts';

/** The source of a figure, with the build; a number of reports that is not known yet is not 0. */
export const sourceLine = (reports: number | undefined, build = datasets.shown.build): string =>
	m.figure_source({ reports: reports === undefined ? '…' : formatNumber(reports), build });
