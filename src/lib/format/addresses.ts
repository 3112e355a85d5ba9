/** The address if it is one of the web, null otherwise: nothing else that a manifest may hold becomes a link. */
export function webAddress(address: string | null): string | null {
	if (address === null) return null;
	const url = parse(address);
	return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null;
}

function parse(address: string): URL | null {
	try {
		return new URL(address);
	} catch {
		return null;
	}
}

/** The host of a web address, for a short link text. */
export function hostOf(address: string): string {
	return parse(address)?.host ?? address;
}
