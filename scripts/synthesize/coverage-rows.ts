import type { AgencyYear } from './world/world.ts';

/** Which bodies each government sums up, as the rows of data/coverage.csv: it is known of an invented country. */
export class CoverageRows {
	readonly #reporting = new Set<string>();
	readonly #rows: { id: string; from: number; to: number; bodies: string }[] = [];

	/** Bodies come before the government that sums them up, its years in order; also those whose report is not published. */
	add({ agency, year }: Pick<AgencyYear, 'agency' | 'year'>): void {
		this.#reporting.add(`${agency.id} ${String(year)}`);
		const own = agency.sums.filter((id) => this.#reporting.has(`${id} ${String(year)}`));
		if (own.length === 0) return;
		const [bodies, last] = [own.join(';'), this.#rows.at(-1)];
		if (last?.id === agency.id && last.bodies === bodies && last.to === year - 1) last.to = year;
		else this.#rows.push({ id: agency.id, from: year, to: year, bodies });
	}

	rows(): Record<string, string>[] {
		return this.#rows.map(({ id, from, to, bodies }) => ({
			...{ agency: id, from_year: String(from), to_year: String(to) },
			...{ bodies, whole: 'yes', note: 'invented' }
		}));
	}
}
