export { entriesOf, hasTable, unreadPart } from './attribute.ts';
export type { CollectedFile, CollectedPart, Resolution, Steps } from './attribute.ts';
export { MANIFEST_NAME, NO_MANIFEST, parseManifest, plainPath } from './manifest.ts';
export type { Manifest, ManifestProblem, ManifestRow } from './manifest.ts';
export { AGENCIES_NAME, parseAgencyOverrides } from './overrides-csv.ts';
export { isPassedOver } from './passed-over.ts';
export { sourceName } from './reading.ts';
export type { Reading, ReadPart, ReadReport } from './reading.ts';
