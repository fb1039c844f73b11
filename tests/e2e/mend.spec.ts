// Mending a policy: from the refusal to the lines that are to blame, and back to the request that is then allowed.
import type { Locator, Page } from '@playwright/test';
import {
  account,
  ACCOUNT,
  bucketAddress,
  implicitDeny,
  message,
  playgroundAs,
  quoted,
  saved,
  signInHere,
  statement,
  strip,
  visit,
  writeObject,
} from './bookshop.ts';
import { editor, expectSaved, openPolicy, policyOf, replaceText, saveButton } from './desk.ts';
import { expect, test } from './support.ts';

const WRITE_DRAFTS = `policy arn:aws:iam::${ACCOUNT}:policy/WriteDrafts`;
const SUMMER = 'summer/newsletter.md';
const SPRING = '"Resource": "arn:aws:s3:::maple-drafts/spring/*"';
const BOTH = '"Resource": ["arn:aws:s3:::maple-drafts/spring/*", "arn:aws:s3:::maple-drafts/summer/*"]';

const requestStrip = (page: Page) => page.getByRole('region', { name: /request this is about/ });
const marked = (page: Page) => page.getByRole('list', { name: 'Marked lines' }).getByRole('listitem');

/** Expects a sign to stand in the margin of a line, or of one so many lines below (above when negative). */
async function beside(sign: Locator, line: Locator, below = 0): Promise<void> {
  await expect(async () => {
    const [at, of] = await Promise.all([sign.boundingBox(), line.boundingBox()]);
    if (!at || !of) throw new Error('The sign or the line is not drawn.');
    const wanted = of.y + of.height * (below + 0.5);
    expect(Math.abs(at.y + at.height / 2 - wanted)).toBeLessThan(of.height / 2);
    expect(at.x + at.width).toBeLessThanOrEqual(of.x + 1);
  }).toPass({ timeout: 5_000 });
}

/** The line, counted from 1, on which a text stands in a document. */
const lineOf = (document: string, text: string): number =>
  document.slice(0, document.indexOf(text)).split('\n').length;

test('refused, noor finds the line that is to blame, amira saves the change, and noor is allowed', async ({
  page,
}) => {
  const document = account.policies.WriteDrafts.versions[0]?.document ?? '';
  await playgroundAs(page, 'noor');
  await writeObject(page, 'maple-drafts', SUMMER, 'Summer!');
  await expect(
    message(page, implicitDeny('noor', 's3:PutObject', quoted('maple-drafts', SUMMER))),
  ).toBeVisible();

  await page.getByRole('link', { name: 'Open the policy' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'WriteDrafts' })).toBeVisible();
  await expect(requestStrip(page)).toContainText(`noor asks for s3:PutObject`);
  await expect(requestStrip(page)).toContainText(/Implicit deny.*Implicit deny/s);

  // The line that is to blame is marked and says why.
  const line = lineOf(document, SPRING);
  const blamed = page.getByRole('button', { name: new RegExp(`Line ${line}\\b.*Resource.*spring`) });
  await expect(blamed).toBeVisible();
  await blamed.click();
  await expect(editor(page).getByText(SPRING)).toBeInViewport();
  await expect(editor(page)).toBeFocused();
  // The same in the editor itself: a sign beside the line, which says why.
  await beside(page.getByTitle(/^Resource does not match/), editor(page).getByText(SPRING));

  // The cursor is in that line: write another in its place.
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.type(BOTH);
  await expect(requestStrip(page)).toContainText(/Implicit deny.*As edited.*Allowed/s);
  await expect(marked(page).first()).toContainText('allows it');
  await beside(page.getByTitle(/allows it/).first(), editor(page).getByText('WriteThisSeason'), -1);

  // Changing a policy is a request too, and noor may not make it. Her text is kept.
  await saveButton(page).click();
  await expect(message(page, implicitDeny('noor', 'iam:CreatePolicyVersion', WRITE_DRAFTS))).toBeVisible();
  await expect(editor(page)).toContainText(BOTH);
  await expect(saveButton(page)).toBeEnabled();

  await strip(page).getByRole('button').click();
  await page.getByRole('menuitem', { name: 'Add another sign-in' }).click();
  await signInHere(page, 'amira');
  // Back at the desk, with noor's text on it.
  await expect(editor(page)).toContainText(BOTH);
  await saveButton(page).click();
  await expectSaved(page);
  await expect(page.getByText(/^v2, the default/)).toBeVisible();
  await expect(requestStrip(page)).toContainText(/sign in as noor/i);

  await requestStrip(page)
    .getByRole('link', { name: /Sign in as noor/ })
    .click();
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(strip(page)).toContainText('noor');
  await requestStrip(page)
    .getByRole('button', { name: /Try the request again/ })
    .click();
  await page.getByText(/why\?/).click();
  await expect(statement(page, 'WriteThisSeason')).toContainText(/: matched/);
  await visit(page, bucketAddress('maple-drafts', 'summer/'));
  await page.getByRole('button', { name: 'Read newsletter.md' }).click();
  await expect(page.getByLabel(/^Content of/)).toHaveText('Summer!');

  // What was mended is kept.
  await saved(page);
  await page.reload();
  await openPolicy(page, 'WriteDrafts');
  await expect(editor(page)).toContainText(BOTH);
  await expect(page.getByText(/^v2, the default/)).toBeVisible();
});

test('an explicit deny opens the bucket policy with its statement marked', async ({ page }) => {
  await playgroundAs(page, 'amira');
  await visit(page, bucketAddress('maple-catalog', 'archive/'));
  await page.getByRole('button', { name: 'Delete 2025-prices.csv' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await page.getByRole('link', { name: 'Open the policy' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/maple-catalog/);
  await expect(marked(page)).toHaveCount(1);
  await expect(marked(page)).toContainText('forbids it');
  const deny = editor(page).getByText('TheArchiveStaysAsItIs');
  await beside(page.getByTitle(/forbids it/).first(), deny, -1);

  // Without the statement the same request is allowed: PutBucketPolicy, then try again.
  await replaceText(
    page,
    policyOf({
      Sid: 'NoorMayQuoteNewTitles',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/noor` },
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::maple-catalog/new-titles.md',
    }),
  );
  await expect(requestStrip(page)).toContainText(/Explicit deny.*As edited.*Allowed/s);
  await saveButton(page).click();
  await expectSaved(page);
  await page.getByRole('button', { name: /Try the request again/ }).click();
  await visit(page, bucketAddress('maple-catalog'));
  await expect(
    page.getByRole('link', { name: 'new-titles.md' }).or(page.getByText('new-titles.md')),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'archive/' })).toBeHidden();
  await visit(page, '#/activity');
  await expect(page.getByRole('main').getByRole('link', { name: 'PutBucketPolicy' })).toBeVisible();
});

test('the lesson sees at once what was mended', async ({ page }) => {
  await playgroundAs(page, 'amira');
  await visit(page, '#/learn/first-refusal');
  const task = page
    .getByRole('complementary', { name: 'Tasks' })
    .getByRole('listitem')
    .filter({ hasText: 'write and delete drafts for summer' });
  await expect(task).toContainText('Not true yet');
  await openPolicy(page, 'WriteDrafts');
  const document = account.policies.WriteDrafts.versions[0]?.document ?? '';
  await replaceText(page, document.replace(SPRING, BOTH));
  await saveButton(page).click();
  await expectSaved(page);
  await visit(page, '#/learn/first-refusal');
  await expect(task).toContainText('True now');
  await expect(page.getByRole('complementary', { name: 'Tasks' })).toContainText('Solved');
});
