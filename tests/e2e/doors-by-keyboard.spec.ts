// Each door of the sign-in with the keyboard alone: every control in turn, and the focus where one goes on.
import type { Page } from '@playwright/test';
import { account, expectSignedIn, openPlayground, passwordOf, signInForm, strip, visit } from './bookshop.ts';
import { tabTo } from './keyboard.ts';
import { expect, test } from './support.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('the root user: e-mail, then password; a wrong one leaves the field ready', async ({ page }) => {
  await openPlayground(page);
  await visit(page, '#/sign-in');
  const form = signInForm(page);
  const root = form.getByRole('link', { name: /Root user/ });
  await tabTo(page, root);
  await page.keyboard.press('Enter');
  await expect(root).toHaveAttribute('aria-current', 'page');
  await tabTo(page, form.getByLabel(/email/i));
  await page.keyboard.type(account.root.email);
  await page.keyboard.press('Enter');
  const password = form.getByLabel('Password', { exact: true });
  await tabTo(page, password);
  await page.keyboard.type('not-it');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('alert')).toContainText(/incorrect/);
  await tabTo(page, password);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(passwordOf('root'));
  await page.keyboard.press('Enter');
  await expectSignedIn(page, 'root');
});

test('three doors of one kind: each is reached with Tab, and from each the others are', async ({ page }) => {
  await openPlayground(page);
  await visit(page, '#/sign-in');
  const doors = page.getByRole('navigation', { name: 'Sign in as' });
  const federated = doors.getByRole('link', { name: /Federated/ });
  await expect(doors.getByRole('link')).toHaveCount(3);
  await expect(doors.getByRole('link', { name: /IAM user/ })).toHaveAttribute('aria-current', 'page');
  await tabTo(page, federated);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Federated sign-in' })).toBeVisible();
  await expect(federated).toHaveAttribute('aria-current', 'page');
  await expect(doors.getByRole('link')).toHaveCount(3);
  await tabTo(page, doors.getByRole('link', { name: /Root user/ }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/sign-in\?as=root$/);
  await expect(signInForm(page).getByLabel(/email/i)).toBeVisible();
  await expect(doors.getByRole('link', { name: /Root user/ })).toHaveAttribute('aria-current', 'page');
  await tabTo(page, doors.getByRole('link', { name: /IAM user/ }));
  await page.keyboard.press('Enter');
  await expect(signInForm(page).getByLabel('User name')).toBeVisible();
  await expect(page).toHaveURL(/#\/sign-in$/);
  await page.goBack();
  await expect(signInForm(page).getByLabel(/email/i)).toBeVisible();
  await page.reload();
  await expect(signInForm(page).getByLabel(/email/i)).toBeVisible();
});

test('an IAM user: account, name and password', async ({ page }) => {
  await openPlayground(page);
  await visit(page, '#/sign-in');
  const form = signInForm(page);
  for (const [field, text] of [
    [form.getByLabel(/Account ID/), account.alias],
    [form.getByLabel('User name'), 'noor'],
    [form.getByLabel('Password', { exact: true }), passwordOf('noor')],
  ] as const) {
    await tabTo(page, field);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Enter');
  await expectSignedIn(page, 'noor');
});

test('a company: a person, the response, and one of two roles', async ({ page }) => {
  await openPlayground(page);
  await visit(page, '#/sign-in/federated');
  await tabTo(page, page.getByLabel('Person', { exact: true }));
  await page.keyboard.type('Ines');
  await tabTo(page, button(page, 'Sign in to Maple Street Books'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Choose a role' })).toBeVisible();
  const reader = page.getByRole('radio', { name: /StaffReader/ });
  const editor = page.getByRole('radio', { name: /NewsletterEditor/ });
  await expect(reader).toBeVisible();
  const first = page.getByRole('radio', { name: /StaffReader|NewsletterEditor/ }).first();
  await tabTo(page, first);
  await page.keyboard.press('Space');
  while (!(await editor.isChecked())) await page.keyboard.press('ArrowDown');
  await tabTo(page, button(page, 'Sign in to AWS'));
  await page.keyboard.press('Enter');
  await expect(strip(page)).toContainText('NewsletterEditor/ines');
});

test('a token: signed, and a role assumed with it', async ({ page }) => {
  await openPlayground(page);
  await visit(page, '#/sign-in/federated?door=oidc');
  await tabTo(page, button(page, 'Sign the token'));
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Claims in the token')).toHaveValue(/maple-books/);
  await tabTo(page, page.getByLabel('Session name'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('deploy-42');
  await page.keyboard.press('Enter');
  await expect(strip(page)).toContainText('PublishWebsite/deploy-42');
});

test('the access portal: a person, and what is assigned to them', async ({ page }) => {
  await openPlayground(page);
  await visit(page, '#/sign-in/federated?door=portal');
  await tabTo(page, page.getByLabel(/^Person of/));
  await page.keyboard.type('Theo');
  await tabTo(page, button(page, /Sign in with CatalogReader/));
  await page.keyboard.press('Enter');
  await expect(strip(page)).toContainText(/AWSReservedSSO_CatalogReader_\w+\/theo/);
});
