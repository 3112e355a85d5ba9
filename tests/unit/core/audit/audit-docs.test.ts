import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { AUDIT_DOC } from '../../../../scripts/docs/audit.ts';
import { renewed } from '../../../../scripts/docs/generated.ts';

it('docs/audit.md lists the rules as the registry has them', async () => {
	const text = await readFile(AUDIT_DOC.path, 'utf8');
	expect(await renewed(AUDIT_DOC, text)).toBe(text);
});
