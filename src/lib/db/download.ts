import type { DataPackage } from '../core/dataset/package.ts';
import type { ListedFile } from '../core/dataset/tables.ts';
import { DatasetFileError, OtherBuildError } from './gate.ts';

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return `sha256:${digest.toHex?.() ?? Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The address of a dataset's folder, to which the paths of its files are relative. */
export const folderUrl = (place: string): URL => new URL(place.endsWith('/') ? place : `${place}/`, location.href);

async function fetched(
	address: string,
	path: string,
	signal: AbortSignal | undefined,
	cache: RequestCache = 'default'
): Promise<Response> {
	const response = await fetch(address, signal ? { signal, cache } : { cache }).catch((cause: unknown) => {
		signal?.throwIfAborted();
		throw new DatasetFileError(path, 'no answer', cause);
	});
	if (!response.ok) throw new DatasetFileError(path, `status ${response.status}`);
	return response;
}

/** A JSON file beside the dataset. */
export async function downloadJson(base: URL, path: string, signal?: AbortSignal): Promise<unknown> {
	const response = await fetched(new URL(path, base).href, path, signal);
	try {
		return await response.json();
	} catch (cause) {
		signal?.throwIfAborted();
		throw new DatasetFileError(path, 'not JSON', cause);
	}
}

/** The dataset's descriptor, of that build where one is asked for. */
export async function downloadPackage(
	base: URL,
	build: string | undefined,
	signal?: AbortSignal
): Promise<DataPackage> {
	const path = 'datapackage.json';
	const found = (await downloadJson(base, path, signal)) as Partial<DataPackage> | null;
	if (!Array.isArray(found?.resources)) throw new DatasetFileError(path, 'not a data package');
	const foundBuild = String(found['gongkai:build']);
	if (build !== undefined && foundBuild !== build) throw new OtherBuildError(build, foundBuild);
	return found as DataPackage;
}

/** The bytes of an answer, which must be as many as the data package says and have its hash. */
async function wholeBody(
	response: Response,
	{ path, bytes, hash }: ListedFile,
	onBytes: (count: number) => void
): Promise<Uint8Array<ArrayBuffer>> {
	const whole = new Uint8Array(bytes);
	let filled = 0;
	const reader = (response.body as ReadableStream<Uint8Array> | null)?.getReader();
	for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
		if (filled + part.value.length > bytes) {
			await reader?.cancel();
			throw new DatasetFileError(path, `more than ${bytes} bytes`);
		}
		whole.set(part.value, filled);
		filled += part.value.length;
		onBytes(part.value.length);
	}
	if (filled !== bytes) throw new DatasetFileError(path, `${filled} bytes instead of ${bytes}`);
	if (globalThis.crypto?.subtle && (await sha256(whole)) !== hash) throw new DatasetFileError(path, 'hash differs');
	return whole;
}

/**
 * A file of the dataset, whole, telling the bytes as they come (less than none where they turn out to be damaged). Size and
 * SHA-256 must be those of the data package (the hash is skipped on plain http other than localhost, where browsers offer no
 * `crypto.subtle`). A damaged file is asked for once more, past what the browser keeps: its copy may be what is damaged.
 */
export async function downloadResource(
	base: URL,
	resource: ListedFile,
	onBytes: (count: number) => void,
	signal?: AbortSignal
): Promise<Uint8Array<ArrayBuffer>> {
	const { path } = resource;
	const address = new URL(path, base).href;
	let told = 0;
	const tell = (count: number): void => {
		told += count;
		onBytes(count);
	};
	const response = await fetched(address, path, signal);
	try {
		return await wholeBody(response, resource, tell);
	} catch (error) {
		if (!(error instanceof DatasetFileError)) throw error;
		tell(-told);
		return wholeBody(await fetched(address, path, signal, 'reload'), resource, tell);
	}
}
