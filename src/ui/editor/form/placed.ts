// Placed: a list in the top layer, below its field where it has room there, and above it otherwise.

/** Between the list and its field, and between the list and the edges of the window, in pixels. */
const GAP = 2;
const EDGE = 8;
const WIDEST = 460;
const HIGHEST = 320;
/** What is lower shows too little of a list. */
const LOWEST = 180;

interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly width: number;
}

/** From the top left of the window; `up` lists end where they would begin. */
export function placeOf(field: Box, window: { readonly width: number; readonly height: number }) {
  const below = window.height - field.bottom - GAP - EDGE;
  const above = field.top - GAP - EDGE;
  const up = below < LOWEST && above > below;
  const width = Math.min(Math.max(field.width, WIDEST), window.width - 2 * EDGE);
  return {
    up,
    at: up ? field.top - GAP : field.bottom + GAP,
    left: Math.max(EDGE, Math.min(field.left, window.width - width - EDGE)),
    width,
    height: Math.min(HIGHEST, Math.max(LOWEST, up ? above : below)),
  };
}

/** Opens a popover at a field; it scrolls with the page. */
export const placed =
  (field: HTMLElement) =>
  (list: HTMLElement): (() => void) => {
    list.showPopover();
    const place = (): void => {
      const { clientWidth: width } = document.documentElement;
      const found = placeOf(field.getBoundingClientRect(), { width, height: window.innerHeight });
      list.style.width = `${found.width}px`;
      list.style.maxHeight = `${found.height}px`;
      list.style.left = `${found.left + window.scrollX}px`;
      const top = found.at - (found.up ? list.offsetHeight : 0);
      list.style.top = `${top + window.scrollY}px`;
    };
    place();
    // It grows and shrinks with what is typed, and the field moves when something above it comes or goes.
    const observer = new ResizeObserver(place);
    observer.observe(list);
    observer.observe(document.body);
    window.addEventListener('resize', place);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', place);
    };
  };
