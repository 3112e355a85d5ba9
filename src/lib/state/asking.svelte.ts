import { createContext } from 'svelte';
import { askedText, parseAsked } from '../queries/asked.ts';
import type { Asked } from '../queries/asked.ts';
import type { View } from './view.svelte.ts';

/** The page's own parameter that says which figure is asked about. */
export const ASK_PARAM = 'ask';

/** Which figure of the page the reader asks about, as the address has it. Make it of a view that knows `ASK_PARAM`. */
export class Asking {
	readonly #view: View;
	readonly #text = $derived.by(() => this.#view.param(ASK_PARAM));
	readonly #asked = $derived(this.#text === null ? null : parseAsked(this.#text));
	/** What was asked before, to go back to. */
	#trail = $state.raw<readonly Asked[]>([]);

	constructor(view: View) {
		this.#view = view;
	}

	get asked(): Asked | null {
		return this.#asked;
	}

	/** What of the address was not understood. */
	get unknown(): string | null {
		return this.#asked === null ? this.#text : null;
	}

	get canGoBack(): boolean {
		return this.#trail.length > 0;
	}

	open(asked: Asked): void {
		if (this.#asked !== null) this.#trail = [...this.#trail, this.#asked];
		void this.#view.setParam(ASK_PARAM, askedText(asked), { push: true });
	}

	/** Asks about a figure beside the present one: no step to go back by. */
	turnTo(asked: Asked): void {
		void this.#view.setParam(ASK_PARAM, askedText(asked));
	}

	back(): void {
		const last = this.#trail.at(-1);
		this.#trail = this.#trail.slice(0, -1);
		void this.#view.setParam(ASK_PARAM, last === undefined ? null : askedText(last));
	}

	close(): void {
		this.#trail = [];
		void this.#view.setParam(ASK_PARAM, null);
	}
}

export const [getAsking, setAsking, hasAsking] = createContext<Asking>();
