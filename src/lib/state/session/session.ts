import type { CollectedPart } from '../../core/collect/index.ts';
import type { Names } from '../../core/form/index.ts';
import type { SessionTrouble } from '../../format/session.ts';

/** Why there is no dataset of the session, or the zip was not opened. */
export type SessionFailure = SessionTrouble;

/** One file as it was read on the check page. */
export interface SessionFile {
	readonly name: string;
	readonly bytes: number;
	readonly sha256: string | null;
	readonly parts: readonly CollectedPart[];
}

export interface SessionInput {
	readonly files: readonly SessionFile[];
	/** Path and text of the manifest that came with them. */
	readonly manifest: { readonly name: string; readonly bytes: Uint8Array } | null;
	readonly agencies: { readonly name: string; readonly bytes: Uint8Array } | null;
	readonly decisions: { readonly name: string; readonly bytes: Uint8Array } | null;
	readonly coverage: { readonly name: string; readonly bytes: Uint8Array } | null;
}

/** What a dataset holds, in short. */
export interface SessionFacts {
	readonly reports: number;
	readonly agencies: number;
	readonly years: readonly number[];
	/** Reports, and files without one, that are not among its figures. */
	readonly leftOut: number;
}

export type SessionStage = 'attribute' | 'assemble' | 'write' | 'open';

export interface SessionStep {
	readonly stage: SessionStage;
	readonly done: number;
	readonly total: number;
}

/** The name of the dataset of the session, in addresses. */
export const SESSION_NAME = 'session';

/** What the reader called it, as a title. */
export function sessionTitle(name: string): Names {
	const own = name.trim();
	return own === '' ? { zh: '本次会话', en: 'This session' } : { zh: `本次会话：${own}`, en: `This session: ${own}` };
}
