import { nameIn } from '../format/locale.ts';
import type { Provenance } from './provenance.ts';

/** What CITATION.cff says of the work; a test holds the two together. */
export const WORK = {
	title: 'Gongkai (公开): annual reports on government information disclosure as a checked dataset',
	version: '0.1.0',
	author: 'Gongkai contributors'
} as const;

/** What is cited: a figure or an extract of one build of one dataset. */
export type Cited = Pick<Provenance, 'title' | 'origin' | 'link' | 'locale'>;

const marked = ({ origin, locale }: Cited): string => {
	if (origin.fictional) return locale === 'zh' ? '（虚构的演示数据）' : ' (fictional demonstration data)';
	if (origin.session) return locale === 'zh' ? '（读者自己的文件）' : ' (files of the reader’s own)';
	return '';
};

/** A citation in one line. There is no date in it: the build id says which state of the data is meant. */
export function citationText(cited: Cited): string {
	const { title, origin, link, locale } = cited;
	const dataset = nameIn(origin.title, locale);
	if (locale === 'zh')
		return `${WORK.author}：《${title}》，${dataset}${marked(cited)}，数据版本 ${origin.build}。见 ${WORK.title}，版本 ${WORK.version}。${link}`;
	return `${WORK.author}. “${title}”. ${dataset}${marked(cited)}, dataset build ${origin.build}. In: ${WORK.title}, version ${WORK.version}. ${link}`;
}

/** Text as a BibTeX value: braces keep it as it is, what TeX would read is escaped. */
function texText(text: string): string {
	return text.replace(/[\\{}$&#%_^~]/gu, (character) => {
		if (character === '\\') return '\\textbackslash{}';
		if (character === '^') return '\\textasciicircum{}';
		if (character === '~') return '\\textasciitilde{}';
		return `\\${character}`;
	});
}

export function bibtex(cited: Cited): string {
	const { title, origin, link, locale } = cited;
	const note = `${nameIn(origin.title, locale)}${marked(cited)}, dataset build ${origin.build}; software version ${WORK.version}`;
	return [
		`@misc{gongkai-${origin.name}-${origin.build},`,
		`  title = {{${texText(title)}}},`,
		`  author = {{${texText(WORK.author)}}},`,
		`  howpublished = {${texText(WORK.title)}},`,
		`  note = {${texText(note)}},`,
		`  url = {${link.replace(/[{}\\]/gu, (character) => encodeURIComponent(character))}}`,
		'}'
	].join('\n');
}
