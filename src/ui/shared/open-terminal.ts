// The terminal below every place, opened from within one.

const ASKED = 'terminal-asked';

export const openTerminal = (): boolean => document.dispatchEvent(new Event(ASKED));

/** @returns What ends it. */
export function onTerminalAsked(show: () => void): () => void {
  document.addEventListener(ASKED, show);
  return () => document.removeEventListener(ASKED, show);
}
