// Journeys about long lists of suggestions: all of a service can be reached by arrows, and what is cut says so.
import type { Page } from '@playwright/test';
import { playgroundAs } from './bookshop.ts';
import { editor, openPolicy, replaceText } from './desk.ts';
import { expect, test } from './support.ts';

async function suggested(page: Page, inside: string): Promise<void> {
  await replaceText(page, `{"Statement": {"Effect": "Allow", "Action": "${inside}`);
  await page.keyboard.press('Control+Space');
  await expect(page.getByRole('listbox')).toBeVisible();
}

const selected = (page: Page) => page.getByRole('option', { selected: true });

test('every action of a service is in its list, and the arrows go round', async ({ page }) => {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  await suggested(page, 's3:');
  await expect(selected(page)).toContainText('s3:*');
  await expect(page.getByRole('option', { name: /^s3:PutObject\s*Write/ })).toHaveCount(1);
  await page.keyboard.press('ArrowUp');
  await expect(selected(page)).toContainText(/^s3:\w+\*/);
  await page.keyboard.press('Enter');
  await expect(editor(page)).toContainText(/"Action": "s3:\w+\*/);
});

test('a list that is cut says how much is left, and that line changes nothing', async ({ page }) => {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  await suggested(page, 'ec2:');
  const before = await editor(page).textContent();
  await page.keyboard.press('ArrowUp');
  await expect(selected(page)).toHaveText(/^and \d+ more: type on$/);
  await page.keyboard.press('Enter');
  await expect(editor(page)).toHaveText(before ?? '');
});
