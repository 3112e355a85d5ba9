import { REPORT_NAME } from './print-report.ts';
import type { Random } from './random.ts';

const NUMERALS = [...'〇一二三四五六七八九'];

export const yearInWords = (year: number): string => [...String(year)].map((digit) => NUMERALS[Number(digit)]).join('');

type Title = (agency: string, year: number) => string[];

/** The forms of titles (variations.md 2), the plain ones most often. */
const TITLES: readonly (readonly [Title, number])[] = [
	[(agency, year) => [`${agency}${year}年${REPORT_NAME}`], 40],
	[(agency, year) => [`${agency}${year}年度${REPORT_NAME}`], 10],
	[(agency, year) => [`${agency}${year}年政府信息公开年度报告`], 6],
	[(agency, year) => [`${agency}${year}年政府信息公开工作报告`], 4],
	[(agency, year) => [`${agency}${year}年度政府信息公开工作报告`], 4],
	[(agency, year) => [`${year}年${agency}${REPORT_NAME}`], 4],
	[(agency, year) => [`${year}年度${agency}${REPORT_NAME}`], 3],
	[(agency, year) => [`${agency}${year}年`, REPORT_NAME], 8],
	[(agency, year) => [agency, `${year}年${REPORT_NAME}`], 6],
	[(agency, year) => [`${agency}关于${year}年度政府信息公开工作的报告`], 2],
	[(agency, year) => [`关于${agency}${year}年${REPORT_NAME}`], 1],
	[(agency, year) => [`${agency}${REPORT_NAME}(${year}年)`], 2],
	[(agency, year) => [`${agency}${REPORT_NAME}（${year}年度）`], 2],
	[(agency, year) => [`${agency}${yearInWords(year)}年${REPORT_NAME}`], 1],
	[(agency, year) => [`${agency}${year}年政府信息公开年报`], 2]
];

export const drawTitle = (random: Random, agency: string, year: number): string[] =>
	random.weighted(TITLES)(agency, year);
