/** An identifier as SQL: in double quotes, for every name. */
export function identifier(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}

/**
 * A text as an SQL literal that means exactly that text, whatever it holds. DuckDB knows no escapes in plain strings, so
 * only the quote is doubled; its parser stops at U+0000, which is therefore put together with `chr`; a lone surrogate,
 * which UTF-8 cannot carry, becomes U+FFFD.
 */
export function literal(value: string): string {
	const quoted = (part: string): string => `'${part.replaceAll("'", "''")}'`;
	const parts = value.replace(/\p{Surrogate}/gu, '\ufffd').split('\0');
	return parts.length === 1 ? parts.map(quoted).join('') : `(${parts.map(quoted).join(' || chr(0) || ')})`;
}
