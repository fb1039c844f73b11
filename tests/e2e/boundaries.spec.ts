// Journeys about permissions boundaries: read, set, felt, changed and removed, each change a request of whoever acts.
import { account, bucketAddress, playgroundAs, signIn, visit } from './bookshop.ts';
import { openPolicy, policyOf } from './desk.ts';
import { axe, expect, test } from './support.ts';

test('a boundary is set, narrows its user, is changed and removed', async ({ page }) => {
  await playgroundAs(page, 'root');
  await visit(page, '#/account');
  await page.getByRole('link', { name: 'set one for noor' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Permissions boundary of noor' })).toBeVisible();
  await expect(page.getByText('No boundary is set')).toBeVisible();
  await page.getByRole('radio', { name: /^ManagePolicies/ }).check();
  await expect(page.getByRole('textbox', { name: 'Policy document of ManagePolicies' })).toBeVisible();
  await page.getByRole('button', { name: 'Set as boundary' }).click();
  await expect(page.getByText(/^Set: noor can be allowed no more than ManagePolicies/).first()).toBeVisible();
  await openPolicy(page, 'ManagePolicies');
  await expect(page.getByText('permissions boundary', { exact: true })).toBeVisible();
  await expect(page.getByText('permissions boundary of user')).toBeVisible();
  await signIn(page, 'noor');
  await visit(page, bucketAddress('maple-drafts'));
  await expect(
    page.getByText(/because no permissions boundary allows the s3:ListBucket action/).first(),
  ).toBeVisible();
  await signIn(page, 'root');
  await visit(page, '#/boundary/noor');
  await page.getByRole('searchbox', { name: 'Search the managed policies' }).fill('AmazonS3FullAccess');
  await page.getByRole('radio', { name: /^AmazonS3FullAccess/ }).check();
  await expect(page.getByText('Not the boundary yet')).toBeVisible();
  await page.getByRole('button', { name: 'Change to this' }).click();
  await expect(
    page.getByText(/^Set: noor can be allowed no more than AmazonS3FullAccess/).first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Remove boundary…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove boundary' }).click();
  await expect(page.getByText('Removed: nothing bounds noor any more.').first()).toBeVisible();
});

test('the boundary of a role is refused to who may not set it', async ({ page }) => {
  await playgroundAs(page, 'noor');
  await visit(page, '#/account');
  await page.getByRole('link', { name: 'set one for CatalogEditor' }).click();
  await page.getByRole('radio', { name: /^WriteDrafts/ }).check();
  await page.getByRole('button', { name: 'Set as boundary' }).click();
  const arn = `arn:aws:iam::${account.id}:role/CatalogEditor`;
  await expect(
    page
      .getByText(new RegExp(`iam:PutRolePermissionsBoundary on resource: role CatalogEditor|${arn}`))
      .first(),
  ).toBeVisible();
});

test('a user and a role are made with a boundary from the start', async ({ page }) => {
  await playgroundAs(page, 'root');
  await visit(page, '#/account');
  const writeDrafts = `arn:aws:iam::${account.id}:policy/WriteDrafts`;
  await page.getByRole('button', { name: 'New user' }).click();
  const dialog = page.getByRole('dialog', { name: 'New user' });
  await axe(page, 'a new user');
  await dialog.getByLabel('User name').fill('noor');
  await dialog.getByLabel(/^Permissions boundary/).fill(writeDrafts);
  await dialog.getByRole('button', { name: 'Create user' }).click();
  await expect(dialog.getByText('User with name noor already exists.').first()).toBeVisible();
  await dialog.getByLabel('User name').fill('ada');
  await dialog.getByRole('button', { name: 'Create user' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { level: 3, name: 'ada' })).toBeFocused();
  const ada = page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'ada' }) });
  await expect(ada.getByRole('link', { name: 'WriteDrafts' })).toBeVisible();

  await visit(page, '#/policies/new');
  await page.getByLabel('Kind', { exact: true }).selectOption('Role, with its trust policy');
  await page.getByLabel('Role name').fill('Guest');
  await page.getByLabel(/^Permissions boundary/).fill(writeDrafts);
  const text = page.getByRole('textbox', { name: 'Policy document', exact: true });
  await text.focus();
  await page.keyboard.insertText(
    policyOf({ Effect: 'Allow', Principal: { AWS: account.id }, Action: 'sts:AssumeRole' }),
  );
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Trust policy of Guest' })).toBeVisible();
  await visit(page, '#/boundary/Guest?of=role');
  await expect(page.getByText('The boundary', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'WriteDrafts' })).toBeVisible();
});
