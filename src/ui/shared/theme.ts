// Theme: light, dark or as the system says; remembered in this browser and put on the root element, where the tokens read it.

export type Theme = 'light' | 'dark' | 'system';

/** Shared by every copy of the app on this origin: it is a wish of the reader, not of a workspace. */
const KEY = 'rolecall.theme';

/** What was chosen before; `system` when nothing was, or when the browser keeps nothing. */
export function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    // Storage is switched off: there is nothing that was chosen.
    return 'system';
  }
}

/** Shows a theme. Call with `readTheme()` before anything is drawn, so that no other theme flashes up. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** Shows a theme and remembers it, where the browser lets us. */
export function chooseTheme(theme: Theme): void {
  showTheme(theme);
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage is switched off: the theme lasts until the page is closed.
  }
}
