import type { Indicator } from '$lib/core/indicators/index.ts';
import type { Locale } from '$lib/format/locale.ts';
import { nameIn } from '$lib/format/locale.ts';
import { m } from '$lib/paraglide/messages.js';

/** How the years before and after the change of layout compare; null where they do without a word. */
export function bridgeNote({ bridge }: Indicator, locale: Locale): string | null {
	if (bridge.how === 'yes') return null;
	const note = nameIn(bridge.note, locale);
	return bridge.how === 'never' ? m.explore_bridge_never({ note }) : m.explore_bridge_care({ note });
}
