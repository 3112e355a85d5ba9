type Json = Readonly<Record<string, unknown>>;
type Listener = (params: Json) => void;

interface Waiting {
	readonly resolve: (result: Json) => void;
	readonly reject: (error: Error) => void;
}

/** A session of WebDriver BiDi (https://w3c.github.io/webdriver-bidi/) over the browser's own socket: no driver in between. */
export class BidiSession {
	readonly #socket: WebSocket;
	readonly #waiting = new Map<number, Waiting>();
	readonly #listeners = new Map<string, Listener[]>();
	#last = 0;

	private constructor(socket: WebSocket) {
		this.#socket = socket;
		socket.addEventListener('message', ({ data }) => this.#take(JSON.parse(String(data)) as Json));
		socket.addEventListener('close', () => {
			for (const { reject } of this.#waiting.values()) reject(new Error('the browser went away'));
			this.#waiting.clear();
		});
	}

	/** Opens a session with the browser that listens at the address (`ws://127.0.0.1:…`). */
	static async open(address: string): Promise<BidiSession> {
		const socket = new WebSocket(`${address}/session`);
		await new Promise<void>((resolve, reject) => {
			socket.addEventListener('open', () => resolve(), { once: true });
			socket.addEventListener('error', () => reject(new Error(`no connection to ${address}`)), { once: true });
		});
		const session = new BidiSession(socket);
		await session.send('session.new', { capabilities: {} });
		return session;
	}

	#take(message: Json): void {
		const { id, type, method, params, result, error, message: text } = message;
		if (type === 'event') {
			for (const listener of this.#listeners.get(String(method)) ?? []) listener((params ?? {}) as Json);
			return;
		}
		const waiting = this.#waiting.get(Number(id));
		this.#waiting.delete(Number(id));
		if (type === 'error') waiting?.reject(new Error(`${String(error)}: ${String(text)}`));
		else waiting?.resolve((result ?? {}) as Json);
	}

	send(method: string, params: Json): Promise<Json> {
		this.#last += 1;
		const id = this.#last;
		return new Promise((resolve, reject) => {
			this.#waiting.set(id, { resolve, reject });
			this.#socket.send(JSON.stringify({ id, method, params }));
		});
	}

	async listen(event: string, listener: Listener): Promise<void> {
		this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
		await this.send('session.subscribe', { events: [event] });
	}

	/** What an expression, or the promise it gives, comes to in a page: a text, a number, true or false. */
	async evaluate(context: unknown, expression: string): Promise<unknown> {
		const { type, result, exceptionDetails } = await this.send('script.evaluate', {
			expression,
			target: { context },
			awaitPromise: true
		});
		if (type === 'exception') throw new Error(String((exceptionDetails as Json)['text']));
		return (result as Json)['value'];
	}

	close(): void {
		this.#socket.close();
	}
}
