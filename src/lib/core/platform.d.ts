/** What both Node and the browser give `core/` beyond the language; nothing else of either may be used here. */
declare class TextDecoder {
	constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
	decode(input?: Uint8Array): string;
}
