import type { Names } from '../../form/index.ts';

/** Lawful exceptions of every rule that joins two years of one body. */
export const BODY_CHANGES: Names = {
	zh: '机关合并、分立、更名;上年数字事后更正',
	en: 'the body was merged, split or renamed; the earlier figures were corrected later'
};
