// The keyboard: going from one thing to the next as those do who have no pointer.
import type { Locator, Page } from '@playwright/test';
import { expect } from './support.ts';

/** Presses Tab until something has the focus. */
export async function tabTo(page: Page, goal: Locator, most = 60): Promise<void> {
  await expect(goal).toBeVisible();
  for (let pressed = 0; pressed < most; pressed++) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(goal).toBeFocused();
}

/**
 * Expects that something has the focus, and that it stands whole between what sticks to the edges of the window; of what
 * is taller than that, some part.
 */
export async function expectFocusInSight(page: Page, where: string): Promise<void> {
  await expect.poll(() => page.evaluate(hiddenFocus), { message: `focus in sight: ${where}` }).toBeNull();
}

/** In a sentence, what is wrong with the focus; null: nothing. Runs in the page. */
function hiddenFocus(): string | null {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return 'nothing has the focus';
  if (!focused.closest('main')) return null;
  const drawer = document.querySelector('[data-drawer]')?.getBoundingClientRect();
  const header = document.querySelector('.frame > header');
  const sticks = header !== null && getComputedStyle(header).position === 'sticky';
  const top = sticks ? header.getBoundingClientRect().bottom : 0;
  const bottom = drawer ? Math.min(drawer.top, window.innerHeight) : window.innerHeight;
  const box = focused.getBoundingClientRect();
  const isWhole = box.top >= top - 1 && box.bottom <= bottom + 1;
  const isPart = box.height > bottom - top && box.top < bottom && box.bottom > top;
  return isWhole || isPart
    ? null
    : `${focused.tagName} ${focused.textContent?.trim() ?? ''} at ${box.top} to ${box.bottom}, of ${top} to ${bottom}`;
}

/** Goes through a place with Tab, to its end or a number of stops, and expects that each can be seen. */
export async function expectEachStopInSight(page: Page, where: string, stops = 25): Promise<void> {
  await page.getByRole('main').focus();
  for (let pressed = 1; pressed <= stops; pressed++) {
    await page.keyboard.press('Tab');
    const isBelow = await page.evaluate(() => document.activeElement?.closest('[data-drawer]') != null);
    if (isBelow) return;
    await expectFocusInSight(page, `${where}, stop ${pressed}`);
  }
}
