import { scaleLinear, scaleLog } from 'd3-scale';
import { CONTROL_LEVELS, controlLimits, funnelPlace } from './control-limits.ts';
import type { FunnelPlace } from './control-limits.ts';
import { overlap, round } from './plot-area.ts';
import type { Box, PlotArea } from './plot-area.ts';
import { textWidth } from './text-width.ts';

export interface FunnelBody {
	readonly id: string;
	readonly label: string;
	readonly part: number;
	readonly whole: number;
	/** Enough cases to be judged. */
	readonly judged: boolean;
}

export interface PlacedBody extends FunnelBody {
	readonly x: number;
	readonly y: number;
	/** null: too few cases to be judged. */
	readonly place: FunnelPlace | null;
	/** Where its name stands; null where it has none, or no room for one. */
	readonly name: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' } | null;
}

export interface PlacedLimit {
	readonly level: number;
	readonly low: string;
	readonly high: string;
}

export interface PlacedFunnel {
	readonly points: readonly PlacedBody[];
	readonly limits: readonly PlacedLimit[];
	/** Height of the pooled rate. */
	readonly pooledY: number;
	readonly xTicks: readonly { readonly value: number; readonly x: number }[];
	readonly yTicks: readonly { readonly value: number; readonly y: number }[];
}

/** All parts over all wholes; null where there is no case. */
export function pooledRate(bodies: readonly Pick<FunnelBody, 'part' | 'whole'>[]): number | null {
	const whole = bodies.reduce((sum, body) => sum + body.whole, 0);
	return whole > 0 ? bodies.reduce((sum, body) => sum + body.part, 0) / whole : null;
}

const STEPS = 160;
const LABEL = 12;
const TICKS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6];

/** Shares over their denominators (logarithmic), with the limits between which chance alone would hold them. */
export function placeFunnel(bodies: readonly FunnelBody[], area: PlotArea): PlacedFunnel | null {
	const rate = pooledRate(bodies);
	if (rate === null) return null;
	const wholes = bodies.map(({ whole }) => whole);
	const [least, most] = [Math.min(...wholes), Math.max(...wholes)];
	const domain = [Math.max(0.8, least / 1.25), Math.max(most * 1.25, least * 2)] as const;
	const xScale = scaleLog().domain(domain).range([area.left, area.right]);
	const top = Math.max(...bodies.map(({ part, whole }) => part / whole), rate * 1.6);
	const yScale = scaleLinear()
		.domain([0, Math.min(1, top)])
		.nice(5)
		.range([area.bottom, area.top]);
	const ceiling = yScale.domain()[1] ?? 1;
	const x = (value: number): number => round(xScale(value));
	const y = (share: number): number => round(yScale(Math.min(share, ceiling)));
	const wholesDrawn = [
		...new Set(
			Array.from({ length: STEPS + 1 }, (_, index) =>
				Math.round(domain[0] * (domain[1] / domain[0]) ** (index / STEPS))
			).filter((whole) => whole >= domain[0] && whole <= domain[1])
		)
	];
	const limits = CONTROL_LEVELS.map((level): PlacedLimit => {
		const drawn = wholesDrawn.map((whole) => ({ at: x(whole), ...controlLimits(rate, whole, level) }));
		const path = (heights: readonly number[]): string =>
			drawn.map(({ at }, index) => `${index === 0 ? 'M' : 'L'}${at},${heights[index] ?? 0}`).join('');
		return { level, low: path(drawn.map(({ low }) => y(low))), high: path(drawn.map(({ high }) => y(high))) };
	});
	const points = bodies.map((body): PlacedBody => ({
		...body,
		x: x(body.whole),
		y: y(body.part / body.whole),
		place: body.judged ? funnelPlace(body.part, body.whole, rate) : null,
		name: null
	}));
	return {
		points: withNames(points, rate, area),
		limits,
		pooledY: y(rate),
		xTicks: spaced(
			TICKS.filter((value) => value >= domain[0] && value <= domain[1]).map((value) => ({ value, x: x(value) }))
		),
		yTicks: yScale.ticks(5).map((value) => ({ value, y: y(value) }))
	};
}

/** Ticks at least a word apart. */
function spaced<T extends { readonly x: number }>(ticks: readonly T[]): T[] {
	const kept: T[] = [];
	for (const tick of ticks) if (tick.x - (kept.at(-1)?.x ?? -Infinity) >= 36) kept.push(tick);
	return kept;
}

/** How far from the pooled rate, in standard errors. */
const distance = ({ part, whole }: FunnelBody, rate: number): number =>
	Math.abs(part / whole - rate) / Math.sqrt((rate * (1 - rate)) / whole || 1);

/** Names the points outside the limits, the farthest first, as far as their names do not cover each other or a named point. */
function withNames(points: readonly PlacedBody[], rate: number, area: PlotArea): PlacedBody[] {
	const outside = points
		.filter(({ place }) => place !== null && place !== 'within')
		.sort((a, b) => distance(b, rate) - distance(a, rate));
	const taken: Box[] = outside.map((point) => ({ x: point.x - 4, y: point.y - 4, width: 8, height: 8 }));
	const names = new Map<string, PlacedBody['name']>();
	for (const point of outside) {
		const width = textWidth(point.label, LABEL);
		const sides = [
			{ anchor: 'start', left: point.x + 7, at: point.x + 7 },
			{ anchor: 'end', left: point.x - 7 - width, at: point.x - 7 }
		] as const;
		for (const { anchor, left, at } of sides) {
			const box = { x: left, y: point.y - LABEL / 2, width, height: LABEL };
			if (left < area.left || left + width > area.right) continue;
			if (taken.some((other) => overlap(box, other, 1))) continue;
			taken.push(box);
			names.set(point.id, { x: at, y: point.y, anchor });
			break;
		}
	}
	return points.map((point) => ({ ...point, name: names.get(point.id) ?? null }));
}
