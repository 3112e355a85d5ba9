import { BodiesBelow, hasRegion } from './bodies-below.ts';
import { ALL_BELOW } from './coverage-declaration.ts';
import type { CoverageDeclaration, CoverageProblem } from './coverage-declaration.ts';
import { groupBy } from './group-by.ts';
import { KnownAgencies } from './known-agencies.ts';
import type { AttributedEntry } from './versions.ts';

interface Resolved {
	readonly from: number;
	readonly to: number;
	readonly bodies: ReadonlySet<string>;
	/** Whether all bodies that it sums up are among them. */
	readonly whole: boolean;
}

/** The bodies of a summary whose reports are at hand, and whether these are all that it sums up. */
export interface ToldCoverage {
	readonly bodies: readonly AttributedEntry[];
	readonly complete: boolean;
}

const sayRow = ({ agency, from, to }: CoverageDeclaration): string => `${agency} ${String(from)}–${String(to)}`;

/** What data/coverage.csv says of the reports at hand. */
export class DeclaredCoverage {
	readonly #byAgency = new Map<string, Resolved[]>();
	readonly #reports = new Map<string, AttributedEntry>();
	/** Rows that meet no report, and bodies that do not. */
	readonly problems: CoverageProblem[] = [];

	constructor(declarations: readonly CoverageDeclaration[], used: readonly AttributedEntry[]) {
		if (declarations.length === 0) return;
		const known = new KnownAgencies(used);
		const below = new BodiesBelow(used);
		const byAgency = groupBy(used, ({ attributed }) => attributed.agency.id);
		for (const entry of used) this.#reports.set(keyOf(entry.attributed.agency.id, entry.attributed.year), entry);
		for (const declaration of declarations) {
			const found = known.find(declaration.agency);
			if (found.id === null) this.#tell(`agency-${found.why}`, declaration);
			else this.#take(found.id, declaration, byAgency.get(found.id) ?? [], known, below);
		}
	}

	#tell(code: CoverageProblem['code'], declaration: CoverageDeclaration, found = sayRow(declaration)): void {
		this.problems.push({ code, line: declaration.line, found });
	}

	#take(
		id: string,
		declaration: CoverageDeclaration,
		reports: readonly AttributedEntry[],
		known: KnownAgencies,
		below: BodiesBelow
	): void {
		const { from, to, whole } = declaration;
		const rows = this.#byAgency.get(id) ?? [];
		if (rows.some((row) => row.from <= to && row.to >= from)) return this.#tell('years-overlap', declaration);
		const own = reports.filter(({ attributed: { year } }) => year >= from && year <= to);
		if (own.length === 0) return this.#tell('no-report', declaration);
		if (declaration.bodies === ALL_BELOW && own.some(({ attributed }) => !hasRegion(attributed.scope)))
			return this.#tell('no-region', declaration);
		const bodies = new Set<string>();
		let lacking = 0;
		if (declaration.bodies === ALL_BELOW) {
			const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
			for (const summary of own)
				for (const year of years)
					for (const { attributed } of below.of(summary, year)) bodies.add(attributed.agency.id);
		} else {
			for (const called of declaration.bodies) {
				const body = known.find(called);
				if (body.id === id) return this.#tell('body-itself', declaration, called);
				if (body.id !== null) bodies.add(body.id);
				else {
					lacking += 1;
					this.#tell(`body-${body.why}`, declaration, called);
				}
			}
		}
		this.#byAgency.set(id, [...rows, { from, to, bodies, whole: whole && lacking === 0 }]);
	}

	#row({ attributed: { agency, year } }: AttributedEntry): Resolved | undefined {
		return this.#byAgency.get(agency.id)?.find(({ from, to }) => year >= from && year <= to);
	}

	has(summary: AttributedEntry): boolean {
		return this.#row(summary) !== undefined;
	}

	/** What was declared of a summary; null where nothing was. */
	of(summary: AttributedEntry): ToldCoverage | null {
		const row = this.#row(summary);
		if (!row) return null;
		const bodies = [...row.bodies].flatMap((id) => this.#reports.get(keyOf(id, summary.attributed.year)) ?? []);
		return { bodies, complete: row.whole && bodies.length === row.bodies.size };
	}
}

const keyOf = (id: string, year: number): string => `${id} ${String(year)}`;
