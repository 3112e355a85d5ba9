import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { AUDIT_DOC, renewAuditDoc } from '../../../../scripts/audit-docs.ts';

it('docs/audit.md lists the rules as the registry has them', async () => {
	const text = await readFile(AUDIT_DOC, 'utf8');
	expect(await renewAuditDoc(text)).toBe(text);
});
