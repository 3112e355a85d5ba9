import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AbsenceReason, FoundLayout } from '../src/lib/core/extract/report.ts';
import type { TableId } from '../src/lib/core/form/index.ts';

/** What a person read in a report of ../shared/reports, cell by cell. */
export interface Gold {
	/** Its number, as `P002`. */
	readonly id: string;
	readonly files: readonly string[];
	readonly agency: string | null;
	readonly year: number;
	readonly formats: Readonly<Record<TableId, FoundLayout>>;
	/** By cell key. */
	readonly cells: Readonly<Record<string, GoldCell>>;
	readonly notes: string;
}

export interface GoldCell {
	readonly v: number | null;
	readonly raw: string;
	readonly absence?: AbsenceReason;
}

export const SHARED_REPORTS = join(import.meta.dirname, '../../shared/reports');

/** Whether ../shared/reports is on this machine; a clone of the repository alone has none. */
export const hasSharedReports = (): boolean => existsSync(join(SHARED_REPORTS, 'gold'));

export function readGold(id: string): Gold {
	const gold = JSON.parse(readFileSync(join(SHARED_REPORTS, 'gold', `${id}.json`), 'utf8')) as Omit<Gold, 'id'>;
	return { id, ...gold };
}

export function readAllGold(): Gold[] {
	const files = readdirSync(join(SHARED_REPORTS, 'gold')).sort();
	return files.filter((file) => file.endsWith('.json')).map((file) => readGold(file.slice(0, -'.json'.length)));
}

export const readSharedFile = (file: string): Uint8Array => readFileSync(join(SHARED_REPORTS, 'files', file));

/** The address that ../shared/reports/manifest.tsv gives for each report, where it gives a whole one. */
export function sharedAddresses(): Map<string, string> {
	const lines = readFileSync(join(SHARED_REPORTS, 'manifest.tsv'), 'utf8').split('\n');
	const column = lines[0]?.split('\t').indexOf('source') ?? -1;
	const addresses = new Map<string, string>();
	for (const line of lines.slice(1)) {
		const fields = line.split('\t');
		const address = /^pages ([^\s(].*)$/u.exec(fields[column] ?? '')?.[1];
		if (address === undefined || address.includes('...')) continue;
		const id = fields[0]?.split('_')[0] ?? '';
		addresses.set(id, /^https?:\/\//u.test(address) ? address : `http://${address}`);
	}
	return addresses;
}
