import { createContext } from 'svelte';

const [getAlone, setAlone, hasAlone] = createContext<string>();
export { setAlone };

/** Whether the figure of that id is drawn here: every one, or on a page of one figure only that. Call it while a component initialises. */
export function figuresShown(): (id: string) => boolean {
	const alone = hasAlone() ? getAlone() : null;
	return (id) => alone === null || alone === id;
}

/** Whether one figure alone is drawn, without what is chosen beside it. */
export const isAlone = (): boolean => hasAlone();
