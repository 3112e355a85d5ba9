import { describe, expect, it } from 'vitest';
import { askedOfMark } from '../../../src/lib/components/explore/asked-mark.ts';
import type { Member } from '../../../src/lib/components/explore/members.ts';
import { indicator } from '../../../src/lib/core/indicators/index.ts';

const member = (key: string): Member => ({ key, label: key, hint: '', known: true, year: null, order: null });
const common = { figure: 'new', basis: 'printed', year: 2023 };

describe('what is asked at a mark of Explore', () => {
	const mark = { scope: 'county_own', indicator: indicator('new') } as const;
	it('is the sum of its scope and year, of its place and family', () => {
		expect(askedOfMark({ ...mark, groups: [['year', member('2023')]] }, [])).toEqual({
			...{ kind: 'sum', ...common, scope: 'county_own' }
		});
		const groups = [
			['city', member('虚州省\t杳坊市')],
			['year', member('2023')]
		] as const;
		expect(askedOfMark({ ...mark, groups }, [2022, 2023])).toMatchObject({
			within: { provinces: ['虚州省'], cities: ['杳坊市'] }
		});
		expect(askedOfMark({ ...mark, groups: [['family', member('health')]] }, [2023])).toMatchObject({
			...{ year: 2023, within: { families: ['health'] } }
		});
	});

	it('is the report where it is of one agency in one year', () => {
		expect(askedOfMark({ ...mark, groups: [['agency', member('1.2-gov')]] }, [2023])).toEqual({
			...{ kind: 'report', ...common, agency: '1.2-gov' }
		});
	});

	it('of outcomes is the outcome, of shares the share with its whole', () => {
		const closed = { scope: 'county_own', indicator: indicator('closed') } as const;
		const groups = [
			['year', member('2023')],
			['outcome', member('granted')]
		] as const;
		expect(askedOfMark({ ...closed, groups }, [])).toMatchObject({ figure: 'granted' });
		for (const [id, figure] of [
			['disclosure_rate', 'disclosed'],
			['denied_rate', 'denied_rate']
		] as const)
			expect(askedOfMark({ ...mark, indicator: indicator(id), groups: [groups[0]] }, [])).toMatchObject({ figure });
	});

	it('is nothing over several years, of a group that is not known, of an applicant or of a measure of checks', () => {
		expect(askedOfMark({ ...mark, groups: [['province', member('虚州省')]] }, [])).toBeNull();
		expect(askedOfMark({ ...mark, groups: [['province', member('null')]] }, [2023])).toBeNull();
		expect(askedOfMark({ ...mark, groups: [['applicant', member('business')]] }, [2023])).toBeNull();
	});
});
