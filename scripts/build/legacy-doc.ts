import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReadFailure } from '../../src/lib/core/read/index.ts';

/** The bytes of a document as .docx, or why there are none. */
export type Conversion =
	{ readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly failure: ReadFailure };

export interface Office {
	/** Where LibreOffice's program is; null where it is not installed. */
	readonly find: () => string | null;
	/** Runs it and waits until it ended or was ended; what it made is looked for afterwards. */
	readonly run: (program: string, args: readonly string[], home: string, limitMs: number) => Promise<void>;
}

const PROGRAMS = ['soffice', 'libreoffice', 'soffice.exe'];
const PLACES = [
	...[
		'/usr/bin/soffice',
		'/usr/local/bin/soffice',
		'/usr/lib/libreoffice/program/soffice',
		'/opt/libreoffice/program/soffice'
	],
	'/Applications/LibreOffice.app/Contents/MacOS/soffice',
	'C:\\Program Files\\LibreOffice\\program\\soffice.exe'
];

/** LibreOffice as `SOFFICE` names it, on the path, or where it installs itself. */
export function findOffice(env: NodeJS.ProcessEnv = process.env): string | null {
	const onPath = (env['PATH'] ?? '').split(delimiter).flatMap((folder) => PROGRAMS.map((name) => join(folder, name)));
	return [env['SOFFICE'] ?? '', ...onPath, ...PLACES].find((path) => path !== '' && existsSync(path)) ?? null;
}

/** Ends the process and those that it started. */
function endGroup(pid: number | undefined): void {
	if (pid === undefined) return;
	try {
		process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
	} catch {
		// It ended by itself.
	}
}

async function runOffice(program: string, args: readonly string[], home: string, limitMs: number): Promise<void> {
	await new Promise<void>((resolve) => {
		const child = spawn(program, args, {
			cwd: home,
			env: { PATH: process.env['PATH'], HOME: home, TMPDIR: home, LC_ALL: 'C.UTF-8' },
			stdio: 'ignore',
			detached: process.platform !== 'win32'
		});
		const timer = setTimeout(() => endGroup(child.pid), limitMs);
		const end = (): void => {
			clearTimeout(timer);
			endGroup(child.pid);
			resolve();
		};
		child.on('error', end);
		child.on('close', end);
	});
}

const OFFICE: Office = { find: findOffice, run: runOffice };

/** What is made of what: file extensions, and the target as LibreOffice names it. */
interface Making {
	readonly from: string;
	readonly to: string;
	readonly target: string;
}

const WORD: Making = { from: 'doc', to: 'docx', target: 'docx:MS Word 2007 XML' };
const PRINT: Making = { from: 'docx', to: 'pdf', target: 'pdf' };

/** Documents come from strangers: no macros, nothing fetched that they link to. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

const BATCH = 40;
const START_MS = 60_000;
const EACH_MS = 3_000;
/** Trying again one by one ends after this time: past it LibreOffice itself is at fault. */
const AGAIN_MS = 300_000;

const noOffice = (): Conversion => ({
	ok: false,
	failure: { code: 'file/legacy-doc', found: 'Word 97–2003; LibreOffice is not installed' }
});
const notConverted = (): Conversion => ({
	ok: false,
	failure: { code: 'file/damaged', found: 'LibreOffice gave no document' }
});

/** Whether LibreOffice can make of a refused file one that is read: Word of 1997–2003, rich text, OpenDocument text. */
export function needsOffice({ code, found }: ReadFailure): boolean {
	return code === 'file/legacy-doc' || (code === 'file/unknown-kind' && /^RTF$|opendocument\.text$/u.test(found));
}

class Session {
	readonly #program: string;
	readonly #office: Office;
	readonly #home: string;
	readonly #making: Making;

	constructor(program: string, office: Office, home: string, making: Making) {
		this.#program = program;
		this.#office = office;
		this.#home = home;
		this.#making = making;
	}

	async prepare(): Promise<void> {
		await mkdir(join(this.#home, 'profile/user'), { recursive: true });
		await mkdir(join(this.#home, 'out'));
		await writeFile(join(this.#home, 'profile/user/registrymodifications.xcu'), SETTINGS);
	}

	/** Converts documents, by number, in one call; a number that is lacking in the answer was not converted. */
	async convert(documents: ReadonlyMap<number, Uint8Array>): Promise<Map<number, Uint8Array>> {
		const { from, to, target } = this.#making;
		const files: string[] = [];
		for (const [number, bytes] of documents) {
			const path = join(this.#home, `${number}.${from}`);
			await writeFile(path, bytes);
			files.push(path);
		}
		const profile = pathToFileURL(join(this.#home, 'profile')).href;
		const options = ['--headless', '--norestore', '--nolockcheck', `-env:UserInstallation=${profile}`];
		const making = ['--convert-to', target, '--outdir', join(this.#home, 'out')];
		const limit = START_MS + EACH_MS * documents.size;
		await this.#office.run(this.#program, [...options, ...making, ...files], this.#home, limit);
		const converted = new Map<number, Uint8Array>();
		for (const number of documents.keys()) {
			const bytes = await readFile(join(this.#home, 'out', `${number}.${to}`)).catch(() => null);
			if (bytes && bytes.length > 0) converted.set(number, bytes);
		}
		return converted;
	}
}

/**
 * Converts documents with LibreOffice, many in one call, with a profile of its own and a time limit. What a call did not convert is
 * tried once more alone, since one document can bring down a call. The answer has the order of the documents.
 */
async function convert(
	documents: readonly Uint8Array[],
	making: Making,
	office: Office
): Promise<readonly Conversion[]> {
	if (documents.length === 0) return [];
	const program = office.find();
	if (program === null) return documents.map(noOffice);
	const home = await mkdtemp(join(tmpdir(), 'gongkai-doc-'));
	try {
		const session = new Session(program, office, home, making);
		await session.prepare();
		const numbered = new Map(documents.entries());
		const converted = new Map<number, Uint8Array>();
		for (let at = 0; at < documents.length; at += BATCH) {
			const batch = new Map([...numbered].slice(at, at + BATCH));
			for (const [number, bytes] of await session.convert(batch)) converted.set(number, bytes);
			const started = performance.now();
			for (const one of batch) {
				if (batch.size === 1 || converted.has(one[0]) || performance.now() - started > AGAIN_MS) continue;
				for (const [number, bytes] of await session.convert(new Map([one]))) converted.set(number, bytes);
			}
		}
		return documents.map((_, number) => {
			const bytes = converted.get(number);
			return bytes ? { ok: true, bytes } : notConverted();
		});
	} finally {
		await rm(home, { recursive: true, force: true });
	}
}

/** Converts old Word documents to .docx. */
export const convertLegacyDocs = (
	documents: readonly Uint8Array[],
	office: Office = OFFICE
): Promise<readonly Conversion[]> => convert(documents, WORD, office);

/** Prints .docx to PDF. */
export const printDocs = (documents: readonly Uint8Array[], office: Office = OFFICE): Promise<readonly Conversion[]> =>
	convert(documents, PRINT, office);
