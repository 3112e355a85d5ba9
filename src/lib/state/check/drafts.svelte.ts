import { AGENCIES_NAME, COVERAGE_NAME, DECISIONS_NAME, MANIFEST_NAME } from '../../core/collect/ledgers.ts';
import { CheckClient } from './check-client.ts';
import type { Answer } from './check-client.ts';
import { hasReport, rowsOf } from './draft.ts';
import type { Draft, DraftRow } from './draft.ts';

/** A file to be read, with the folders that it came in. */
export interface Dropped {
	readonly name: string;
	readonly source: Blob;
}

/** Files that tell of the reports beside them, by the names that the build knows them by. */
export function isLedger(path: string): boolean {
	const name = path.split('/').at(-1) ?? '';
	return [MANIFEST_NAME, AGENCIES_NAME, DECISIONS_NAME, COVERAGE_NAME].includes(name);
}

const OPEN: ReadonlySet<string> = new Set(['waiting', 'reading']);

/** The drafts of this visit and what was read of them: one list, read one after the other. Nothing of it is kept or sent. */
export class Drafts {
	readonly #client: Pick<CheckClient, 'prepare' | 'read' | 'stop'>;
	#drafts = $state.raw<readonly Draft[]>([]);
	#ledgers = $state.raw<readonly Dropped[]>([]);
	#error = $state.raw<Error | null>(null);
	#ready = $state(false);
	#selected = $state<string | null>(null);
	#running = false;
	#ids = 0;
	readonly #rows = $derived(this.#drafts.flatMap(rowsOf));

	constructor(client: Pick<CheckClient, 'prepare' | 'read' | 'stop'> = new CheckClient()) {
		this.#client = client;
	}

	get drafts(): readonly Draft[] {
		return this.#drafts;
	}

	/** A line for each report, and for each file without one. */
	get rows(): readonly DraftRow[] {
		return this.#rows;
	}

	/** The worker has loaded all that reading needs: from here on nothing is asked of the network. */
	get ready(): boolean {
		return this.#ready;
	}

	/** Why the worker did not start; the files wait. */
	get error(): Error | null {
		return this.#error;
	}

	/** Files that still wait or are being read. */
	get open(): number {
		return this.#drafts.filter(({ status }) => OPEN.has(status)).length;
	}

	get cancelled(): number {
		return this.#drafts.filter(({ status }) => status === 'cancelled').length;
	}

	/** The name of a draft that is still in the list. */
	nameOf(id: number | null): string | null {
		return this.#drafts.find((draft) => draft.id === id)?.name ?? null;
	}

	/** The line whose result is shown. */
	get selected(): DraftRow | null {
		return this.#rows.find(({ id }) => id === this.#selected) ?? null;
	}

	select(id: string | null): void {
		this.#selected = id;
	}

	/** Loads the worker before the first file, so that reading asks nothing of the network. */
	async prepare(): Promise<void> {
		try {
			await this.#client.prepare();
			this.#ready = true;
			this.#error = null;
		} catch (error) {
			this.#error = error instanceof Error ? error : new Error(String(error));
		}
	}

	/** The manifest and the lists of agencies, decisions and coverage that came with the files: they are no drafts. */
	get ledgers(): readonly Dropped[] {
		return this.#ledgers;
	}

	/** Puts files at the end of the list and begins to read; the first of them that is done is shown. */
	add(files: readonly Dropped[]): void {
		this.#ledgers = [...this.#ledgers, ...files.filter(({ name }) => isLedger(name))];
		const added = files
			.filter(({ name }) => !isLedger(name))
			.map(({ name, source }): Draft => {
				this.#ids += 1;
				return { id: this.#ids, name, source, status: 'waiting', key: null, failure: null, parts: [], sameAs: null };
			});
		this.#drafts = [...this.#drafts, ...added];
		const [first] = added;
		if (first && !this.#running) this.#selected = null;
		void this.#run();
	}

	/** Stops reading; what is done stays, what is not can be resumed. */
	cancel(): void {
		this.#drafts = this.#drafts.map((draft) => (OPEN.has(draft.status) ? { ...draft, status: 'cancelled' } : draft));
		this.#client.stop();
		void this.prepare();
	}

	/** Reads what was cancelled, and tries again where the worker did not start. */
	resume(): void {
		this.#error = null;
		this.#drafts = this.#drafts.map((draft) =>
			draft.status === 'cancelled' ? { ...draft, status: 'waiting' } : draft
		);
		void this.#run();
	}

	/** Takes one file off the list. */
	remove(id: number): void {
		if (this.#drafts.some((draft) => draft.id === id && draft.status === 'reading')) this.#client.stop();
		this.#drafts = this.#drafts.filter((draft) => draft.id !== id);
	}

	/** Takes everything off the list. */
	clear(): void {
		if (this.open > 0) this.#client.stop();
		this.#drafts = [];
		this.#ledgers = [];
		this.#selected = null;
		this.#error = null;
	}

	/** Reads one waiting file after the other until none is left or the worker does not start. */
	async #run(): Promise<void> {
		if (this.#running) return;
		this.#running = true;
		for (let next = this.#next(); next && this.#running; next = this.#next()) this.#running = await this.#read(next);
		this.#running = false;
	}

	async #read({ id, source, name }: Draft): Promise<boolean> {
		this.#change(id, { status: 'reading' });
		const known = this.#drafts.flatMap(({ key }) => (key === null ? [] : [key]));
		try {
			this.#settle(id, await this.#client.read(source, name, known));
			return true;
		} catch (error) {
			this.#change(id, { status: 'waiting' });
			this.#error = error instanceof Error ? error : new Error(String(error));
			return false;
		}
	}

	#next(): Draft | undefined {
		return this.#drafts.find(({ status }) => status === 'waiting');
	}

	#settle(id: number, answer: Answer): void {
		const draft = this.#drafts.find((one) => one.id === id);
		if (draft?.status !== 'reading' || answer.kind === 'stopped') return;
		if (answer.kind === 'refused') this.#change(id, { status: 'refused', failure: answer.failure });
		else if (answer.kind === 'repeated') {
			const same = this.#drafts.find(({ key }) => key === answer.key);
			this.#change(id, { status: 'repeated', sameAs: same?.id ?? null });
		} else if (answer.kind === 'dataset') this.#change(id, { status: 'dataset', key: answer.key });
		else
			this.#change(id, {
				status: hasReport(answer.parts) ? 'done' : 'refused',
				key: answer.key,
				parts: answer.parts
			});
		this.#selected ??= this.#rows.find((row) => row.draft.id === id)?.id ?? null;
	}

	#change(id: number, change: Partial<Draft>): void {
		this.#drafts = this.#drafts.map((draft) => (draft.id === id ? { ...draft, ...change } : draft));
	}
}

let kept: Drafts | null = null;

/** The drafts of this visit: they stay while the reader looks at other pages of the site. For the browser only. */
export function sessionDrafts(): Drafts {
	// In a root of its own: what it derives outlives the page that first asks for it.
	$effect.root(() => {
		kept ??= new Drafts();
	});
	return kept as Drafts;
}
