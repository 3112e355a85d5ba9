import type { DatasetEntry } from '../../core/dataset/tables.ts';
import type { DatasetContents, OpenDataset } from '../../db/gate.ts';
import type { OpenSums } from '../dataset.svelte.ts';
import type { Draft } from '../check/draft.ts';
import type { Dropped } from '../check/drafts.svelte.ts';
import { AGENCIES_NAME, COVERAGE_NAME, DECISIONS_NAME, MANIFEST_NAME } from '../../core/collect/ledgers.ts';
import { browserClient } from './session-client.ts';
import type { SessionClient } from './session-client.ts';
import { sessionFiles } from './session-files.ts';
import { browserStore } from './session-store.ts';
import type { SessionStore } from './session-store.ts';
import { SESSION_NAME, sessionTitle } from './session.ts';
import type { SessionFacts, SessionFailure, SessionInput, SessionStep } from './session.ts';

export interface SessionOptions {
	readonly client?: SessionClient;
	readonly store?: SessionStore;
	readonly now?: () => number;
}

function factsOf({ package: { resources } }: DatasetContents): SessionFacts {
	const rows = (table: string): number =>
		resources.filter((one) => one['gongkai:table'] === table).reduce((sum, { rowCount }) => sum + rowCount, 0);
	const years = resources.flatMap((one) => (one['gongkai:table'] === 'reports' ? [one['gongkai:year']] : []));
	return {
		reports: rows('reports'),
		agencies: rows('agencies'),
		leftOut: rows('sources') - rows('reports'),
		years: years.filter((year) => year !== null).sort((a, b) => a - b)
	};
}

async function ledgerOf(ledgers: readonly Dropped[], called: string): Promise<SessionInput['manifest']> {
	const found = ledgers.find(({ name }) => name.split('/').at(-1) === called);
	return found ? { name: found.name, bytes: new Uint8Array(await found.source.arrayBuffer()) } : null;
}

/** The one dataset that a reader makes of own files, or opens from a zip: it stays on this machine. */
export class SessionDataset {
	readonly #client: SessionClient;
	readonly #store: SessionStore;
	readonly #now: () => number;
	#name = $state('');
	#contents = $state.raw<DatasetContents | null>(null);
	#step = $state.raw<SessionStep | null>(null);
	#failure = $state.raw<SessionFailure | null>(null);
	#kept = $state(true);
	#restored: Promise<void> | null = null;
	#controller: AbortController | null = null;

	constructor({ client = browserClient, store = browserStore(), now = Date.now }: SessionOptions = {}) {
		this.#client = client;
		this.#store = store;
		this.#now = now;
	}

	/** Null where there is none. */
	get contents(): DatasetContents | null {
		return this.#contents;
	}

	/** What the reader called it. */
	get name(): string {
		return this.#name;
	}

	// Not derived: it outlives the component that first asks for it, and with it what is derived there.
	get facts(): SessionFacts | null {
		return this.#contents ? factsOf(this.#contents) : null;
	}

	/** How far the work on another one is; null where none is under way. */
	get step(): SessionStep | null {
		return this.#step;
	}

	/** Why the last work came to nothing; the dataset that was there before stays. */
	get failure(): SessionFailure | null {
		return this.#failure;
	}

	/** Whether the browser keeps it over a reload. */
	get kept(): boolean {
		return this.#kept;
	}

	/** As the list of datasets has it. */
	get entry(): DatasetEntry | null {
		const described = this.#contents?.package;
		if (!described) return null;
		return {
			name: SESSION_NAME,
			title: sessionTitle(this.#name),
			fictional: described['gongkai:fictional'],
			path: SESSION_NAME,
			build: described['gongkai:build'],
			default: false,
			session: true
		};
	}

	/** Opens it with the engine: the place is of no account. */
	readonly openDataset: OpenDataset = async (_place, options) => {
		const contents = this.#atHand();
		const { openContents } = await import('../../db/browser.ts');
		return openContents(contents, options);
	};

	#atHand(): DatasetContents {
		if (!this.#contents) throw new Error('no dataset of the session');
		return this.#contents;
	}

	/** Its tables of sums. */
	readonly openSums: OpenSums = async () => {
		const contents = this.#atHand();
		const { sumsOfContents } = await import('../open-sums.ts');
		return sumsOfContents(contents);
	};

	/** Takes up what the browser kept; once. */
	restore(): Promise<void> {
		this.#restored ??= this.#store.load().then((kept) => {
			if (!kept || this.#contents) return;
			this.#name = kept.name;
			this.#contents = kept.contents;
			this.#kept = true;
		});
		return this.#restored;
	}

	/** Makes a dataset of the reports of the drafts and puts it in the place of the last one. */
	build(name: string, drafts: readonly Draft[], ledgers: readonly Dropped[]): Promise<void> {
		return this.#work(name, { stage: 'attribute', done: 0, total: drafts.length }, async (signal, tell) => {
			const input: SessionInput = {
				files: sessionFiles(
					drafts,
					ledgers.map((ledger) => ledger.name)
				),
				manifest: await ledgerOf(ledgers, MANIFEST_NAME),
				agencies: await ledgerOf(ledgers, AGENCIES_NAME),
				decisions: await ledgerOf(ledgers, DECISIONS_NAME),
				coverage: await ledgerOf(ledgers, COVERAGE_NAME)
			};
			const assembled = await this.#client.assemble(input, tell, signal);
			if (!assembled.ok) return assembled;
			tell({ stage: 'write', done: 0, total: assembled.value.size });
			const value = await this.#client.write(assembled.value, {
				name: SESSION_NAME,
				title: sessionTitle(name),
				fictional: false,
				session: true,
				signal,
				onTable: (done, total) => tell({ stage: 'write', done, total })
			});
			return { ok: true, value };
		});
	}

	/** Opens a zip that was saved before. */
	open(name: string, file: Blob): Promise<void> {
		return this.#work(name, { stage: 'open', done: 0, total: 0 }, (signal) => this.#client.open(file, signal));
	}

	async #work(
		name: string,
		first: SessionStep,
		work: (
			signal: AbortSignal,
			tell: (step: SessionStep) => void
		) => Promise<{ ok: true; value: DatasetContents } | { ok: false; failure: SessionFailure }>
	): Promise<void> {
		this.cancel();
		const controller = new AbortController();
		this.#controller = controller;
		const { signal } = controller;
		this.#failure = null;
		this.#step = first;
		try {
			const made = await work(signal, (step) => {
				if (!signal.aborted) this.#step = step;
			});
			if (signal.aborted) return;
			if (!made.ok) {
				this.#failure = made.failure;
				return;
			}
			this.#name = name;
			this.#contents = made.value;
			this.#kept = await this.#store.save({ name, at: this.#now(), contents: made.value });
		} catch (error) {
			if (signal.aborted) return;
			this.#failure = { code: 'session/failed', found: error instanceof Error ? error.message : String(error) };
		} finally {
			if (this.#controller === controller) {
				this.#controller = null;
				this.#step = null;
			}
		}
	}

	/** Stops the work that is under way; what was there before stays. */
	cancel(): void {
		this.#controller?.abort();
		this.#controller = null;
		this.#step = null;
	}

	/** Forgets the dataset, here and in what the browser keeps. */
	async discard(): Promise<void> {
		this.cancel();
		this.#contents = null;
		this.#name = '';
		this.#failure = null;
		await this.#store.remove();
	}
}

let one: SessionDataset | null = null;

/** The dataset of this visit. For the browser only. */
export function sessionDataset(): SessionDataset {
	one ??= new SessionDataset();
	return one;
}
