/** Whether the page has come alive. Until then it must render exactly what was prerendered. */
class Hydration {
	done = $state(false);
}

export const hydration = new Hydration();
