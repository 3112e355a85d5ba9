/** Characters that labels of the form use, as mirrors in traditional characters print them. */
const TRADITIONAL: Readonly<Record<string, string>> = {
	條: '条', 項: '项', 規: '规', 範: '范', 檔: '文', 製: '制', 發: '发', 廢: '废', 現: '现', 數: '数', 開: '开',
	對: '对', 總: '总', 計: '计', 許: '许', 處: '处', 罰: '罚', 強: '强', 業: '业', 費: '费', 額: '额', 單: '单', 萬: '万',
	採: '采', 購: '购', 決: '决', 務: '务', 減: '减', 請: '请', 況: '况', 構: '构', 組: '组', 織: '织', 會: '会', 機: '机',
	關: '关', 結: '结', 轉: '转', 繼: '继', 續: '续', 辦: '办', 區: '区', 這: '这', 於: '于', 屬: '属', 國: '国', 祕: '秘',
	穩: '稳', 護: '护', 權: '权', 類: '类', 內: '内', 過: '过', 執: '执', 詢: '询', 無: '无', 沒: '没', 確: '确',
	補: '补', 後: '后', 訪: '访', 舉: '举', 報: '报', 訴: '诉', 複: '复', 復: '复', 書: '书', 認: '认', 獲: '获', 獨: '独',
	據: '据', 訟: '讼', 維: '维', 糾: '纠', 審: '审', 議: '议', 經: '经', 領: '领', 導: '导', 與: '与', 專: '专', 題: '题',
	問: '问', 進: '进', 體: '体', 動: '动', 當: '当', 讓: '让', 納: '纳', 繳: '缴', 從: '从', 實: '实', 狀: '状', 級: '级',
	縣: '县', 鄉: '乡', 鎮: '镇', 廳: '厅', 衛: '卫', 環: '环', 資: '资', 農: '农', 財: '财', 稅: '税', 電: '电', 廣: '广',
	統: '统', 監: '监', 應: '应', 災: '灾', 僑: '侨', 銀: '银', 險: '险', 聯: '联', 團: '团', 綜: '综', 
	榮: '荣', 漢: '汉', 編: '编', 佈: '布', 標: '标', 義: '义', 眾: '众', 產: '产', 藝: '艺', 氣: '气', 黨: '党', 東: '东',
	門: '门', 長: '长', 陽: '阳', 陳: '陈', 龍: '龙', 鳳: '凤', 雲: '云', 貴: '贵', 寧: '宁', 滬: '沪', 遼: '辽', 蘇: '苏',
	園: '园', 圖: '图', 館: '馆', 誌: '志', 記: '记', 錄: '录', 傳: '传', 創: '创', 術: '术', 勞: '劳', 銷: '销', 釋: '释',
	個: '个', 並: '并', 為: '为', 來: '来', 時: '时', 間: '间', 負: '负', 責: '责', 員: '员', 點: '点', 樣: '样', 選: '选',
	號: '号', 臺: '台', 檢: '检', 測: '测', 際: '际', 證: '证', 註: '注', 備: '备'
};

/** Radicals that PDF readers put in place of characters and that NFKC leaves alone. */
const RADICALS: Readonly<Record<string, string>> = {
	'⺠': '民', '⻔': '门', '⻚': '页', '⻓': '长', '⻛': '风', '⻝': '食', '⻢': '马', '⻥': '鱼', '⻩': '黄', '⻋': '车',
	'⻅': '见', '⻉': '贝', '⺟': '母', '⻄': '西', '⻆': '角', '⻙': '韦', '⻜': '飞', '⻬': '齐', '⻰': '龙', '⻘': '青'
};

const ZERO_WIDTH = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const PHONETIC_MARK = /[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ]{1,6}[)）]/giu;

/** Text with width, compatibility forms, radicals and traditional characters folded to plain simplified ones; spaces stay, single. */
export function foldCharacters(text: string): string {
	let folded = '';
	for (const character of text.normalize('NFKC')) {
		const radical = RADICALS[character] ?? character;
		folded += TRADITIONAL[radical] ?? radical;
	}
	return folded
		.replace(ZERO_WIDTH, '')
		.replace(/[\s\u00a0\u3000]+/gu, ' ')
		.trim();
}

/**
 * A label reduced to what tells it from another: width, compatibility forms, radicals and traditional characters folded;
 * spaces, quotes, phonetic marks of mirrors and punctuation between words gone. Brackets, dots after a number and `/` stay.
 */
export function foldLabel(text: string): string {
	return foldCharacters(text.replace(PHONETIC_MARK, ''))
		.replace(/文案/gu, '文件')
		.replace(/[\s"'“”‘’「」『』《》〈〉﹁﹂*_`#]/gu, '')
		.replace(/[〔【［\[]/gu, '(')
		.replace(/[〕】］\]]/gu, ')')
		.replace(/[：:；;，,。·•…]/gu, '')
		.replace(/．/gu, '.')
		.replace(/[、.]$/u, '');
}
