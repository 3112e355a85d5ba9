/** How far outside of the window an element counts as seen: the reader comes to it with the next turn of the wheel. */
const MARGIN = '100px';

const told = new WeakMap<Element, (inView: boolean) => void>();
let observer: IntersectionObserver | undefined;

function observe(entries: readonly IntersectionObserverEntry[]): void {
	for (const { target, isIntersecting } of entries) told.get(target)?.(isIntersecting);
}

/** Tells when an element comes into the window or leaves it, until the cleanup is called; as long as nothing is told, it counts as seen. */
export function followInView(element: Element, tell: (inView: boolean) => void): () => void {
	if (typeof IntersectionObserver !== 'function') return () => undefined;
	observer ??= new IntersectionObserver(observe, { rootMargin: MARGIN });
	told.set(element, tell);
	observer.observe(element);
	return () => observer?.unobserve(element);
}
