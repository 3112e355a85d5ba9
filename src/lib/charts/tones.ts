/** How one class of marks is painted, the same in every chart, key and table. */
export interface Tone {
	readonly color: string;
	/** Colour of text on it. */
	readonly on: string;
	readonly hatched?: true;
}

export type Tones = Readonly<Record<string, Tone>>;

const PLAIN: Tone = { color: 'var(--ink-muted)', on: 'var(--ground)' };

export function toneOf(tones: Tones, id: string): Tone {
	return tones[id] ?? PLAIN;
}
