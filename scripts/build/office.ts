import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadFailure } from '../../src/lib/core/read/index.ts';
import { readFileBytes } from './file-bytes.ts';
import { convertLegacyDocs, needsOffice } from './legacy-doc.ts';
import type { Conversion } from './legacy-doc.ts';
import { isLasting } from './read-file.ts';
import { ReadingCache } from './reading-cache.ts';
import type { CachePlace } from './reading-cache.ts';
import { parseReading } from './reading.ts';
import type { Reading } from '../../src/lib/core/collect/index.ts';
import type { FileOutcome, FileTask, ReadFiles } from './reading.ts';

export interface OfficeOptions {
	readonly cache: CachePlace | null;
	/** Tests may put another in its place. */
	readonly convert?: (documents: readonly Uint8Array[]) => Promise<readonly Conversion[]>;
}

type ReadOutcome = Extract<FileOutcome, { readonly ok: true }>;

interface Held {
	readonly task: FileTask;
	readonly outcome: FileOutcome;
	/** Why the file needs to be converted; null where it does not. */
	readonly waits: ReadFailure | null;
}

/** Files converted in one go: starting LibreOffice takes longer than converting one. */
const TOGETHER = 40;
/** Files read meanwhile and not passed on, at most, since their order is kept. */
const HELD = 1000;
const FAILED = '[{"member":null,"reader":null,"failure":{';

/** Why a whole file was refused, if LibreOffice may help. */
function waitsFor(outcome: FileOutcome): ReadFailure | null {
	if (!outcome.ok || !outcome.reading.startsWith(FAILED)) return null;
	const failure = parseReading(outcome.reading)[0]?.failure ?? null;
	return failure && failure.code !== 'file/crashed' && needsOffice(failure) ? failure : null;
}

const withReading = (outcome: ReadOutcome, reading: Reading): FileOutcome => ({
	...outcome,
	reading: JSON.stringify(reading)
});

/** Which program took part in the reading belongs to the source. */
const named = (reading: Reading): Reading =>
	reading.map((part) => (part.reader === null ? part : { ...part, reader: `${part.reader} (LibreOffice)` }));

/**
 * Reads files and has LibreOffice, where it is installed, convert those that it alone can read (Word 97–2003, RTF, ODT). What was
 * converted and read is kept under the sha256 of the file as it was collected. Documents inside archives are not converted.
 */
export function withOffice(readFiles: ReadFiles, { cache, convert = convertLegacyDocs }: OfficeOptions): ReadFiles {
	const kept = cache && new ReadingCache(cache);

	async function readConverted(held: readonly Held[], conversions: readonly Conversion[]): Promise<FileOutcome[]> {
		const folder = await mkdtemp(join(tmpdir(), 'gongkai-office-'));
		try {
			const tasks: FileTask[] = [];
			for (const [index, { task }] of held.entries()) {
				const conversion = conversions[index];
				const path = join(folder, String(index));
				if (!conversion?.ok) continue;
				tasks.push({ path, name: task.name });
				await writeFile(path, conversion.bytes);
			}
			const read: FileOutcome[] = [];
			for await (const outcome of readFiles(tasks)) read.push(outcome);
			return held.map((each, index) => settled(each, conversions[index], () => read.shift()));
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	}

	function settled(
		{ outcome, waits }: Held,
		conversion: Conversion | undefined,
		next: () => FileOutcome | undefined
	): FileOutcome {
		if (!outcome.ok || !conversion) return outcome;
		if (!conversion.ok) {
			if (waits?.code !== conversion.failure.code && conversion.failure.code === 'file/legacy-doc') return outcome;
			return withReading(outcome, [{ member: null, reader: null, failure: conversion.failure, reports: [] }]);
		}
		const read = next();
		if (!read) return outcome;
		if (!read.ok)
			return { ok: false, problem: read.problem, sha256: outcome.sha256, bytes: outcome.bytes, stamp: outcome.stamp };
		const reading = named(parseReading(read.reading));
		if (kept && outcome.sha256 !== null && isLasting(reading)) kept.put(outcome.sha256, JSON.stringify(reading));
		return withReading(outcome, reading);
	}

	async function* settle(held: readonly Held[]): AsyncGenerator<FileOutcome> {
		const waiting = held.filter(({ waits }) => waits !== null);
		const documents = waiting.map(({ task }) => {
			const file = readFileBytes(task.path);
			return file.ok ? file.bytes : new Uint8Array(0);
		});
		const conversions = waiting.length === 0 ? [] : await convert(documents);
		const read = await readConverted(waiting, conversions);
		for (const each of held) yield each.waits === null ? each.outcome : (read.shift() ?? each.outcome);
	}

	return async function* (tasks) {
		let held: Held[] = [];
		let waiting = 0;
		let done = 0;
		for await (const outcome of readFiles(tasks)) {
			const task = tasks[done];
			done += 1;
			const waits = waitsFor(outcome);
			if (waits) waiting += 1;
			if (waiting === 0 || !task) {
				yield outcome;
				continue;
			}
			held.push({ task, outcome, waits });
			if (waiting < TOGETHER && held.length < HELD) continue;
			yield* settle(held);
			held = [];
			waiting = 0;
		}
		yield* settle(held);
	};
}
