import { resolveAgency, scopeOf } from '../../src/lib/core/agencies/index.ts';
import type { AgencyOverride } from '../../src/lib/core/agencies/index.ts';
import type { Steps } from './attribute.ts';
import { fileReader, readHere } from './read-file.ts';
import type { ReadFiles } from './reading.ts';

/** The project's own steps from files to agencies; the overrides are rows of data/agencies.csv. Without a way to read, files are read in this thread and nothing is kept. */
export const stepsWith = (
	overrides: readonly AgencyOverride[],
	readFiles: ReadFiles = readHere(fileReader(null))
): Steps => ({
	readFiles,
	resolve: (name, context) => resolveAgency(name, { ...context, overrides }),
	scopeOf
});
