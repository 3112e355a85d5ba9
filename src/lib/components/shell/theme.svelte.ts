export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEMES)[number];

const KEY = 'gongkai-theme';

/** The reader's choice of light or dark, kept in the browser; static/theme.js applies it before the first paint. */
class Theme {
	#choice = $state<ThemeChoice>('system');

	get choice(): ThemeChoice {
		return this.#choice;
	}

	/** Reads what theme.js has put on the document. */
	read(): void {
		const set = document.documentElement.dataset['theme'];
		this.#choice = set === 'light' || set === 'dark' ? set : 'system';
	}

	choose(choice: ThemeChoice): void {
		this.#choice = choice;
		if (choice === 'system') delete document.documentElement.dataset['theme'];
		else document.documentElement.dataset['theme'] = choice;
		try {
			if (choice === 'system') localStorage.removeItem(KEY);
			else localStorage.setItem(KEY, choice);
		} catch {
			// storage is barred: the choice holds for this page
		}
	}
}

export const theme = new Theme();
