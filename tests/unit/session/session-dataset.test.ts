import { expect, it } from 'vitest';
import { describeDataset } from '../../../src/lib/core/dataset/index.ts';
import type { DatasetContents } from '../../../src/lib/db/gate.ts';
import type { SessionClient } from '../../../src/lib/state/session/session-client.ts';
import { SessionDataset } from '../../../src/lib/state/session/session-dataset.svelte.ts';
import type { Kept, SessionStore } from '../../../src/lib/state/session/session-store.ts';
import { draftsOf } from './drafts-of.ts';

const TITLE = { zh: '本次会话', en: 'This session' };
const contents = (build: string): DatasetContents => ({
	package: describeDataset({
		name: 'session',
		title: TITLE,
		fictional: false,
		session: true,
		build,
		files: [],
		csv: []
	}),
	files: new Map()
});

function memory(keeps = true): SessionStore & { kept: Kept | null } {
	const store: SessionStore & { kept: Kept | null } = {
		kept: null,
		load: async () => store.kept,
		save: async (kept) => {
			if (keeps) store.kept = kept;
			return keeps;
		},
		remove: async () => {
			store.kept = null;
		}
	};
	return store;
}

/** A client whose builds are told what to give. */
function client(build: string, more: Partial<SessionClient> = {}): SessionClient {
	return {
		assemble: async () => ({ ok: true, value: new Map() }),
		write: async () => contents(build),
		open: async () => ({ ok: true, value: contents(build) }),
		...more
	};
}

const drafts = await draftsOf({ 'a.html': '<p>letter</p>' });

it('is made, kept, taken up again by the next page, and forgotten when discarded', async () => {
	const store = memory();
	const session = new SessionDataset({ client: client('one'), store, now: () => 5 });
	await session.build('某区', drafts, []);
	expect(session.entry).toMatchObject({
		name: 'session',
		build: 'one',
		session: true,
		title: { zh: '本次会话：某区' }
	});
	expect(store.kept).toMatchObject({ name: '某区', at: 5 });
	const next = new SessionDataset({ client: client('two'), store });
	await next.restore();
	expect(next.entry).toEqual(session.entry);
	await next.discard();
	expect(next.entry).toBeNull();
	expect(store.kept).toBeNull();
});

it('says that it is not kept where the browser has no place', async () => {
	const session = new SessionDataset({ client: client('one'), store: memory(false), now: () => 5 });
	await session.open('x', new Blob());
	expect([session.kept, session.entry?.build]).toEqual([false, 'one']);
});

it('stays as it was where the next one is refused, breaks, or is cancelled', async () => {
	const store = memory();
	let fails: SessionClient['open'] = async () => ({ ok: true, value: contents('one') });
	const session = new SessionDataset({
		client: client('one', { open: (file, signal) => fails(file, signal) }),
		store,
		now: () => 5
	});
	await session.open('x', new Blob());
	fails = async () => ({ ok: false, failure: { code: 'session/file-damaged', found: 'a.parquet' } });
	await session.open('y', new Blob());
	expect(session.failure?.code).toBe('session/file-damaged');
	fails = async () => Promise.reject(new Error('out of memory'));
	await session.open('y', new Blob());
	expect(session.failure).toEqual({ code: 'session/failed', found: 'out of memory' });
	fails = (_, signal) =>
		new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
	const opening = session.open('y', new Blob());
	expect(session.step?.stage).toBe('open');
	session.cancel();
	await opening;
	expect([session.step, session.failure]).toEqual([null, null]);
	expect([session.name, session.entry?.build, store.kept?.name]).toEqual(['x', 'one', 'x']);
});
