// Journeys of typing straight through: a whole policy sign by sign, as from a book, and the next element offered after a value.
import type { Locator, Page } from '@playwright/test';
import { playgroundAs } from './bookshop.ts';
import { editor, openPolicy, replaceText } from './desk.ts';
import { expect, test } from './support.ts';

const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "ReadDrafts",
      "Effect": "Allow",
      "Action": [
        "s3:GetObject",
        "s3:ListBucket"
      ],
      "Resource": "arn:aws:s3:::maple-drafts/\${aws:username}/*",
      "Condition": {
        "StringEquals": {
          "aws:PrincipalTag/team": "books"
        }
      }
    }
  ]
}`;

test('a policy typed straight through, brackets and all, is as it was typed', async ({ page }) => {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(page, ' ');
  // The names of AWS are there, so that the lists open which may not get in the way.
  await expect(async () => {
    await page.keyboard.press('Control+Space');
    await expect(page.getByRole('listbox')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.type(POLICY.replaceAll(/^ +/gm, ''));
  await expect(editor(page).locator('.cm-line')).toHaveText(POLICY.split('\n'), { useInnerText: true });
});

const list = (page: Page): Locator => page.getByRole('listbox', { name: 'Completions' });
const selected = (page: Page): Locator => list(page).getByRole('option', { selected: true });

/** Takes what is selected, once that is what is wanted. */
async function take(page: Page, wanted: RegExp): Promise<void> {
  await expect(selected(page)).toContainText(wanted);
  await expect(page.locator('.cm-tooltip-autocomplete-disabled')).toHaveCount(0);
  await page.keyboard.press('Enter');
}

/** From an empty text to the list of its effects. */
async function begin(page: Page): Promise<void> {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(page, ' ');
  await expect(async () => {
    await page.keyboard.press('Control+Space');
    await expect(list(page)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await take(page, /^Policy document/);
  await take(page, /^Effect/);
  await expect(selected(page)).toContainText('Allow');
}

test('after a value the next element is offered, until the statement is whole', async ({ page }) => {
  await begin(page);
  await take(page, /^Allow/);
  await take(page, /^Action/);
  await take(page, /^s3:/);
  await take(page, /^s3:\*/);
  await take(page, /^Resource/);
  await take(page, /^arn:aws:s3:::maple-/);
  await expect(editor(page)).toContainText(/"Resource": "arn:aws:s3:::maple-[^"]+"/);
  await expect(list(page)).toBeHidden();
});

test('who types on, moves on or closes the list has the keys as ever', async ({ page }) => {
  await begin(page);
  await take(page, /^Allow/);
  await expect(selected(page)).toContainText('Action');
  await page.keyboard.type(',');
  await expect(list(page)).toBeHidden();
  await page.keyboard.type('\n"Action": ["s3:*"');
  await expect(editor(page).locator('.cm-line').filter({ hasText: '"Action"' })).toHaveText(
    '"Action": ["s3:*"]',
  );
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await expect(list(page)).toBeHidden();

  // From within the list, to what comes behind it.
  await page.keyboard.press('Control+Space');
  await take(page, /^Resource.*behind this list/);
  await expect(editor(page).locator('.cm-line').filter({ hasText: '"Action"' })).toHaveText(
    '"Action": ["s3:*"],',
  );
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeHidden();
});
