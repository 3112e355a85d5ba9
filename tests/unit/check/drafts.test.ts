import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/lib/state/check/check-client.ts';
import type { DraftPart } from '../../../src/lib/state/check/draft.ts';
import { Drafts } from '../../../src/lib/state/check/drafts.svelte.ts';
import { readDraft } from '../../../src/lib/state/check/read-draft.ts';
import { draftHtml } from './drafts.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const PARTS = await readDraft(bytes(draftHtml()), 'draft.html');
const FAILED: readonly DraftPart[] = [
	{ member: null, reader: null, failure: { code: 'file/empty', found: '0' }, reports: [] }
];
const read = (key: string, parts: readonly DraftPart[] = PARTS): Answer => ({ kind: 'read', key, parts });

/** A client that answers when told to. */
function heldClient() {
	const asked: {
		name: string;
		known: readonly string[];
		answer: (answer: Answer) => void;
		fail: (error: Error) => void;
	}[] = [];
	let prepared = 0;
	const client = {
		prepare: async () => {
			prepared += 1;
		},
		read: (_file: Blob, name: string, known: readonly string[]) =>
			new Promise<Answer>((answer, fail) => asked.push({ name, known, answer, fail })),
		stop: () => asked.at(-1)?.answer({ kind: 'stopped' })
	};
	return { client, asked, prepared: () => prepared };
}

const files = (...names: string[]) => names.map((name) => ({ name, source: new Blob([name]) }));
const settle = () => new Promise((done) => setTimeout(done));
const statuses = (drafts: Drafts) => drafts.drafts.map(({ status }) => status);

describe('the drafts of a visit', () => {
	it('are read one after the other, and the first that is done is shown', async () => {
		const { client, asked } = heldClient();
		const drafts = new Drafts(client);
		drafts.add(files('a', 'b'));
		expect(statuses(drafts)).toEqual(['reading', 'waiting']);
		expect(drafts.selected).toBeNull();
		asked[0]?.answer(read('1'));
		await settle();
		expect(statuses(drafts)).toEqual(['done', 'reading']);
		expect(drafts.selected?.name).toBe('a');
		expect(asked[1]?.known).toEqual(['1']);
		asked[1]?.answer(read('2', FAILED));
		await settle();
		expect(statuses(drafts)).toEqual(['done', 'refused']);
		expect(drafts.open).toBe(0);
	});

	it('say which draft a repeated one is the same as', async () => {
		const { client, asked } = heldClient();
		const drafts = new Drafts(client);
		drafts.add(files('a', 'copy'));
		asked[0]?.answer(read('1'));
		await settle();
		asked[1]?.answer({ kind: 'repeated', key: '1' });
		await settle();
		const [, copy] = drafts.drafts;
		expect(copy?.status).toBe('repeated');
		expect(drafts.nameOf(copy?.sameAs ?? null)).toBe('a');
	});

	it('keep what is done when they are cancelled, and read the rest when resumed', async () => {
		const { client, asked, prepared } = heldClient();
		const drafts = new Drafts(client);
		drafts.add(files('a', 'b', 'c'));
		asked[0]?.answer(read('1'));
		await settle();
		drafts.cancel();
		await settle();
		expect(statuses(drafts)).toEqual(['done', 'cancelled', 'cancelled']);
		expect(prepared()).toBe(1);
		drafts.resume();
		asked[2]?.answer(read('2'));
		await settle();
		asked[3]?.answer(read('3'));
		await settle();
		expect(statuses(drafts)).toEqual(['done', 'done', 'done']);
		expect(asked.map(({ name }) => name)).toEqual(['a', 'b', 'b', 'c']);
	});

	it('wait when the worker cannot be started, and are read when it can', async () => {
		const { client, asked } = heldClient();
		const drafts = new Drafts(client);
		drafts.add(files('a'));
		asked[0]?.fail(new Error('blocked'));
		await settle();
		expect(drafts.error?.message).toBe('blocked');
		expect(statuses(drafts)).toEqual(['waiting']);
		drafts.resume();
		asked[1]?.answer(read('1'));
		await settle();
		expect(drafts.error).toBeNull();
		expect(statuses(drafts)).toEqual(['done']);
	});

	it('go on with the next when the one being read is removed', async () => {
		const { client, asked } = heldClient();
		const drafts = new Drafts(client);
		drafts.add(files('a', 'b'));
		drafts.remove(drafts.drafts[0]?.id ?? 0);
		await settle();
		asked[1]?.answer(read('1'));
		await settle();
		expect(drafts.drafts.map(({ name, status }) => [name, status])).toEqual([['b', 'done']]);
	});

	it('have a line for each report and each failure of an archive', async () => {
		const { client, asked } = heldClient();
		const drafts = new Drafts(client);
		drafts.add(files('pack.zip'));
		const [part] = PARTS;
		const twice = { ...part!, member: 'two.html', reports: [...part!.reports, ...part!.reports] };
		asked[0]?.answer(read('1', [{ ...part!, member: 'one.html' }, twice, { ...FAILED[0]!, member: 'three.html' }]));
		await settle();
		expect(drafts.rows.map(({ name, ordinal, status }) => [name, ordinal, status])).toEqual([
			['pack.zip/one.html', null, 'done'],
			['pack.zip/two.html', 1, 'done'],
			['pack.zip/two.html', 2, 'done'],
			['pack.zip/three.html', null, 'refused']
		]);
		expect(new Set(drafts.rows.map(({ id }) => id)).size).toBe(4);
	});
});

describe('reading a draft', () => {
	it('gives its report with the verdicts of all rules', async () => {
		const [part] = await readDraft(bytes(draftHtml({ 't3.new.total': 61 })), 'draft.html');
		const [found] = part?.reports ?? [];
		expect(found?.report.agency).toBe('云溪市青禾区统计局');
		const failed = found?.findings
			.filter(({ status }) => status === 'fail')
			.map(({ rule, along }) => `${rule} ${along}`);
		expect(failed).toContain('t3-balance total');
		expect(failed).toContain('t3-row new');
	});

	it('finds nothing hard in a sound draft', async () => {
		const [part] = PARTS;
		expect(part?.reports[0]?.findings.filter(({ status }) => status === 'fail')).toEqual([]);
	});

	it('says why a file cannot be read, and never rejects', async () => {
		expect((await readDraft(new Uint8Array(), 'empty'))[0]?.failure?.code).toBe('file/empty');
		const cut = await readDraft(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), 'cut.docx');
		expect(cut[0]?.failure?.code).toMatch(/^file\//u);
	});
});
