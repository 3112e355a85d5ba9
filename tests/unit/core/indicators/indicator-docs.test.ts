import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { renewed } from '../../../../scripts/docs/generated.ts';
import { INDICATOR_DOC } from '../../../../scripts/docs/indicators.ts';

it('docs/indicators.md lists the indicators as the registry has them', async () => {
	const text = await readFile(INDICATOR_DOC.path, 'utf8');
	expect(await renewed(INDICATOR_DOC, text)).toBe(text);
});
