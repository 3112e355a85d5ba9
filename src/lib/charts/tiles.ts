import type { Names } from '../core/form/index.ts';

/** A place on the map of tiles; no boundary is drawn, a tile stands about where the region lies. */
export interface Tile {
	/** As the dataset names it. */
	readonly name: string;
	/** On the tile: one character or two, or letters. */
	readonly short: Names;
	readonly english: string | null;
	readonly col: number;
	readonly row: number;
	/** The form is not used there. */
	readonly outside: boolean;
}

const tile = (col: number, row: number, name: string, zh: string, en: string, english: string): Tile => ({
	...{ col, row, name, english },
	short: { zh, en },
	outside: false
});

/** Regions of the country that publish by the form, each in its place; and three to which the Regulations do not apply. */
export const PROVINCE_TILES: readonly Tile[] = [
	tile(8, 0, '黑龙江省', '黑', 'HL', 'Heilongjiang'),
	tile(5, 1, '内蒙古自治区', '蒙', 'NM', 'Inner Mongolia'),
	tile(7, 1, '辽宁省', '辽', 'LN', 'Liaoning'),
	tile(8, 1, '吉林省', '吉', 'JL', 'Jilin'),
	tile(0, 2, '新疆维吾尔自治区', '新', 'XJ', 'Xinjiang'),
	tile(2, 2, '甘肃省', '甘', 'GS', 'Gansu'),
	tile(3, 2, '宁夏回族自治区', '宁', 'NX', 'Ningxia'),
	tile(4, 2, '山西省', '晋', 'SX', 'Shanxi'),
	tile(5, 2, '河北省', '冀', 'HE', 'Hebei'),
	tile(6, 2, '北京市', '京', 'BJ', 'Beijing'),
	tile(7, 2, '天津市', '津', 'TJ', 'Tianjin'),
	tile(0, 3, '新疆生产建设兵团', '兵', 'XB', 'Xinjiang Production and Construction Corps'),
	tile(2, 3, '青海省', '青', 'QH', 'Qinghai'),
	tile(3, 3, '陕西省', '陕', 'SN', 'Shaanxi'),
	tile(4, 3, '河南省', '豫', 'HA', 'Henan'),
	tile(5, 3, '山东省', '鲁', 'SD', 'Shandong'),
	tile(1, 4, '西藏自治区', '藏', 'XZ', 'Tibet'),
	tile(2, 4, '四川省', '川', 'SC', 'Sichuan'),
	tile(3, 4, '重庆市', '渝', 'CQ', 'Chongqing'),
	tile(4, 4, '湖北省', '鄂', 'HB', 'Hubei'),
	tile(5, 4, '安徽省', '皖', 'AH', 'Anhui'),
	tile(6, 4, '江苏省', '苏', 'JS', 'Jiangsu'),
	tile(7, 4, '上海市', '沪', 'SH', 'Shanghai'),
	tile(2, 5, '云南省', '滇', 'YN', 'Yunnan'),
	tile(3, 5, '贵州省', '黔', 'GZ', 'Guizhou'),
	tile(4, 5, '湖南省', '湘', 'HN', 'Hunan'),
	tile(5, 5, '江西省', '赣', 'JX', 'Jiangxi'),
	tile(6, 5, '浙江省', '浙', 'ZJ', 'Zhejiang'),
	tile(3, 6, '广西壮族自治区', '桂', 'GX', 'Guangxi'),
	tile(4, 6, '广东省', '粤', 'GD', 'Guangdong'),
	tile(5, 6, '福建省', '闽', 'FJ', 'Fujian'),
	{ ...tile(7, 6, '台湾省', '台', 'TW', 'Taiwan'), outside: true },
	tile(3, 7, '海南省', '琼', 'HI', 'Hainan'),
	{ ...tile(4, 7, '澳门特别行政区', '澳', 'MO', 'Macao'), outside: true },
	{ ...tile(5, 7, '香港特别行政区', '港', 'HK', 'Hong Kong'), outside: true }
];

export interface TileGrid {
	readonly tiles: readonly Tile[];
	readonly columns: number;
	readonly rows: number;
}

const PLAIN_COLUMNS = 6;
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Names that the map does not know, side by side under `row`. */
function plain(names: readonly string[], row: number): Tile[] {
	return [...names].sort(byName).map((name, index) => {
		const short = [...name].slice(0, 2).join('');
		return {
			...{ name, english: null, outside: false, short: { zh: short, en: short } },
			col: index % PLAIN_COLUMNS,
			row: row + Math.floor(index / PLAIN_COLUMNS)
		};
	});
}

/** The map for those regions: of the country where one is of it, else (invented regions) a plain grid by name. */
export function tileGrid(names: readonly string[]): TileGrid {
	const known = new Set(PROVINCE_TILES.map(({ name }) => name));
	const unknown = [...new Set(names)].filter((name) => !known.has(name));
	const mapped = unknown.length === 0 || names.some((name) => known.has(name)) ? PROVINCE_TILES : [];
	const below = mapped.length === 0 ? 0 : Math.max(...mapped.map(({ row }) => row)) + 1;
	const tiles = [...mapped, ...plain(unknown, below)];
	return {
		tiles,
		columns: mapped.length === 0 ? Math.min(PLAIN_COLUMNS, tiles.length) : Math.max(...tiles.map(({ col }) => col)) + 1,
		rows: Math.max(...tiles.map(({ row }) => row)) + 1
	};
}

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** The tile that an arrow key leads to: the nearest in that direction, those in line first; none: the same. */
export function tileBeside(tiles: readonly Tile[], from: Tile, direction: Direction): Tile {
	const ahead = (to: Tile): number =>
		({
			ArrowLeft: from.col - to.col,
			ArrowRight: to.col - from.col,
			ArrowUp: from.row - to.row,
			ArrowDown: to.row - from.row
		})[direction];
	const aside = (to: Tile): number =>
		direction === 'ArrowLeft' || direction === 'ArrowRight' ? Math.abs(to.row - from.row) : Math.abs(to.col - from.col);
	const found = tiles
		.filter((to) => ahead(to) > 0 && aside(to) <= ahead(to))
		.sort((a, b) => ahead(a) + 2 * aside(a) - (ahead(b) + 2 * aside(b)));
	return found[0] ?? from;
}
