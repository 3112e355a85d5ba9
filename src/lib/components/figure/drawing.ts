import { capture } from '$lib/export/capture.ts';
import { frameSvg } from '$lib/export/frame-svg.ts';
import type { FramedSvg } from '$lib/export/frame-svg.ts';
import { markOf } from '$lib/export/provenance.ts';
import type { Provenance } from '$lib/export/provenance.ts';
import { LANGUAGE_TAGS } from '$lib/format/locale.ts';

/** The figure as it stands on the page, framed; its summary is what screen readers are told of its drawings. */
export function drawFigure(figure: HTMLElement, about: Provenance): FramedSvg {
	const parts = [...figure.querySelectorAll<HTMLElement>(':scope > .legend, :scope > .stage > .drawing')];
	// What a narrow screen folds away belongs to the file all the same.
	figure.dataset['capturing'] = '';
	const drawings = capture(parts);
	delete figure.dataset['capturing'];
	const summaries = [...figure.querySelectorAll('.drawing svg[role="img"]')].map(
		(svg) => svg.getAttribute('aria-label') ?? ''
	);
	return frameSvg(drawings, {
		title: about.title,
		unit: about.unit,
		mark: markOf(about.origin, about.locale),
		foot: [...about.notes, about.source, about.link],
		language: LANGUAGE_TAGS[about.locale],
		summary: summaries.join(' ') || about.title
	});
}
