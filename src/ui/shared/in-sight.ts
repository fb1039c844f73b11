// In sight: what has the focus is not hidden behind what sticks to the edges of the window.

/**
 * Focuses, and scrolls as far as it takes; also where the focus is there already and something new has pushed it away,
 * for which a browser alone does nothing. How much of the window sticks is said by `keepClear`.
 * @see https://www.w3.org/WAI/WCAG22/Understanding/focus-not-obscured-minimum.html
 */
export function focusInSight(element: HTMLElement | null | undefined): void {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'nearest' });
}

/** In CSS pixels: the outline of what has the focus. */
const OUTLINE = 8;

/**
 * Keeps as much of one edge of the page clear of what is scrolled to as `bar` covers there while it sticks. Returns what
 * ends that.
 */
export function keepClear(edge: 'top' | 'bottom', bar: HTMLElement): () => void {
  const name = `scroll-padding-${edge}`;
  const { style } = document.documentElement;
  const measure = (): void => {
    const sticks = getComputedStyle(bar).position === 'sticky';
    // Something has to be left to scroll to.
    const covered = Math.min(bar.offsetHeight + OUTLINE, window.innerHeight / 2);
    style.setProperty(name, `${sticks ? covered : 0}px`);
  };
  const observer = new ResizeObserver(measure);
  observer.observe(bar);
  window.addEventListener('resize', measure);
  return () => {
    observer.disconnect();
    window.removeEventListener('resize', measure);
    style.removeProperty(name);
  };
}
