// Objects: listed, read, written and deleted by those who may; refused to the others in AWS's words, and why.
import type { Page } from '@playwright/test';
import {
  account,
  bucketAddress,
  denyByBucket,
  implicitDeny,
  message,
  playgroundAs,
  quoted,
  saved,
  signIn,
  statement,
  statements,
  unfold,
  visit,
  writeObject,
} from './bookshop.ts';
import { expect, test } from './support.ts';

const drafts = account.buckets['maple-drafts'].objects;
const catalog = account.buckets['maple-catalog'].objects;

const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function deleteObject(page: Page, name: string): Promise<void> {
  await act(page, `Delete ${name}`);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete/ })
    .click();
}

/** Asks for an object in a bucket that may not be listed. */
async function readByKey(page: Page, bucket: string, key: string): Promise<void> {
  await visit(page, bucketAddress(bucket));
  await page.getByRole('textbox', { name: 'Key' }).fill(key);
  await page.getByRole('textbox', { name: 'Key' }).press('Enter');
}

test('noor lists, reads, writes, changes and deletes what her policies allow', async ({ page }) => {
  await playgroundAs(page, 'noor');
  await visit(page, '#/buckets');
  await page.getByRole('link', { name: 'maple-drafts', exact: true }).click();
  await page.getByRole('link', { name: 'spring/' }).click();
  const content = page.getByLabel(/^Content of/);
  const dialog = page.getByRole('dialog');

  await act(page, 'Read cover.md');
  await expect(content).toHaveText(drafts['spring/cover.md'].body);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: /Write an object/ }).click();
  await expect(dialog.getByLabel('Key')).toHaveValue('spring/');
  await dialog.getByLabel('Key').fill('spring/poem.md');
  await dialog.getByLabel('Text').fill('Tulips,\nand the shelf for them.');
  await act(page, 'Write object');
  await act(page, 'Read poem.md');
  await expect(content).toHaveText('Tulips,\nand the shelf for them.');
  await act(page, 'Edit');
  await dialog.getByLabel('Text').fill('Crocuses.');
  await act(page, 'Save object');
  await expect(dialog).toBeHidden();
  await act(page, 'Read poem.md');
  await expect(content).toHaveText('Crocuses.');
  await page.keyboard.press('Escape');

  await deleteObject(page, 'cover.md');
  await expect(page.getByRole('button', { name: 'Read cover.md' })).toBeHidden();
  await saved(page);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Read poem.md' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Read cover.md' })).toBeHidden();
});

test('asked whether to delete, saying no deletes nothing', async ({ page }) => {
  await playgroundAs(page, 'amira');
  await visit(page, bucketAddress('maple-catalog'));
  await act(page, 'Delete prices.csv');
  await page.getByRole('dialog').getByRole('button', { name: /Keep/ }).click();
  await act(page, 'List again');
  await expect(page.getByRole('button', { name: 'Read prices.csv' })).toBeVisible();
  await visit(page, '#/activity');
  await expect(page.getByRole('main').getByRole('link', { name: 'ListObjectsV2' })).toHaveCount(2);
  await expect(page.getByRole('main').getByRole('link', { name: 'DeleteObject' })).toHaveCount(0);
});

test('jonas writes the restock list and nothing else', async ({ page }) => {
  await playgroundAs(page, 'jonas');
  await writeObject(page, 'maple-catalog', 'restock/week-48.md', '- 2 x Bread, Slowly');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('link', { name: 'restock/' }).click();
  await expect(page.getByRole('button', { name: 'Read week-48.md' })).toBeVisible();

  await deleteObject(page, 'week-48.md');
  const key = 'restock/week-48.md';
  await expect(
    message(page, implicitDeny('jonas', 's3:DeleteObject', quoted('maple-catalog', key))),
  ).toBeVisible();
  await writeObject(page, 'maple-drafts', 'summer/sold-out.md', 'Bread, Slowly');
  await expect(
    message(page, implicitDeny('jonas', 's3:PutObject', quoted('maple-drafts', 'summer/sold-out.md'))),
  ).toBeVisible();
});

test('noor is refused a write, and sees each policy that applied and each statement with its reason', async ({
  page,
}) => {
  await playgroundAs(page, 'noor');
  const key = 'summer/newsletter.md';
  await writeObject(page, 'maple-drafts', key, 'Summer!');
  await expect(
    message(page, implicitDeny('noor', 's3:PutObject', quoted('maple-drafts', key))),
  ).toBeVisible();
  // What was typed is kept.
  await expect(page.getByRole('dialog').getByLabel('Text')).toHaveValue('Summer!');

  await unfold(page);
  const read = statements(page);
  for (const policy of [/bucket policy/i, /OwnNotes .*noor/, /WriteDrafts .*Writers/]) {
    await expect(read.getByRole('heading', { name: policy })).toBeVisible();
  }
  await expect(read.getByRole('listitem')).toHaveCount(6);
  for (const [sid, effect, reason] of [
    ['OnlyEncryptedConnections', 'Deny', /Condition.*aws:SecureTransport is true.*false/],
    ['KeepOwnNotes', 'Allow', /Resource.*maple-drafts\/summer\/newsletter\.md.*maple-drafts\/noor\/\*/],
    ['FindTheBuckets', 'Allow', /Action.*s3:PutObject.*s3:ListAllMyBuckets/],
    ['ListDrafts', 'Allow', /Action.*s3:PutObject.*s3:ListBucket/],
    ['ReadDrafts', 'Allow', /Action.*s3:PutObject.*s3:GetObject/],
    ['WriteThisSeason', 'Allow', /Resource.*maple-drafts\/summer\/newsletter\.md.*maple-drafts\/spring\/\*/],
  ] as const) {
    const line = statement(page, sid);
    await expect(line).toContainText(effect);
    await expect(line).toContainText('did not match');
    await expect(line).toContainText(reason);
  }
  const gates = page.getByRole('list', { name: /gates/i }).getByRole('listitem');
  await expect(gates).toHaveCount(8);
  await expect(gates.filter({ hasText: 'stopped here' })).toHaveText(/Identity-based/);

  // A refusal changes nothing.
  await visit(page, bucketAddress('maple-drafts', 'summer/'));
  await expect(page.getByRole('button', { name: 'Read reading-list.md' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Read newsletter.md' })).toBeHidden();
});

for (const who of ['amira', 'root'] as const) {
  test(`${who} may do everything here, but a Deny of the bucket policy keeps the archive from ${who}`, async ({
    page,
  }) => {
    await playgroundAs(page, who);
    await visit(page, bucketAddress('maple-catalog', 'archive/'));
    await deleteObject(page, '2025-prices.csv');
    const key = 'archive/2025-prices.csv';
    await expect(
      message(page, denyByBucket(who, 's3:DeleteObject', quoted('maple-catalog', key))),
    ).toBeVisible();
    await unfold(page);
    const deny = statement(page, 'TheArchiveStaysAsItIs');
    await expect(deny).toContainText('Deny');
    await expect(deny).toContainText(/: matched/);
    await expect(deny).toContainText('maple-catalog/archive/*');
    await expect(statement(page, 'NoorMayQuoteNewTitles')).toContainText('did not match');
    const full = statements(page).getByRole('heading', { name: /AmazonS3FullAccess/ });
    // The root user has no identity-based policies.
    await expect(full).toHaveCount(who === 'root' ? 0 : 1);
    await expect(page.getByRole('list', { name: /gates/i }).getByText(/stopped here/)).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Read 2025-prices.csv' })).toBeVisible();
  });
}

test('lena sees that objects exist, and not what is in them', async ({ page }) => {
  await playgroundAs(page, 'lena');
  await visit(page, bucketAddress('maple-catalog'));
  await act(page, 'Read prices.csv');
  await expect(
    message(page, implicitDeny('lena', 's3:GetObject', quoted('maple-catalog', 'prices.csv'))),
  ).toBeVisible();
  await expect(page.getByText(catalog['prices.csv'].body.split('\n')[0] ?? '')).toBeHidden();
  // A long policy is folded to what came close; all of it can be seen.
  const read = statements(page);
  await expect(read.getByRole('heading', { name: /ViewOnlyAccess/ })).toBeVisible();
});

test('noor may not list the catalog, and reads by its key the one object that its bucket policy gives her', async ({
  page,
}) => {
  await playgroundAs(page, 'noor');
  await visit(page, bucketAddress('maple-catalog'));
  await expect(message(page, implicitDeny('noor', 's3:ListBucket', quoted('maple-catalog')))).toBeVisible();

  await readByKey(page, 'maple-catalog', 'new-titles.md');
  await expect(page.getByLabel(/^Content of/)).toHaveText(catalog['new-titles.md'].body);
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/why\?/).click();
  const line = statement(dialog, 'NoorMayQuoteNewTitles');
  await expect(line).toContainText(/: matched/);
  await expect(line).toContainText('s3:GetObject');
  await page.keyboard.press('Escape');

  await readByKey(page, 'maple-catalog', 'prices.csv');
  await expect(
    message(page, implicitDeny('noor', 's3:GetObject', quoted('maple-catalog', 'prices.csv'))),
  ).toBeVisible();
});

test('who may not list a bucket is not told that a key is missing', async ({ page }) => {
  await playgroundAs(page, 'amira');
  await visit(page, bucketAddress('maple-catalog'));
  await deleteObject(page, 'new-titles.md');
  await expect(page.getByRole('button', { name: 'Read new-titles.md' })).toBeHidden();

  await signIn(page, 'noor');
  await readByKey(page, 'maple-catalog', 'new-titles.md');
  await expect(message(page, implicitDeny('noor', 's3:ListBucket', quoted('maple-catalog')))).toHaveCount(2);
  await expect(page.getByText('NoSuchKey')).toBeHidden();
});

test('a bucket that does not exist is not there', async ({ page }) => {
  await playgroundAs(page, 'amira');
  await visit(page, bucketAddress('maple-ledger'));
  await expect(page.getByRole('main')).toContainText('NoSuchBucket');
  await expect(page.getByRole('main')).toContainText('The specified bucket does not exist');
});

test('a refusal tells who else could, and which command asks the same', async ({ page }) => {
  await playgroundAs(page, 'lena');
  await writeObject(page, 'maple-drafts', 'summer/budget.md', '12');
  const others = page.getByLabel(/^Who can/);
  await expect(others).toContainText('amira');
  await expect(others).toContainText('root user');
  for (const name of ['noor', 'jonas', 'lena']) await expect(others).not.toContainText(name);
  await expect(
    page.getByText(/^aws s3api put-object --bucket maple-drafts --key summer\/budget\.md/),
  ).toBeVisible();
  await others.getByRole('link', { name: 'Sign in as amira' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('group', { name: 'Signed in as' })).toContainText('amira');
});

test('a text that was refused is kept, until it is written or thrown away', async ({ page }) => {
  await playgroundAs(page, 'noor');
  await writeObject(page, 'maple-drafts', 'summer/newsletter.md', 'Summer!');
  await page.getByRole('dialog').getByRole('link', { name: 'Open the policy' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'WriteDrafts' })).toBeVisible();
  await visit(page, bucketAddress('maple-drafts'));
  await page.getByRole('button', { name: 'Continue' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Key')).toHaveValue('summer/newsletter.md');
  await expect(dialog.getByLabel('Text')).toHaveValue('Summer!');
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Keep writing' }).click();
  await expect(dialog.getByLabel('Text')).toHaveValue('Summer!');
  await act(page, 'Cancel');
  await act(page, 'Throw away');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Continue' })).toBeHidden();
});

test('what was opened in one bucket does not go along to another', async ({ page }) => {
  await playgroundAs(page, 'amira');
  await visit(page, bucketAddress('maple-drafts'));
  await expect(page.getByRole('link', { name: 'spring/' })).toBeVisible();
  await visit(page, bucketAddress('maple-catalog'));
  await act(page, 'Edit prices.csv');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/maple-drafts/);
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('link', { name: 'spring/' })).toBeVisible();
});
