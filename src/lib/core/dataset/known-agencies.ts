import { foldLabel } from '../form/index.ts';
import type { AttributedEntry } from './versions.ts';

/** The agencies of a dataset by what a person may call them: id, full name, the name of a report. */
export class KnownAgencies {
	readonly #ids = new Map<string, Set<string>>();

	constructor(used: readonly AttributedEntry[]) {
		for (const { agencyName, attributed } of used) {
			const { id, name } = attributed.agency;
			for (const each of [id, name, ...(agencyName === null ? [] : [agencyName])]) {
				const key = foldLabel(each);
				const known = this.#ids.get(key);
				if (known) known.add(id);
				else this.#ids.set(key, new Set([id]));
			}
		}
	}

	/** The id of the one agency called so; else why there is none. */
	find(called: string): { readonly id: string } | { readonly id: null; readonly why: 'unknown' | 'ambiguous' } {
		const [id, ...others] = this.#ids.get(foldLabel(called)) ?? [];
		if (id === undefined) return { id: null, why: 'unknown' };
		return others.length > 0 ? { id: null, why: 'ambiguous' } : { id };
	}
}
