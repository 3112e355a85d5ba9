import { sha256 } from '../../../src/lib/core/dataset/sha256.ts';
import type { Draft } from '../../../src/lib/state/check/draft.ts';
import { hasReport } from '../../../src/lib/state/check/draft.ts';
import { readDraft } from '../../../src/lib/state/check/read-draft.ts';

/** Files as the check page has them once they are read; one of the same content as another is repeated. */
export async function draftsOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Draft[]> {
	const drafts: Draft[] = [];
	for (const [name, content] of Object.entries(files)) {
		const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
		const key = sha256(bytes);
		const same = drafts.find((draft) => draft.key === key);
		const parts = same ? [] : await readDraft(bytes, name);
		drafts.push({
			id: drafts.length + 1,
			name,
			source: new Blob([Uint8Array.from(bytes)]),
			status: same ? 'repeated' : hasReport(parts) ? 'done' : 'refused',
			key: same ? null : key,
			failure: null,
			parts,
			sameAs: same?.id ?? null
		});
	}
	return drafts;
}
