import type { Names, Unit } from '../core/form/index.ts';

export const UNIT_NAMES = {
	piece: { zh: '件', en: 'cases' },
	item: { zh: '项', en: 'items' },
	wan_yuan: { zh: '万元', en: '10,000 yuan' },
	as_printed: { zh: '单位未印', en: 'unit not printed' }
} as const satisfies Record<Unit, Names>;
