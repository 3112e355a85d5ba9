/** Little-endian numbers of a binary format; -1 where they would reach past the end. */
export class LittleEndian {
	readonly #view: DataView;
	readonly length: number;

	constructor(bytes: Uint8Array) {
		this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		this.length = bytes.length;
	}

	u16(at: number): number {
		return at >= 0 && at + 2 <= this.length ? this.#view.getUint16(at, true) : -1;
	}

	u32(at: number): number {
		return at >= 0 && at + 4 <= this.length ? this.#view.getUint32(at, true) : -1;
	}

	u64(at: number): number {
		const high = this.u32(at + 4);
		return high < 0 ? -1 : high * 2 ** 32 + this.u32(at);
	}
}
