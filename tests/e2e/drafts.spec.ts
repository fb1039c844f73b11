// Drafts: what is typed anywhere and not saved is there again, also when the page is left with the last letter.
import type { Page } from '@playwright/test';
import { playgroundAs, visit } from './bookshop.ts';
import { policyOf } from './desk.ts';
import { expect, test } from './support.ts';

const document = (page: Page) => page.getByRole('textbox', { name: /^Policy document/ });

test('a new policy is there after a reload with the last letter, and the browser asks nothing', async ({
  page,
}) => {
  await playgroundAs(page, 'root');
  await visit(page, '#/policies/new');
  await document(page).click();
  await page.keyboard.insertText('the beginning');
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked++;
    void dialog.accept();
  });
  await page.reload();
  await expect(document(page)).toHaveText('the beginning');
  await document(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(' and the end');
  await page.reload();
  await expect(document(page)).toHaveText('the beginning and the end');
  expect(asked).toBe(0);
});

for (const { what, place } of [
  { what: 'a role', place: '#/credentials' },
  { what: 'a federated user', place: '#/credentials/federation-token' },
])
  test(`a session policy for ${what} is there after a reload, and after a look elsewhere`, async ({
    page,
  }) => {
    await playgroundAs(page, 'noor');
    const text = page.getByRole('textbox', { name: 'Policy document (JSON)' });
    const unfold = async () => {
      if (what === 'a role') await page.getByText('Session policies', { exact: true }).click();
    };
    await visit(page, place);
    await unfold();
    await text.click();
    await page.keyboard.insertText('only to read');
    await page.reload();
    await unfold();
    await expect(text).toHaveText('only to read');
    await page.keyboard.press('Tab');
    await text.click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.insertText(', and to list');
    await visit(page, '#/policies');
    await expect(page.getByRole('heading', { level: 1, name: 'Policies' })).toBeVisible();
    await visit(page, place);
    await unfold();
    await expect(text).toHaveText('only to read, and to list');
  });

test('without a name a new policy is not made: it is said beside the field, which has the focus', async ({
  page,
}) => {
  await playgroundAs(page, 'root');
  await visit(page, '#/policies/new');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  const name = page.getByRole('textbox', { name: 'Policy name' });
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription('Policy name is missing: say what it is to be called.');
  await name.fill('Named');
  await expect(name).not.toHaveAttribute('aria-invalid');
  await page.getByLabel('Kind').selectOption('Inline policy');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByLabel('Whose it is')).toBeFocused();
});

test('what was typed for a new policy can be undone in the policy that was made of it', async ({ page }) => {
  await playgroundAs(page, 'root');
  await visit(page, '#/policies/new');
  await page.getByRole('textbox', { name: 'Policy name' }).fill('Undone');
  const text = (sid: string) =>
    policyOf({ Sid: sid, Effect: 'Allow', Action: 's3:GetObject', Resource: '*' });
  for (const sid of ['First', 'Second']) {
    await document(page).click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(text(sid));
  }
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Undone' })).toBeVisible();
  await expect(document(page)).toContainText('"Second"');
  await document(page).click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(document(page)).toContainText('"First"');
  await expect(page.getByText('Unsaved changes')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+y');
  await expect(document(page)).toContainText('"Second"');
  await expect(page.getByText('Unsaved changes')).toBeHidden();
});
