import { corpus } from '../scripts/synthesize/corpus.ts';
import { FILE_KINDS } from '../scripts/synthesize/draft.ts';
import type { FileKind } from '../scripts/synthesize/draft.ts';
import { MUTATIONS, readRates } from '../scripts/synthesize/mutations/registry.ts';
import { withPrinter } from '../scripts/synthesize/print-pdf.ts';
import { sizesFor } from '../scripts/synthesize/world/world.ts';

/** Invented reports of one kind of file and one shape. */
export interface Sample {
	readonly kind: FileKind;
	/** The kind, or for text its shape: `bars`, `cell-lines` … */
	readonly shape: string;
	readonly files: readonly Uint8Array[];
}

const SEED = 'bench';

/** As many reports of each shape of each kind that the synthesizer writes. PDF are printed by Chromium; without it there are none. */
export async function samplesOf(reports: number, kinds: readonly FileKind[] = FILE_KINDS): Promise<Sample[]> {
	const samples: Sample[] = [];
	for (const kind of kinds) {
		const byShape = new Map<string, Uint8Array[]>();
		const agencies = reports * 8;
		const options = {
			...{ seed: SEED, years: [2019, 2025] as const, sizes: sizesFor(agencies), agencies, kinds: [kind] },
			...{ mutations: readRates('default', MUTATIONS), errors: new Map<string, number>() }
		};
		let made = 0;
		for await (const { truth, bytes } of corpus(options)) {
			const shape = byShape.get(truth.shape.kind) ?? [];
			byShape.set(truth.shape.kind, shape);
			if (shape.length < reports) shape.push(bytes);
			made += 1;
			if (
				made >= reports * 12 ||
				(made >= reports * 2 && [...byShape.values()].every((files) => files.length >= reports))
			)
				break;
		}
		for (const [shape, files] of byShape) samples.push({ kind, shape, files });
	}
	return Promise.all(samples.map(async (sample) => (sample.kind === 'pdf' ? printed(sample) : sample)));
}

async function printed(sample: Sample): Promise<Sample> {
	const files: Uint8Array[] = [];
	try {
		await withPrinter(async (print) => {
			for (const page of sample.files) files.push(await print(new TextDecoder().decode(page)));
		});
	} catch (error) {
		console.error(`pdf not measured: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`);
	}
	return { ...sample, files };
}
