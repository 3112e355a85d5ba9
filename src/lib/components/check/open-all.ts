/** Unfolds everything within `root` and folds it again after the page was printed. */
export function openAll(root: HTMLElement): void {
	const folded = [...root.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
	for (const one of folded) one.open = true;
	const fold = (): void => {
		for (const one of folded) one.open = false;
	};
	window.addEventListener('afterprint', fold, { once: true });
}
