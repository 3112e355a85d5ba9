import type { OpenDataset } from './gate.ts';

/** Opens the dataset at an address (its folder) in a worker of the page. Import it dynamically: it carries the engine. */
export declare const openDataset: OpenDataset;
