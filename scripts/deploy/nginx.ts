import { HEADER_RULES, TYPES } from '../run/site-headers.ts';
import type { HeaderRule } from '../run/site-headers.ts';
import type { DeployPlace } from './place.ts';

const variable = (rule: HeaderRule): string => `$gongkai_${rule.name.toLowerCase().replaceAll('-', '_')}`;

/** A `map` for a header that differs by path. nginx sends no header whose value is empty. */
function mapOf(rule: HeaderRule): string {
	const cases = rule.cases.map(({ pattern, value }) => `\t"~${pattern.replaceAll('\\', '\\\\')}" "${value ?? ''}";`);
	return [`map $uri ${variable(rule)} {`, `\tdefault "${rule.otherwise ?? ''}";`, ...cases, '}'].join('\n');
}

const headerOf = (rule: HeaderRule): string =>
	`\tadd_header ${rule.name} ${rule.cases.length > 0 ? variable(rule) : `"${rule.otherwise ?? ''}"`} always;`;

/** Several ends of names may share a type; nginx wants each type once. */
function types(): string {
	const byType = Map.groupBy(Object.entries(TYPES), ([, type]) => type.replace(/;.*/, ''));
	const lines = [...byType].map(([type, ends]) => `\t\t${type} ${ends.map(([end]) => end).join(' ')};`);
	return ['\ttypes {', ...lines, '\t\timage/png png;', '\t\tfont/ttf ttf;', '\t}'].join('\n');
}

const charsets = (): string =>
	[...new Set(Object.values(TYPES).filter((type) => type.includes('charset')))]
		.map((type) => type.replace(/;.*/, ''))
		.filter((type) => type !== 'text/html')
		.join(' ');

/** What goes into nginx's `http` block, as a file of `conf.d`. */
export function nginxConfig({ root, port, brotli }: DeployPlace): string {
	const maps = HEADER_RULES.filter((rule) => rule.cases.length > 0).map(mapOf);
	return `# Written by "npm run deploy:config" from scripts/run/site-headers.ts. A file for /etc/nginx/conf.d/.
# After "npm run build", "npm run deploy:compress" sets a .gz and a .br beside each file that grows smaller; nginx sends those.
# Brotli wants the module of Debian's libnginx-mod-http-brotli-static: then take the mark off its line below.

${maps.join('\n\n')}

server {
	listen ${String(port)};
	# With TLS: listen 443 ssl; ssl_certificate …; ssl_certificate_key …; and
	# add_header Strict-Transport-Security "max-age=31536000" always;
	root ${root};
	index index.html;
	server_tokens off;
	# Links of the site are relative: a redirect to the folder's slash keeps the host and port of the reader.
	absolute_redirect off;

	default_type application/octet-stream;
${types()}
	charset utf-8;
	charset_types ${charsets()};

	gzip_static on;
	${brotli ? '' : '# '}brotli_static on;
	gzip_vary on;
	etag on;

${HEADER_RULES.map(headerOf).join('\n')}

	location / {
		limit_except GET HEAD {
			deny all;
		}
		try_files $uri $uri/ =404;
	}

	# Names that begin with a dot are no part of the site.
	location ~ /\\. {
		return 404;
	}

	error_page 404 /404.html;
	location ^~ /en/ {
		error_page 404 /en/404.html;
		try_files $uri $uri/ =404;
	}
}
`;
}
