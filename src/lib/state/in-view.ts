/** How far outside of the window an element counts as seen: the reader comes to it with the next turn of the wheel. */
const MARGIN = '100px';

const seen = new WeakMap<Element, boolean>();
let observer: IntersectionObserver | undefined;

function observe(entries: readonly IntersectionObserverEntry[]): void {
	for (const { target, isIntersecting } of entries) seen.set(target, isIntersecting);
}

/** Follows an element until the cleanup is called. */
export function followInView(element: Element): () => void {
	if (typeof IntersectionObserver !== 'function') return () => undefined;
	observer ??= new IntersectionObserver(observe, { rootMargin: MARGIN });
	observer.observe(element);
	return () => observer?.unobserve(element);
}

/** Whether a followed element is in the window or near it; as long as that is not known, it is. */
export const isInView = (element: Element): boolean => seen.get(element) ?? true;
