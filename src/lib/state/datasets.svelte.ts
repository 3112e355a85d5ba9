import { page } from '$app/state';
import type { DatasetEntry } from '../core/dataset/tables.ts';
import { DATASET_PARAM } from './dataset-key.ts';
import { sessionDataset } from './session/session-dataset.svelte.ts';

/**
 * The datasets of this site, with the reader's own of this session, and the one that is shown. Until the page has come alive that is the default one, whose figures were
 * prerendered; then it is the one that the address names.
 */
class Datasets {
	#entries = $state.raw<readonly DatasetEntry[]>([]);
	#alive = $state(false);
	readonly #named = $derived(this.#alive ? page.url.searchParams.get(DATASET_PARAM) : null);
	readonly #shown = $derived(this.entries.find((one) => one.name === this.#named) ?? this.default);

	/** To be called by the root layout before anything of the page is rendered. */
	list(entries: readonly DatasetEntry[]): void {
		this.#entries = entries;
	}

	/** From now on the address is followed. */
	follow(): void {
		this.#alive = true;
	}

	get entries(): readonly DatasetEntry[] {
		const session = this.#alive ? sessionDataset().entry : null;
		return session === null ? this.#entries : [...this.#entries, session];
	}

	get default(): DatasetEntry {
		const entry = this.#entries.find((one) => one.default) ?? this.#entries[0];
		if (entry === undefined) throw new Error('no dataset');
		return entry;
	}

	get shown(): DatasetEntry {
		return this.#shown;
	}

	/** The shown dataset's name, as links must carry it; null for the default one. */
	get param(): string | null {
		return this.shown === this.default ? null : this.shown.name;
	}

	/** The name in the address that no dataset bears. */
	get unknown(): string | null {
		const named = this.#named;
		return named === null || this.entries.some((one) => one.name === named) ? null : named;
	}
}

export const datasets = new Datasets();
