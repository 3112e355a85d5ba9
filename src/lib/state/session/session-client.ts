import { proxy, wrap } from 'comlink';
import type { ArrowTables } from '../../db/arrow-rows.ts';
import type { DatasetContents } from '../../db/gate.ts';
import type { WriteOptions } from '../../db/write-dataset.ts';
import type { SessionInput, SessionStep } from './session.ts';
import type { SessionWorker, WorkerResult } from './session-worker.ts';

/** What the state needs of the worker and the engine. */
export interface SessionClient {
	readonly assemble: (
		input: SessionInput,
		tell: (step: SessionStep) => void,
		signal: AbortSignal
	) => Promise<WorkerResult<ArrowTables>>;
	readonly write: (tables: ArrowTables, options: WriteOptions) => Promise<DatasetContents>;
	readonly open: (file: Blob, signal: AbortSignal) => Promise<WorkerResult<DatasetContents>>;
}

/** A saved dataset may take this long to open, in milliseconds; then the worker is ended. */
const OPEN_LIMIT = 120_000;

/** Runs one job in a worker of its own, which ends with it, with the signal, or when it breaks. */
async function inWorker<T>(
	signal: AbortSignal,
	job: (remote: ReturnType<typeof wrap<SessionWorker>>) => Promise<T>
): Promise<T> {
	signal.throwIfAborted();
	const worker = new Worker(new URL('./session-worker.ts', import.meta.url), { type: 'module' });
	const ended = new Promise<never>((_, reject) => {
		signal.addEventListener('abort', () => reject(signal.reason as unknown), { once: true });
		worker.addEventListener('error', (event) => reject(new Error(event.message || 'the worker failed')));
		worker.addEventListener('messageerror', () => reject(new Error('an answer of the worker could not be received')));
	});
	try {
		return await Promise.race([job(wrap<SessionWorker>(worker)), ended]);
	} finally {
		worker.terminate();
	}
}

export const browserClient: SessionClient = {
	assemble: (input, tell, signal) =>
		inWorker(signal, async (remote) => {
			const onFile = proxy((done: number, total: number) =>
				// Of the verdicts and tables that follow, no part is told.
				tell(done < total ? { stage: 'attribute', done, total } : { stage: 'assemble', done: 0, total: 0 })
			);
			return await remote.assemble(input, onFile);
		}),
	async write(tables, options) {
		const { writeTables } = await import('../../db/browser.ts');
		return writeTables(tables, options);
	},
	async open(file, signal) {
		const late = AbortSignal.timeout(OPEN_LIMIT);
		try {
			return await inWorker(AbortSignal.any([signal, late]), async (remote) => {
				return await remote.open(file);
			});
		} catch (error) {
			if (signal.aborted || !late.aborted) throw error;
			return { ok: false, failure: { code: 'session/timeout', found: `${String(OPEN_LIMIT / 1000)} s` } };
		}
	}
};
