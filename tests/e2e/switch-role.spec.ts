// Being somebody, and somebody else: switching roles, being refused, the ways back, sessions side by side, and their end.
import type { Page } from '@playwright/test';
import {
  account,
  ACCOUNT,
  expectSignedIn,
  passwordOf,
  playgroundAs,
  saved,
  signIn,
  signInHere,
  strip,
  submitUser,
  visit,
} from './bookshop.ts';
import { openSecured } from './secured.ts';
import { expect, test } from './support.ts';

interface Wanted {
  role: string;
  name?: string;
  color?: string;
}

async function switchTo(page: Page, { role, name, color }: Wanted): Promise<void> {
  await visit(page, '#/switch-role');
  const form = page.getByRole('main').getByRole('region', { name: 'The role' });
  await form.getByLabel(/Account ID/).fill(account.alias);
  await form.getByLabel('IAM role name').fill(role);
  await form.getByLabel(/Display name/).fill(name ?? '');
  await form.getByLabel(color ?? 'None').check();
  await form.getByRole('button', { name: 'Switch role' }).click();
}

const NOT_SWITCHED = /^Could not switch roles using the provided information\./;

/** The menu of who acts: of the buttons in the strip, the one that has a menu. */
const menuButton = (page: Page) => strip(page).locator('button[aria-haspopup="menu"]');

/** Moves the clock of the simulated AWS, where a person finds it. */
async function moveClock(page: Page, ...steps: readonly string[]): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Workspace/ })
    .click();
  await page.getByRole('menuitem', { name: 'Move the clock…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Clock' });
  for (const step of steps) await dialog.getByRole('button', { name: step }).click();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

test('a switch of roles: the strip says so, the requests are of the role, and the way leads back', async ({
  page,
}) => {
  await playgroundAs(page, 'jonas');
  await switchTo(page, { role: 'shop/CatalogEditor', name: 'Catalog afternoon', color: 'Green' });
  await expect(strip(page)).toContainText(/jonas.*Switched role.*Catalog afternoon/);
  await expect(strip(page)).toContainText(ACCOUNT);
  // The role lasts four hours, less than the session of jonas.
  await expect(strip(page)).toContainText(/3 h 59 min|4 h 0 min/);
  await visit(page, '#/buckets/maple-catalog');
  await expect(page.getByRole('button', { name: 'Read prices.csv' })).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(strip(page)).toContainText('Catalog afternoon');
  await strip(page).getByRole('button', { name: 'Back to jonas' }).click();
  await expectSignedIn(page, 'jonas');
  await visit(page, '#/activity');
  for (const name of ['ExitRole', 'SwitchRole', 'AssumeRole'])
    await expect(page.getByRole('main').getByRole('link', { name, exact: true })).toBeVisible();

  // The console remembers the role.
  await visit(page, '#/switch-role');
  await page.getByRole('button', { name: 'Switch to Catalog afternoon' }).click();
  await expect(strip(page)).toContainText('Catalog afternoon');
});

test('refused by the side of the caller: nobody changes, and the engine says why', async ({ page }) => {
  await playgroundAs(page, 'jonas');
  await switchTo(page, { role: 'Auditor' });
  const main = page.getByRole('main');
  await expect(main.getByRole('alert')).toHaveText(NOT_SWITCHED);
  await expect(main).toContainText(/The side of the caller/);
  await expect(main).toContainText('because no identity-based policy allows the sts:AssumeRole action');
  await expectSignedIn(page, 'jonas');
});

test('refused by the side of the role, and not even asked where there is no such account', async ({
  page,
}) => {
  await playgroundAs(page, 'amira');
  await switchTo(page, { role: 'shop/CatalogEditor' });
  const main = page.getByRole('main');
  await expect(main.getByRole('alert')).toHaveText(NOT_SWITCHED);
  await expect(main).toContainText(/the trust policy of the role does not let this caller in/);
  await expect(main.getByLabel('Statements that were read')).toContainText('JonasMayEditTheCatalog');
  await page.getByLabel(/Account ID/).fill('oak-books');
  await page.getByRole('button', { name: 'Switch role', exact: true }).click();
  await expect(main.getByRole('alert')).toHaveText(/^Invalid information in one or more fields\./);
});

test('the root user may not switch', async ({ page }) => {
  await playgroundAs(page, 'root');
  await switchTo(page, { role: 'Auditor' });
  const main = page.getByRole('main');
  await expect(main.getByRole('alert')).toHaveText(NOT_SWITCHED);
  await expect(main).toContainText('Roles may not be assumed by root accounts.');
});

test('a switch from a role replaces it, for it is asked for by who signed in', async ({ page }) => {
  await playgroundAs(page, 'amira');
  await switchTo(page, { role: 'Auditor', name: 'First look' });
  await expect(strip(page)).toContainText('First look');
  await switchTo(page, { role: 'Auditor', name: 'Second look' });
  await expect(strip(page)).toContainText(/amira.*Second look/);
  await expect(strip(page)).not.toContainText('First look');
});

test('a link to the form is filled in', async ({ page }) => {
  await playgroundAs(page, 'amira');
  await visit(page, `#/switch-role?account=${ACCOUNT}&roleName=Auditor&displayName=Look&color=blue`);
  await expect(page.getByLabel(/Account ID/)).toHaveValue(ACCOUNT);
  await expect(page.getByLabel('IAM role name')).toHaveValue('Auditor');
  await expect(page.getByLabel('Blue')).toBeChecked();
  await page.getByRole('button', { name: 'Switch role', exact: true }).click();
  await expect(strip(page)).toContainText('Look');
});

test('several are signed in side by side, each can act, and leave', async ({ page }) => {
  await playgroundAs(page, 'amira');
  await menuButton(page).click();
  await page.getByRole('menuitem', { name: 'Add another sign-in' }).click();
  await signInHere(page, 'lena');
  await switchToHeld(page, /^amira/);
  await expectSignedIn(page, 'amira');
  await switchToHeld(page, /^lena/);
  await expectSignedIn(page, 'lena');
  await menuButton(page).click();
  await page.getByRole('menuitem', { name: 'Sign out lena' }).click();
  await expectSignedIn(page, 'amira');
  await signIn(page, 'noor');
  await menuButton(page).click();
  await page.getByRole('menuitem', { name: 'Sign out all' }).click();
  await expect(strip(page)).toContainText('Not signed in');
});

async function switchToHeld(page: Page, name: RegExp): Promise<void> {
  await menuButton(page).click();
  await page.getByRole('menuitemcheckbox', { name }).click();
}

test('as time passes the end of a role nears, comes, and every request is turned away until one goes back', async ({
  page,
}) => {
  await playgroundAs(page, 'amira');
  await switchTo(page, { role: 'Auditor', name: 'Looking' });
  await expect(strip(page)).toContainText(/Time left/);
  await moveClock(page, '+15 min', '+15 min', '+15 min');
  await expect(strip(page)).toContainText(/Time left.*1[45] min/);
  await moveClock(page, '+15 min');
  await expect(strip(page)).toContainText(/ExpiredToken/);
  await visit(page, '#/buckets');
  await expect(page.getByRole('main')).toContainText('ExpiredToken');
  await visit(page, '#/session');
  await expect(page.getByRole('img', { name: /it is ended now/ })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Steps of the machine' })).toContainText('time is up');
  // Nothing runs out of a narrow window, and who acts can be read in it.
  const viewport = page.viewportSize();
  await page.setViewportSize({ width: 800, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await expect(strip(page).getByText('Looking', { exact: true })).toBeInViewport({ ratio: 0.9 });
  if (viewport) await page.setViewportSize(viewport);
  // Whoever signed in is still there.
  await strip(page).getByRole('button', { name: 'Back to amira' }).last().click();
  await expectSignedIn(page, 'amira');
  await expect(menuButton(page)).toBeFocused();
  await visit(page, '#/buckets');
  await expect(page.getByRole('link', { name: 'maple-drafts', exact: true })).toBeVisible();
  // Until that ends, too.
  await moveClock(page, '+12 h');
  await expect(strip(page)).toContainText('ExpiredToken');
  await strip(page).getByRole('link', { name: 'Sign in again' }).click();
  await expect(page.getByLabel('User name')).toHaveValue('amira');
});

test('under the glass: the machine, the credentials and the keys that they bring', async ({ page }) => {
  await playgroundAs(page, 'amira');
  await switchTo(page, { role: 'Auditor', name: 'Looking' });
  await visit(page, '#/session');
  await expect(page.getByRole('img', { name: /it is acting now/ })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Steps of the machine' })).toContainText('becomes Looking');
  const credentials = page.getByRole('region', { name: 'The credentials' });
  await expect(credentials).toContainText(`arn:aws:sts::${ACCOUNT}:assumed-role/Auditor/amira`);
  await expect(credentials).toContainText(/ASIA.*temporary credentials/s);
  const keys = page.getByRole('region', { name: 'In the context of every request' });
  const key = (name: string) => keys.getByRole('listitem').filter({ hasText: name });
  await expect(key('aws:PrincipalArn')).toContainText(`arn:aws:iam::${ACCOUNT}:role/Auditor`);
  await expect(key('aws:username')).toContainText('absent. Only IAM users have a user name.');
  await expect(key('aws:MultiFactorAuthPresent')).toContainText('false');
});

test('under the glass: what the sign-in machine refused, the refused switch, and the seconds', async ({
  page,
}) => {
  await playgroundAs(page, 'jonas');
  await switchTo(page, { role: 'Nothing' });
  await expect(page.getByRole('alert').filter({ hasText: NOT_SWITCHED })).toBeVisible();
  await visit(page, '#/sign-in');
  await page.getByRole('button', { name: 'IAM user' }).click();
  await page.getByLabel(/Account ID/).fill(account.alias);
  await page.getByLabel('User name').fill('amira');
  await page.getByLabel('Password', { exact: true }).fill('not the one');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('Your authentication information is incorrect')).toBeVisible();
  await visit(page, '#/session');
  const door = page.getByRole('list', { name: 'Steps of the sign-in machine' });
  await expect(door).toContainText(/refused by the guard isRightPassword.*checking → refused/s);
  await expect(door).not.toContainText('not the one');
  await expect(
    page.getByRole('img', { name: /^The sign-in machine:.*the guard isRightPassword refused/ }),
  ).toBeVisible();
  await page.getByText('Every way through it').click();
  const states = page.getByRole('list', { name: 'States of the sign-in machine' });
  await expect(states.locator('[aria-current=step]')).toContainText('refused');
  await expect(page.getByRole('list', { name: 'Steps of the machine' })).toContainText(
    /issue.*refused by the guard wasIssued.*AssumeRole was answered with AccessDenied/s,
  );
  const epoch = page.getByRole('listitem').filter({ hasText: 'aws:EpochTime' });
  const shown = await epoch.textContent();
  await expect(epoch).not.toHaveText(shown ?? '');
});

test('a user who was deleted meanwhile, with a long name: under the glass it is told, and the strip has room for all', async ({
  page,
}) => {
  const name = 'maximilian-featherstonehaugh-of-the-archive';
  await openSecured(page, ({ users }) => {
    Object.assign(users, {
      [name]: { ...structuredClone(users.lena), name, attached: [], id: 'AIDAMAXIMILIANAAAAAAA' },
    });
  });
  await submitUser(page, account.alias, name, passwordOf('lena'));
  await expect(strip(page)).toContainText(name);
  await signIn(page, 'root');
  await page.keyboard.press('Control+Backquote');
  const prompt = page.getByRole('region', { name: 'Terminal' }).getByRole('textbox');
  for (const act of ['delete-login-profile', 'delete-user']) {
    await prompt.fill(`aws iam ${act} --user-name ${name}`);
    await page.keyboard.press('Enter');
    await expect(prompt).toHaveValue('');
  }
  await page.keyboard.press('Control+Backquote');
  await strip(page).getByRole('button').first().click();
  await page.getByRole('menuitemcheckbox', { name }).click();
  await visit(page, '#/session');
  await expect(page.getByRole('region', { name: 'The session machine' })).toContainText(
    `The user ${name} was deleted: every request gets InvalidClientTokenId.`,
  );
  for (const width of [1280, 820, 375, 320]) {
    await page.setViewportSize({ width, height: 800 });
    for (const part of [
      strip(page).getByText('InvalidClientTokenId'),
      strip(page).getByRole('link', { name: 'Sign in again' }),
    ])
      await expect(part).toBeInViewport({ ratio: 0.99 });
    expect(await strip(page).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  }
});
