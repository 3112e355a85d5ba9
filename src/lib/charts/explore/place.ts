import type { Drawing } from './drawing.ts';
import { placeBars } from './place-bars.ts';
import { placeColumns, placeStackedColumns } from './place-columns.ts';
import { placeHeat } from './place-heat.ts';
import { placeLineChart } from './place-lines.ts';
import { placeScatter } from './place-scatter.ts';
import { placeStrip } from './place-strip.ts';
import type { PlotData } from './plot-data.ts';

export type PlotKind = 'line' | 'bar' | 'stacked' | 'strip' | 'scatter' | 'heat';

/** The drawing of a plot at a width. Bars over years stand, bars over anything else lie. */
export function place(kind: PlotKind, data: PlotData, width: number, share = false): Drawing {
	const axis = share && kind === 'stacked' ? { ...data.axis, max: 1, exact: true } : data.axis;
	const years = data.categories.every(({ year }) => year !== null);
	if (kind === 'line') return placeLineChart(data, width);
	if (kind === 'strip') return placeStrip(data, width);
	if (kind === 'scatter') return placeScatter(data, width);
	if (kind === 'heat') return placeHeat(data, width);
	if (kind === 'stacked')
		return years
			? placeStackedColumns({ ...data, axis }, width, share)
			: placeBars({ ...data, axis }, width, 'stacked', share);
	return years ? placeColumns(data, width) : placeBars(data, width, 'beside');
}
