import type { FamilyKey, Level, UnitType } from '../../../src/lib/core/agencies/index.ts';
import { Random } from '../random.ts';
import { BodyYears, RuleYears, drawOutcomes } from './agency-years.ts';
import type { Profile, Region } from './agency-years.ts';
import { BODIES, bodyName, reportsIn } from './bodies.ts';
import type { AgencyLevel, Body } from './bodies.ts';
import { Counts } from './counts.ts';
import { PlaceNames } from './names.ts';

/** An invented body that reports; nothing of it exists. */
export interface InventedAgency {
	/** Stable through renames: `3.2.1-finance`, `3.2-gov`, `3.2.1.4-gov`. */
	readonly id: string;
	readonly level: Level;
	readonly type: UnitType;
	readonly family: FamilyKey | null;
	readonly province: string;
	readonly city: string | null;
	readonly county: string | null;
	readonly township: string | null;
	/** The bodies whose figures its report sums up, by id; none for a body that reports on itself. */
	readonly sums: readonly string[];
}

/** One agency in one year. */
export interface AgencyYear {
	readonly agency: InventedAgency;
	/** Its name in that year, behind the names of its places (with the city's, without the province's). */
	readonly name: string;
	readonly year: number;
	readonly counts: Counts;
}

/** How large the parts of an invented country are: least and most. */
export interface WorldSizes {
	readonly citiesOfProvince: readonly [number, number];
	readonly countiesOfCity: readonly [number, number];
	readonly departments: readonly [number, number];
	readonly towns: readonly [number, number];
}

/** As large as in reality: 22 to 40 departments and about 13.6 towns a county. */
export const FULL_SIZES: WorldSizes = {
	citiesOfProvince: [6, 15],
	countiesOfCity: [5, 12],
	departments: [22, 36],
	towns: [8, 19]
};

/** A small country in which every level occurs among some hundred agencies. */
export const SMALL_SIZES: WorldSizes = {
	citiesOfProvince: [2, 2],
	countiesOfCity: [2, 3],
	departments: [4, 9],
	towns: [1, 3]
};

export const sizesFor = (agencies: number): WorldSizes => (agencies < 3000 ? SMALL_SIZES : FULL_SIZES);

export interface WorldOptions {
	readonly seed: string;
	readonly years: readonly [from: number, to: number];
	/** The same for all provinces, or those of the first provinces in order, the last for all that follow. */
	readonly sizes: WorldSizes | readonly [WorldSizes, ...WorldSizes[]];
	/** Whether the figures of a province are wanted; where not, its agency-years come by with all counts zero. All are, if not given. */
	readonly wants?: (province: number) => boolean;
}

interface Node {
	readonly path: string;
	readonly sizes: WorldSizes;
	readonly wanted: boolean;
	readonly level: AgencyLevel;
	readonly province: string;
	readonly city: string | null;
	readonly county: string | null;
	readonly township: string | null;
	readonly region: Region;
}

const TOWN_KINDS = [
	['镇', 6],
	['街道', 3],
	['乡', 2]
] as const;

const demandScale = BODIES.reduce((sum, body) => sum + body.demand, 0) / BODIES.length;

/** The chain of names in front of a body's name: city and county, or the province alone. */
function chainOf(node: Node): string {
	return node.city === null
		? node.province
		: [node.city, node.county, node.township].filter((part) => part !== null).join('');
}

function agencyOf(
	node: Node,
	id: string,
	type: UnitType,
	family: FamilyKey | null,
	sums: readonly string[]
): InventedAgency {
	const { level, province, city, county, township } = node;
	return { id, level, type, family, province, city, county, township, sums };
}

const isSizes = (sizes: WorldOptions['sizes']): sizes is WorldSizes => !Array.isArray(sizes);

/** Of a province whose figures are not wanted. */
const NOTHING = new Counts();

const isStreet = (township: string | null): boolean => township?.endsWith('街道') ?? false;

/**
 * An invented country, province by province without end: the agency-years of a place follow those of the places within it, and a
 * government's figures are the exact sum of its bodies'. Each place is told by its number and the seed alone, so that the first
 * agencies are the same however many are asked for.
 */
export class World {
	readonly #options: WorldOptions;
	readonly #names = new PlaceNames();
	readonly #years: readonly number[];

	constructor(options: WorldOptions) {
		this.#options = options;
		const [from, to] = options.years;
		this.#years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
	}

	*agencyYears(): Generator<AgencyYear> {
		for (let province = 1; ; province += 1) yield* this.#province(province);
	}

	#sizes(province: number): WorldSizes {
		const { sizes } = this.#options;
		return isSizes(sizes) ? sizes : (sizes[province - 1] ?? sizes.at(-1) ?? sizes[0]);
	}

	#random(...names: readonly (string | number)[]): Random {
		return new Random(this.#options.seed, 'world', ...names);
	}

	*#province(number: number): Generator<AgencyYear> {
		const random = this.#random('place', number);
		const sizes = this.#sizes(number);
		const { citiesOfProvince, countiesOfCity } = sizes;
		const name = number === 1 ? '虚州省' : `${this.#names.next(random)}省`;
		const region: Region = {
			population: 0,
			requestsPer10k: 0.3 * Math.pow(40, random.float()),
			outcomes: drawOutcomes(random),
			reviewRate: 0.02 * Math.pow(6, random.float())
		};
		const wanted = this.#options.wants?.(number) ?? true;
		const base = { sizes, wanted, province: name, city: null, county: null, township: null, region };
		const cities: string[] = [];
		const sums = this.#zeros();
		let people = 0;
		for (let city = 1, count = random.int(...citiesOfProvince); city <= count; city += 1) {
			const path = `${number}.${city}`;
			const cityName = `${this.#names.next(random)}市`;
			const counties: string[] = [];
			const citySums = this.#zeros();
			let cityPeople = 0;
			for (let county = 1, of = random.int(...countiesOfCity); county <= of; county += 1) {
				const population = Math.round(Math.min(2_500_000, Math.max(40_000, random.logNormal(420_000, 0.6))));
				const countyName = `${this.#names.next(random)}${random.weighted([
					['县', 5],
					['区', 4],
					['市', 1]
				] as const)}`;
				const node: Node = {
					...base,
					path: `${path}.${county}`,
					level: 'county',
					city: cityName,
					county: countyName,
					region: { ...region, population }
				};
				yield* this.#county(node, random, citySums);
				counties.push(`${node.path}-gov`);
				cityPeople += population;
			}
			const node: Node = {
				...base,
				path,
				level: 'city',
				city: cityName,
				region: { ...region, population: cityPeople }
			};
			yield* this.#government(node, citySums, counties, true);
			this.#add(sums, citySums);
			cities.push(`${path}-gov`);
			people += cityPeople;
		}
		const node: Node = { ...base, path: `${number}`, level: 'province', region: { ...region, population: people } };
		yield* this.#government(node, sums, cities, true);
	}

	*#county(node: Node, random: Random, into: readonly Counts[]): Generator<AgencyYear> {
		const sums = this.#zeros();
		const towns: string[] = [];
		// Towns of two counties may bear one name, as real ones do.
		const names = new PlaceNames();
		for (let town = 1, count = random.int(...node.sizes.towns); town <= count; town += 1) {
			const township = `${names.next(random)}${random.weighted(TOWN_KINDS)}`;
			const own: Node = { ...node, path: `${node.path}.${town}`, level: 'township', township };
			const agency = agencyOf(own, `${own.path}-gov`, 'township', null, []);
			const name = `${chainOf(own)}${isStreet(township) ? '办事处' : '人民政府'}`;
			const demand = ((node.region.population / 10_000) * node.region.requestsPer10k) / 60;
			yield* this.#body(
				agency,
				() => name,
				() => true,
				node.wanted && {
					seed: `${this.#options.seed}/body/${agency.id}`,
					demand: demand * (isStreet(township) ? 2 : 1),
					region: node.region,
					scale: 0.02,
					body: { licensing: 900, penalty: 200, coercion: 20, normative: 0.1 }
				},
				sums
			);
			towns.push(agency.id);
		}
		yield* this.#government(node, sums, towns, false);
		this.#add(into, sums);
	}

	/** The departments of a place and then its government, whose counts are those in `sums`, its bodies' and its own rules. */
	*#government(
		node: Node,
		sums: readonly Counts[],
		below: readonly string[],
		makesRules: boolean
	): Generator<AgencyYear> {
		const level = node.level as Exclude<AgencyLevel, 'township'>;
		const random = this.#random('departments', node.path);
		const [least, most] = node.sizes.departments;
		const wanted = random.int(least, most);
		const bodies = BODIES.filter((body) => body.name[level] !== undefined);
		const [first, ...others] = bodies;
		const chosen = new Set([first, ...random.shuffled(others).slice(0, wanted - 1)]);
		const ids: string[] = [];
		for (const body of bodies.filter((candidate) => chosen.has(candidate))) {
			const agency = this.#department(node, body);
			const share = level === 'county' ? 1 : 0.25;
			const profile: Profile = {
				seed: `${this.#options.seed}/body/${agency.id}`,
				demand:
					((node.region.population / 10_000) * node.region.requestsPer10k * share * body.demand) / demandScale / 40,
				region: node.region,
				scale: (node.region.population / 500_000) * (level === 'county' ? 1 : 0.15),
				body
			};
			const chain = chainOf(node);
			yield* this.#body(
				agency,
				(year) => chain + bodyName(body, level, year),
				(year) => reportsIn(body, year),
				node.wanted && profile,
				sums
			);
			ids.push(agency.id);
		}
		const agency = agencyOf(node, `${node.path}-gov`, 'government', null, [...ids, ...below]);
		const rules = makesRules && node.wanted ? new RuleYears(`${this.#options.seed}/rules/${node.path}`) : null;
		for (const [index, year] of this.#years.entries()) {
			const counts = sums[index];
			if (counts === undefined) continue;
			rules?.addTo(counts);
			yield { agency, name: `${chainOf(node)}人民政府`, year, counts };
		}
	}

	#department(node: Node, body: Body): InventedAgency {
		const type = body.family === 'gov_office' ? 'general_office' : 'department';
		return agencyOf(node, `${node.path}-${body.family}`, type, body.family, []);
	}

	*#body(
		agency: InventedAgency,
		name: (year: number) => string,
		reports: (year: number) => boolean,
		profile: Profile | false,
		sums: readonly Counts[]
	): Generator<AgencyYear> {
		const figures = profile === false ? null : new BodyYears(profile);
		for (const [index, year] of this.#years.entries()) {
			if (!reports(year)) continue;
			const counts = figures?.next() ?? NOTHING;
			if (figures) sums[index]?.add(counts);
			yield { agency, name: name(year), year, counts };
		}
	}

	#zeros(): Counts[] {
		return this.#years.map(() => new Counts());
	}

	#add(into: readonly Counts[], more: readonly Counts[]): void {
		into.forEach((counts, index) => {
			const other = more[index];
			if (other) counts.add(other);
		});
	}
}
