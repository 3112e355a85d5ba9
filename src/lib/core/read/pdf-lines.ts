import type { Box, Rule } from './pdf-shapes.ts';

/** Lines that belong together: they touch or cross each other. */
export interface Ruling extends Box {
	readonly across: readonly Rule[];
	readonly down: readonly Rule[];
}

/** Parts of one line may be this far apart, along it (dots, dashes, corners) and across it. */
const GAP = 6.5;
const DRIFT = 0.6;
/** A shorter line is a mark, not a side of a cell. */
const SHORTEST = 4;
/** A line that ends this near another one meets it. */
const REACH = 3;
/** A cell that spans all rows is at most this wide. */
const WIDEST_SPAN = 200;
/** A page with more lines than this is a drawing. */
const MOST = 40_000;

/** Joins the pieces of each line: dots of dotted lines, sides drawn cell by cell, lines drawn twice. */
export function joinRules(rules: readonly Rule[]): Rule[] {
	const byPlace = [...rules].sort((a, b) => a.at - b.at);
	const joined: Rule[] = [];
	for (let start = 0; start < byPlace.length;) {
		const at = byPlace[start]?.at ?? 0;
		let end = start;
		while (end < byPlace.length && (byPlace[end]?.at ?? 0) - at <= DRIFT) end += 1;
		const group = byPlace.slice(start, end).sort((a, b) => a.from - b.from);
		let open: { at: number; from: number; to: number } | null = null;
		for (const rule of group) {
			if (open && rule.from - open.to <= GAP) open.to = Math.max(open.to, rule.to);
			else joined.push((open = { ...rule }));
		}
		start = end;
	}
	return joined.filter((rule) => rule.to - rule.from >= SHORTEST);
}

class Union {
	readonly #parents: number[];

	constructor(size: number) {
		this.#parents = Array.from({ length: size }, (_, index) => index);
	}

	root(item: number): number {
		let root = item;
		while (this.#parents[root] !== root) root = this.#parents[root] ?? root;
		while (this.#parents[item] !== root) {
			const next: number = this.#parents[item] ?? root;
			this.#parents[item] = root;
			item = next;
		}
		return root;
	}

	join(a: number, b: number): void {
		this.#parents[this.root(a)] = this.root(b);
	}
}

function boundsOf(across: readonly Rule[], down: readonly Rule[]): Box {
	let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const rule of across) {
		x0 = Math.min(x0, rule.from);
		x1 = Math.max(x1, rule.to);
		y0 = Math.min(y0, rule.at);
		y1 = Math.max(y1, rule.at);
	}
	for (const rule of down) {
		y0 = Math.min(y0, rule.from);
		y1 = Math.max(y1, rule.to);
		x0 = Math.min(x0, rule.at);
		x1 = Math.max(x1, rule.at);
	}
	return { x0, y0, x1, y1 };
}

/** Sorts lines into the tables they may rule: lines across and down that meet. Lines that meet none rule nothing. */
export function groupRules(allAcross: readonly Rule[], allDown: readonly Rule[]): Ruling[] {
	if (allAcross.length + allDown.length > MOST) return [];
	const across = joinRules(allAcross);
	const down = joinRules(allDown);
	const union = new Union(across.length + down.length);
	const places = across.map((rule) => rule.at);
	down.forEach((rule, index) => {
		let low = 0;
		let high = places.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((places[middle] ?? 0) < rule.from - REACH) low = middle + 1;
			else high = middle;
		}
		for (let at = low; at < across.length && (places[at] ?? 0) <= rule.to + REACH; at += 1) {
			const other = across[at];
			if (other && rule.at >= other.from - REACH && rule.at <= other.to + REACH) union.join(at, across.length + index);
		}
	});
	const groups = new Map<number, { across: Rule[]; down: Rule[] }>();
	const groupOf = (item: number): { across: Rule[]; down: Rule[] } => {
		const root = union.root(item);
		const group = groups.get(root) ?? { across: [], down: [] };
		groups.set(root, group);
		return group;
	};
	across.forEach((rule, index) => groupOf(index).across.push(rule));
	down.forEach((rule, index) => groupOf(across.length + index).down.push(rule));
	const alone = [...groups.values()].flatMap((group) => (group.across.length === 0 ? group.down : []));
	return [...groups.values()]
		.filter((group) => group.across.length > 0 && group.down.length > 0)
		.map((group) => ({ ...group, ...boundsOf(group.across, group.down) }))
		.map((ruling) => withSides(ruling, alone));
}

/** Takes in lines beside a table that are as tall as it: the outer side of a cell that spans all the rows on its page. */
function withSides(ruling: Ruling, alone: readonly Rule[]): Ruling {
	const near = (a: number, b: number): boolean => Math.abs(a - b) <= 2 * REACH;
	const sides = alone.filter(
		(rule) =>
			near(rule.from, ruling.y0) &&
			near(rule.to, ruling.y1) &&
			(rule.at < ruling.x0 ? ruling.x0 - rule.at : rule.at - ruling.x1) < WIDEST_SPAN
	);
	if (sides.length === 0) return ruling;
	const down = [...ruling.down, ...sides];
	return { ...ruling, down, ...boundsOf(ruling.across, down) };
}

/** The sides of filled boxes as lines: what rules a table that has shaded cells and white gaps in place of lines. */
export function sidesOf(fills: readonly Box[]): { readonly across: Rule[]; readonly down: Rule[] } {
	return {
		across: fills.flatMap((box) => [box.y0, box.y1].map((at) => ({ at, from: box.x0, to: box.x1 }))),
		down: fills.flatMap((box) => [box.x0, box.x1].map((at) => ({ at, from: box.y0, to: box.y1 })))
	};
}
