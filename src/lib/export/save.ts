/** Hands a file to the reader; in a browser only. */
export function saveBlob(name: string, blob: Blob): void {
	const address = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	document.body.append(link);
	link.click();
	link.remove();
	// Some browsers read the blob only after the click has been handled.
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Hands a text to the reader as a file; in a browser only. */
export function saveText(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
	saveBlob(name, new Blob([text], { type }));
}

/** The same with bytes. */
export function saveBytes(name: string, bytes: Uint8Array<ArrayBuffer>, type = 'application/zip'): void {
	saveBlob(name, new Blob([bytes], { type }));
}

/** A file name that every system takes: characters it may not hold become `-`. */
export function fileName(parts: readonly (string | number)[], extension: string): string {
	const stem = parts
		.map((part) =>
			String(part)
				.replace(/[\p{Cc}\s\\/:*?"<>|]+/gu, '-')
				.replace(/^[-.]+|[-.]+$/gu, '')
		)
		.filter((part) => part !== '')
		.join('_');
	return `${stem || 'gongkai'}.${extension}`;
}
