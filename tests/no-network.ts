import { Socket } from 'node:net';

// Every unit test runs with this file: a test may speak to a server of its own on this machine, and to nobody else.

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

const nodeFetch = globalThis.fetch;
globalThis.fetch = (input, init) => {
	const url = new URL(input instanceof Request ? input.url : String(input));
	if (/^https?:$/.test(url.protocol) && !LOOPBACK.has(url.hostname))
		throw new Error(`a test asked the network for ${url.href}`);
	return nodeFetch(input, init);
};

const connect = Reflect.get(Socket.prototype, 'connect') as (...args: unknown[]) => Socket;
Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
	// Node passes either (options), (port, host), (path), or these normalised into one list.
	const [first, second] = (Array.isArray(args[0]) ? args[0] : args) as unknown[];
	const named: unknown = typeof first === 'object' && first !== null ? Reflect.get(first, 'host') : second;
	const host = typeof named === 'string' ? named : 'localhost';
	if (!LOOPBACK.has(host)) throw new Error(`a test opened a connection to ${host}`);
	return Reflect.apply(connect, this, args);
};
