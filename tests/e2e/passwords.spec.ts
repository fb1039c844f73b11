// Passwords as an administrator sets them: the policy of the account, and the console password of a user.
import { ACCOUNT, implicitDeny, message, playgroundAs, signInForm, submitUser, visit } from './bookshop.ts';
import { axe, expect, test } from './support.ts';

test('the root user sets a password policy that the findings ask for, and takes it away again', async ({
  page,
}) => {
  await playgroundAs(page, 'root');
  await visit(page, '#/findings');
  await page.getByRole('link', { name: 'Edit the password policy' }).click();
  const card = page.getByRole('region', { name: 'Password policy' }).first();
  await card.getByRole('button', { name: 'Edit password policy' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Minimum length').fill('14');
  await dialog.getByLabel('At least one symbol').check();
  await dialog.getByLabel('Passwords expire after days').fill('90');
  await axe(page, 'a password policy being written');
  await dialog.getByRole('button', { name: 'Save password policy' }).click();
  await expect(dialog).toBeHidden();
  await expect(card).toContainText('The password policy is saved.');
  await expect(card).toContainText('At least 14 characters');
  await expect(card).toContainText('Passwords expire every 90 days');

  await card.getByRole('button', { name: 'Edit password policy' }).click();
  await expect(dialog.getByLabel('Minimum length')).toHaveValue('14');
  await dialog.getByRole('button', { name: 'Delete password policy' }).click();
  await expect(card).toContainText('The account has AWS’s default again.');
});

test('who may not write it is denied in AWS’s words', async ({ page }) => {
  await playgroundAs(page, 'noor');
  await visit(page, '#/account');
  await page.getByRole('button', { name: 'Edit password policy' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save password policy' }).click();
  await expect(message(page, implicitDeny('noor', 'iam:UpdateAccountPasswordPolicy', '*'))).toBeVisible();
});

test('a console password that has to be changed at the next sign-in', async ({ page }) => {
  test.slow();
  await playgroundAs(page, 'root');
  await visit(page, '#/account');
  await page.getByRole('button', { name: 'Update console password of lena' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Console password', { exact: true }).fill('Lena-begins-anew-1');
  await dialog.getByRole('button', { name: 'Update console password' }).click();
  await expect(page.getByText('lena signs in with the new password.')).toBeVisible();
  await visit(page, '#/sign-in');
  await submitUser(page, ACCOUNT, 'lena', 'Lena-begins-anew-1');
  await expect(signInForm(page).getByRole('heading', { name: 'Change your password' })).toBeVisible();
});
