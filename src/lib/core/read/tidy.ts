/** Text of a cell: runs of spaces single, lines trimmed, empty lines gone. */
export function tidyText(text: string): string {
	return text
		.split('\n')
		.map((line) => line.replace(/[\t \u00a0\u3000]+/gu, ' ').trim())
		.filter((line) => line !== '')
		.join('\n');
}
