import { MANIFEST_NAME } from '../../core/collect/ledgers.ts';
import { unreadPart } from '../../core/collect/attribute.ts';
import type { CollectedPart } from '../../core/collect/attribute.ts';
import type { DatasetProblem } from '../../core/dataset/index.ts';
import type { Draft, DraftPart } from '../check/draft.ts';
import type { SessionFile } from './session.ts';

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** The folder that the paths of reports are told from: the manifest's, or the one that all files lie in. */
export function rootOf(names: readonly string[], ledgers: readonly string[]): string {
	const manifest = ledgers.find((name) => name.split('/').at(-1) === MANIFEST_NAME);
	if (manifest !== undefined) return folderOf(manifest);
	const [first = ''] = names;
	const top = first.slice(0, first.indexOf('/') + 1);
	return top !== '' && names.every((name) => name.startsWith(top)) ? top : '';
}

/** The same path twice, from two drops, is told apart: `a.html`, `a (2).html`. */
function told(path: string, taken: ReadonlySet<string>): string {
	if (!taken.has(path)) return path;
	const dot = path.lastIndexOf('.') > path.lastIndexOf('/') ? path.lastIndexOf('.') : path.length;
	for (let count = 2; ; count += 1) {
		const name = `${path.slice(0, dot)} (${String(count)})${path.slice(dot)}`;
		if (!taken.has(name)) return name;
	}
}

const partOf = ({ member, reader, failure, reports }: DraftPart): CollectedPart => ({
	member,
	reader,
	failure: failure as DatasetProblem | null,
	// The dataset's own verdicts are worked out with it: those of a draft leave out what a draft cannot fall under.
	reports: reports.map(({ report }) => ({ report, findings: [] }))
});

/** The drafts that were read or refused, as files of a dataset; a repeated one has what its like has. */
export function sessionFiles(drafts: readonly Draft[], ledgers: readonly string[]): SessionFile[] {
	const counted = drafts.filter(({ status }) => ['done', 'refused', 'repeated'].includes(status));
	const root = rootOf(
		counted.map(({ name }) => name),
		ledgers
	);
	const byId = new Map(drafts.map((draft) => [draft.id, draft]));
	const taken = new Set<string>();
	return counted.map((draft): SessionFile => {
		const like = draft.sameAs === null ? draft : (byId.get(draft.sameAs) ?? draft);
		const name = told(draft.name.startsWith(root) ? draft.name.slice(root.length) : draft.name, taken);
		taken.add(name);
		const problem = (draft.failure ?? { code: 'report/no-table' }) as DatasetProblem;
		return {
			name,
			bytes: draft.source.size,
			sha256: like.key,
			parts: like.parts.length > 0 ? like.parts.map(partOf) : [unreadPart(problem)]
		};
	});
}
