import type { Fact } from '../deploy/expect-site.ts';
import { BidiSession } from './bidi.ts';

interface SmokePage {
	readonly path: string;
	/** True in the page only once the engine has answered; a text page has none. */
	readonly answered?: string;
}

const has = (selector: string): string => `document.querySelector(${JSON.stringify(selector)}) !== null`;
const says = (text: string): string => `document.body.innerText.includes(${JSON.stringify(text)})`;

/** Each page of the site; the figures are of the reports that ship with it. */
const PAGES: readonly SmokePage[] = [
	{ path: '/?year=2023', answered: says('3,511') },
	{ path: '/explore/', answered: has('main svg path, main svg rect, main svg circle') },
	{ path: '/compare/?agency=321300-gov&agency=320800-gov', answered: has('main svg') },
	{ path: '/quality/', answered: has('main tbody tr') },
	{
		path: '/data/?level=city&year=2023',
		answered:
			"[...document.querySelectorAll('#extract button')].some((button) => /^CSV/u.test(button.innerText) && !button.disabled)"
	},
	{ path: '/agency/?id=320813-gov&year=2023', answered: has('[data-cell="t4.review.total"]') },
	{ path: '/embed/?figure=volumes', answered: has('svg') },
	...['check', 'glossary', 'method', 'accessibility', 'report-error'].map((name) => ({ path: `/${name}/` }))
];

const LIMIT_MS = 60_000;

/** Violations of the policy, and failures of the page's own code, from its first line on. */
const WATCH = `() => {
	window.complaints = [];
	document.addEventListener('securitypolicyviolation', (event) =>
		window.complaints.push('policy: ' + event.violatedDirective + ' ' + event.blockedURI));
	window.addEventListener('unhandledrejection', (event) => window.complaints.push('rejected: ' + String(event.reason)));
}`;

const settled = (answered: string): string => `new Promise((resolve) => {
	const started = performance.now();
	const look = () => {
		const rests = document.documentElement.classList.contains('js')
			&& document.querySelector('[aria-busy="true"], .stale') === null && (${answered});
		if (rests) resolve('');
		else if (performance.now() - started > ${String(LIMIT_MS)}) resolve('no answer of the engine within a minute');
		else setTimeout(look, 50);
	};
	look();
})`;

const textOf = (entry: Readonly<Record<string, unknown>>): string => String(entry['text']).slice(0, 200);

/** Opens every page in both languages and says of each what is wrong with it. */
export async function smokePages(address: string, origin: string): Promise<Fact[]> {
	const session = await BidiSession.open(address);
	const logged: string[] = [];
	await session.listen('log.entryAdded', (entry) => {
		if (entry['level'] === 'error') logged.push(`console: ${textOf(entry)}`);
	});
	await session.listen('network.beforeRequestSent', ({ request }) => {
		const { url } = request as { readonly url: string };
		if (/^https?:/u.test(url) && !url.startsWith(origin)) logged.push(`other host: ${url}`);
	});
	await session.send('script.addPreloadScript', { functionDeclaration: WATCH });
	const { context } = await session.send('browsingContext.create', { type: 'tab' });
	const facts: Fact[] = [];
	for (const { path, answered = 'true' } of PAGES) {
		for (const language of ['', '/en']) {
			// What the page before had under way is broken off, and said in the console: it is none of this page.
			await session.send('browsingContext.navigate', { context, url: 'about:blank', wait: 'complete' });
			await session.evaluate(context, 'new Promise((resolve) => setTimeout(() => resolve(0), 100))');
			logged.length = 0;
			const problems: string[] = [];
			try {
				await session.send('browsingContext.navigate', { context, url: origin + language + path, wait: 'complete' });
				problems.push(String(await session.evaluate(context, settled(answered))));
				const told = await session.evaluate(
					context,
					`JSON.stringify({
						heads: document.querySelectorAll('h1').length, title: document.title, lang: document.documentElement.lang,
						wide: document.documentElement.scrollWidth - document.documentElement.clientWidth, complaints: window.complaints
					})`
				);
				const page = JSON.parse(String(told)) as {
					readonly heads: number;
					readonly title: string;
					readonly lang: string;
					readonly wide: number;
					readonly complaints: readonly string[];
				};
				if (page.heads !== 1) problems.push(`${String(page.heads)} main headings`);
				if (page.title === '') problems.push('no title');
				if (page.lang !== (language === '' ? 'zh-CN' : 'en')) problems.push(`language ${page.lang}`);
				if (page.wide > 0) problems.push(`${String(page.wide)} pixels too wide`);
				problems.push(...page.complaints);
			} catch (error) {
				problems.push(error instanceof Error ? error.message : String(error));
			}
			const found = [...problems, ...logged].filter((problem) => problem !== '');
			facts.push({ name: `${language}${path} in Firefox`, problem: found.length > 0 ? found.join(' | ') : null });
		}
	}
	session.close();
	return facts;
}
