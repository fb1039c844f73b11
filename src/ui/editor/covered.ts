// What bars at the edges of the window cover, and what is left free at its sides, in pixels.

interface Uncovered {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Where the header of the page has two lines. */
const NARROW = 760;

/** What can be seen of the page. */
export const uncovered = (): Uncovered => ({
  top: window.innerWidth <= NARROW ? 104 : 60,
  left: 8,
  bottom: window.innerHeight - 56,
  right: document.documentElement.clientWidth - 8,
});
