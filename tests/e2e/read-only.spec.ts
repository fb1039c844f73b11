// Journeys about policies that are only read: judged in the same editor, compared with one another, folded by touch.
import type { Page } from '@playwright/test';
import { ACCOUNT, playgroundAs, signIn, visit } from './bookshop.ts';
import { openDelegation } from './delegation.ts';
import { editor, openPolicy, replaceText, saveButton, policyOf } from './desk.ts';
import { axe, expect, tall, test } from './support.ts';

const main = (page: Page) => page.getByRole('main');

test('the policy of a function is judged and measured, and cannot be mended there', async ({ page }) => {
  await openDelegation(page);
  await signIn(page, 'root');
  await visit(
    page,
    `#/policies/${encodeURIComponent(`resource:arn:aws:lambda:us-east-1:${ACCOUNT}:function:print-labels`)}`,
  );
  await page.getByLabel('Statement ID').fill('open-to-all');
  await page.getByLabel('Principal', { exact: true }).fill('*');
  await page.getByRole('button', { name: 'Add permission' }).click();
  await expect(editor(page)).toContainText('"open-to-all"');
  const faults = main(page).getByRole('region', { name: /warning/ });
  await expect(faults.getByText(/everyone|anybody|anyone/i).first()).toBeVisible();
  await expect(faults.locator('.fixes')).toHaveCount(0);
  await expect(page.getByRole('meter', { name: /of 20,480/ })).toBeVisible();
  await page.getByRole('button', { name: 'Remove open-to-all' }).click();
  await expect(faults).toBeHidden();
});

test('what is found in a policy of AWS is told to those who ask', async ({ page }) => {
  await playgroundAs(page, 'root');
  await visit(page, `#/policies/${encodeURIComponent('arn:aws:iam::aws:policy/AdministratorAccess')}`);
  await expect(editor(page)).toBeVisible();
  const asked = main(page).getByRole('button', { name: /warning|suggestion/ });
  await expect(asked).toHaveAttribute('aria-expanded', 'false');
  await expect(main(page).getByRole('button', { name: /^Line/ })).toHaveCount(0);
  await asked.click();
  await main(page).getByRole('button', { name: /^Line/ }).first().click();
  await expect(editor(page)).toBeFocused();
});

test('a version is read and compared before it becomes the default, and another before it is deleted', async ({
  page,
}) => {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  await expect(page.getByRole('heading', { name: 'Versions' })).toBeHidden();
  await replaceText(
    page,
    policyOf({ Sid: 'Second', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }),
  );
  await saveButton(page).click();
  const versions = page.getByRole('region', { name: 'Versions' });
  await versions.getByRole('button', { name: 'Read v1' }).click();
  const first = page.getByRole('textbox', { name: 'v1 of WriteDrafts' });
  await expect(first).toHaveAttribute('aria-readonly', 'true');
  await expect(first).not.toContainText('"Second"');
  await tall(page);
  await axe(page, 'a version of a policy');
  await versions.getByText('Changes', { exact: true }).click();
  await expect(versions.getByText(/removed against v2, the default/)).toBeVisible();
  await versions.getByRole('button', { name: 'Set as default v1' }).click();
  await expect(editor(page)).not.toContainText('"Second"');
  await versions.getByRole('button', { name: 'Read v2' }).click();
  await expect(page.getByRole('textbox', { name: 'v2 of WriteDrafts' })).toContainText('"Second"');
  await versions.getByRole('button', { name: 'Delete… v2' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete version' }).click();
  await expect(page.getByText('Deleted v2.').first()).toBeVisible();
  await expect(versions).toBeHidden();
});

test('the default version is said to be shown above only where it is, and is read and compared beside a draft', async ({
  page,
}) => {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
  await replaceText(page, policyOf({ Sid: 'Second', ...statement }));
  await saveButton(page).click();
  const versions = page.getByRole('region', { name: 'Versions' });
  await expect(versions).toContainText('the default, shown above');
  await replaceText(page, policyOf({ Sid: 'Draft', ...statement }));
  await expect(versions).not.toContainText('shown above');
  await versions.getByRole('button', { name: 'Read v2' }).click();
  await expect(page.getByRole('textbox', { name: 'v2 of WriteDrafts' })).toContainText('"Second"');
  await expect(versions.getByRole('button', { name: /Set as default|Delete/ })).toHaveCount(0);
  await versions.getByText('Changes', { exact: true }).click();
  await expect(versions.getByText(/removed against the text in the editor above/)).toBeVisible();
  await versions.getByRole('button', { name: 'Read v1' }).click();
  await versions.getByRole('button', { name: 'Set as default v1' }).click();
  await expect(versions).not.toContainText('shown above');
  await expect(editor(page)).toContainText('"Draft"');
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(versions).toContainText('the default, shown above');
});

test('what AWS makes with an organization is listed, and read only', async ({ page }) => {
  await playgroundAs(page, 'root');
  await page.keyboard.press('Control+Backquote');
  const prompt = page.getByRole('region', { name: 'Terminal' }).getByRole('textbox');
  for (const line of [
    'aws organizations create-organization',
    'aws organizations enable-policy-type --policy-type SERVICE_CONTROL_POLICY --root-id $(aws organizations list-roots --query "Roots[0].Id" --output text)',
  ]) {
    await prompt.fill(line);
    await prompt.press('Enter');
    await expect(prompt).toHaveValue('');
  }
  await page.keyboard.press('Control+Backquote');
  await visit(page, '#/policies');
  await page.getByLabel('Kind of policy').selectOption('organization');
  await main(page).getByRole('link', { name: 'FullAWSAccess', exact: true }).click();
  await expect(editor(page)).toHaveAttribute('aria-readonly', 'true');
  // Organizations has made a role for itself.
  await visit(page, `#/policies/${encodeURIComponent('trust:AWSServiceRoleForOrganizations')}`);
  await expect(editor(page)).toHaveAttribute('aria-readonly', 'true');
  await expect(page.getByText(/linked to organizations\.amazonaws\.com/)).toBeVisible();
  await expect(saveButton(page)).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 700 }, hasTouch: true });

  test('statements are folded by touch', async ({ page }) => {
    await playgroundAs(page, 'root');
    await openPolicy(page, 'WriteDrafts');
    await page.getByTitle('Fold line', { exact: true }).first().tap();
    await expect(editor(page)).toContainText('…');
    // One that is not seen keeps the place for them.
    await page.getByTitle('Unfold line').filter({ visible: true }).tap();
    await expect(editor(page)).not.toContainText('…');
  });
});
