import { isPassedOver } from '$lib/core/collect/passed-over.ts';
import type { Dropped } from '$lib/state/check/drafts.svelte.ts';

/** READMEs, and files that systems and word processors leave beside others: `.DS_Store`, `~$draft.docx`, `Thumbs.db`. */
export function isLeftover(path: string): boolean {
	const name = path.split('/').at(-1) ?? '';
	return isPassedOver(name) || /^(?:Thumbs\.db|desktop\.ini)$/iu.test(name) || path.split('/').includes('__MACOSX');
}

export interface Gathered {
	readonly files: readonly Dropped[];
	/** How many leftovers of the system were passed over. */
	readonly skipped: number;
}

/** Files chosen in a dialogue, with the folders that they came in, in the order of their names. */
export function gatherFiles(files: Iterable<File>): Gathered {
	const all = [...files].map((file): Dropped => ({ name: file.webkitRelativePath || file.name, source: file }));
	return sorted(all);
}

function sorted(all: readonly Dropped[]): Gathered {
	const files = all.filter(({ name }) => !isLeftover(name));
	return {
		files: files.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true })),
		skipped: all.length - files.length
	};
}

const readEntries = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
	new Promise((resolve, reject) => reader.readEntries(resolve, reject));

async function filesIn(entry: FileSystemEntry): Promise<Dropped[]> {
	const name = entry.fullPath.replace(/^\//u, '');
	if (entry.isFile) {
		const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
		return [{ name, source: file }];
	}
	const reader = (entry as FileSystemDirectoryEntry).createReader();
	const found: Dropped[] = [];
	// A folder gives its entries in parts; an empty part is the end.
	for (let part = await readEntries(reader); part.length > 0; part = await readEntries(reader)) {
		for (const inner of part) found.push(...(await filesIn(inner)));
	}
	return found;
}

/** Files that were dropped, folders gone through. To be called while the drop is handled: its items are gone afterwards. */
export async function gatherDropped(transfer: DataTransfer): Promise<Gathered> {
	const taken = [...transfer.items]
		.filter(({ kind }) => kind === 'file')
		.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
	const found: Dropped[] = [];
	for (const { entry, file } of taken) {
		if (entry) found.push(...(await filesIn(entry)));
		else if (file) found.push({ name: file.name, source: file });
	}
	return sorted(found);
}

/** The folder that all files came in, as a name to suggest; empty where there is none. */
export function commonFolder(names: readonly string[]): string {
	const [first = ''] = names;
	const top = first.slice(0, Math.max(0, first.indexOf('/')));
	return top !== '' && names.every((name) => name.startsWith(`${top}/`)) ? top : '';
}

/** What a saved dataset was called, by the name of its file. */
export function datasetName(file: string): string {
	const stem = (file.split('/').at(-1) ?? '').replace(/\.zip$/iu, '').replace(/ \(\d+\)$/u, '');
	return stem.replace(/^(?:本次会话数据集|session-dataset)_?/u, '');
}
