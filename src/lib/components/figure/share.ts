/** Puts a text on the clipboard; false where the browser does not let us (plain http, no permission). */
export async function copied(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false;
	}
}

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What another page puts in to show the figure. */
export function embedCode(address: string, title: string, height: number): string {
	return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="${Math.ceil(height)}" loading="lazy" style="border:0"></iframe>`;
}
