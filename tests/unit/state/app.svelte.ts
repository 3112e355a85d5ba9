// Stands in for $app/navigation and $app/state.

export interface Went {
	readonly address: string;
	readonly options: Readonly<Record<string, unknown>>;
}

export const page = $state({ url: new URL('https://gongkai.invalid/en/') });

/** Where the reader goes by a link of the page, if anywhere. */
export const navigating: { to: object | null } = { to: null };

export const went: Went[] = [];
let arrives: (() => void)[] = [];

/** Like SvelteKit's, it is under way until the new page is there. */
export function goto(address: string, options: Readonly<Record<string, unknown>>): Promise<void> {
	went.push({ address, options });
	return new Promise((done) => {
		arrives.push(() => {
			page.url = new URL(address, page.url);
			done();
		});
	});
}

/** Lets all that is under way arrive. */
export function arrive(): void {
	for (const land of arrives) land();
	arrives = [];
}

export function visit(search: string): void {
	page.url = new URL(`https://gongkai.invalid/en/${search}`);
	navigating.to = null;
	went.length = 0;
	arrives = [];
}
