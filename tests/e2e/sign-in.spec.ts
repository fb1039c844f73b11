// Signing in as an IAM user and as root, being turned away, always seeing who is signed in, and signing out.
import type { Page } from '@playwright/test';
import {
  account,
  ACCOUNT,
  expectSignedIn,
  openPlayground,
  passwordOf,
  playgroundAs,
  saved,
  signIn,
  signInForm,
  signInHere,
  strip,
  submitRoot,
  submitUser,
  visit,
} from './bookshop.ts';
import { expect, test } from './support.ts';

/** AWS's one answer to every wrong part. */
const INCORRECT = 'Your authentication information is incorrect. Please try again.';

for (const [what, where] of [
  ['alias', account.alias],
  ['id', ACCOUNT],
] as const) {
  test(`an IAM user signs in by the ${what} of the account`, async ({ page }) => {
    await openPlayground(page);
    await expect(strip(page)).toContainText('Not signed in');
    await strip(page).getByRole('link', { name: 'Sign in' }).click();
    await submitUser(page, where, 'noor', passwordOf('noor'));
    await expectSignedIn(page, 'noor');
    await expect(strip(page)).toContainText(account.alias);
  });
}

test('the root user signs in by e-mail address', async ({ page }) => {
  await openPlayground(page);
  await visit(page, '#/sign-in');
  await submitRoot(page, account.root.email, passwordOf('root'));
  await expectSignedIn(page, 'root');
  await expect(strip(page)).not.toContainText('IAM user');
});

/** Opens the sign-in page anew, so that the next answer is seen to be a new one. */
async function startOver(page: Page): Promise<void> {
  await visit(page, '#/account');
  await expect(page.getByRole('heading', { level: 1, name: account.name })).toBeVisible();
  await visit(page, '#/sign-in');
  await expect(signInForm(page)).toBeVisible();
  await expect(signInForm(page).getByRole('alert')).toBeHidden();
}

test('whichever part an IAM user got wrong, the answer is the same', async ({ page }) => {
  await openPlayground(page);
  await visit(page, '#/sign-in');
  const alert = signInForm(page).getByRole('alert');
  for (const [where, name, password] of [
    ['maple-books', 'noor', 'a wrong password'],
    ['maple-books', 'nobody', passwordOf('noor')],
    ['oak-books', 'noor', passwordOf('noor')],
    ['999999999999', 'noor', passwordOf('noor')],
    ['maple-books', 'amira', passwordOf('noor')],
    ['maple-books', 'NOOR', `${passwordOf('noor')} `],
  ] as const) {
    await submitUser(page, where, name, password);
    await expect(alert, `${where}, ${name}, ${password}`).toHaveText(INCORRECT);
    await expect(strip(page)).toContainText('Not signed in');
    await startOver(page);
  }
  await submitUser(page, 'maple-books', 'noor', passwordOf('noor'));
  await expectSignedIn(page, 'noor');
});

test('whichever part a root user got wrong, the answer is the same', async ({ page }) => {
  await openPlayground(page);
  await visit(page, '#/sign-in');
  const alert = signInForm(page).getByRole('alert');
  for (const [email, password] of [
    [account.root.email, 'a wrong password'],
    ['nobody@maple-books.example', passwordOf('root')],
    [account.root.email, passwordOf('amira')],
  ] as const) {
    await submitRoot(page, email, password);
    await expect(alert, `${email}, ${password}`).toHaveText(INCORRECT);
    await expect(strip(page)).toContainText('Not signed in');
    await startOver(page);
  }
});

test('a failed sign-in is recorded without what was typed as a name', async ({ page }) => {
  await openPlayground(page);
  await visit(page, '#/sign-in');
  await submitUser(page, account.alias, 'my-secret-in-the-wrong-field', 'x');
  await expect(signInForm(page).getByRole('alert')).toHaveText(INCORRECT);
  await visit(page, '#/activity');
  await page.getByRole('main').getByRole('link', { name: 'ConsoleLogin' }).click();
  await expect(page.getByRole('main')).toContainText('No username found in supplied account');
  await expect(page.getByRole('main')).not.toContainText('my-secret-in-the-wrong-field');
});

test('every place shows who is signed in', async ({ page }) => {
  await playgroundAs(page, 'jonas');
  for (const place of [
    '#/',
    '#/account',
    '#/policies',
    '#/policies/bucket%3Amaple-drafts',
    '#/buckets',
    '#/buckets/maple-drafts',
    '#/map',
    '#/activity',
    '#/learn',
    '#/learn/first-refusal',
    '#/sign-in',
    '#/no/such/place',
  ]) {
    await visit(page, place);
    await expect(page.getByRole('heading').first()).toBeVisible();
    await expectSignedIn(page, 'jonas');
    await expect(strip(page)).toBeInViewport({ ratio: 1 });
  }
});

test('the session survives a reload and still makes requests', async ({ page }) => {
  await playgroundAs(page, 'noor');
  await saved(page);
  await page.reload();
  await expectSignedIn(page, 'noor');
  await visit(page, '#/buckets');
  await expect(page.getByRole('link', { name: 'maple-drafts', exact: true })).toBeVisible();
});

test('signing out ends the session, for good', async ({ page }) => {
  await playgroundAs(page, 'noor');
  await visit(page, '#/buckets');
  await expect(page.getByRole('link', { name: 'maple-drafts', exact: true })).toBeVisible();
  await strip(page).getByRole('button').click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(strip(page)).toContainText('Not signed in');
  await expect(page.getByRole('link', { name: 'maple-drafts', exact: true })).toBeHidden();
  await saved(page);
  await page.reload();
  await expect(strip(page)).toContainText('Not signed in');
  await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toBeVisible();
});

test('somebody else signs in over the first, and the requests are theirs', async ({ page }) => {
  await playgroundAs(page, 'noor');
  await strip(page).getByRole('button').click();
  await page.getByRole('menuitem', { name: 'Add another sign-in' }).click();
  await expect(page.getByRole('main')).toContainText(/signed in as noor/i);
  await signIn(page, 'lena');
  await visit(page, '#/buckets/maple-catalog');
  await expect(page.getByRole('button', { name: 'Read prices.csv' })).toBeVisible();
  await visit(page, '#/activity');
  const newest = page.getByRole('main').getByRole('row').nth(1);
  await expect(newest).toContainText('ListObjectsV2');
  await expect(newest).toContainText('lena');
});

test('after twelve hours the session has ended: the next request is turned away', async ({ page }) => {
  await page.clock.install();
  await playgroundAs(page, 'noor');
  await visit(page, '#/buckets/maple-drafts');
  await expect(page.getByRole('link', { name: 'spring/' })).toBeVisible();
  await page.clock.fastForward('12:00:01');
  await page.getByRole('button', { name: 'List again' }).click();
  await expect(page.getByRole('main')).toContainText('ExpiredToken');
  await expect(page.getByRole('main')).toContainText('The provided token has expired.');
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).first().click();
  await signInHere(page, 'noor');
  await expect(page.getByRole('link', { name: 'spring/' })).toBeVisible();
});

for (const [what, password, said] of [
  ['let in', passwordOf('noor'), 'Signed in as noor'],
  ['turned away', 'not the one', `You are not signed in. ${INCORRECT}`],
] as const)
  test(`who leaves while the password is being checked is told where they are by then: ${what}`, async ({
    page,
  }) => {
    // The check waits until it is let go.
    await page.addInitScript(() => {
      const { subtle } = crypto;
      const real = subtle.deriveBits.bind(subtle);
      const gate = new Promise((resolve) => Object.assign(window, { letGo: resolve }));
      subtle.deriveBits = async (...asked) => {
        await gate;
        return real(...asked);
      };
    });
    await openPlayground(page);
    await visit(page, '#/sign-in');
    await submitUser(page, account.alias, 'noor', password);
    await visit(page, '#/learn');
    await expect(page.getByRole('heading', { level: 1, name: 'Learn' })).toBeVisible();
    await expect(strip(page)).toContainText('Not signed in');
    await page.evaluate(() => (window as unknown as { letGo: () => void }).letGo());
    await expect(page.getByRole('status').filter({ hasText: said })).toBeVisible();
    await expect(page).toHaveURL(/#\/learn$/);
  });
