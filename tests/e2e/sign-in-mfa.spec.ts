// Signing in with more than a password: codes, keys, a clock that is off, a lost device, passwords that have to be changed.
import type { Page } from '@playwright/test';
import {
  account,
  ACCOUNT,
  expectSignedIn,
  passwordOf,
  openPlayground,
  signInForm,
  strip,
  submitRoot,
  submitUser,
  visit,
  type Person,
} from './bookshop.ts';
import { expectFocusInSight, tabTo } from './keyboard.ts';
import {
  codeOn,
  DEVICES,
  MAY_DEACTIVATE,
  openSecured,
  phone,
  POLICY,
  submitCode,
  withDevices,
  WRONG_CODES,
} from './secured.ts';
import { axe, expect, test } from './support.ts';

const INVALID = 'The provided MFA code is invalid';
const INCORRECT = 'Your authentication information is incorrect. Please try again.';
const NOT_CHANGED =
  'Either user is not authorized to perform iam:ChangePassword or entered password does not comply with account password policy set by administrator';

const alert = (page: Page) => signInForm(page).getByRole('alert');
const arrive = (page: Page, who: Person) => submitUser(page, account.alias, who, passwordOf(who));
const shownOn = (page: Page) => phone(page).getByLabel('Code of noor-phone', { exact: true });
const expectOtherThan = (page: Page, code: string) =>
  expect(shownOn(page)).not.toHaveText(new RegExp(`${code.slice(0, 3)}\\s?${code.slice(3)}`));
const step = (page: Page, name: string) =>
  expect(signInForm(page).getByRole('heading', { level: 2, name })).toBeVisible();

async function openSignIn(page: Page): Promise<void> {
  await visit(page, '#/learn');
  await expect(page.getByRole('heading', { level: 1, name: 'Learn' })).toBeVisible();
  await visit(page, '#/sign-in');
  await expect(signInForm(page)).toBeVisible();
}

test('a wrong code is turned away, the one on the phone leads in, and Activity has it all', async ({
  page,
}) => {
  await withDevices(page);
  await arrive(page, 'noor');
  await step(page, 'Additional verification required');
  await submitCode(page, WRONG_CODES[0]);
  await expect(alert(page)).toHaveText(INVALID);
  await expect(signInForm(page).getByLabel('MFA code')).toBeFocused();
  await expect(strip(page)).toContainText('Not signed in');
  await submitCode(page, await codeOn(page, 'noor-phone'));
  await expectSignedIn(page, 'noor');

  await visit(page, '#/activity');
  const main = page.getByRole('main');
  await expect(main.getByRole('row').filter({ hasText: 'CheckMfa' })).toContainText('MFA asked for');
  const signIns = main.getByRole('row').filter({ hasText: 'ConsoleLogin' });
  await expect(signIns).toHaveCount(2);
  await expect(signIns.filter({ hasText: 'Sign-in failed' })).toHaveCount(1);
  await signIns.filter({ hasText: 'Signed in' }).getByRole('link').click();
  const record = page.getByRole('region', { name: 'Event record' });
  await expect(record).toContainText('"MFAUsed": "Yes"');
  await expect(record).toContainText(`"MFAIdentifier": "arn:aws:iam::${ACCOUNT}:mfa/noor-phone"`);
  await expect(record).toContainText('"requestParameters": null');
});

test('the root user gives a code too, and is told beforehand what it means to be the root user', async ({
  page,
}) => {
  await withDevices(page);
  await signInForm(page)
    .getByRole('link', { name: /Root user/ })
    .click();
  await page.getByText('Tasks that need the root user').click();
  await expect(page.getByText('Set up MFA delete on a bucket')).toBeVisible();
  await submitRoot(page, account.root.email, passwordOf('root'));
  await submitCode(page, await codeOn(page, 'root-account-mfa-device'));
  await expectSignedIn(page, 'root');
});

test('a phone whose clock is slow: its codes are refused until two in a row tell AWS how far it is off', async ({
  page,
}) => {
  await withDevices(page);
  await arrive(page, 'noor');
  const clock = phone(page).getByLabel('The clock of this phone is');
  const first = await codeOn(page, 'noor-phone');
  await clock.selectOption('10 minutes slow');
  await expect(phone(page).getByText(/AWS refuses them until you resync the device/)).toBeVisible();
  await expectOtherThan(page, first);
  await axe(page, 'a phone whose clock is slow');
  for (const _ of WRONG_CODES) {
    await submitCode(page, await codeOn(page, 'noor-phone'));
    await expect(alert(page)).toHaveText(INVALID);
  }
  await step(page, 'Resynchronize your MFA device');
  const form = signInForm(page);
  const shown = await codeOn(page, 'noor-phone');
  await form.getByLabel('MFA code 1').fill(shown);
  await phone(page).getByRole('button', { name: 'Next code' }).click();
  await expectOtherThan(page, shown);
  await form.getByLabel('MFA code 2').fill(await codeOn(page, 'noor-phone'));
  await form.getByRole('button', { name: 'Submit' }).click();
  await expectSignedIn(page, 'noor');

  await openSignIn(page);
  await arrive(page, 'noor');
  // Those of the other devices on it.
  await expect(phone(page).getByText(/AWS refuses some of them until you resync/)).toBeVisible();
  await submitCode(page, await codeOn(page, 'noor-phone'));
  await expectSignedIn(page, 'noor');
  await openSignIn(page);
  await arrive(page, 'noor');
  const slow = await codeOn(page, 'noor-phone');
  await clock.selectOption('right');
  await expectOtherThan(page, slow);
  await submitCode(page, await codeOn(page, 'noor-phone'));
  await expect(alert(page)).toHaveText(INVALID);
});

test('after three wrong codes, two in a row set the clock of the device right', async ({ page }) => {
  await withDevices(page);
  await arrive(page, 'noor');
  for (const code of WRONG_CODES) {
    await submitCode(page, code);
    await expect(alert(page)).toHaveText(INVALID);
  }
  await step(page, 'Resynchronize your MFA device');
  const first = await codeOn(page, 'noor-phone');
  await phone(page).getByRole('button', { name: 'Next code' }).click();
  await expectOtherThan(page, first);
  const second = await codeOn(page, 'noor-phone');
  const form = signInForm(page);
  await form.getByLabel('MFA code 1').fill(second);
  await form.getByLabel('MFA code 2').fill(first);
  await form.getByRole('button', { name: 'Submit' }).click();
  await expect(alert(page)).toHaveText(INVALID);
  await form.getByLabel('MFA code 1').fill(first);
  await form.getByLabel('MFA code 2').fill(second);
  await form.getByRole('button', { name: 'Submit' }).click();
  await expectSignedIn(page, 'noor');
});

test('the phone beside the form fills in what it shows', async ({ page }) => {
  await withDevices(page);
  await arrive(page, 'noor');
  const code = await codeOn(page, 'noor-phone');
  await phone(page).getByRole('button', { name: 'Fill in the code of noor-phone' }).click();
  await expect(signInForm(page).getByLabel('MFA code')).toHaveValue(code);
  await expect(signInForm(page).getByRole('button', { name: 'Submit' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expectSignedIn(page, 'noor');
});

test('a code is for one use: refused at the next sign-in, and the phone goes on to one that is not', async ({
  page,
}) => {
  await withDevices(page);
  await arrive(page, 'noor');
  const taken = await codeOn(page, 'noor-phone');
  await submitCode(page, taken);
  await expectSignedIn(page, 'noor');
  await openSignIn(page);
  await arrive(page, 'noor');
  // In a browser where half a minute has gone by, the phone has gone on by itself; AWS would take the code for a while yet.
  await submitCode(page, taken);
  await expect(alert(page)).toHaveText(INVALID);
  await submitCode(page, await codeOn(page, 'noor-phone'));
  await expectSignedIn(page, 'noor');
  await page.reload();
  await openSignIn(page);
  await arrive(page, 'noor');
  await submitCode(page, taken);
  await expect(alert(page)).toHaveText(INVALID);
  await submitCode(page, await codeOn(page, 'noor-phone'));
  await expectSignedIn(page, 'noor');
});

test('of several devices one is chosen; somebody else’s key is turned away', async ({ page }) => {
  await withDevices(page);
  await arrive(page, 'amira');
  await step(page, 'Choose MFA method');
  const form = signInForm(page);
  await form.getByRole('button', { name: /amira-key/ }).click();
  await form.getByRole('button', { name: /jonas-key/ }).click();
  await expect(alert(page)).toHaveText(/another key/);
  await form.getByRole('button', { name: 'Choose another device' }).click();
  await form.getByRole('button', { name: /amira-key/ }).click();
  await form.getByRole('button', { name: /Use the passkey amira-key/ }).click();
  await expectSignedIn(page, 'amira');
});

test('a lost device: who may take it off does, and the password alone is enough again', async ({ page }) => {
  await openSecured(page, (shop) => {
    Object.assign(shop.mfaDevices, DEVICES);
    Object.assign(shop.users.amira.inline, { Mfa: MAY_DEACTIVATE });
  });
  const form = signInForm(page);
  await arrive(page, 'noor');
  await form.getByText('The device is lost or broken').click();
  await expect(form.getByText('iam:DeactivateMFADevice', { exact: true })).toBeVisible();
  await expect(form.getByRole('list', { name: /^By the policies of now, these may/ })).not.toContainText(
    'jonas',
  );
  await form.getByRole('button', { name: 'Sign in as amira' }).click();
  await expect(form.getByLabel('User name')).toHaveValue('amira');
  await form.getByRole('button', { name: 'Sign in', exact: true }).click();
  await form.getByRole('button', { name: /amira-phone/ }).click();
  await submitCode(page, await codeOn(page, 'amira-phone'));
  await expectSignedIn(page, 'amira');

  await openSignIn(page);
  await arrive(page, 'noor');
  await form.getByText('The device is lost or broken').click();
  await form.getByRole('button', { name: 'Deactivate it as amira' }).click();
  await expect(form.getByLabel('User name')).toHaveValue('noor');
  await form.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expectSignedIn(page, 'noor');
});

test('a lost device: whoever is let in to help comes to it, takes it off, and leads back to its user', async ({
  page,
}) => {
  await openSecured(page, (shop) => {
    const { 'arn:aws:iam::111122223333:mfa/noor-phone': noors } = DEVICES;
    Object.assign(shop.mfaDevices, { 'arn:aws:iam::111122223333:mfa/noor-phone': noors });
    Object.assign(shop.users.amira.inline, { Mfa: MAY_DEACTIVATE });
  });
  const form = signInForm(page);
  await arrive(page, 'noor');
  await form.getByText('The device is lost or broken').click();
  await form.getByRole('button', { name: 'Sign in as amira' }).click();
  await form.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expectSignedIn(page, 'amira');
  await expect(page).toHaveURL(/#\/account\?user=noor$/);
  await expect(page.getByRole('heading', { name: 'noor', exact: true })).toBeFocused();
  await expectFocusInSight(page, 'the entry of noor');
  const take = page.getByRole('button', { name: 'Deactivate noor-phone of noor' });
  await tabTo(page, take);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await tabTo(page, dialog.getByRole('button', { name: 'Deactivate' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/noor-phone is off noor:\s+the password alone is enough/)).toBeVisible();
  await expect(take).toBeHidden();
  await expectFocusInSight(page, 'what came of it');
  await tabTo(page, page.getByRole('link', { name: 'Sign in as noor' }));
  await page.keyboard.press('Enter');
  await expect(form.getByLabel('User name')).toHaveValue('noor');
  await form.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expectSignedIn(page, 'noor');
});

test('a lost device: who may not take it off is refused, and where nobody may, the user is locked out', async ({
  page,
}) => {
  await openSecured(page, (shop, draft) => {
    Object.assign(shop.mfaDevices, DEVICES);
    Object.assign(shop.root, { login: null });
    draft.handout = draft.handout.filter(({ kind }) => kind === 'user');
  });
  const form = signInForm(page);
  await arrive(page, 'lena');
  await expectSignedIn(page, 'lena');
  await openSignIn(page);
  await arrive(page, 'noor');
  await form.getByText('The device is lost or broken').click();
  await expect(form.getByText('Nobody who can sign in is allowed to.')).toBeVisible();
  await form.getByRole('button', { name: 'Deactivate it as lena' }).click();
  await expect(
    form.getByText(/^User: .*user\/lena is not authorized to perform: iam:DeactivateMFADevice/),
  ).toBeVisible();
  await form.getByRole('button', { name: 'Cancel' }).click();
  await expect(form.getByLabel('User name')).toHaveValue('noor');
});

test('the root user has lost its device: a mail and a call lead in, to take the device away', async ({
  page,
}) => {
  await withDevices(page);
  await signInForm(page)
    .getByRole('link', { name: /Root user/ })
    .click();
  await submitRoot(page, account.root.email, passwordOf('root'));
  const form = signInForm(page);
  await form.getByText('The device is lost or broken').click();
  await form.getByRole('button', { name: 'Sign in using alternative factors' }).click();
  await form.getByRole('button', { name: 'Send verification email' }).click();
  await axe(page, 'a simulated mail');
  const mail = form.getByRole('region', { name: 'Simulated mail' }).getByRole('status');
  await form.getByLabel('Digits from the mail').fill(await mail.innerText());
  await form.getByRole('button', { name: 'Confirm e-mail' }).click();
  await form.getByRole('button', { name: 'Call me now' }).click();
  const call = form.getByRole('region', { name: 'Simulated call' }).getByRole('status');
  await form.getByLabel('Keypad of the phone').fill(await call.innerText());
  await form.getByRole('button', { name: 'Confirm phone' }).click();
  await expect(page).toHaveURL(/#\/security$/);
  const devices = page.getByRole('list', { name: 'MFA devices' });
  await devices.getByRole('button', { name: 'Deactivate root-account-mfa-device' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
  await expect(page.getByText('No MFA device')).toBeVisible();
});

async function changePassword(page: Page, password: string, again = password): Promise<void> {
  const form = signInForm(page);
  await form.getByLabel('New password', { exact: true }).fill(password);
  await form.getByLabel('Retype new password', { exact: true }).fill(again);
  await form.getByRole('button', { name: 'Confirm password change' }).click();
}

test('the sign-in link of the account begins anew, whoever was half-way in', async ({ page }) => {
  await openSecured(page, (shop) => {
    shop.users.lena.login.resetRequired = true;
  });
  await arrive(page, 'lena');
  await step(page, 'Change your password');
  await visit(page, '#/account');
  await page.getByRole('link', { name: /sign-in\?account=maple-books$/ }).click();
  await expect(signInForm(page).getByLabel(/Account ID/)).toHaveValue('maple-books');
  await expect(signInForm(page).getByLabel('User name')).toHaveValue('');
});

test('a first password is to be changed, which takes the permission to change it', async ({ page }) => {
  await openSecured(page, (shop) => {
    shop.users.lena.login.resetRequired = true;
  });
  await arrive(page, 'lena');
  await step(page, 'Change your password');
  await changePassword(page, 'Lena-has-another-1', 'Lena-has-another-2');
  await expect(signInForm(page).getByText('The two are not the same.')).toBeVisible();
  await expect(signInForm(page).getByLabel('Retype new password', { exact: true })).toBeFocused();
  await expectFocusInSight(page, 'the password to be typed again');
  await changePassword(page, 'Lena-has-another-1');
  await expect(alert(page)).toHaveText(NOT_CHANGED);
  await expect(strip(page)).toContainText('Not signed in');
  await expect(signInForm(page)).toContainText('It was the first of the two.');
  // In place: the sign-in goes on where it was.
  await signInForm(page).getByText('See how the request was decided').click();
  await expect(page.getByLabel('Statements that were read')).toBeVisible();
  await step(page, 'Change your password');
  await visit(page, '#/activity');
  await expect(page.getByRole('row').filter({ hasText: 'PasswordUpdated' })).toContainText(
    'Password not changed',
  );
});

test('where the account lets users change their password, a poor one is refused and a good one leads in', async ({
  page,
}) => {
  await openSecured(page, (shop) => {
    shop.users.lena.login.resetRequired = true;
    Object.assign(shop, { passwordPolicy: { ...POLICY, allowUsersToChange: true } });
  });
  await arrive(page, 'lena');
  await changePassword(page, 'short');
  await expect(alert(page)).toHaveText(NOT_CHANGED);
  await expect(signInForm(page)).toContainText(
    'It was the second of the two. Password should have a minimum length of 10',
  );
  await changePassword(page, 'Lena-has-another-1');
  await expectSignedIn(page, 'lena');
  await openSignIn(page);
  await arrive(page, 'lena');
  await expect(alert(page)).toHaveText(INCORRECT);
  await submitUser(page, account.alias, 'lena', 'Lena-has-another-1');
  await expect(page).not.toHaveURL(/sign-in/);
});

for (const hardExpiry of [false, true]) {
  test(`an expired password ${hardExpiry ? 'lets nobody in' : 'has to be changed'}`, async ({ page }) => {
    await openSecured(page, (shop) => {
      Object.assign(shop, {
        passwordPolicy: { ...POLICY, allowUsersToChange: true, maxAge: 1, hardExpiry },
      });
    });
    await arrive(page, 'noor');
    if (hardExpiry) {
      await expect(alert(page)).toHaveText(/^Your password has expired/);
      return;
    }
    await step(page, 'Change your password');
    await changePassword(page, 'noor-writes-more-news-2');
    await expectSignedIn(page, 'noor');
    const notice = page.getByRole('region', { name: 'About your password' });
    await expect(notice).toContainText('Your password expires in 1 day.');
    await axe(page, 'a password about to expire');
    await notice.getByRole('link', { name: 'Change it now' }).click();
    await expect(page).toHaveURL(/#\/security$/);
  });
}

test('the sign-in address of an account fills in the account', async ({ page }) => {
  await openPlayground(page);
  for (const where of [ACCOUNT, 'oak-books']) {
    await visit(page, `#/sign-in?account=${where}`);
    await expect(signInForm(page).getByLabel(/Account ID/)).toHaveValue(where);
  }
  await visit(page, '#/account');
  await page.getByRole('link', { name: new RegExp(`#/sign-in\\?account=${account.alias}$`) }).click();
  await expect(signInForm(page).getByLabel(/Account ID/)).toHaveValue(account.alias);
  await expect(signInForm(page).getByLabel('User name')).toBeFocused();
});

test('a sixth identity waits until one of the five has signed out', async ({ page }) => {
  await openSecured(page, (shop) => {
    Object.assign(shop.users, { tess: { ...shop.users.noor, name: 'tess', id: 'AIDATESSAAAAAAAAAAAAA' } });
  });
  for (const who of ['noor', 'amira', 'jonas', 'lena'] as const) {
    await arrive(page, who);
    await expectSignedIn(page, who);
    await openSignIn(page);
  }
  await submitRoot(page, account.root.email, passwordOf('root'));
  await expectSignedIn(page, 'root');
  await openSignIn(page);
  await submitUser(page, account.alias, 'tess', passwordOf('noor'));
  await step(page, 'Five identities are signed in');
  await signInForm(page).getByRole('button', { name: 'Sign out jonas' }).click();
  await expect(strip(page)).toContainText('tess');
  // Nobody would be a sixth as well.
  await visit(page, '#/credentials/anonymous');
  await page.getByRole('button', { name: 'Act as nobody' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Sign out lena' }).click();
  await expectFocusInSight(page, 'after somebody has signed out');
  await page.getByRole('button', { name: 'Act as nobody' }).click();
  await expect(strip(page)).toContainText('Nobody');
});

test('with the keyboard alone: a code, and a new password', async ({ page }) => {
  await openSecured(page, (shop) => {
    Object.assign(shop.mfaDevices, DEVICES);
    shop.users.noor.login.resetRequired = true;
    Object.assign(shop, { passwordPolicy: { ...POLICY, allowUsersToChange: true } });
  });
  await tabTo(page, page.getByRole('button', { name: 'Fill in noor' }));
  await page.keyboard.press('Enter');
  await expect(signInForm(page).getByRole('button', { name: 'Sign in', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(signInForm(page).getByLabel('MFA code')).toBeFocused();
  await page.keyboard.type(await codeOn(page, 'noor-phone'));
  await page.keyboard.press('Enter');
  await step(page, 'Change your password');
  await tabTo(page, signInForm(page).getByLabel('New password', { exact: true }));
  await page.keyboard.type('noor-writes-more-news-2');
  await tabTo(page, signInForm(page).getByLabel('Retype new password', { exact: true }));
  await page.keyboard.type('noor-writes-more-news-2');
  await page.keyboard.press('Enter');
  await expectSignedIn(page, 'noor');
});

test('who leaves a forced change and comes back is told why the old password is asked for again', async ({
  page,
}) => {
  await openSecured(page, (shop) => {
    shop.users.noor.login.resetRequired = true;
    Object.assign(shop, { passwordPolicy: { ...POLICY, allowUsersToChange: true } });
  });
  await arrive(page, 'noor');
  await step(page, 'Change your password');
  const form = signInForm(page);
  await expect(form.getByLabel('Old password', { exact: true })).toHaveValue(passwordOf('noor'));
  await visit(page, '#/learn');
  await expect(page.getByRole('heading', { level: 1, name: 'Learn' })).toBeVisible();
  await visit(page, '#/sign-in');
  await step(page, 'Change your password');
  await expect(form.getByLabel('Old password', { exact: true })).toHaveAccessibleDescription(
    /kept nowhere, so type it once more/,
  );
  await form.getByLabel('Old password', { exact: true }).fill(passwordOf('noor'));
  await form.getByLabel('New password', { exact: true }).fill('noor-writes-more-news-2');
  await form.getByLabel('Retype new password', { exact: true }).fill('noor-writes-more-news-2');
  await form.getByRole('button', { name: 'Confirm password change' }).click();
  await expectSignedIn(page, 'noor');
});

test('under the glass a sign-in that is under way is seen where it stands, and goes on there afterwards', async ({
  page,
}) => {
  await withDevices(page);
  await arrive(page, 'noor');
  await step(page, 'Additional verification required');
  await submitCode(page, WRONG_CODES[0]);
  await expect(alert(page)).toHaveText(INVALID);
  await visit(page, '#/session');
  const machine = page.getByRole('region', { name: 'The sign-in machine' });
  await expect(machine).toContainText('A sign-in is under way, at enteringCode');
  await expect(machine.getByRole('img')).toHaveAccessibleName(
    /It is at enteringCode\. Just now the guard isRightCode refused submitCode/,
  );
  await machine.getByText('Every way through it').click();
  await expect(machine.locator('[aria-current=step]')).toContainText(
    /^\s*enteringCode\s*now.*if isRightCode refuses\s*just taken/s,
  );
  await expect(machine).toContainText('refused by the guard isRightCode');
  await expect(machine).not.toContainText(WRONG_CODES[0]);
  await machine.getByRole('link', { name: 'go on with it' }).click();
  await step(page, 'Additional verification required');
  await expect(alert(page)).toHaveText(INVALID);
  await expect(signInForm(page).getByLabel('MFA code')).toBeFocused();
  await submitCode(page, await codeOn(page, 'noor-phone'));
  await expectSignedIn(page, 'noor');
  await visit(page, '#/session');
  await expect(machine).toContainText('somebody is signed in');
  await visit(page, '#/sign-in');
  await expect(signInForm(page).getByLabel('User name')).toBeVisible();
});
