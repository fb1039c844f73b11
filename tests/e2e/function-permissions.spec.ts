// A journey about the policy of a function: read in the editor, written permission by permission.
import { ACCOUNT, signIn, visit } from './bookshop.ts';
import { openDelegation } from './delegation.ts';
import { editor } from './desk.ts';
import { expect, test } from './support.ts';

const ARN = `arn:aws:lambda:us-east-1:${ACCOUNT}:function:print-labels`;

test('a permission is added, refused under the same id, read in the policy, and removed', async ({
  page,
}) => {
  await openDelegation(page);
  await signIn(page, 'root');
  await visit(page, '#/policies/new');
  await page.getByRole('link', { name: ARN }).click();
  await expect(page.getByText('No permissions yet')).toBeVisible();
  const add = async () => {
    await page.getByLabel('Statement ID').fill('from-drafts');
    await page.getByLabel('Principal', { exact: true }).fill('s3.amazonaws.com');
    await page.getByLabel('Source ARN (optional)').fill('arn:aws:s3:::maple-drafts');
    await page.getByLabel('Source account (optional)').fill(ACCOUNT);
    await page.getByRole('button', { name: 'Add permission' }).click();
  };
  await add();
  await expect(page.getByText('Added from-drafts.').first()).toBeVisible();
  await expect(editor(page)).toContainText('"Sid": "from-drafts"');
  await expect(editor(page)).toContainText('"AWS:SourceArn": "arn:aws:s3:::maple-drafts"');
  await expect(editor(page)).toHaveAttribute('aria-readonly', 'true');
  await add();
  await expect(
    page.getByText(/The statement id \(from-drafts\) provided already exists/).first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Remove from-drafts' }).click();
  await expect(page.getByText('Removed from-drafts.').first()).toBeVisible();
  await expect(page.getByText('No permissions yet')).toBeVisible();
});
