import type { OpenDataset } from './gate.ts';

/** Opens the dataset in a folder (with its datapackage.json) in memory, in Node. */
export declare const openDataset: OpenDataset;
