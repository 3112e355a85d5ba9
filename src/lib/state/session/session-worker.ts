import { expose, transfer } from 'comlink';
import { parseAgencyOverrides } from '../../core/collect/index.ts';
import { arrowTables } from '../../db/arrow-rows.ts';
import type { ArrowTables } from '../../db/arrow-rows.ts';
import type { DatasetContents } from '../../db/gate.ts';
import ownAgencies from '../../../../data/agencies.csv?raw';
import { assembleSession } from './assemble-session.ts';
import { unpackDataset } from './saved-dataset.ts';
import type { SessionFailure, SessionInput } from './session.ts';

export type WorkerResult<T> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: SessionFailure };

/** A saved zip may be this large. */
const MAX_ZIP = 1024 * 1024 * 1024;
/** Files between two words on how far it is. */
const TELL_EVERY = 20;

const api = {
	/** The drafts' reports as the tables of a dataset. */
	assemble(input: SessionInput, tell: (done: number, total: number) => unknown): WorkerResult<ArrowTables> {
		const assembled = assembleSession(input, parseAgencyOverrides(ownAgencies), (done, total) => {
			if (done % TELL_EVERY === 0 || done === total) tell(done, total);
		});
		if (!assembled.ok) return assembled;
		const tables = arrowTables(assembled.tables);
		return transfer(
			{ ok: true, value: tables },
			[...tables.values()].map(({ buffer }) => buffer)
		);
	},

	/** A dataset that was saved as a zip, its checksums held. */
	async open(file: Blob): Promise<WorkerResult<DatasetContents>> {
		if (file.size > MAX_ZIP) return { ok: false, failure: { code: 'session/too-large', found: String(file.size) } };
		const opened = await unpackDataset(new Uint8Array(await file.arrayBuffer()));
		if (!opened.ok) return opened;
		const buffers = [...opened.contents.files.values()].map(({ buffer }) => buffer);
		return transfer({ ok: true, value: opened.contents }, buffers);
	}
};

export type SessionWorker = typeof api;

expose(api);
