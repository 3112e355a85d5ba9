// The page's code, and with it the engine, is fetched and run once the first chart is painted: until then the line and the processor
// are the chart's. `src/hooks.server.ts` keeps back what this file sets going; a file of its own, since the security policy takes no inline script.
(() => {
	// In a window that nobody sees no frame is painted, and some browsers hold frames back in one that is barely seen.
	const LATEST = 2000;
	let begun = false;

	function run() {
		const kept = document.querySelector('script[type="text/begin"]');
		if (!kept) return;
		const script = document.createElement('script');
		script.textContent = kept.textContent;
		kept.replaceWith(script);
	}

	function begin() {
		if (begun) return;
		begun = true;
		for (const { href } of document.querySelectorAll('link[rel="begin"]')) {
			const link = document.createElement('link');
			link.rel = 'modulepreload';
			link.href = href;
			document.head.append(link);
		}
		if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', run);
		else run();
	}

	function look() {
		const painted = document.querySelector('main figure svg') !== null || document.readyState !== 'loading';
		// A timer that is set in a frame comes after its painting.
		if (painted) setTimeout(begin);
		else requestAnimationFrame(look);
	}

	// Figures of another dataset than the address names are not shown: there is nothing to wait for.
	if (document.hidden || new URLSearchParams(location.search).has('data')) begin();
	else requestAnimationFrame(look);
	setTimeout(begin, LATEST);
})();
