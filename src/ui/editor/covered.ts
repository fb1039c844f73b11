// What bars at the edges of the window cover, and what is left free at its sides, in pixels.

interface Uncovered {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Where the header of the page has two lines, and the bar of the editor stays below it. */
const NARROW = 760;
const HEADER = 104;
const BAR = 44;

/** What can be seen of the page. */
export const uncovered = (): Uncovered => ({
  top: window.innerWidth <= NARROW ? HEADER + BAR : 60,
  left: 8,
  bottom: window.innerHeight - 56,
  right: document.documentElement.clientWidth - 8,
});

/** How much of the top of an element is covered by what stays at the top of the window. */
export function coveredOf(element: Element): number {
  const { top } = uncovered();
  return Math.min(top, Math.max(0, top - element.getBoundingClientRect().top));
}
