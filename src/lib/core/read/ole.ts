import { LittleEndian } from './little-endian.ts';

/** A stream of an OLE container (the file format of .doc and .xls). */
export interface OleStream {
	readonly name: string;
	/** Its bytes; null where not all of them lie in the file. */
	readonly bytes: () => Uint8Array | null;
}

/** What an OLE container lists. */
export interface OleDirectory {
	readonly streams: readonly OleStream[];
	/** Its directory, or the chain that leads through it, is cut off. */
	readonly torn: boolean;
}

const NO_SECTOR = 0xfffffffa;
const END_OF_CHAIN = 0xfffffffe;
const ENTRY = 128;
const STREAM = 2;
const ROOT = 5;
const SMALL = 64;
const MAX_ENTRIES = 4096;

class Container {
	readonly read: LittleEndian;
	readonly sector: number;
	readonly #file: Uint8Array;
	readonly #tables: number[] = [];

	constructor(bytes: Uint8Array) {
		this.#file = bytes;
		this.read = new LittleEndian(bytes);
		this.sector = this.read.u16(30) === 12 ? 4096 : 512;
		const perSector = this.sector / 4;
		for (let index = 0; index < 109; index += 1) this.#tables.push(this.read.u32(76 + index * 4));
		let list = this.read.u32(68);
		for (let seen = 0; this.has(list) && seen * this.sector < bytes.length; seen += 1) {
			const at = this.offset(list);
			for (let index = 0; index < perSector - 1; index += 1) this.#tables.push(this.read.u32(at + index * 4));
			list = this.read.u32(at + this.sector - 4);
		}
	}

	offset(sector: number): number {
		return (sector + 1) * this.sector;
	}

	/** The sector begins inside the file; the last one may be shorter than a sector. */
	has(sector: number): boolean {
		return sector >= 0 && sector < NO_SECTOR && this.offset(sector) < this.read.length;
	}

	next(sector: number): number {
		const perSector = this.sector / 4;
		const table = this.#tables[Math.floor(sector / perSector)] ?? -1;
		return this.has(table) ? this.read.u32(this.offset(table) + (sector % perSector) * 4) : -1;
	}

	/** The bytes along a chain of sectors; null where it leaves the file before its end. */
	chain(first: number, size: number): Uint8Array | null {
		if (size > this.read.length) return null;
		const bytes = new Uint8Array(size);
		let sector = first;
		for (let at = 0; at < size; at += this.sector) {
			const from = this.offset(sector);
			const length = Math.min(this.sector, size - at);
			if (!this.has(sector) || from + length > this.read.length) return null;
			bytes.set(this.#file.subarray(from, from + length), at);
			sector = this.next(sector);
		}
		return bytes;
	}

	/** Streams of less than a few kilobytes are packed into one, in small sectors with a table of their own. */
	smallChain(first: number, size: number, area: Uint8Array, table: LittleEndian): Uint8Array | null {
		if (size > area.length) return null;
		const bytes = new Uint8Array(size);
		let sector = first;
		for (let at = 0; at < size; at += SMALL) {
			const part = area.subarray(sector * SMALL, sector * SMALL + Math.min(SMALL, size - at));
			if (sector < 0 || part.length === 0) return null;
			bytes.set(part, at);
			sector = table.u32(sector * 4);
		}
		return bytes;
	}

	name(at: number): string {
		const length = Math.min(64, this.read.u16(at + 64)) / 2 - 1;
		let name = '';
		for (let index = 0; index < length; index += 1) name += String.fromCharCode(this.read.u16(at + index * 2) & 0xffff);
		return name;
	}
}

interface Entry {
	readonly name: string;
	readonly type: number;
	readonly first: number;
	readonly size: number;
}

function readEntries(container: Container): { readonly entries: readonly Entry[]; readonly torn: boolean } {
	const { read } = container;
	const entries: Entry[] = [];
	let seen = 0;
	let sector = read.u32(48);
	for (; container.has(sector) && seen < MAX_ENTRIES; sector = container.next(sector)) {
		const from = container.offset(sector);
		for (let at = from; at < from + container.sector; at += ENTRY) {
			seen += 1;
			const type = read.u16(at + 66);
			if (type < 0) return { entries, torn: true };
			if ((type & 0xff) === 0) continue;
			entries.push({
				name: container.name(at),
				type: type & 0xff,
				first: read.u32(at + 116),
				size: read.u32(at + 120)
			});
		}
	}
	return { entries, torn: sector !== END_OF_CHAIN };
}

/** The streams that the container's directory lists, as far as it goes. */
export function readOleDirectory(bytes: Uint8Array): OleDirectory {
	const container = new Container(bytes);
	const { entries, torn } = readEntries(container);
	const smallest = container.read.u32(56);
	const root = entries.find(({ type }) => type === ROOT);
	const readSmall = (first: number, size: number): Uint8Array | null => {
		const area = root && container.chain(root.first, root.size);
		const sectors = container.read.u32(64);
		const table = container.chain(container.read.u32(60), Math.max(0, sectors) * container.sector);
		return area && table ? container.smallChain(first, size, area, new LittleEndian(table)) : null;
	};
	const streams = entries
		.filter(({ type }) => type === STREAM)
		.map(({ name, first, size }) => ({
			name,
			bytes: () => (size < smallest ? readSmall(first, size) : container.chain(first, size))
		}));
	return { streams, torn };
}
