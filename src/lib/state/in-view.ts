/** How far outside of the window an element counts as seen: the reader comes to it with the next turn of the wheel. */
const MARGIN = '100px';

const seen = new WeakMap<Element, boolean>();
const told = new WeakMap<Element, (inView: boolean) => void>();
let observer: IntersectionObserver | undefined;

function observe(entries: readonly IntersectionObserverEntry[]): void {
	for (const { target, isIntersecting } of entries) {
		seen.set(target, isIntersecting);
		told.get(target)?.(isIntersecting);
	}
}

/** Follows an element until the cleanup is called, and tells when it comes into the window or leaves it. */
export function followInView(element: Element, tell: (inView: boolean) => void = () => undefined): () => void {
	if (typeof IntersectionObserver !== 'function') return () => undefined;
	observer ??= new IntersectionObserver(observe, { rootMargin: MARGIN });
	told.set(element, tell);
	observer.observe(element);
	return () => observer?.unobserve(element);
}

/** Whether a followed element is in the window or near it; as long as that is not known, it is. */
export const isInView = (element: Element): boolean => seen.get(element) ?? true;
