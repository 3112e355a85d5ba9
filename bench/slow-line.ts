import { createServer, connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

export interface LineSpeed {
	/** Bytes a second towards the reader, over all connections together; Infinity: as fast as it goes. */
	readonly throughput: number;
	/** Milliseconds there and back. */
	readonly latency: number;
}

export interface Line {
	readonly port: number;
	/** Bytes that have come to the reader by that time (of Date.now()), headers and all, whoever in the browser asked for them. */
	bytesUntil(time: number): number;
	close(): void;
}

const PIECE = 4096;

/**
 * A line of that speed to a server on this machine. Unlike the browser's own throttling it holds for workers, too, and counts what they fetch.
 */
export async function openLine(server: number, { throughput, latency }: LineSpeed): Promise<Line> {
	const came: { readonly at: number; readonly bytes: number }[] = [];
	const sockets = new Set<Socket>();
	let free = 0;

	/** Hands over in order, each piece when the line has carried it. */
	function carry(from: Socket, to: Socket, down: boolean): void {
		let last: Promise<unknown> = Promise.resolve();
		const hand = (piece: Buffer): void => {
			const now = Date.now();
			if (down) free = Math.max(free, now) + (piece.length / throughput) * 1000;
			const due = (down ? free : now) + latency / 2;
			last = last.then(async () => {
				if (due > Date.now()) await wait(due - Date.now());
				if (!to.destroyed) to.write(piece);
				if (down) came.push({ at: Date.now(), bytes: piece.length });
			});
		};
		from.on('data', (chunk: Buffer) => {
			const size = throughput === Infinity ? chunk.length : PIECE;
			for (let at = 0; at < chunk.length; at += size) hand(chunk.subarray(at, at + size));
		});
		from.on('end', () => void last.then(() => to.end()));
		from.on('error', () => to.destroy());
		from.on('close', () => sockets.delete(from));
		sockets.add(from);
	}

	const line = createServer((reader) => {
		const site = connect(server, '127.0.0.1');
		carry(reader, site, false);
		carry(site, reader, true);
	});
	line.listen(0, '127.0.0.1');
	await once(line, 'listening');
	return {
		port: (line.address() as AddressInfo).port,
		bytesUntil: (time) => came.reduce((sum, { at, bytes }) => sum + (at <= time ? bytes : 0), 0),
		close: () => {
			line.close();
			for (const socket of sockets) socket.destroy();
		}
	};
}
