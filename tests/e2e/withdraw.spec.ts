// Journeys about policies of resources that are taken back where they are read: deleted, or reset to what AWS begins with.
import type { Page } from '@playwright/test';
import { ACCOUNT, playgroundAs, visit } from './bookshop.ts';
import { editor, openPolicy, policyOf, replaceText, saveButton } from './desk.ts';
import { expect, test } from './support.ts';

const EMPTY = /^Write JSON/;

async function run(page: Page, line: string): Promise<void> {
  const prompt = page.getByRole('region', { name: 'Terminal' }).getByRole('textbox');
  if (!(await prompt.isVisible())) await page.keyboard.press('Control+Backquote');
  await prompt.fill(line);
  await prompt.press('Enter');
  await expect(prompt).toHaveValue('');
}

const place = (page: Page, arn: string) => visit(page, `#/policies/${encodeURIComponent(`resource:${arn}`)}`);

test('the policy of a bucket is deleted, and brought back by undoing that', async ({ page }) => {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'Bucket policy of maple-drafts');
  await page.getByRole('button', { name: 'Delete policy' }).click();
  const told = page.getByText('Deleted: maple-drafts has no policy of its own any more.');
  await expect(told).toBeVisible();
  await expect(editor(page)).toHaveText(EMPTY);
  await expect(page.getByRole('button', { name: 'Delete policy' })).toBeDisabled();
  await page.getByRole('button', { name: 'Undo DeleteBucketPolicy' }).click();
  await expect(editor(page)).not.toHaveText(EMPTY);
  // It has one again: nothing else is said.
  await expect(told).toBeHidden();
});

test('who may not delete a policy is told by AWS, and it stays', async ({ page }) => {
  await playgroundAs(page, 'noor');
  await openPolicy(page, 'Bucket policy of maple-drafts');
  await page.getByRole('button', { name: 'Delete policy' }).click();
  const told = page.getByRole('region', { name: 'Not deleted' });
  await expect(told).toContainText('Deleting is a request of its own');
  await expect(told).toContainText('not authorized to perform: s3:DeleteBucketPolicy');
  await expect(editor(page)).not.toHaveText(EMPTY);
});

test('policies of a queue, a topic and a key are written, and deleted or reset', async ({ page }) => {
  test.slow();
  await playgroundAs(page, 'root');
  await run(page, 'aws sqs create-queue --queue-name orders');
  await run(page, 'aws sns create-topic --name news');
  await run(page, 'aws kms create-key --query KeyMetadata.Arn --output text');
  const log = page.getByRole('region', { name: 'Terminal' }).getByRole('log');
  await expect(log).toContainText(/arn:aws:kms:us-east-1:\d+:key\/[0-9a-f-]{36}/);
  const [key = ''] =
    /arn:aws:kms:us-east-1:\d+:key\/[0-9a-f-]{36}/.exec((await log.textContent()) ?? '') ?? [];
  await page.keyboard.press('Control+Backquote');
  const to = { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } };
  const queue = `arn:aws:sqs:us-east-1:${ACCOUNT}:orders`;
  const topic = `arn:aws:sns:us-east-1:${ACCOUNT}:news`;
  for (const [arn, action, button, did] of [
    [queue, 'sqs:SendMessage', 'Delete policy', 'Deleted'],
    [topic, 'sns:Publish', 'Reset to the default', 'Reset'],
    [key, 'kms:*', 'Reset to the default', 'Reset'],
  ] as const) {
    await place(page, arn);
    await expect(editor(page)).toBeVisible();
    await expect(page.getByRole('button', { name: button })).toBeDisabled();
    await replaceText(page, policyOf({ Sid: 'Mine', ...to, Action: action, Resource: arn }));
    await saveButton(page).click();
    await expect(page.getByText('Saved: the new text is in force.')).toBeVisible();
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByText(new RegExp(`^${did}: `))).toBeVisible();
    await expect(editor(page)).not.toContainText('"Mine"');
    await expect(page.getByRole('button', { name: button })).toBeDisabled();
  }
});
