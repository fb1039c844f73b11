// Journeys about long lists of suggestions: all of a service can be reached by arrows, and what is cut says so.
import type { Page } from '@playwright/test';
import { playgroundAs } from './bookshop.ts';
import { editor, openPolicy, replaceText } from './desk.ts';
import { expect, test } from './support.ts';

async function suggested(page: Page, inside: string): Promise<void> {
  await replaceText(page, `{"Statement": {"Effect": "Allow", "Action": "${inside}`);
  await page.keyboard.press('Control+Space');
  await expect(page.getByRole('listbox')).toBeVisible();
  // Keys are taken for those of the text until a list has stood for a moment: who types on did not ask for it.
  await page.waitForTimeout(150);
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

test('a list that is asked for before the names of AWS are there comes with them', async ({ page }) => {
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/vocabulary/, async (route) => {
    await arrived;
    await route.continue();
  });
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(page, '{"Statement": {"Effect": "Allow", "Action": "ec2:');
  await page.keyboard.press('Control+Space');
  await expect(page.getByText('The names of AWS are on their way.').first()).toBeVisible();
  arrive();
  await expect(page.getByRole('listbox')).toBeVisible();
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

test('a role for a workflow: the action that goes with the provider, and whose workflow it is to be typed over', async ({
  page,
}) => {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'Trust policy of CatalogEditor');
  const GITHUB = 'token.actions.githubusercontent.com';
  const asked = async (text: string) => {
    await replaceText(page, text);
    await expect(async () => {
      await page.keyboard.press('Control+Space');
      await expect(selected(page)).toBeVisible({ timeout: 1_000 });
    }).toPass();
  };
  const begun = `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/${GITHUB}"}`;
  await asked(`${begun}, "Action": "`);
  await expect(selected(page)).toContainText('sts:AssumeRoleWithWebIdentity');
  await expect(page.getByRole('option', { name: /^sts:AssumeRole\b(?!With)/ })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await asked(`${begun}, "Condition": {"StringEquals": {"${GITHUB}:sub": "`);
  // The one that occurs here stands above.
  await expect(selected(page)).toContainText('PublishWebsite');
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(selected(page)).toContainText('repo:ORG/REPO:ref:refs/heads/main', { timeout: 500 });
  }).toPass();
  await page.keyboard.press('Enter');
  await page.keyboard.type('maple/shop');
  await expect(editor(page)).toContainText('"repo:maple/shop:ref:refs/heads/main');
});
