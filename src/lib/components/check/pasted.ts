/** What a clipboard holds, as far as a report may be in it. */
export interface Pasted {
	readonly text: string;
	/** The same with its tables, where a word processor, spreadsheet or browser put them there. */
	readonly html: string | null;
}

/** The tables' geometry is in the HTML alone; HTML without a table tells no more than the text. */
export function readClipboard(data: Pick<DataTransfer, 'getData'>): Pasted {
	const html = data.getData('text/html');
	return { text: data.getData('text/plain'), html: /<table\b/iu.test(html) ? html : null };
}

/** What is to be checked, as a file. */
export function pastedFile({ text, html }: Pasted): Blob {
	return html === null
		? new Blob([text], { type: 'text/plain' })
		: new Blob(['<!doctype html><meta charset="utf-8">', html], { type: 'text/html' });
}
