/** Readings of the names of places, and of single characters in them, that dictionaries of common words miss: syllables parted by spaces. */
export const READINGS: Readonly<Record<string, string>> = Object.fromEntries(
	[
		'六安lu an,六合lu he,洪洞hong tong,乐清yue qing,乐亭lao ting,乐陵lao ling,民乐min le,涡阳guo yang,东阿dong e',
		'铅山yan shan,枞阳zong yang,泌阳bi yang,尉犁yu li,犍为qian wei,筠连jun lian,荥经ying jing,荥阳xing yang',
		'大埔da bu,番禺pan yu,东莞dong guan,长子zhang zi,繁峙fan shi,井陉jing xing,句容ju rong,吴堡wu bu,牟平mu ping',
		'监利jian li,台州tai zhou,天台tian tai,丽水li shui,会泽hui ze,长垣chang yuan,厦门xia men,百色bai se',
		'大城dai cheng,宕昌tan chang,黄陂huang pi,蚌山beng shan,渑池mian chi,阿城a cheng,鄱阳po yang,柏乡bai xiang',
		'什邡shi fang,蔚县yu xian,单县shan xian,莘县shen xian,歙县she xian,浚县xun xian,任县ren xian,叶县ye xian,华县hua xian,费县fei xian'
	]
		.flatMap((line) => line.split(','))
		.map((entry): [string, string] => [entry.replace(/[a-z ]+/u, ''), entry.replace(/[^a-z ]+/u, '')])
);
