/** The engine's worker module, which has no types of its own: importing it is enough. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
