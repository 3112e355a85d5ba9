import { wrapText } from './wrap.ts';

/** A drawing as it was on the page, with every style in it. */
export interface CapturedDrawing {
	readonly width: number;
	readonly height: number;
	/** SVG elements, placed from the drawing's upper left corner. */
	readonly markup: string;
}

export interface FrameTexts {
	readonly title: string;
	readonly unit: string;
	/** Stands in a band over the drawing: the data are fictional, or the reader's own. */
	readonly mark: string | null;
	/** Note, source and link, each a paragraph. */
	readonly foot: readonly string[];
	/** The value of `lang`. */
	readonly language: string;
	/** What is drawn, in words. */
	readonly summary: string;
}

export interface FramedSvg {
	readonly svg: string;
	readonly width: number;
	readonly height: number;
}

/** The fonts of the site, named out, so that the file needs no style sheet. */
export const EXPORT_FONTS =
	"'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', system-ui, sans-serif";

const [INK, MUTED, GROUND, BAND, LINE] = ['#16191d', '#565d66', '#ffffff', '#e9ebee', '#dcdfe3'];
const PAD = 24;
/** Narrower drawings get a frame of this width, so that titles have room. */
const LEAST_WIDTH = 480;
const TITLE = { size: 20, step: 27, weight: 650, color: INK };
const UNIT = { size: 14, step: 22, weight: 400, color: MUTED };
const FOOT = { size: 12, step: 18, weight: 400, color: MUTED };

export function escapeXml(text: string): string {
	// What XML 1.0 cannot hold at all is left out.
	return text
		.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
		.replace(/&/gu, '&amp;')
		.replace(/</gu, '&lt;')
		.replace(/>/gu, '&gt;')
		.replace(/"/gu, '&quot;');
}

const decimal = (value: number): string => String(Math.round(value * 10) / 10);

/** The figure with its title, unit, note and source as one self-contained SVG on white. */
export function frameSvg(drawings: readonly CapturedDrawing[], texts: FrameTexts): FramedSvg {
	const inner = Math.max(LEAST_WIDTH, ...drawings.map(({ width }) => Math.ceil(width)));
	const width = inner + 2 * PAD;
	const parts: string[] = [];
	let y = PAD;
	const write = (text: string, { size, step, weight, color }: typeof TITLE): void => {
		for (const line of wrapText(text, size, inner)) {
			y += step;
			const bold = weight === 400 ? '' : ` font-weight="${weight}"`;
			parts.push(
				`<text x="${PAD}" y="${decimal(y - (step - size) / 2 - size * 0.15)}" font-size="${size}"${bold} fill="${color}">${escapeXml(line)}</text>`
			);
		}
	};
	if (texts.mark !== null) {
		const lines = wrapText(texts.mark, 13, inner - 24);
		const height = 12 + 20 * lines.length;
		parts.push(`<rect x="${PAD}" y="${y}" width="${inner}" height="${height}" fill="${BAND}"/>`);
		lines.forEach((line, index) =>
			parts.push(
				`<text x="${PAD + 12}" y="${y + 20 + 20 * index}" font-size="13" font-weight="600" fill="${INK}">${escapeXml(line)}</text>`
			)
		);
		y += height + 8;
	}
	write(texts.title, TITLE);
	y += 2;
	write(texts.unit, UNIT);
	for (const drawing of drawings) {
		y += 16;
		parts.push(`<g transform="translate(${PAD} ${decimal(y)})">${drawing.markup}</g>`);
		y += drawing.height;
	}
	y += 18;
	parts.push(`<line x1="${PAD}" x2="${width - PAD}" y1="${decimal(y)}" y2="${decimal(y)}" stroke="${LINE}"/>`);
	y += 4;
	for (const paragraph of texts.foot) write(paragraph, FOOT);
	const height = Math.ceil(y + PAD);
	const svg = [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" xml:lang="${texts.language}" font-family="${escapeXml(EXPORT_FONTS)}" role="img">`,
		`<title>${escapeXml(texts.title)}</title>`,
		`<desc>${escapeXml(texts.summary)}</desc>`,
		`<rect width="${width}" height="${height}" fill="${GROUND}"/>`,
		...parts,
		'</svg>',
		''
	].join('\n');
	return { svg, width, height };
}
