export interface Style {
	readonly hidden: boolean;
	readonly struck: boolean;
}

/** The styles of a page are few and stand at each of its cells: each is looked into once. */
const styles = new Map<string, Style>();
const MOST_STYLES = 2_000;

/** What the text of a `style` attribute does to what stands in the element, as far as it tells what is printed. */
export function styleOf(value: string): Style {
	const known = styles.get(value);
	if (known) return known;
	if (styles.size >= MOST_STYLES) styles.clear();
	const style = {
		hidden: /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)/iu.test(value),
		struck: /line-through/iu.test(value)
	};
	styles.set(value, style);
	return style;
}

/** Forgets the styles of the page before, of whose text they are parts. */
export function forgetStyles(): void {
	styles.clear();
}
