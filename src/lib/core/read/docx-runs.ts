import { walkXml, xmlAttribute } from './xml.ts';

/** How text that is shown is marked. */
export interface Look {
	struck: boolean | null;
	raised: boolean | null;
}

/** How a run of text is shown; null where nothing is said of it. */
export interface RunLook extends Look {
	hidden: boolean | null;
}

const OFF = new Set(['0', 'false', 'off', 'none']);

export const plainLook = (): RunLook => ({ hidden: null, struck: null, raised: null });

/** Takes in one property of a run. */
export function setLook(look: RunLook, name: string, value: string | null): void {
	if (name === 'vanish') look.hidden = !OFF.has(value ?? '');
	else if (name === 'strike' || name === 'dstrike') look.struck = !OFF.has(value ?? '');
	else if (name === 'vertAlign') look.raised = value === 'superscript' || value === 'subscript';
}

/** What `over` says, and where it says nothing what `under` does. */
function overLay(over: RunLook, under: RunLook): RunLook {
	return {
		hidden: over.hidden ?? under.hidden,
		struck: over.struck ?? under.struck,
		raised: over.raised ?? under.raised
	};
}

/** Digits set high or low are no digits of the figure they stand beside; struck text stays, told from what holds. */
export function markText(text: string, { struck, raised }: Look): string {
	if (text.trim() === '') return text;
	if (struck === true) return `~~${text}~~`;
	return raised === true ? text.replace(/\d/gu, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit) : text;
}

const DEEPEST = 20;

/** How the styles of a Word document show the runs that bear them. */
export class RunStyles {
	readonly #looks = new Map<string, { readonly look: RunLook; based: string | null }>();

	/** `xml` holds the styles, whatever else; a torn one gives those before the tear. */
	constructor(xml: string) {
		let style: { readonly look: RunLook; based: string | null } | null = null;
		let inRun = false;
		walkXml(xml, {
			open: (name, attributes) => {
				const value = xmlAttribute(attributes, 'val');
				if (name === 'style') {
					style = { look: plainLook(), based: null };
					this.#looks.set(xmlAttribute(attributes, 'styleId') ?? '', style);
				} else if (name === 'rPr') inRun = true;
				else if (!style) return;
				else if (name === 'basedOn') style.based = value;
				else if (inRun) setLook(style.look, name, value);
			},
			close: (name) => {
				if (name === 'style') style = null;
				else if (name === 'rPr') inRun = false;
			},
			text: () => undefined
		});
	}

	#of(id: string | null, depth = 0): RunLook {
		const style = id === null || depth > DEEPEST ? undefined : this.#looks.get(id);
		return style ? overLay(style.look, this.#of(style.based, depth + 1)) : plainLook();
	}

	/** How a run of `own` look is shown that bears the style `run` in a paragraph of the style `paragraph`. */
	shown(own: RunLook, run: string | null, paragraph: string | null): RunLook {
		return overLay(own, overLay(this.#of(run), this.#of(paragraph)));
	}
}
