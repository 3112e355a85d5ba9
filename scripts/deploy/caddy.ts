import { HEADER_RULES, TYPES } from '../run/site-headers.ts';
import type { HeaderRule } from '../run/site-headers.ts';
import type { DeployPlace } from './place.ts';

const matcher = (rule: HeaderRule, id: string): string => `@${rule.name.toLowerCase()}-${id}`;

/** Sets the value for every path, then the other value where a pattern fits; of several that fit, the first has the last word. */
function headerOf(rule: HeaderRule): string[] {
	const cases = rule.cases.toReversed().flatMap(({ id, pattern, value }) => {
		const name = matcher(rule, id);
		const header = value === null ? `header ${name} -${rule.name}` : `header ${name} ${rule.name} "${value}"`;
		return [`${name} path_regexp ${pattern}`, header];
	});
	return [`header ${rule.name} "${rule.otherwise ?? ''}"`, ...cases];
}

const typeOf = ([end, type]: readonly [string, string]): string[] =>
	end === 'html' ? [] : [`@type-${end} path *.${end}`, `header @type-${end} Content-Type "${type}"`];

/** The site as a Caddyfile. `route` keeps the order as written. */
export function caddyConfig({ root, port }: DeployPlace): string {
	const lines = [...HEADER_RULES.flatMap(headerOf), ...Object.entries(TYPES).flatMap(typeOf)];
	return `# Written by "npm run deploy:config" from scripts/run/site-headers.ts.
# A host name in the place of ":${String(port)}" makes Caddy fetch a certificate and serve https.
# "npm run deploy:compress" sets a .gz and a .br beside each file of the built site that grows smaller; Caddy sends those.

:${String(port)} {
	root * ${root}

	route {
		@written not method GET HEAD
		respond @written 405

		# Not the part of the site that begins with a dot; the headers hold for error pages too.
		@hidden path_regexp /\\.
		error @hidden 404

${lines.map((line) => `\t\t${line}`).join('\n')}

		file_server {
			precompressed br gzip
		}
	}

	handle_errors {
${HEADER_RULES.map((rule) => `\t\theader ${rule.name} "${rule.otherwise ?? ''}"`).join('\n')}
		@english path /en/*
		rewrite @english /en/404.html
		@other not path /en/*
		rewrite @other /404.html
		file_server
	}
}
`;
}
