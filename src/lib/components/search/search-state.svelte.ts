/** Whether the search over the whole site is open. */
class SiteSearch {
	open = $state(false);
}

export const siteSearch = new SiteSearch();

const TYPED_INTO = 'input, textarea, select, [contenteditable="true"], [role="textbox"]';

/** `/` outside of fields, Ctrl-K or ⌘K anywhere. */
export function opensSearch(event: KeyboardEvent): boolean {
	if (event.defaultPrevented || event.altKey || event.isComposing) return false;
	if (event.ctrlKey !== event.metaKey) return event.key.toLowerCase() === 'k' && !event.shiftKey;
	if (event.key !== '/' || event.ctrlKey) return false;
	return !(event.target instanceof Element && event.target.closest(TYPED_INTO) !== null);
}
