import type { DatasetContents } from '../../db/gate.ts';

/** A dataset as the browser keeps it. */
export interface Kept {
	readonly name: string;
	/** When, in milliseconds since 1970. */
	readonly at: number;
	readonly contents: DatasetContents;
}

/** Where the dataset of the session is kept while the page is reloaded or other pages are opened. */
export interface SessionStore {
	load(): Promise<Kept | null>;
	/** Whether it is kept; else it lasts as long as the page. */
	save(kept: Kept): Promise<boolean>;
	remove(): Promise<void>;
}

const DATABASE = 'gongkai-session';
const TABLE = 'dataset';
const KEY = 'current';
/** A dataset left behind, on a computer of several people, is not shown to the next day's reader. */
export const KEPT_FOR = 24 * 60 * 60 * 1000;

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
	new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('indexedDB request failed'));
	});

function openDatabase(): Promise<IDBDatabase> {
	const request = indexedDB.open(DATABASE, 1);
	request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
	return settled(request);
}

async function withStore<T>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
	const database = await openDatabase();
	try {
		const transaction = database.transaction(TABLE, mode);
		const result = await settled(use(transaction.objectStore(TABLE)));
		if (mode === 'readwrite') {
			await new Promise<void>((resolve, reject) => {
				transaction.oncomplete = () => resolve();
				transaction.onabort = () => reject(transaction.error ?? new Error('indexedDB transaction aborted'));
			});
		}
		return result;
	} finally {
		database.close();
	}
}

/** In the browser's own database, for a day; where there is none (private windows, a full disk), nothing is kept. */
export function browserStore(now: () => number = Date.now): SessionStore {
	const remove = (): Promise<void> => withStore('readwrite', (store) => store.delete(KEY)).catch(() => undefined);
	return {
		async load() {
			try {
				const kept = await withStore<Kept | undefined>(
					'readonly',
					(store) => store.get(KEY) as IDBRequest<Kept | undefined>
				);
				if (!kept) return null;
				if (now() - kept.at < KEPT_FOR) return kept;
				await remove();
				return null;
			} catch {
				return null;
			}
		},
		async save(kept) {
			try {
				await withStore('readwrite', (store) => store.put(kept, KEY));
				return true;
			} catch {
				return false;
			}
		},
		remove
	};
}
