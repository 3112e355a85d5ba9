import { autocompletion, closeCompletion, completionKeymap } from '@codemirror/autocomplete';
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { sql, SQLDialect } from '@codemirror/lang-sql';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState, Prec } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const COLOURS = HighlightStyle.define([
	{ tag: tags.keyword, color: 'var(--link)', fontWeight: '600' },
	{ tag: tags.string, color: 'var(--alert)' },
	{ tag: tags.special(tags.string), color: 'var(--ink)' },
	{ tag: [tags.number, tags.bool, tags.null], color: 'var(--ink)', fontWeight: '600' },
	{ tag: [tags.comment, tags.lineComment, tags.blockComment], color: 'var(--ink-muted)', fontStyle: 'italic' },
	{ tag: [tags.operator, tags.punctuation], color: 'var(--ink-muted)' }
]);

/** Words that mean something in a question; names of columns such as `year` are none. */
const DIALECT = SQLDialect.define({
	keywords:
		'select from where group by order having limit offset join left right full inner outer cross semi anti on using as and or not in is between like ilike case when then else end distinct union all except intersect with recursive desc asc nulls first last filter over partition rows range preceding following exists any qualify pivot unpivot values cast try_cast null true false',
	types: 'integer bigint double varchar boolean date decimal hugeint',
	builtin: '',
	operatorChars: '*+-%<>!=&|~^/:',
	identifierQuotes: '"'
});

const THEME = EditorView.theme({
	'&': { backgroundColor: 'var(--ground)', color: 'var(--ink)', fontSize: '13px' },
	'&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '-1px' },
	'.cm-content': { fontFamily: 'var(--mono)', caretColor: 'var(--ink)', minHeight: '7.5em', padding: '8px 0' },
	'.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--ink-muted)', border: 'none' },
	'.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6', maxHeight: '320px' },
	'.cm-tooltip': {
		backgroundColor: 'var(--ground)',
		color: 'var(--ink)',
		border: '1px solid var(--line)',
		borderRadius: 'var(--radius)'
	},
	'.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--surface-strong)', color: 'var(--ink)' },
	'.cm-completionDetail': { color: 'var(--ink-muted)', fontStyle: 'normal', marginLeft: '1em' },
	'.cm-completionMatchedText': { fontWeight: '600', textDecoration: 'none' },
	'.cm-matchingBracket': { outline: '1px solid var(--line)', backgroundColor: 'transparent' }
});

export interface EditorOptions {
	readonly text: string;
	readonly label: string;
	/** What can be completed at a place of the text. */
	readonly complete: (text: string) => readonly Completion[];
	readonly onrun: () => void;
	readonly onchange: (text: string) => void;
}

export interface Editor {
	readonly put: (text: string) => void;
	/** Puts the cursor there; lines and columns count from 1. */
	readonly goTo: (line: number, column: number) => void;
	readonly destroy: () => void;
}

/** An editor for one statement. Tab leaves it, so that the keyboard is not caught. */
export function createEditor(parent: HTMLElement, { text, label, complete, onrun, onchange }: EditorOptions): Editor {
	const source = (context: CompletionContext): CompletionResult | null => {
		const word = context.matchBefore(/"?[\p{L}\p{N}_.]*/u);
		if (word === null || (word.from === word.to && !context.explicit)) return null;
		const options = complete(context.state.doc.toString());
		return { from: word.from, options: [...options], validFor: /^"?[\p{L}\p{N}_.]*$/u };
	};
	const run = (view: EditorView): boolean => {
		closeCompletion(view);
		onrun();
		return true;
	};
	const view = new EditorView({
		parent,
		state: EditorState.create({
			doc: text,
			extensions: [
				Prec.highest(
					keymap.of([
						{ key: 'Mod-Enter', run },
						{ key: 'Ctrl-Enter', run }
					])
				),
				keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
				history(),
				lineNumbers(),
				bracketMatching(),
				sql({ dialect: DIALECT }),
				autocompletion({ override: [source], icons: false, maxRenderedOptions: 60 }),
				syntaxHighlighting(COLOURS),
				THEME,
				EditorView.lineWrapping,
				EditorView.contentAttributes.of({ 'aria-label': label }),
				EditorView.updateListener.of((update) => {
					if (update.docChanged) onchange(update.state.doc.toString());
				})
			]
		})
	});
	return {
		put: (next) => {
			if (next !== view.state.doc.toString())
				view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
		},
		goTo: (line, column) => {
			const at = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
			view.dispatch({ selection: { anchor: Math.min(at.to, at.from + column - 1) }, scrollIntoView: true });
			view.focus();
		},
		destroy: () => view.destroy()
	};
}
