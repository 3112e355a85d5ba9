import { serveProvinces } from './serve-provinces.ts';

serveProvinces();
