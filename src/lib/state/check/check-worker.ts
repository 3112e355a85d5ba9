import { expose } from 'comlink';
import { MAX_BYTES } from '../../core/read/index.ts';
import { contentKey } from './content-key.ts';
import type { DraftFailure, DraftPart } from './draft.ts';
import { readDraft } from './read-draft.ts';

/** What came of one file in the worker. */
export type WorkerAnswer =
	| { readonly kind: 'read'; readonly key: string; readonly parts: readonly DraftPart[] }
	| { readonly kind: 'repeated'; readonly key: string }
	| { readonly kind: 'refused'; readonly failure: DraftFailure };

async function bytesOf(file: Blob): Promise<Uint8Array | DraftFailure> {
	if (file.size > MAX_BYTES) return { code: 'file/too-large', found: String(file.size) };
	try {
		return new Uint8Array(await file.arrayBuffer());
	} catch (error) {
		return { code: 'file/not-readable', found: error instanceof Error ? error.message : '' };
	}
}

const api = {
	/** Answers once everything that reading needs is loaded, so that nothing is asked of the network afterwards. */
	async prepare(): Promise<void> {
		await Promise.resolve();
	},

	async read(file: Blob, name: string, known: readonly string[]): Promise<WorkerAnswer> {
		const bytes = await bytesOf(file);
		if (!(bytes instanceof Uint8Array)) return { kind: 'refused', failure: bytes };
		const key = contentKey(bytes);
		if (known.includes(key)) return { kind: 'repeated', key };
		return { kind: 'read', key, parts: await readDraft(bytes, name) };
	}
};

export type CheckWorker = typeof api;

expose(api);
