const told = new WeakMap<Element, (width: number) => void>();
let observer: ResizeObserver | undefined;

function observe(entries: readonly ResizeObserverEntry[]): void {
	for (const { target, contentRect } of entries) told.get(target)?.(Math.round(contentRect.width));
}

/** What was measured last of elements of that kind: a new one beside them most likely has it, too. */
const last = new Map<string, number>();

/**
 * The width of an element without padding, 0 until it is known. The browser tells it when it has laid out the page: asking for it would make
 * it lay out at once, for each drawing again. `kind` names elements that are laid out alike.
 */
export class Width {
	readonly #kind: string;
	#current = $state(0);

	constructor(kind: string) {
		this.#kind = kind;
		this.#current = last.get(kind) ?? 0;
	}

	get current(): number {
		return this.#current;
	}

	/** To be attached to the element. */
	readonly follow = (element: Element): (() => void) => {
		observer ??= new ResizeObserver(observe);
		told.set(element, (width) => {
			this.#current = width;
			if (width > 0) last.set(this.#kind, width);
		});
		observer.observe(element);
		return () => observer?.unobserve(element);
	};
}
