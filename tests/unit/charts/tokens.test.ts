import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../src/lib/styles/tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
	[...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/gu)].map(([, name, light, dark]) => [
		name as string,
		{ light: light as string, dark: dark as string }
	])
);

function luminance(hex: string): number {
	const [r, g, b] = [1, 3, 5].map((at) => {
		const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
	const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

const OUTCOMES = ['granted', 'partial', 'denied', 'unable', 'unprocessed', 'other'];
const SERIES = Array.from({ length: 8 }, (_, index) => `series-${index + 1}`);
const colour = (name: string, theme: 'light' | 'dark'): string => {
	const token = tokens.get(name);
	if (token === undefined) throw new Error(`no such colour token: ${name}`);
	return token[theme];
};

describe.each(['light', 'dark'] as const)('colours, %s', (theme) => {
	it.each([...OUTCOMES, ...SERIES])('%s stands out from the ground by 3:1', (name) => {
		expect(contrast(colour(name, theme), colour('ground', theme))).toBeGreaterThanOrEqual(3);
	});

	it.each(['line', 'hatch', 'focus'])('the marks of %s stand out from the ground by 3:1', (name) => {
		expect(contrast(colour(name, theme), colour('ground', theme))).toBeGreaterThanOrEqual(3);
	});

	it.each(
		['ink', 'ink-muted', 'link', 'alert'].flatMap((ink) =>
			['ground', 'surface', 'surface-strong'].map((ground) => [ink, ground] as const)
		)
	)('%s reads on %s by 4.5:1', (ink, ground) => {
		expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
	});

	it('the band of invented data reads by 4.5:1', () => {
		expect(contrast(colour('on-fiction', theme), colour('fiction', theme))).toBeGreaterThanOrEqual(4.5);
	});

	it.each([1, 2, 3, 4, 5])('a figure written on shade %i reads by 4.5:1', (shade) => {
		expect(contrast(colour(`on-shade-${shade}`, theme), colour(`shade-${shade}`, theme))).toBeGreaterThanOrEqual(4.5);
	});

	it('shades stand farther from the ground the greater they are', () => {
		const steps = [1, 2, 3, 4, 5].map((shade) => contrast(colour(`shade-${shade}`, theme), colour('ground', theme)));
		for (const [index, step] of steps.entries()) if (index > 0) expect(step).toBeGreaterThan(1.25 * steps[index - 1]!);
	});

	it('a figure written on the full shade of a heat table reads by 4.5:1', () => {
		expect(contrast(colour('ink', theme), colour('shade-3', theme))).toBeGreaterThanOrEqual(4.5);
	});

	it.each([...OUTCOMES, ...SERIES])('a figure written on %s reads by 4.5:1', (name) => {
		expect(contrast(colour(`on-${name}`, theme), colour(name, theme))).toBeGreaterThanOrEqual(4.5);
	});
});

it('holds the colours that look.md sets for the outcomes', () => {
	expect(OUTCOMES.map((name) => tokens.get(name)?.light)).toEqual([
		'#0b2e78',
		'#3f97d1',
		'#a03316',
		'#ba800a',
		'#822d5b',
		'#878b90'
	]);
	expect(OUTCOMES.map((name) => tokens.get(name)?.dark)).toEqual([
		'#226ef3',
		'#b4ddea',
		'#f25713',
		'#eaca77',
		'#d57dde',
		'#8b8f96'
	]);
});
