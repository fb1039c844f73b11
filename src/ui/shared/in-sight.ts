// In sight: what has the focus is not hidden behind what sticks to the edges of the window.

/**
 * Focuses, and scrolls as far as it takes; also where the focus is there already and something new has pushed it away,
 * for which a browser alone does nothing. What sticks is said by `keepClearOfHeader` and `keepAbove`.
 * @see https://www.w3.org/WAI/WCAG22/Understanding/focus-not-obscured-minimum.html
 */
export function focusInSight(element: HTMLElement | null | undefined): void {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'nearest' });
  if (element) lift?.(element);
}

/** In CSS pixels: the outline of what has the focus. */
const OUTLINE = 8;

/**
 * Keeps as much of the top of the page clear of what is scrolled to as the header covers while it sticks. What is in the
 * header has to take that back, as `scroll-margin-top: calc(-1 * var(--kept-clear))`: else the page is scrolled away under it.
 */
export function keepClearOfHeader(header: HTMLElement): () => void {
  const { style } = document.documentElement;
  style.setProperty('scroll-padding-top', 'var(--kept-clear)');
  const measure = (): void => {
    const sticks = getComputedStyle(header).position === 'sticky';
    // Something has to be left to scroll to.
    const covered = Math.min(header.offsetHeight + OUTLINE, window.innerHeight / 2);
    style.setProperty('--kept-clear', `${sticks ? covered : 0}px`);
  };
  const observer = new ResizeObserver(measure);
  observer.observe(header);
  window.addEventListener('resize', measure);
  return () => {
    observer.disconnect();
    window.removeEventListener('resize', measure);
    style.removeProperty('scroll-padding-top');
    style.removeProperty('--kept-clear');
  };
}

/** Scrolls an element from behind the bar at the foot of the window. */
let lift: ((element: Element) => void) | null = null;

/**
 * Keeps whatever is focused above `bar`, which sticks to the foot of the window. No scroll padding: a bar as tall as the
 * terminal lies within it, and the page would be scrolled away whenever something in the bar itself is focused.
 */
export function keepAbove(bar: HTMLElement): () => void {
  const above = (element: Element): void => {
    if (bar.contains(element) || element.closest('[role=dialog], dialog')) return;
    const { top, bottom } = element.getBoundingClientRect();
    const foot = bar.getBoundingClientRect().top - OUTLINE;
    // What is taller than the room, such as an editor, shows what it needs of itself.
    if (bottom > foot && bottom - top < foot / 2) window.scrollBy(0, bottom - foot);
  };
  const onfocusin = ({ target }: FocusEvent): void => {
    // After the browser has scrolled by itself; a click leaves the page where it is.
    requestAnimationFrame(() => {
      if (target instanceof Element && target === document.activeElement && target.matches(':focus-visible'))
        above(target);
    });
  };
  lift = above;
  document.addEventListener('focusin', onfocusin);
  return () => {
    if (lift === above) lift = null;
    document.removeEventListener('focusin', onfocusin);
  };
}
