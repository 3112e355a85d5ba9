import { customPinyin, pinyin } from 'pinyin-pro';
import { foldName } from '../../src/lib/core/agencies/name-search.ts';
import { allPlaces } from '../../src/lib/core/agencies/places.ts';
import { READINGS } from '../readings.ts';

const spell = (text: string): string[] => pinyin(text, { toneType: 'none', type: 'array', v: true });

let taught = false;

/** Each division is read as it is alone, so that no word is made of its beginning and the end of what stands before it (市长安区). */
function teach(): void {
	if (taught) return;
	taught = true;
	customPinyin({ ...READINGS });
	const names = new Set([...allPlaces()].flatMap(({ records }) => records.map(({ name }) => name)));
	customPinyin(Object.fromEntries([...names].map((name) => [name, spell(name).join(' ')])));
}

/** The name of an agency in Latin letters: a syllable for each of its characters, parted by spaces, ü as `v`; 都 is never the word "all". */
export function spellName(name: string): string {
	teach();
	const characters = [...foldName(name)];
	return spell(characters.join(''))
		.map((syllable, index) => (characters[index] === '都' ? 'du' : syllable.toLowerCase()))
		.join(' ');
}
