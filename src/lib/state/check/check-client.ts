import { proxy, wrap } from 'comlink';
import { base } from '$app/paths';
import type { CheckWorker, WorkerAnswer, WorkerTask } from './check-worker.ts';

/** One document may take this long, in milliseconds; then the worker is ended and its file refused. An archive has as long for each of its files. */
export const TIME_LIMIT = 60_000;

export type Answer = WorkerAnswer | { readonly kind: 'stopped' };

/** A worker as the client needs it. */
export interface Reader {
	readonly remote: {
		readonly prepare: () => Promise<void>;
		readonly read: (task: WorkerTask) => Promise<WorkerAnswer>;
	};
	/** Resolves only if the worker itself breaks. */
	readonly broken: Promise<Error>;
	readonly end: () => void;
}

export interface ClientOptions {
	/** `onPart` is to be called after each document of a file. */
	readonly start?: (onPart: () => void) => Reader;
	readonly limit?: number;
}

function startWorker(onPart: () => void): Reader {
	const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
	const broken = new Promise<Error>((tell) => {
		worker.addEventListener('error', (event) => tell(new Error(event.message || 'the worker failed')));
		worker.addEventListener('messageerror', () => tell(new Error('an answer of the worker could not be received')));
	});
	const remote = wrap<CheckWorker>(worker);
	// Where `routes/…/check/fonts` puts the character maps and fonts of pdfjs.
	const fonts = new URL(`${base}/check/fonts/`, location.href).href;
	const tell = proxy(onPart);
	return {
		remote: { prepare: () => remote.prepare(fonts, tell), read: (task) => remote.read(task) },
		broken,
		end: () => worker.terminate()
	};
}

const refused = (code: string, found: string): Answer => ({ kind: 'refused', failure: { code, found } });
const crashed = (error: unknown): Answer =>
	refused('file/crashed', error instanceof Error ? error.message : String(error));

/** Reads files in a worker, one at a time. A worker that breaks or takes too long is ended, and the next file gets another. */
export class CheckClient {
	readonly #start: (onPart: () => void) => Reader;
	readonly #limit: number;
	#reader: Reader | null = null;
	#stop: (answer: Answer) => void = () => undefined;
	/** Gives the file that is being read its whole time again. */
	#wind: () => void = () => undefined;

	constructor({ start = startWorker, limit = TIME_LIMIT }: ClientOptions = {}) {
		this.#start = start;
		this.#limit = limit;
	}

	/** Starts the worker if there is none and waits until it can read; rejects where it cannot be started. */
	async prepare(): Promise<void> {
		await this.#ready();
	}

	/** Reads one file; the time limit begins once the worker can read. Rejects only where the worker cannot be started. */
	async read(file: Blob, name: string, known: readonly string[]): Promise<Answer> {
		const stopped = new Promise<Answer>((stop) => {
			this.#stop = stop;
		});
		const ready = await Promise.race([this.#ready(), stopped]);
		if ('kind' in ready) return ready;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const late = new Promise<Answer>((tell) => {
			this.#wind = () => {
				clearTimeout(timer);
				timer = setTimeout(() => tell(refused('file/timeout', `${this.#limit / 1000} s`)), this.#limit);
			};
		});
		this.#wind();
		const read = ready.remote.read({ file, name, known }).then((answer) => ({ answer, alive: true }));
		const ended = Promise.race([ready.broken.then(crashed), late, stopped]).then((answer) => ({
			answer,
			alive: false
		}));
		try {
			const { answer, alive } = await Promise.race([read, ended]);
			if (!alive) this.#end(ready);
			return answer;
		} catch (error) {
			this.#end(ready);
			return crashed(error);
		} finally {
			this.#wind = () => undefined;
			clearTimeout(timer);
		}
	}

	/** Ends the worker and whatever it is reading. */
	stop(): void {
		if (this.#reader) this.#end(this.#reader);
		this.#stop({ kind: 'stopped' });
	}

	async #ready(): Promise<Reader> {
		const reader = (this.#reader ??= this.#start(() => this.#wind()));
		const broken = reader.broken.then((error) => Promise.reject(error));
		try {
			await Promise.race([reader.remote.prepare(), broken]);
			return reader;
		} catch (error) {
			this.#end(reader);
			throw error;
		}
	}

	#end(reader: Reader): void {
		reader.end();
		if (this.#reader === reader) this.#reader = null;
	}
}
