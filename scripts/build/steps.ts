import { resolveAgency, scopeOf } from '../../src/lib/core/agencies/index.ts';
import type { AgencyOverride } from '../../src/lib/core/agencies/index.ts';
import type { Steps } from '../../src/lib/core/collect/index.ts';
import { fileReader, readHere } from './read-file.ts';
import type { ReadFiles } from './reading.ts';

/** The steps from files to attributed reports; tests may put others in their place. */
export interface BuildSteps extends Steps {
	readonly readFiles: ReadFiles;
}

/** The project's own steps from files to agencies; the overrides are rows of data/agencies.csv. Without a way to read, files are read in this thread and nothing is kept. */
export const stepsWith = (
	overrides: readonly AgencyOverride[],
	readFiles: ReadFiles = readHere(fileReader(null))
): BuildSteps => ({
	readFiles,
	resolve: (name, context) => resolveAgency(name, { ...context, overrides }),
	scopeOf
});
