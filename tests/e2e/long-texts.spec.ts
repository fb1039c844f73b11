// Long texts: judged beside the page, so that whoever types need not wait; and in the page where that cannot be.
import type { Page } from '@playwright/test';
import { playgroundAs } from './bookshop.ts';
import { editor, openPolicy, replaceText } from './desk.ts';
import { expect, test } from './support.ts';

/** About 100 KB of policy, all well. */
const LONG = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: Array.from({ length: 520 }, (_, index) => ({
      Sid: `Shelf${index}`,
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: `arn:aws:s3:::maple-drafts/shelf-${index}/*`,
    })),
  },
  null,
  2,
);
const faults = (page: Page) => page.getByRole('main').getByRole('heading', { name: /^\d+ (error|warning)/ });
const jsonFaults = (page: Page) => page.getByRole('listitem').filter({ hasText: 'This is not valid JSON' });

test('a text of 100 KB can be typed in, and its marks come from beside the page', async ({ page }) => {
  expect(LONG.length).toBeGreaterThan(100_000);
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  expect(page.workers()).toEqual([]);
  await replaceText(page, LONG);
  // Far more than the quota, which is told; and nothing else is wrong.
  await expect(faults(page)).toHaveText('1 warning');
  expect(page.workers()).toHaveLength(1);

  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('\n// typed without waiting', { delay: 0 });
  await expect(editor(page)).toContainText('// typed without waiting');
  await expect(jsonFaults(page)).toHaveText(/comments are not part of JSON/);
  await expect(editor(page).locator('.cm-lintRange-error')).not.toHaveCount(0);
  await page.getByRole('button', { name: 'Remove the comment' }).click();
  await expect(jsonFaults(page)).toHaveCount(0);
  await expect(faults(page)).toHaveText('1 warning');

  // What comes next is short, and is judged at once.
  await replaceText(page, '{"Version": "2012-10-17", "Statement": []}');
  await expect(faults(page)).toHaveText(/^1 error/);
  await expect(page.getByRole('listitem').filter({ hasText: 'The policy has no statement' })).toBeVisible();
});

test('where there is no worker, the page finds the same', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'Worker', {
      value: function Worker() {
        throw new Error('Workers are not allowed here.');
      },
    });
  });
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(page, LONG.replace('"Allow",', '"Allow"'));
  await expect(jsonFaults(page)).toHaveText(/a comma is missing before this/);
  expect(page.workers()).toEqual([]);
});
