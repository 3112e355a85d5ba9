/**
 * The one script of the page of a build: it filters the rows by words and sorts them by a column. Without it the page is whole, and its
 * field and buttons are not there. Its hash stands in the page's policy.
 */
export const SCRIPT = `
for (const part of document.querySelectorAll('section[lang]')) {
	const form = part.querySelector('form');
	const tables = [...part.querySelectorAll('table')];
	const rows = tables.flatMap((table) => [...table.tBodies[0].rows]);
	const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
	const said = form.querySelector('output');
	const search = () => {
		const words = form.elements.words.value.toLowerCase().split(/\\s+/).filter(Boolean);
		let found = 0;
		for (const row of rows) {
			row.hidden = !words.every((word) => texts.get(row).includes(word));
			if (!row.hidden) found += 1;
		}
		for (const table of tables) table.classList.toggle('none', [...table.tBodies[0].rows].every((row) => row.hidden));
		said.textContent = words.length === 0 ? '' : form.dataset.found.replace('#', found + ' / ' + rows.length);
	};
	form.hidden = false;
	form.addEventListener('input', search);
	form.addEventListener('submit', (event) => event.preventDefault());
	for (const table of tables) {
		[...table.tHead.rows[0].cells].forEach((head, column) => {
			const button = document.createElement('button');
			button.type = 'button';
			button.textContent = head.textContent;
			head.replaceChildren(button);
			button.addEventListener('click', () => {
				const down = head.getAttribute('aria-sort') === 'ascending';
				for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
				head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
				const key = (row) => row.cells[column].dataset.key ?? row.cells[column].textContent;
				const order = (a, b) => key(a).localeCompare(key(b), part.lang, { numeric: true });
				table.tBodies[0].append(...[...table.tBodies[0].rows].sort(down ? (a, b) => order(b, a) : order));
			});
		});
	}
}
`.trim();
