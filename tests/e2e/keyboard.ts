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
