import { join } from 'node:path';
import { writeListing } from './build/publish.ts';
import { ROOT } from './run/run-tool.ts';

// Writes static/data/datasets.json, which is not kept in git, from the datasets that are there.

await writeListing(join(ROOT, 'static/data'));
