// Saving policies of each kind: by those who may, in AWS's words when it is refused, and never losing what was typed.
import type { Page } from '@playwright/test';
import {
  account,
  ACCOUNT,
  bucketAddress,
  implicitDeny,
  message,
  playgroundAs,
  quoted,
  signIn,
  visit,
  writeObject,
} from './bookshop.ts';
import { editor, expectSaved, openPolicy, policyOf, replaceText, saveButton } from './desk.ts';
import { expect, test } from './support.ts';

/** What AWS answers when something other than a policy stood in the way: its code, and its message whole. */
const failure = (page: Page, code: string, text: string) =>
  page.getByRole('main').getByRole('paragraph').filter({ hasText: code }).filter({ hasText: text });

test('an inline policy is saved as PutUserPolicy, by who may, and rules at once', async ({ page }) => {
  const wider = policyOf({
    Sid: 'KeepOwnNotes',
    Effect: 'Allow',
    Action: ['s3:PutObject', 's3:DeleteObject'],
    Resource: 'arn:aws:s3:::maple-drafts/*',
  });
  await playgroundAs(page, 'noor');
  await openPolicy(page, 'OwnNotes');
  await replaceText(page, wider);
  await saveButton(page).click();
  await expect(message(page, implicitDeny('noor', 'iam:PutUserPolicy', 'user noor'))).toBeVisible();

  await signIn(page, 'amira');
  await openPolicy(page, 'OwnNotes');
  await expect(editor(page)).toContainText('maple-drafts/*');
  await saveButton(page).click();
  await expectSaved(page);
  await visit(page, '#/activity');
  await expect(page.getByRole('main').getByRole('link', { name: 'PutUserPolicy' })).toHaveCount(2);

  await signIn(page, 'noor');
  await writeObject(page, 'maple-drafts', 'autumn/plan.md', 'Leaves.');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('link', { name: 'autumn/' })).toBeVisible();
});

test('an inline policy of a group is saved as PutGroupPolicy', async ({ page }) => {
  await playgroundAs(page, 'jonas');
  await openPolicy(page, 'RestockList');
  const closed = policyOf({
    Effect: 'Deny',
    Action: 's3:*',
    Resource: 'arn:aws:s3:::maple-catalog/restock/*',
  });
  await replaceText(page, closed);
  await saveButton(page).click();
  await expect(message(page, implicitDeny('jonas', 'iam:PutGroupPolicy', 'group Booksellers'))).toBeVisible();
  await signIn(page, 'amira');
  await openPolicy(page, 'RestockList');
  await saveButton(page).click();
  await expectSaved(page);
  await signIn(page, 'jonas');
  await visit(page, bucketAddress('maple-catalog', 'restock/'));
  await page.getByRole('button', { name: 'Read week-47.md' }).click();
  // An inline policy has no ARN, so AWS names none.
  await expect(
    message(
      page,
      `User: arn:aws:iam::${ACCOUNT}:user/jonas is not authorized to perform: s3:GetObject on resource: ` +
        `${quoted('maple-catalog', 'restock/week-47.md')} with an explicit deny in an identity-based policy`,
    ),
  ).toBeVisible();
});

test('a policy that AWS keeps is read-only, and typing in it changes nothing', async ({ page }) => {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'AmazonS3FullAccess');
  const before = await editor(page).innerText();
  await editor(page).focus();
  await page.keyboard.type('nonsense');
  expect(await editor(page).innerText()).toBe(before);
  await expect(page.getByText(/Read-only/)).toBeVisible();
  await expect(saveButton(page)).toBeHidden();
});

test('a document that AWS would not take is refused in its own words, and kept on the desk', async ({
  page,
}) => {
  await playgroundAs(page, 'amira');
  const main = page.getByRole('main');
  const text = policyOf({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' });
  await openPolicy(page, 'WriteDrafts');
  for (const [broken, reason] of [
    [text.slice(0, -3), 'This policy contains invalid Json'],
    [text.replace('"Effect"', '"Effects"'), 'Syntax errors in policy.'],
    [text.replace('"*"', '"maple-drafts"'), 'Resource maple-drafts must be in ARN format or "*".'],
  ] as const) {
    await replaceText(page, broken);
    await saveButton(page).click();
    await expect(failure(page, 'MalformedPolicyDocument', reason)).toBeVisible();
    await expect(saveButton(page)).toBeEnabled();
  }
  await expect(editor(page)).toContainText('maple-drafts');

  await openPolicy(page, /maple-drafts/);
  await replaceText(page, text.slice(0, -3));
  await saveButton(page).click();
  await expect(
    failure(page, 'MalformedPolicy', "Policies must be valid JSON and the first byte must be '{'"),
  ).toBeVisible();
  await visit(page, '#/activity');
  await expect(main.getByRole('row').filter({ hasText: 'MalformedPolicy' })).toHaveCount(4);
});

test('faults are told while the text is typed', async ({ page }) => {
  await playgroundAs(page, 'amira');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(page, policyOf({ Effect: 'Allow', Action: 's3:GetObjet', Resource: '*' }));
  await editor(page).getByText('s3:GetObjet').hover();
  await expect(page.getByText(/s3:GetObject\b/).first()).toBeVisible();
});

test('a text that is not JSON is mended fault by fault with the fixes offered', async ({ page }) => {
  await playgroundAs(page, 'amira');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(
    page,
    `{
  'Version': "2012-10-17"
  "Statement": [{"Effect": Allow, "Action": ["s3:GetObjet",], "Resource": "arn:aws:s3:::maple-drafts/*"}]
}`,
  );
  const faults = page.getByRole('region', { name: /errors?/ });
  await expect(faults).toContainText('JSON takes double quotes, not single ones');
  for (const fix of ['Use "Version"', 'Add a comma', 'Use "Allow"', 'Remove the comma', 'Use "s3:GetObject"'])
    await faults.getByRole('button', { name: fix, exact: true }).click();
  await expect(faults).toBeHidden();
  await saveButton(page).click();
  await expectSaved(page);
});

test('of a policy with five versions the sixth is refused, until one is deleted', async ({ page }) => {
  await playgroundAs(page, 'amira');
  await openPolicy(page, 'WriteDrafts');
  const nth = (n: number) =>
    policyOf({ Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::maple-drafts/${n}/*` });
  for (const n of [2, 3, 4, 5]) {
    await replaceText(page, nth(n));
    await saveButton(page).click();
    await expect(page.getByText(`v${n}, the default version`)).toBeVisible();
  }
  await replaceText(page, nth(6));
  await expect(saveButton(page)).toHaveAccessibleDescription(
    'Before it can be saved as v6, another version has to be deleted: AWS keeps 5.',
  );
  await saveButton(page).click();
  await expect(page.getByText('This was refused.')).toHaveCount(0);
  await expect(
    failure(
      page,
      'LimitExceeded',
      'A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.',
    ),
  ).toBeVisible();
  await page.getByRole('button', { name: /Delete v1/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await expect(page.getByRole('button', { name: /Delete v/ })).toBeHidden();
  await expect(saveButton(page)).toHaveAccessibleDescription('');
  await saveButton(page).click();
  await expectSaved(page);
  await expect(page.getByText(/^v6, the default/)).toBeVisible();
  await expect(editor(page)).toContainText('maple-drafts/6/*');
});

test('a text is thrown away only when asked', async ({ page }) => {
  await playgroundAs(page, 'amira');
  await openPolicy(page, 'OwnNotes');
  const before = await editor(page).innerText();
  await replaceText(page, '{}');
  await visit(page, '#/account');
  await expect(page.getByRole('heading', { level: 1, name: account.name })).toBeVisible();
  await openPolicy(page, 'OwnNotes');
  await expect(editor(page)).toHaveText('{}');
  await page.getByRole('button', { name: 'Discard changes' }).click();
  expect(await editor(page).innerText()).toBe(before);
  await expectSaved(page);
});
