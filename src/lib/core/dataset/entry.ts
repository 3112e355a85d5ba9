import type { Agency } from '../agencies/agency.ts';
import type { Report } from '../extract/report.ts';
import type { DatasetProblem } from './build-problem.ts';
import type { Scope } from './tables.ts';

/** A collected file, with what the manifest knows of it. */
export interface SourceFile {
	/** Path within the folder of reports, parted by `/`. */
	readonly path: string;
	/** null where the file could not be opened. */
	readonly sha256: string | null;
	readonly bytes: number | null;
	readonly reader: string | null;
	readonly address: string | null;
	/** ISO date. */
	readonly collected: string | null;
	/** ISO date on which it was published, as the manifest says. */
	readonly published: string | null;
}

/** A report whose agency and year are known: it can stand in the dataset. */
export interface Attributed {
	readonly report: Report;
	readonly agency: Agency;
	readonly scope: Scope;
	readonly year: number;
	/** The year under which the manifest files it; null where it says none. */
	readonly filedYear: number | null;
}

/** One report of one file on its way into the dataset; a file that gave none is one entry without `attributed`. */
export interface Entry {
	readonly source: SourceFile;
	/** Which report of the file, from 1. */
	readonly ordinal: number;
	/** What is known of it, also where it cannot stand in the dataset. */
	readonly agencyName: string | null;
	readonly year: number | null;
	readonly attributed: Attributed | null;
	readonly problems: readonly DatasetProblem[];
}
