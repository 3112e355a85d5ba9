import { describedBuildId } from '../../core/dataset/describe.ts';
import { sha256 } from '../../core/dataset/sha256.ts';
import type { DataPackage, DataPackageResource } from '../../core/dataset/package.ts';
import { DATASET_TABLES } from '../../core/dataset/tables.ts';
import type { DatasetTable } from '../../core/dataset/tables.ts';
import { listEntries, unpackEntry } from '../../core/read/zip-entries.ts';
import type { Inflater, ZipEntry } from '../../core/read/zip-entries.ts';
import type { DatasetContents } from '../../db/gate.ts';
import type { SessionFailure } from './session.ts';

export const DESCRIPTOR = 'datapackage.json';
const MAX_FILES = 5000;
const MAX_FILE_BYTES = 512 * 1024 * 1024;
const PLAIN_NAME = /^[a-z0-9_-]+(?:\.[0-9a-f]+)?\.parquet$/u;

type Opened =
	{ readonly ok: true; readonly contents: DatasetContents } | { readonly ok: false; readonly failure: SessionFailure };

const refused = (code: SessionFailure['code'], found = ''): Opened => ({ ok: false, failure: { code, found } });

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
const depth = ({ name }: ZipEntry): number => name.split('/').length;

/** The descriptor at the top, or one folder down, where a folder was zipped. */
function descriptorIn(entries: readonly ZipEntry[]): ZipEntry | null {
	const found = entries.filter((entry) => entry.name.split('/').at(-1) === DESCRIPTOR && depth(entry) <= 2);
	return found.sort((a, b) => depth(a) - depth(b))[0] ?? null;
}

/** Whether the bytes are a zip that holds a dataset, sound or not. */
export function isSavedDataset(bytes: Uint8Array): boolean {
	if (!isZip(bytes)) return false;
	const listed = listEntries(bytes, MAX_FILES);
	return listed.ok && descriptorIn(listed.value) !== null && listed.value.some(({ name }) => name.endsWith('.parquet'));
}

function parsed(bytes: Uint8Array): DataPackage | null {
	try {
		const found = JSON.parse(new TextDecoder().decode(bytes)) as Partial<DataPackage> | null;
		const whole =
			Array.isArray(found?.resources) && typeof found['gongkai:build'] === 'string' && found['gongkai:title'];
		return whole ? (found as DataPackage) : null;
	} catch {
		return null;
	}
}

const TABLES: ReadonlyMap<string, DatasetTable> = new Map(DATASET_TABLES.map((table) => [table.name, table]));

/** A column that this version of the program reads and the file does not have, or has as another type; null where there is none. */
function lacking(resource: DataPackageResource): string | null {
	const table = TABLES.get(resource['gongkai:table']);
	if (!table) return null;
	const types = new Map(resource.schema.fields.map(({ name, type }) => [name, type]));
	const column = table.columns.find(({ name, type }) => types.get(name) !== type);
	return column ? `${table.name}.${column.name}` : null;
}

/** The Parquet files that the descriptor names, each with its size and checksum held. */
function filesOf(
	bytes: Uint8Array,
	entries: ReadonlyMap<string, ZipEntry>,
	dataPackage: DataPackage,
	inflater: Inflater
): Map<string, Uint8Array<ArrayBuffer>> | SessionFailure {
	const files = new Map<string, Uint8Array<ArrayBuffer>>();
	for (const resource of dataPackage.resources) {
		const { path, hash } = resource;
		if (!PLAIN_NAME.test(path)) return { code: 'session/not-a-dataset', found: path };
		const entry = entries.get(path);
		if (!entry) return { code: 'session/file-missing', found: path };
		const unpacked = unpackEntry(bytes, entry, MAX_FILE_BYTES, inflater);
		if (!unpacked.ok || unpacked.value.length !== resource.bytes || `sha256:${sha256(unpacked.value)}` !== hash)
			return { code: 'session/file-damaged', found: path };
		const column = lacking(resource);
		if (column !== null) return { code: 'session/other-version', found: column };
		files.set(path, Uint8Array.from(unpacked.value));
	}
	return files;
}

/** Opens a zip that `pack.ts` made, or that of a built dataset's folder; whatever does not hold is a failure. */
export async function unpackDataset(bytes: Uint8Array): Promise<Opened> {
	if (!isZip(bytes)) return refused('session/not-a-dataset');
	const listed = listEntries(bytes, MAX_FILES);
	if (!listed.ok) return refused('session/zip-damaged', listed.failure.found);
	const descriptor = descriptorIn(listed.value);
	if (!descriptor) return refused('session/not-a-dataset', DESCRIPTOR);
	const inflater = await import('fflate');
	const text = unpackEntry(bytes, descriptor, MAX_FILE_BYTES, inflater);
	if (!text.ok) return refused('session/file-damaged', DESCRIPTOR);
	const dataPackage = parsed(text.value);
	if (!dataPackage) return refused('session/not-a-dataset', DESCRIPTOR);
	const folder = descriptor.name.slice(0, -DESCRIPTOR.length);
	const entries = new Map(
		listed.value.filter(({ name }) => name.startsWith(folder)).map((entry) => [entry.name.slice(folder.length), entry])
	);
	const files = filesOf(bytes, entries, dataPackage, inflater);
	if (!(files instanceof Map)) return { ok: false, failure: files };
	if (describedBuildId(dataPackage) !== dataPackage['gongkai:build'])
		return refused('session/file-damaged', DESCRIPTOR);
	return { ok: true, contents: { package: dataPackage, files } };
}
