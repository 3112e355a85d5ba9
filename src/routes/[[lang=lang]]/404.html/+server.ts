import type { RequestHandler } from '@sveltejs/kit';
import { base } from '$app/paths';
import { LANGUAGE_TAGS } from '$lib/format/locale.ts';
import type { Locale } from '$lib/format/locale.ts';
import { m } from '$lib/paraglide/messages.js';
import type { EntryGenerator } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => [{}, { lang: 'en' }];

const STYLE = `:root{color-scheme:light dark}
body{max-width:40rem;margin:15vh auto;padding:0 16px;font:16px/1.7 "PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif}
h1{font-size:28px;line-height:1.35}li{margin-top:4px}`;

/** What a host answers for an address without a page. It may stand at any depth, so that it takes no file of the site. */
export const GET: RequestHandler = ({ params }) => {
	const locale: Locale = params['lang'] === 'en' ? 'en' : 'zh';
	const home = locale === 'en' ? `${base}/en/` : `${base}/`;
	const links = [
		[home, m.nav_overview({}, { locale })],
		[`${home}compare/`, m.nav_compare({}, { locale })],
		[`${home}quality/`, m.nav_quality({}, { locale })],
		[`${home}data/`, m.nav_data({}, { locale })]
	].map(([href, label]) => `<li><a href="${href}">${label}</a></li>`);
	const title = m.error_missing_title({}, { locale });
	const html = `<!doctype html>
<html lang="${LANGUAGE_TAGS[locale]}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · ${m.site_name({}, { locale })}</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1><p>${m.error_missing_hint({}, { locale })}</p><ul>${links.join('')}</ul></main></body>
</html>
`;
	return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
};
