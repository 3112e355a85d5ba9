/** In names of strangers (those of an archive's members are made plain as they are read): control characters, and marks that turn the direction of text. */
const NOT_SHOWN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** The same name without them, where nobody would miss them: an agency's. */
export function plainName(name: string): string {
	return name.replace(NOT_SHOWN, '').trim();
}

/** A file's name for display: what a terminal would obey, or a reader could not see, stands as �. */
export function shownName(name: string): string {
	return name.replace(NOT_SHOWN, '\ufffd');
}
