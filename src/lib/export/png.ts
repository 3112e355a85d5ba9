import type { FramedSvg } from './frame-svg.ts';

/** Pixels that browsers let a canvas have on one side. */
const LARGEST_SIDE = 16_384;

function loaded(address: string): Promise<HTMLImageElement> {
	return new Promise((resolve, reject) => {
		const image = new Image();
		image.onload = () => resolve(image);
		image.onerror = () => reject(new Error('drawing not readable as an image'));
		image.src = address;
	});
}

/** The drawing as PNG at twice its size, or as near to it as a canvas can hold. In a browser only. */
export async function pngOf({ svg, width, height }: FramedSvg, scale = 2): Promise<Blob> {
	const fitting = Math.min(scale, LARGEST_SIDE / Math.max(width, height));
	const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml;charset=utf-8' }));
	try {
		const image = await loaded(address);
		const canvas = document.createElement('canvas');
		canvas.width = Math.round(width * fitting);
		canvas.height = Math.round(height * fitting);
		const context = canvas.getContext('2d');
		if (!context) throw new Error('no canvas');
		context.drawImage(image, 0, 0, canvas.width, canvas.height);
		return await new Promise<Blob>((resolve, reject) => {
			canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('canvas gave no image'))), 'image/png');
		});
	} finally {
		URL.revokeObjectURL(address);
	}
}
