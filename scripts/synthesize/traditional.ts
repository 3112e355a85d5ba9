/** Simplified characters of labels and prose, each followed by its traditional form. */
const PAIRS =
	'业業举舉个個为為义義会會体體关關决決况況减減处處复復国國执執护護报報据據数數无無构構权權条條机機现現稳穩类類纠糾纳納组組织織经經结結继繼续續维維缴繳罚罰范範获獲补補规規计計认認议議许許访訪讼訟诉訴询詢该該请請购購费費转轉过過这這进進发發办辦务務动動区區单單强強总總废廢开開对對属屬审審实實应應当當门門问問项項题題额額须須领領万萬与與于於众眾传傳从從来來时時标標栏欄检檢济濟渐漸点點状狀环環电電确確称稱约約级級统統细細网網职職联聯营營虚虛观觀评評调調负負责責质質连連还還适適选選遗遺释釋针針长長阅閱队隊际際随隨页頁制製内內县縣镇鎮乡鄉厅廳资資农農财財卫衛监監医醫险險团團产產设設达達础礎兴興两兩师師习習术術热熱专專积積';

const TRADITIONAL: ReadonlyMap<string, string> = new Map(
	[...PAIRS].flatMap((character, index, all): [string, string][] =>
		index % 2 === 0 ? [[character, all[index + 1] ?? character]] : []
	)
);

/** The text in traditional characters, as mirror sites convert it; `制` alone of its words has two forms. */
export function toTraditional(text: string): string {
	const words = text
		.replace(/文件/gu, '檔案')
		.replace(/制定/gu, '\ue8f0定')
		.replace(/机制/gu, '機\ue8f0')
		.replace(/制度/gu, '\ue8f0度');
	return [...words]
		.map((character) => TRADITIONAL.get(character) ?? character)
		.join('')
		.replace(/\ue8f0/gu, '制');
}

export const isTraditional = (character: string): boolean => [...TRADITIONAL.values()].includes(character);

/** Characters that PDF programs take from the block of radicals. */
const RADICALS: Readonly<Record<string, string>> = {
	一: '⼀',
	二: '⼆',
	八: '⼋',
	力: '⼒',
	口: '⼝',
	土: '⼟',
	大: '⼤',
	工: '⼯',
	年: '年',
	政: '政',
	文: '⽂',
	方: '⽅',
	无: '⽆',
	日: '⽇',
	民: '⺠',
	比: '⽐',
	用: '⽤',
	止: '⽌',
	目: '⽬',
	自: '⾃',
	行: '⾏',
	见: '⻅',
	长: '⻓',
	门: '⻔',
	页: '⻚',
	人: '⼈',
	十: '⼗',
	三: '三'
};

/** The text with characters taken from the block of radicals, which look alike. */
export const toRadicals = (text: string): string =>
	[...text].map((character) => RADICALS[character] ?? character).join('');
