import type { Dataset, OpenOptions, Progress } from '../db/gate.ts';

export type DatasetStatus = 'idle' | 'loading' | 'ready' | 'failed';

/** The open dataset of the page. Make one in the root layout with the address of the dataset's folder, `setDataset` it, and call `startWhenIdle` in an effect. */
export declare class DatasetState {
	/** `key` names the dataset and its build: results of one build are never shown as another's. */
	constructor(options: {
		place: string;
		key: string;
		open?: (place: string, options: OpenOptions) => Promise<Dataset>;
	});
	readonly key: string;
	readonly status: DatasetStatus;
	/** Bytes of the data files; null until the first is asked for. */
	readonly progress: Progress | null;
	readonly error: Error | null;
	readonly dataset: Dataset | null;
	/** Starts the engine after first paint, when the browser is idle; returns the cleanup (cancels a start not yet made). */
	startWhenIdle(): () => void;
	/** Starts now; also the retry after a failure. */
	start(): Promise<void>;
	close(): Promise<void>;
}
export declare function getDataset(): DatasetState;
export declare function setDataset(dataset: DatasetState): DatasetState;
