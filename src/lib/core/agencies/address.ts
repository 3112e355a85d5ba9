import { placesCoded } from './places.ts';
import type { Place } from './places.ts';

const AREA = /[?&#;/](?:area|area_?code|region|region_?code|xzqh|xzqhdm|division_?code)=(\d{6})(?=0{0,6}(?!\d))/iu;
const ORGANISATION = /(?<![0-9A-Za-z])(\d{6})ZFC\w*/u;
const CREDIT_CODE = /(?<![0-9A-Za-z])1[12](\d{6})[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Za-z])/gu;
const CREDIT_DIGITS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** GB 32100: the last character of a unified social credit code checks the other seventeen. */
function isCreditCode(code: string): boolean {
	const sum = CREDIT_WEIGHTS.reduce((total, weight, at) => total + weight * CREDIT_DIGITS.indexOf(code.charAt(at)), 0);
	return CREDIT_DIGITS.charAt((31 - (sum % 31)) % 31) === code.charAt(17);
}

function creditDivision(address: string): string | null {
	for (const match of address.matchAll(CREDIT_CODE)) if (isCreditCode(match[0])) return match[1] ?? null;
	return null;
}

/** Hosts and division codes that an address carries, kept apart since a code says more than a host. */
export interface AddressParts {
	readonly host: string | null;
	readonly places: readonly Place[];
}

/**
 * Reads the division code in an address: `area=370826`, the organisation code `330483ZFC00000` of Zhejiang's sites, or a unified
 * social credit code whose check character holds (`113708260043292687` is registered in 370826). Other digits mean nothing.
 */
export function readAddress(address: string): AddressParts {
	const host = /^[a-z]+:\/\/(?:[^/@]*@)?([^/:?#]+)/iu.exec(address)?.[1] ?? null;
	const code = AREA.exec(address)?.[1] ?? ORGANISATION.exec(address)?.[1] ?? creditDivision(address);
	return { host: host?.toLowerCase() ?? null, places: code === null ? [] : placesCoded(code) };
}
