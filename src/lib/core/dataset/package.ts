import type { Names, Unit } from '../form/index.ts';
import type { ColumnType, DatasetTableName } from './tables.ts';

/** A field of a table, as Frictionless Table Schema v2 has it, with our meanings in two languages. */
export interface DataPackageField {
	readonly name: string;
	readonly type: ColumnType;
	/** The meaning in Chinese. */
	readonly title: string;
	/** The meaning in English. */
	readonly description: string;
	readonly constraints?: { readonly required?: true; readonly minimum?: number; readonly enum?: readonly string[] };
	/** Only where it differs from the schema's: `[]` means that an empty text is a text. */
	readonly missingValues?: readonly string[];
	readonly 'gongkai:unit'?: Unit;
}

export interface DataPackageForeignKey {
	readonly fields: readonly string[];
	/** `resource` is the name of a resource; of a table by year, the one of the same year. */
	readonly reference: { readonly resource: string; readonly fields: readonly string[] };
}

export interface DataPackageSchema {
	readonly fields: readonly DataPackageField[];
	readonly missingValues: readonly string[];
	readonly primaryKey?: readonly string[];
	/** In place of a primary key: columns that tell each row from every other, some of which may be empty. */
	readonly 'gongkai:key'?: readonly string[];
	readonly foreignKeys?: readonly DataPackageForeignKey[];
}

/** One Parquet file of the dataset: a table, or one year of a table. */
export interface DataPackageResource {
	/** `reports-2023`, `agencies`. */
	readonly name: string;
	readonly type: 'table';
	/** Relative to datapackage.json; the name carries a hash of the content. */
	readonly path: string;
	readonly title: string;
	readonly description: string;
	readonly format: 'parquet';
	readonly mediatype: 'application/vnd.apache.parquet';
	readonly bytes: number;
	/** `sha256:` and 64 hexadecimal digits. */
	readonly hash: string;
	readonly rowCount: number;
	readonly schema: DataPackageSchema;
	readonly 'gongkai:table': DatasetTableName;
	/** The report year, or null for a table in one file. */
	readonly 'gongkai:year': number | null;
}

/** A whole table, all years, as plain CSV beside the Parquet files; only of tables up to CSV_MAX_ROWS rows. */
export interface DataPackageCsv {
	readonly table: DatasetTableName;
	/** `<table>.csv`, relative to datapackage.json. */
	readonly path: string;
	readonly bytes: number;
	readonly hash: string;
	readonly rowCount: number;
}

/** A file beside the tables: how they were built, or what the columns of a CSV mean. */
export interface DataPackageReport {
	/** Relative to datapackage.json. */
	readonly path: string;
	readonly mediatype: 'text/html' | 'application/json';
	readonly bytes: number;
	readonly hash: string;
}

/** `static/data/<name>/datapackage.json`: Frictionless Data Package v2 with our additions under `gongkai:`. */
export interface DataPackage {
	readonly $schema: string;
	readonly name: string;
	/** The title in Chinese; both languages stand in `gongkai:title`. */
	readonly title: string;
	readonly description: string;
	/** The version of the tables' columns, and behind `+` the build id. */
	readonly version: string;
	readonly licenses: readonly { readonly name: string; readonly path: string; readonly title: string }[];
	readonly sources: readonly { readonly title: string; readonly path?: string }[];
	readonly contributors: readonly { readonly title: string; readonly roles: readonly string[] }[];
	readonly resources: readonly DataPackageResource[];
	readonly 'gongkai:title': Names;
	/** Content hash over all tables: the build id. The same reports give the same id, whenever and wherever built. */
	readonly 'gongkai:build': string;
	/** Invented places and figures: to be said on every page, chart and file. */
	readonly 'gongkai:fictional': boolean;
	/** Made in a reader's browser from the reader's own files: not published, to be said on every page, chart and file. */
	readonly 'gongkai:session'?: true;
	readonly 'gongkai:csv': readonly DataPackageCsv[];
	/** The W3C's description of each CSV (`<table>.csv-metadata.json`); datasets of earlier builds have none. */
	readonly 'gongkai:csvw'?: readonly DataPackageReport[];
	/** What became of every collected file, as a page and as JSON; datasets of earlier builds have none. */
	readonly 'gongkai:build-report'?: readonly DataPackageReport[];
}

/** Tables of more rows are published as Parquet only. */
export const CSV_MAX_ROWS = 200_000;

/** Every file of a dataset that its descriptor names, with its bytes and checksum: the tables first. */
export function filesOf(dataset: DataPackage): readonly (DataPackageResource | DataPackageCsv | DataPackageReport)[] {
	return [...dataset.resources, ...plainFilesOf(dataset)];
}

/** Those beside the Parquet files, whose names do not tell their content. */
export function plainFilesOf(dataset: DataPackage): readonly (DataPackageCsv | DataPackageReport)[] {
	return [...dataset['gongkai:csv'], ...(dataset['gongkai:csvw'] ?? []), ...(dataset['gongkai:build-report'] ?? [])];
}
