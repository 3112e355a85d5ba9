import { parentPort, workerData } from 'node:worker_threads';
import { fileReader } from './read-file.ts';
import type { ReadContent } from './read-file.ts';
import type { CachePlace } from './reading-cache.ts';
import type { FileOutcome, FileTask } from './reading.ts';

/** What a worker is started with. */
export interface WorkerStart {
	readonly cache: CachePlace | null;
}

/** What a worker says: first that it can begin, then what came of each file, in the order they were given. */
export type WorkerMessage = 'ready' | FileOutcome;

/** Makes this thread read the files that it is sent, one after the other. An error that is not the file's ends the thread. */
export function serveReading(read?: ReadContent): void {
	const port = parentPort;
	if (!port) throw new Error('not a worker thread');
	const readFile = fileReader((workerData as WorkerStart).cache, read);
	let last = Promise.resolve();
	port.on('message', (task: FileTask) => {
		last = last.then(async () => port.postMessage((await readFile(task)) satisfies WorkerMessage));
	});
	port.postMessage('ready' satisfies WorkerMessage);
}
