import { expose } from 'comlink';
import { sha256 } from '../../core/dataset/sha256.ts';
import { MAX_ARCHIVE_BYTES } from '../../core/read/index.ts';
import type { ReadOptions } from '../../core/read/index.ts';
import type { DraftFailure, DraftPart } from './draft.ts';
import { readDraft } from './read-draft.ts';
import { isSavedDataset } from '../session/saved-dataset.ts';

/** What came of one file in the worker. */
export type WorkerAnswer =
	| { readonly kind: 'read'; readonly key: string; readonly parts: readonly DraftPart[] }
	| { readonly kind: 'repeated'; readonly key: string }
	/** A dataset that was saved before: it is not for checking. */
	| { readonly kind: 'dataset'; readonly key: string }
	| { readonly kind: 'refused'; readonly failure: DraftFailure };

/** What the page tells the worker of one file. */
export interface WorkerTask {
	readonly file: Blob;
	readonly name: string;
	/** SHA-256 of contents that were read before. */
	readonly known: readonly string[];
}

async function bytesOf(file: Blob): Promise<Uint8Array | DraftFailure> {
	if (file.size > MAX_ARCHIVE_BYTES) return { code: 'file/too-large', found: String(file.size) };
	try {
		return new Uint8Array(await file.arrayBuffer());
	} catch (error) {
		return { code: 'file/not-readable', found: error instanceof Error ? error.message : '' };
	}
}

let loading: Promise<void> | null = null;

/** Loads the readers that are otherwise loaded when a file first needs them. */
async function loadReaders(): Promise<void> {
	const [{ loadEngine }, { readXlsx }] = await Promise.all([
		import('../../core/read/pdf-engine.ts'),
		import('../../core/read/xlsx.ts'),
		import('../../core/read/pdf.ts'),
		import('../../core/read/docx.ts'),
		import('../../core/read/sheet-xml.ts')
	]);
	// A workbook of nothing cannot be read, but the library that would read it is there then.
	await Promise.all([loadEngine(), readXlsx(new Uint8Array(), [])]);
}

let options: ReadOptions = {};
let onPart: () => unknown = () => undefined;

const api = {
	/**
	 * Answers once everything that reading needs is loaded, so that nothing is asked of the network when a file is there. `fonts`: the
	 * folder on this site with what PDFs name and do not hold; `tell` is called after each document of a file.
	 */
	async prepare(fonts: string, tell: () => unknown): Promise<void> {
		options = { pdf: { cMapUrl: fonts, standardFontDataUrl: fonts } };
		onPart = tell;
		await (loading ??= loadReaders());
	},

	async read({ file, name, known }: WorkerTask): Promise<WorkerAnswer> {
		const bytes = await bytesOf(file);
		if (!(bytes instanceof Uint8Array)) return { kind: 'refused', failure: bytes };
		const key = sha256(bytes);
		if (known.includes(key)) return { kind: 'repeated', key };
		if (isSavedDataset(bytes)) return { kind: 'dataset', key };
		return { kind: 'read', key, parts: await readDraft(bytes, name, options, onPart) };
	}
};

export type CheckWorker = typeof api;

expose(api);
