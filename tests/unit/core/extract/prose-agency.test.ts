import { expect, it } from 'vitest';
import { findTitle } from '../../../../src/lib/core/extract/title.ts';
import { readText } from '../../../../src/lib/core/read/text.ts';

const agencyOf = (...lines: string[]): string | null => {
	const document = readText(lines.join('\n'), 'utf-8');
	return findTitle(document, 0, document.blocks.length).agency;
};

it.each([
	['本报告由丙江镇人民政府党政办公室编制。', '丙江镇人民政府', 'a town whose office drew it up'],
	['现予公布。本报告由微山县统计局编制。', '微山县统计局', 'an organ that drew it up, with its place'],
	['特向社会公布2020年开平市农业农村局政府信息公开工作年度报告。', '开平市农业农村局', 'the one that publishes it'],
	['2022年以来,丁收乡在县委县政府的领导下,做好公开工作。丁收乡坚持公开。', '丁收乡', 'the town that is led'],
	['2023年,微山县统计局高度重视公开。微山县统计局落实责任。', '微山县统计局', 'an organ that speaks of itself'],
	[
		'区民政局高度重视。区民政局公开了《武汉市黄陂区民政局公告》。',
		'武汉市黄陂区民政局',
		'the one whole name of a bare one'
	],
	['在县委领导下,县统计局不断完善。皮山县统计局发布公报。', '皮山县统计局', 'a bare name behind those who lead']
])('the agency of %s is %s: %s', (text, agency) => {
	expect(agencyOf('2023年政府信息公开工作年度报告', '一、总体情况', text)).toBe(agency);
});

it.each([
	['2023年,区统计局紧紧围绕中心工作,区统计局公开信息。', 'a name without a place'],
	['本报告由县政府办公室编制。', 'an office without a place'],
	['本报告由我镇党政办公室编制。', 'our town'],
	['本报告由微山县人民政府办公室编制。', 'an office that may report for itself or for its government'],
	['微山县人民政府高度重视,微山县人民政府多次部署,我局落实。', 'a government, which its organs speak of too'],
	['丁收乡在县委领导下工作。', 'a name that does not come again'],
	['丁收乡高度重视。丙江镇高度重视。丁收乡与丙江镇公开。', 'two names'],
	['区民政局高度重视,区民政局转发武汉市黄陂区民政局和武汉市江夏区民政局文件。', 'two whole names with one end'],
	['本报告由丙江镇党政办公室编制,附表由丁收乡党政办公室编制。', 'two that drew up'],
	['全镇认真落实,乡镇高度重视,各街道在区委领导下。', 'words that name no body']
])('no agency is read from %s: %s', (text) => {
	expect(agencyOf('2023年政府信息公开工作年度报告', '一、总体情况', text)).toBeNull();
});

it('a title that names an agency is not set aside by prose', () => {
	expect(agencyOf('甲市乙局2023年政府信息公开工作年度报告', '本报告由丙江镇党政办公室编制。')).toBe('甲市乙局');
});
