import { isBuiltin } from 'node:module';
import { posix, relative, sep } from 'node:path';

/**
 * The import directions of docs/structure.md: every folder is a room, and a table says which rooms and packages it may import.
 * A specifier is resolved by its path alone, so the rule needs no resolver and no look at the disk.
 *
 * An entry of `rooms` in a room's list is the name of a room, `name:types` for type imports only, or the path of one file.
 * An entry of `packages` is a package's name, or a beginning followed by `*`; `node:*` stands for all that Node brings.
 *
 * @typedef {{ name: string, path: string, rooms: string[] | 'any', packages: string[] | 'any',
 *   alone?: { files: string, packages: string[] }[] }} Room
 *   `alone`: packages that only the files whose path matches the regular expression may import.
 */

/**
 * @param {readonly Room[]} rooms
 * @param {string} path relative to the root, with `/`
 */
export function findRoom(rooms, path) {
	return rooms
		.filter((room) => path === room.path || path.startsWith(`${room.path}/`))
		.reduce(
			(best, room) => (best && best.path.length >= room.path.length ? best : room),
			/** @type {Room | null} */ (null)
		);
}

/**
 * What a specifier names: a path of this repository, or a package (`node:*` for Node's own, `$app` for `$app/state`).
 * @param {string} specifier
 * @param {string} importer path relative to the root
 * @returns {{ path: string } | { package: string }}
 */
export function resolveSpecifier(specifier, importer) {
	const bare = specifier.replace(/[?#].*$/, '');
	if (bare.startsWith('.')) return { path: posix.join(posix.dirname(importer), bare) };
	if (bare === '$lib' || bare.startsWith('$lib/')) return { path: posix.join('src/lib', bare.slice('$lib'.length)) };
	if (isBuiltin(bare)) return { package: 'node:*' };
	const parts = bare.split('/');
	return { package: bare.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? bare) };
}

/**
 * @param {readonly string[] | 'any'} allowed
 * @param {string} name
 */
function allowsPackage(allowed, name) {
	if (allowed === 'any') return true;
	return allowed.some((one) => one === name || (one.endsWith('*') && name.startsWith(one.slice(0, -1))));
}

/**
 * @param {Room} from
 * @param {Room} to
 * @param {string} path
 * @param {boolean} typeOnly
 */
function allowsRoom(from, to, path, typeOnly) {
	if (from.rooms === 'any' || from === to) return true;
	return from.rooms.some((one) => one === to.name || one === path || (typeOnly && one === `${to.name}:types`));
}

/**
 * @param {import('estree').Node & { importKind?: string, exportKind?: string, specifiers?: { importKind?: string, exportKind?: string }[] }} node
 */
function isTypeOnly(node) {
	if (node.importKind === 'type' || node.exportKind === 'type') return true;
	const specifiers = node.specifiers ?? [];
	return specifiers.length > 0 && specifiers.every((one) => one.importKind === 'type' || one.exportKind === 'type');
}

/** @type {import('eslint').Rule.RuleModule} */
const roomImports = {
	meta: {
		type: 'problem',
		schema: [
			{
				type: 'object',
				properties: { root: { type: 'string' }, rooms: { type: 'array', items: { type: 'object' } } },
				required: ['root', 'rooms'],
				additionalProperties: false
			}
		],
		messages: {
			noRoom: 'no room is declared for {{path}} (the table stands in scripts/lint/rooms.js)',
			outside: '{{from}} may not import {{path}}, which is in no room',
			room: '{{from}} may not import {{to}} ({{path}})',
			roomValue: '{{from}} may import only types from {{to}} ({{path}})',
			package: '{{from}} may not import {{name}}'
		}
	},
	create(context) {
		const { root, rooms } = /** @type {{ root: string, rooms: Room[] }} */ (context.options[0]);
		const importer = relative(root, context.filename).split(sep).join('/');
		const from = findRoom(rooms, importer);
		if (!from) {
			if (!importer.startsWith('src/lib/') || importer.endsWith('.d.ts')) return {};
			return { Program: (node) => context.report({ node, messageId: 'noRoom', data: { path: importer } }) };
		}
		const packages = (from.alone ?? [])
			.filter((one) => new RegExp(one.files).test(importer))
			.flatMap((one) => one.packages);

		/**
		 * @param {import('estree').Node} node
		 * @param {unknown} specifier
		 * @param {boolean} typeOnly
		 */
		const check = (node, specifier, typeOnly) => {
			if (typeof specifier !== 'string') return;
			const target = resolveSpecifier(specifier, importer);
			if ('package' in target) {
				if (allowsPackage(from.packages, target.package) || allowsPackage(packages, target.package)) return;
				context.report({ node, messageId: 'package', data: { from: from.name, name: specifier } });
				return;
			}
			const to = findRoom(rooms, target.path);
			if (!to) {
				if (from.rooms === 'any') return;
				context.report({ node, messageId: 'outside', data: { from: from.name, path: target.path } });
				return;
			}
			if (allowsRoom(from, to, target.path, typeOnly)) return;
			const messageId = allowsRoom(from, to, target.path, true) ? 'roomValue' : 'room';
			context.report({ node, messageId, data: { from: from.name, to: to.name, path: target.path } });
		};

		return {
			ImportDeclaration: (node) => check(node, node.source.value, isTypeOnly(node)),
			ExportAllDeclaration: (node) => check(node, node.source.value, isTypeOnly(node)),
			ExportNamedDeclaration: (node) => check(node, node.source?.value, isTypeOnly(node)),
			ImportExpression: (node) => check(node, node.source.type === 'Literal' ? node.source.value : null, false),
			/** @param {import('estree').Node & { argument?: { literal?: { value?: unknown } }, source?: { value?: unknown } }} node */
			TSImportType: (node) => check(node, node.source?.value ?? node.argument?.literal?.value, true),
			/** `new URL('./worker.ts', import.meta.url)` is how a worker is imported. */
			NewExpression: (node) => {
				const [first, second] = node.arguments;
				if (node.callee.type !== 'Identifier' || node.callee.name !== 'URL' || first?.type !== 'Literal') return;
				const besideThis = second?.type === 'MemberExpression' && second.object.type === 'MetaProperty';
				const isFile = /\.[a-z]+$/.test(String(first.value));
				if (besideThis && isFile) check(node, first.value, false);
			}
		};
	}
};

export default roomImports;
