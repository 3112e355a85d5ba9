import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Making our sources ready to run takes a worker half a second; what comes of it is kept beside the readings, and for nothing else.
enableCompileCache(join(import.meta.dirname, '../../.cache/compiled'));
const { serveReading } = await import('./serve-reading.ts');
serveReading();
