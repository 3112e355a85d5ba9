import type { View } from '../view.svelte.ts';
import { choiceParams, oneOf, readChoice, TABS } from './choice.ts';
import type { Choice, TabId } from './choice.ts';
import { settle } from './rules.ts';
import type { Settled } from './rules.ts';

/** What the Explore page draws, as the address has it. Make it of a view that knows `EXPLORE_PARAMS`. */
export class Exploring {
	readonly view: View;
	readonly #read = $derived.by(() => readChoice((name) => this.view.param(name)));
	readonly #settled = $derived(settle(this.#read.choice));

	constructor(view: View) {
		this.view = view;
	}

	/** A choice that can be drawn. */
	get choice(): Choice {
		return this.#settled.choice;
	}

	/** What the address asks for and cannot be drawn. */
	get changes(): Settled['changes'] {
		return this.#settled.changes;
	}

	/** Parts of the address (`name=value`) that were not understood. */
	get unknown(): readonly string[] {
		const tab = this.view.param('tab');
		return [...this.#read.unknown, ...(tab !== null && oneOf(TABS, tab) === null ? [`tab=${tab}`] : [])];
	}

	get tab(): TabId {
		return oneOf(TABS, this.view.param('tab')) ?? 'pivot';
	}

	set tab(tab: TabId) {
		void this.view.setParam('tab', tab === 'pivot' ? null : tab);
	}

	/** Changes the choice; what is no longer possible with it falls back. */
	change(change: Partial<Choice>): void {
		const { choice } = settle({ ...this.choice, ...change });
		void this.view.setParams(choiceParams(choice), { push: true });
	}
}
