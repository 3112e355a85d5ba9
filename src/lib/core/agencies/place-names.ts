const PEOPLES =
	'蒙古族 回族 藏族 维吾尔族 维吾尔 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 哈萨克 傣族 黎族 傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 柯尔克孜 土族 达斡尔族 达斡尔 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 锡伯 阿昌族 普米族 塔吉克族 塔吉克 怒族 鄂温克族 德昂族 保安族 裕固族 独龙族 鄂伦春 鄂温克 蒙古 各族'.split(
		' '
	);
const PEOPLES_AT_END = new RegExp(`(?:${PEOPLES.join('|')})+$`, 'u');
const REGION_PEOPLES = /(?:壮族|回族|维吾尔)$/u;
const AUTONOMOUS = /^(.+)自治(区|州|县|旗)$/u;
const KIND = /(?:特别行政区|行政委员会|地区|林区|特区|新区|省|市|区|县|旗|盟)$/u;

/** 微山 of 微山县, 巍山 of 巍山彝族回族自治县, 浦东 of 浦东新区; a stem shorter than two characters is the whole name (城区). */
export function stemOf(name: string): string {
	const autonomous = AUTONOMOUS.exec(name);
	const bare = autonomous?.[1] ?? name.replace(KIND, '');
	const peoples = autonomous?.[2] === '区' ? REGION_PEOPLES : PEOPLES_AT_END;
	const stem = autonomous ? bare.replace(peoples, '') || bare.replace(/族$/u, '') : bare;
	return [...stem].length < 2 ? name : stem;
}

/** The short form by which an autonomous division is called: 恩施州, 巍山县, 鄂伦春旗. Null for other divisions and for regions. */
export function shortNameOf(name: string): string | null {
	const kind = AUTONOMOUS.exec(name)?.[2];
	return kind && kind !== '区' ? `${stemOf(name)}${kind}` : null;
}
