// Kept focus: where the keyboard goes on when what had the focus is gone: to what stands there now, never to nothing.
import { focusInSight } from './in-sight.ts';

const CAN_HAVE_FOCUS =
  'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex="0"]';
/** What belongs together. */
const GROUP = 'form, section, fieldset, [role="dialog"], nav, header, main';
/** Of dialogs that were opened one from another, the first still knows what it was opened with. */
const MOST_REMEMBERED = 8;

interface Place {
  readonly element: Element;
  /** What it stands in, from the inside out, each with how many others come before it there. */
  readonly groups: readonly { readonly group: Element; readonly before: number }[];
}

const within = (group: Element): readonly HTMLElement[] =>
  [...group.querySelectorAll<HTMLElement>(CAN_HAVE_FOCUS)].filter((one) => one.checkVisibility());

function placeOf(element: Element): Place {
  const groups: { group: Element; before: number }[] = [];
  for (let group = element.parentElement?.closest(GROUP); group; group = group.parentElement?.closest(GROUP))
    groups.push({ group, before: Math.max(0, within(group).indexOf(element as HTMLElement)) });
  return { element, groups };
}

const canHaveFocus = (element: Element): boolean => element.isConnected && !element.matches(':disabled');

/** What is nearest now to where the focus was; null where nothing of that is left. */
function nearest({ element, groups }: Place): HTMLElement | null {
  if (canHaveFocus(element)) return element as HTMLElement;
  for (const { group, before } of groups) {
    if (!group.isConnected) continue;
    const all = within(group);
    const near = all[Math.min(before, all.length - 1)];
    if (near) return near;
    if (group.matches('[tabindex]')) return group as HTMLElement;
  }
  return null;
}

/** Follows the focus of the page. Returns what ends that. */
export function keepFocus(): () => void {
  let trail: readonly Place[] = [];
  let waits = false;

  const noted = ({ target }: FocusEvent): void => {
    if (target instanceof Element && target !== document.body)
      trail = [placeOf(target), ...trail.filter(({ element }) => element !== target)].slice(
        0,
        MOST_REMEMBERED,
      );
  };
  const look = (): void => {
    waits = false;
    const [last] = trail;
    if (!last || (document.activeElement ?? document.body) !== document.body) return;
    // Whoever clicks beside everything wants no focus.
    if (canHaveFocus(last.element)) return;
    for (const place of trail) {
      const near = nearest(place);
      if (near) return focusInSight(near);
    }
  };
  /** After all who move the focus themselves: dialogs that close do so a moment later. */
  const soon = (): void => {
    if (waits || (document.activeElement ?? document.body) !== document.body) return;
    waits = true;
    requestAnimationFrame(() => requestAnimationFrame(look));
  };

  const observer = new MutationObserver(soon);
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['disabled'],
  });
  document.addEventListener('focusin', noted);
  // An element that is switched off loses the focus only when the page is next drawn.
  document.addEventListener('focusout', soon);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', noted);
    document.removeEventListener('focusout', soon);
  };
}
