// Before first paint, so that a chosen theme does not flash. A file of its own, since the security policy takes no inline script.
document.documentElement.classList.add('js');
try {
	const theme = localStorage.getItem('gongkai-theme');
	if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
	// storage is barred: the system's theme holds
}
// The page was prerendered with the default dataset: where the address names another, its figures are not to be seen until the page is alive.
if (new URLSearchParams(location.search).has('data')) document.documentElement.dataset.awaits = 'dataset';
// Until the page is alive only what is in the window is laid out; where the reader comes to a place in the page, all is, so that the place is found.
if (location.hash === '' && performance.getEntriesByType('navigation')[0]?.type === 'navigate')
	document.documentElement.dataset.fresh = '';
