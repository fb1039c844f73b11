// Focus: always on something, and never behind what sticks to the edges of a small window.
import type { Page } from '@playwright/test';
import { account, openPlayground, playgroundAs, signInForm, visit } from './bookshop.ts';
import { expectEachStopInSight, expectFocusInSight, tabTo } from './keyboard.ts';
import { expect, test } from './support.ts';

const PHONE = { width: 375, height: 740 };
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('the door of IAM users on a phone: the field to go on with is in sight, before and after a refusal', async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  await openPlayground(page);
  await visit(page, '#/sign-in');
  const form = signInForm(page);
  await expect(form.getByLabel('User name')).toBeFocused();
  await expectFocusInSight(page, 'the first field');
  await page.keyboard.type('noor');
  await tabTo(page, form.getByLabel('Password', { exact: true }));
  await expectFocusInSight(page, 'the password');
  await page.keyboard.type('not-it');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('alert')).toContainText(/incorrect/);
  await expect(form.getByLabel('Password', { exact: true })).toBeFocused();
  await expectFocusInSight(page, 'the password after a refusal');
  await expectEachStopInSight(page, 'the door of IAM users');
});

test('the door of the root user on a phone: after the e-mail, and after a refusal', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await openPlayground(page);
  await visit(page, '#/sign-in');
  const form = signInForm(page);
  await form.getByRole('link', { name: /Root user/ }).click();
  await form.getByLabel(/email/i).fill(account.root.email);
  await page.keyboard.press('Enter');
  const password = form.getByLabel('Password', { exact: true });
  await expect(password).toBeFocused();
  await expectFocusInSight(page, 'the password');
  await page.keyboard.type('not-it');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('alert')).toContainText(/incorrect/);
  await expect(password).toBeFocused();
  await expectFocusInSight(page, 'the password after a refusal');
  await expectEachStopInSight(page, 'the door of the root user');
});

for (const door of ['saml', 'oidc', 'portal'])
  test(`the federated door ${door} on a phone: each stop is in sight`, async ({ page }) => {
    await page.setViewportSize(PHONE);
    await openPlayground(page);
    await visit(page, `#/sign-in/federated?door=${door}`);
    await expect(page.getByRole('navigation', { name: 'Who vouches' })).toBeVisible();
    await expectEachStopInSight(page, door);
  });

test('an access key is deactivated and deleted: the focus stays where it was', async ({ page }) => {
  await playgroundAs(page, 'root');
  await visit(page, '#/security');
  await button(page, 'Create access key').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Create access key' }).click();
  await expect(dialog.getByRole('heading', { name: 'Retrieve the access key' })).toBeVisible();
  await page.keyboard.press('Escape');
  const keys = page.getByRole('list', { name: 'Access keys' }).getByRole('listitem');
  await keys.getByRole('button', { name: /^Deactivate/ }).focus();
  await page.keyboard.press('Enter');
  await tabTo(page, dialog.getByRole('button', { name: 'Deactivate' }));
  await page.keyboard.press('Enter');
  await expect(keys.getByRole('button', { name: /^Activate/ })).toBeVisible();
  await expectFocusInSight(page, 'after it was deactivated');
  await tabTo(page, keys.getByRole('button', { name: /^Delete/ }));
  await page.keyboard.press('Enter');
  await tabTo(page, dialog.getByRole('button', { name: 'Delete' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('No access keys')).toBeVisible();
  await expectFocusInSight(page, 'after it was deleted');
});

test('a group of the directory: the dialog begins at its name, and a role is added without losing the place', async ({
  page,
}) => {
  await openPlayground(page);
  await visit(page, '#/directory');
  await button(page, 'Edit Staff').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused();
  const roles = dialog.getByLabel('Roles', { exact: true });
  await roles.fill('');
  await tabTo(page, dialog.getByRole('button', { name: /^Add / }).first());
  await page.keyboard.press('Enter');
  await expect(roles).toBeFocused();
});

test('a device is set up: after the scan the codes; a wrong pair is said, and a device set right begins at its code', async ({
  page,
}) => {
  await playgroundAs(page, 'root');
  await visit(page, '#/security');
  await button(page, 'Assign MFA device').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Next/ }).click();
  await expect(dialog.getByLabel('Device name')).toBeFocused();
  await page.keyboard.type('focus-phone');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Scan with the simulated phone' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('MFA code 1')).toBeFocused();
  await page.keyboard.type('000000');
  await tabTo(page, dialog.getByLabel('MFA code 2'));
  await page.keyboard.type('000000');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('This could not be done.');
  await page.keyboard.press('Escape');
  await expectFocusInSight(page, 'after the dialog');
});

test('the header is reached without moving the page under it', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 600 });
  await playgroundAs(page, 'root');
  await visit(page, '#/policies');
  const scrolled = () => page.evaluate(() => window.scrollY);
  await expect(async () => {
    await page.evaluate(() => {
      window.scrollTo(0, 200);
    });
    expect(await scrolled()).toBe(200);
  }).toPass();
  const controls = page.getByRole('banner').locator('a[href]:visible, button:enabled:visible');
  expect(await controls.count()).toBeGreaterThan(2);
  for (const control of await controls.all()) {
    await control.focus();
    expect(await scrolled(), (await control.textContent()) ?? '').toBe(200);
  }
});
