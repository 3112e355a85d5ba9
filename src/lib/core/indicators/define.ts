import { BRIDGE, TABLE_IDS } from '../form/index.ts';
import type { Comparability } from '../form/index.ts';
import type { BridgeId, Indicator, LayoutBridge } from './indicator.ts';
import { cellsOfMeasure } from './measures.ts';

/** What a definition says itself; the rest follows from it. */
export type Definition = Omit<Indicator, 'tables' | 'bridge' | 'byApplicant' | 'articles' | 'precedent'> &
	Partial<Pick<Indicator, 'articles' | 'precedent'>> & {
		/** The concepts of the bridge between the layouts, or how it compares where that is another. */
		readonly bridge: readonly BridgeId[] | LayoutBridge;
	};

const WORSE: readonly Comparability[] = ['yes', 'with_care', 'never'];

/** The least comparable of the concepts decides. */
function bridgeOf(bridge: Definition['bridge']): LayoutBridge {
	if ('how' in bridge) return bridge;
	const concepts = bridge.map((id) => BRIDGE.find((concept) => concept.id === id));
	const worst = concepts.reduce((found, concept) =>
		WORSE.indexOf(concept?.comparable ?? 'never') > WORSE.indexOf(found?.comparable ?? 'never') ? concept : found
	);
	if (!worst) throw new Error(`unknown concept: ${bridge.join(', ')}`);
	return { how: worst.comparable, note: worst.note };
}

export function define(definition: Definition): Indicator {
	const { numerator, denominator } = definition;
	const cells = [numerator, ...(denominator === null ? [] : [denominator])].flatMap(cellsOfMeasure);
	return {
		articles: null,
		precedent: null,
		...definition,
		bridge: bridgeOf(definition.bridge),
		tables: TABLE_IDS.filter((table) => cells.some((cell) => cell.startsWith(`${table}.`))),
		byApplicant:
			numerator.kind === 'cells' &&
			(denominator === null || denominator.kind === 'cells') &&
			cells.every((cell) => cell.startsWith('t3.') && cell.endsWith('.total'))
	};
}

/** A count as it is printed or summed: no denominator, never uncertain. */
export function count(
	definition: Omit<Definition, 'denominator' | 'of' | 'part' | 'least' | 'better' | 'unit'> &
		Partial<Pick<Definition, 'unit'>>
): Indicator {
	return define({ unit: 'piece', ...definition, denominator: null, of: null, part: false, least: null, better: null });
}

/** A share: what is counted is part of the denominator. */
export function share(
	definition: Omit<Definition, 'unit' | 'part' | 'better'> & Partial<Pick<Definition, 'better'>>
): Indicator {
	return define({ better: null, ...definition, unit: 'percent', part: true });
}
