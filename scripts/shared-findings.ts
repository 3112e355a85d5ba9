import { auditWhole } from '../src/lib/core/audit/index.ts';
import { extractReports } from '../src/lib/core/extract/index.ts';
import { readDocument } from '../src/lib/core/read/index.ts';
import { readSharedFile } from './shared-reports.ts';

/** What fails in the reports of ../shared/reports, as `rule along`; hard rules fail nowhere else. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
	// The total of table four is 0 though its parts are filled; table three is of the older layout.
	'002_hongze-district-2023.layout.txt': ['t4-sum review', 't4-sum suit_after_review', 'd-layout t3'],
	// Text and table three differ: 258 and 275, 265 and 337; the shares and the sum follow.
	'010_shanghai-general-office-2019.html': ['n-outcome', 'n-outcome', 'n-parts'],
	// A town cannot make rules.
	'P003_nileke-county-a-town-2023.txt': ['t2-rules-power rules'],
	// Tables of 2019 for 2022.
	'P008_fengshou-township-2022.txt': ['d-layout t2'],
	// It names five of its six parts.
	'P013_a-district-statistics-bureau-2023.txt': ['d-parts parts'],
	// Last year's text left in.
	'P014_pishan-county-statistics-bureau-2023.txt': ['d-last-year'],
	// Decisions entered as items.
	'P018_huangpi-civil-affairs-2019.txt': ['u-items penalty'],
	'P027_wangcang-forestry-2019.txt': ['u-items licensing', 'u-items penalty'],
	// It counts itself as five parts.
	'P033_kaiping-agriculture-2020.tables-lost.txt': ['d-parts parts'],
	// The whole report stands twice on the page.
	'seed_liujiang-industry-bureau-2023.txt': ['d-twice report'],
	'001_huaian-city-2024.layout.txt': [],
	'004a_suqian-city-2023.layout.txt': [],
	'007_shanghai-stcsm-2024.md': [],
	'009_hangzhou-style-city-2025.html': [],
	'P002_weishan-liangcheng-town-2020.txt': [],
	'P005_huachuan-county-health-bureau-2021.txt': [],
	'P007_wuhan-ecology-bureau-2020.traditional.txt': [],
	'P015_shijiazhuang-changan-statistics-bureau-2023.txt': [],
	'P021_lezhi-huilan-town-2019.txt': [],
	'P030_zizhou-transport-2021.txt': []
};

/** Known errors that are not found, and hard rules that fail where nothing is wrong. */
export async function sharedFindingFaults(): Promise<string[]> {
	const faults: string[] = [];
	for (const [file, known] of Object.entries(KNOWN)) {
		const read = await readDocument(readSharedFile(file));
		const reports = read.ok ? extractReports(read.document, file) : [];
		const failures = reports.flatMap((report) => auditWhole(report).filter(({ status }) => status === 'fail'));
		const left = failures.map(({ rule, along }) => `${rule} ${along}`);
		for (const expected of known) {
			const at = left.findIndex((one) => one === expected || one.startsWith(`${expected} `));
			if (at < 0) faults.push(`${file}: not found: ${expected}`);
			else left.splice(at, 1);
		}
		for (const { rule, along, severity } of failures)
			if (severity === 'hard' && !known.includes(`${rule} ${along}`))
				faults.push(`${file}: false alarm: ${rule} ${along}`);
	}
	return faults;
}
