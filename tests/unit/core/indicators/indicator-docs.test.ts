import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { INDICATOR_DOC, renewIndicatorDoc } from '../../../../scripts/indicator-docs.ts';

it('docs/indicators.md lists the indicators as the registry has them', async () => {
	const text = await readFile(INDICATOR_DOC, 'utf8');
	expect(await renewIndicatorDoc(text)).toBe(text);
});
