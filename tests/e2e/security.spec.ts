// Security credentials: a password, an MFA device, access keys and profiles, each act decided by the policies.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import {
  account,
  ACCOUNT,
  arnOf,
  expectSignedIn,
  implicitDeny,
  message,
  passwordOf,
  playgroundAs,
  saved,
  scenario,
  signIn,
  signInForm,
  submitRoot,
  submitUser,
  visit,
} from './bookshop.ts';
import { codeOn, freshCode } from './secured.ts';
import { carried, choose, fragmentOf, share, take } from './sharing.ts';
import { axe, expect, test } from './support.ts';

const card = (page: Page, name: RegExp | string): Locator => page.getByRole('region', { name });
const mfa = (page: Page) => card(page, /Multi-factor/);
const keys = (page: Page) => card(page, 'Access keys');
const dialog = (page: Page) => page.getByRole('dialog');
const phone = (scope: Page | Locator) => scope.getByRole('group', { name: 'Simulated phone' });

/** Takes a changed bookshop from a link. */
async function openChanged(page: Page, changed: typeof scenario): Promise<void> {
  await visit(page, fragmentOf(JSON.stringify(changed)));
  await take(page);
  await expect(page.getByRole('heading', { level: 1, name: scenario.title })).toBeVisible();
  // The app goes to the start of the new workspace a moment after it shows it.
  await expect(page).toHaveURL(/#\/$/);
}

/** The bookshop, with noor allowed to look after her own credentials, as AWS's guide has it. */
async function opened(page: Page): Promise<void> {
  const statement = {
    Effect: 'Allow',
    Action: ['iam:*AccessKey*', 'iam:*MFADevice*', 'iam:ChangePassword', 'iam:GetAccountPasswordPolicy'],
    Resource: [arnOf('noor'), `arn:aws:iam::${ACCOUNT}:mfa/*`, '*'],
  };
  const own = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const changed = structuredClone(scenario);
  Object.assign(changed.world.accounts[ACCOUNT].users.noor.inline, { OwnCredentials: own });
  await openChanged(page, changed);
  await signIn(page, 'noor');
  await visit(page, '#/security');
  await expect(page.getByRole('heading', { level: 1, name: 'My security credentials' })).toBeVisible();
}

/** Opens the dialog, and lets the phone read the code. */
async function scanned(page: Page, name: string): Promise<void> {
  await mfa(page).getByRole('button', { name: 'Assign MFA device' }).click();
  await dialog(page).getByRole('button', { name: 'Next' }).click();
  await dialog(page).getByLabel('Device name').fill(name);
  await dialog(page).getByRole('button', { name: 'Next' }).click();
  await expect(dialog(page).getByRole('img', { name: `QR code that sets up ${name}` })).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Scan with the simulated phone' }).click();
  await expect(phone(dialog(page)).getByRole('button', { name: /^Fill in/ })).toBeVisible();
}

/** Two codes of the phone, the clock of the simulated AWS moved on between them. */
async function fillIn(page: Page): Promise<void> {
  await freshCode(phone(dialog(page)));
  await phone(dialog(page))
    .getByRole('button', { name: /^Fill in/ })
    .click();
  await expect(dialog(page).getByLabel('MFA code 1')).toHaveValue(/^\d{6}$/);
  await phone(dialog(page)).getByRole('button', { name: 'Next code' }).click();
  await phone(dialog(page))
    .getByRole('button', { name: /^Fill in/ })
    .click();
  await expect(dialog(page).getByLabel('MFA code 2')).toHaveValue(/^\d{6}$/);
}

async function createKey(page: Page): Promise<{ id: string; secret: string }> {
  await keys(page).getByRole('button', { name: 'Create access key' }).click();
  await dialog(page).getByRole('checkbox').check();
  await dialog(page).getByRole('button', { name: 'Create access key' }).click();
  await dialog(page).getByRole('button', { name: 'Show secret access key' }).click();
  const values = dialog(page).getByRole('definition').locator('code');
  await expect(values.first()).toHaveText(/^AKIA[A-Z2-7]{16}$/);
  return { id: await values.nth(0).innerText(), secret: await values.nth(1).innerText() };
}

test('an authenticator app: wrong codes are refused, two in a row assign it, then it is set right and taken away', async ({
  page,
}) => {
  await opened(page);
  await scanned(page, 'noor-phone');
  const add = dialog(page).getByRole('button', { name: 'Add MFA' });
  await dialog(page).getByLabel('MFA code 1').fill('000000');
  await dialog(page).getByLabel('MFA code 2').fill('000000');
  await add.click();
  await expect(dialog(page).getByText(/InvalidAuthenticationCode/)).toBeVisible();
  await expect(dialog(page).getByText('Authentication code for device is not valid.')).toBeVisible();
  await dialog(page).getByLabel('MFA code 1').fill('');
  await dialog(page).getByLabel('MFA code 2').fill('');
  await fillIn(page);
  await add.click();
  await expect(dialog(page)).toBeHidden();
  await expect(mfa(page).getByText('noor-phone is assigned.')).toBeVisible();
  await expect(phone(mfa(page)).getByText('AWS takes a code only once')).toBeVisible();
  const devices = mfa(page).getByRole('list', { name: 'MFA devices' });
  await expect(devices.getByRole('listitem')).toHaveCount(1);
  await expect(phone(mfa(page)).getByLabel('Code of noor-phone', { exact: true })).toHaveText(
    /^\d{3} \d{3}$/,
  );

  await devices.getByRole('button', { name: 'Resync noor-phone' }).click();
  await fillIn(page);
  await dialog(page).getByRole('button', { name: 'Resync' }).click();
  await expect(mfa(page).getByText('agree on the time again')).toBeVisible();

  await devices.getByRole('button', { name: 'Deactivate noor-phone' }).click();
  await dialog(page).getByRole('button', { name: 'Deactivate' }).click();
  await expect(mfa(page).getByText('nobody’s device now')).toBeVisible();
  await mfa(page).getByRole('button', { name: 'Look for devices that nobody has' }).click();
  await mfa(page).getByRole('button', { name: 'Delete noor-phone' }).click();
  await dialog(page).getByRole('button', { name: 'Delete' }).click();
  await expect(mfa(page).getByText('noor-phone is deleted.')).toBeVisible();
  await expect(mfa(page).getByText('No MFA device')).toBeVisible();
});

test('a passkey: registered, pressed at the next sign-in, and gone when it is deactivated', async ({
  page,
}) => {
  await opened(page);
  await mfa(page).getByRole('button', { name: 'Assign MFA device' }).click();
  await dialog(page)
    .getByRole('radio', { name: /Passkey or security key/ })
    .check();
  await axe(page, 'the choice of a type of device');
  await dialog(page).getByRole('button', { name: 'Next' }).click();
  await dialog(page).getByRole('button', { name: 'Register passkey' }).click();
  await expect(dialog(page).getByText(/Give the passkey a name/)).toBeVisible();
  await dialog(page).getByLabel('Passkey name').fill('noor-key');
  await axe(page, 'a passkey being registered');
  await dialog(page).getByRole('button', { name: 'Register passkey' }).click();
  await expect(mfa(page).getByText('The passkey noor-key is assigned.')).toBeVisible();
  const devices = mfa(page).getByRole('list', { name: 'MFA devices' });
  await expect(devices).toContainText(`arn:aws:iam::${ACCOUNT}:u2f/user/noor/noor-key-`);

  await visit(page, '#/sign-in');
  await submitUser(page, ACCOUNT, 'noor', passwordOf('noor'));
  await signInForm(page)
    .getByRole('button', { name: /Use the passkey noor-key/ })
    .click();
  await expect(page).not.toHaveURL(/sign-in/);
  await visit(page, '#/security');
  await devices.getByRole('button', { name: /Deactivate noor-key/ }).click();
  await dialog(page).getByRole('button', { name: 'Deactivate' }).click();
  await expect(mfa(page).getByText('No MFA device')).toBeVisible();
});

test('a user without the permission is denied in AWS’s words, with the reason', async ({ page }) => {
  await playgroundAs(page, 'noor');
  await visit(page, '#/security');
  await expect(mfa(page).getByText('Your MFA devices cannot be shown')).toBeVisible();
  await mfa(page).getByRole('button', { name: 'Assign MFA device' }).click();
  await dialog(page).getByRole('button', { name: 'Next' }).click();
  await dialog(page).getByLabel('Device name').fill('noor-phone');
  await dialog(page).getByRole('button', { name: 'Next' }).click();
  const device = `arn:aws:iam::${ACCOUNT}:mfa/noor-phone`;
  await expect(message(page, implicitDeny('noor', 'iam:CreateVirtualMFADevice', device))).toBeVisible();
  await expect(dialog(page).getByLabel('Statements that were read')).toBeVisible();
});

/** Fills in the form of a card for another password, and sends it off. */
async function changePassword(password: Locator, before: string, after: string): Promise<void> {
  await password.getByLabel('Current password', { exact: true }).fill(before);
  await password.getByLabel('New password', { exact: true }).fill(after);
  await password.getByLabel('Confirm new password', { exact: true }).fill(after);
  await password.getByRole('button', { name: 'Change password' }).click();
}

test('a password: what the policy refuses, and another one that signs in', async ({ page }) => {
  await opened(page);
  const password = card(page, 'Console password');
  await expect(password.getByText('AWS’s default')).toBeVisible();
  const change = (before: string, after: string) => changePassword(password, before, after);
  await change('not-it', 'Maple-Leaf-2027');
  await expect(password.getByText('The old password was incorrect.')).toBeVisible();
  await change(passwordOf('noor'), 'short');
  await expect(password.getByText(/PasswordPolicyViolation/)).toBeVisible();
  await expect(password.getByText(/Password should have a minimum length of 8/)).toBeVisible();
  await change(passwordOf('noor'), 'Maple-Leaf-2027');
  await expect(password.getByText('The password is changed.')).toBeVisible();
});

test('the password of the root user: its own rules, a record of the sign-in service, and a sign-in that takes the new one', async ({
  page,
}) => {
  await playgroundAs(page, 'root');
  await visit(page, '#/security');
  const password = card(page, 'Root user password');
  await expect(password.getByText(/the password policy of the account/i)).toBeVisible();
  await changePassword(password, 'not-it', 'Maple-Leaf-2027');
  await expect(password.getByText('The old password was incorrect.')).toBeVisible();
  await changePassword(password, passwordOf('root'), account.root.email);
  await expect(password.getByText(/should not be identical to the AWS account name/)).toBeVisible();
  await changePassword(password, passwordOf('root'), 'Maple-Leaf-2027');
  await expect(password.getByText('The password is changed.')).toBeVisible();
  await axe(page, 'the changed password of the root user');

  await password.getByRole('link', { name: 'See the event' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'PasswordUpdated' })).toBeVisible();
  await expect(page.getByText('signin.amazonaws.com').first()).toBeVisible();
  await saved(page);
  await visit(page, '#/sign-in');
  await submitRoot(page, account.root.email, passwordOf('root'));
  await expect(signInForm(page).getByText(/incorrect/i)).toBeVisible();
  await submitRoot(page, account.root.email, 'Maple-Leaf-2027');
  await expectSignedIn(page, 'root');
});

test('a key: shown once, kept as a profile, used, deactivated, rotated; no link and no backup has its secret', async ({
  page,
}) => {
  test.slow();
  await opened(page);
  const first = await createKey(page);
  const started = page.waitForEvent('download');
  await dialog(page).getByRole('button', { name: 'Download .csv file' }).click();
  const file = await started;
  expect(file.suggestedFilename()).toBe('noor_accessKeys.csv');
  expect(readFileSync(await file.path(), 'utf8')).toContain(`${first.id},${first.secret}`);
  await dialog(page).getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(dialog(page).getByText('Kept as the profile noor')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await expect(keys(page).getByText('never used')).toBeVisible();

  await visit(page, '#/profiles');
  const tried = card(page, 'Try a request');
  await tried.getByRole('button', { name: 'Send the request' }).click();
  await expect(tried.getByLabel('Answer')).toContainText(arnOf('noor'));
  await visit(page, '#/security');
  await expect(keys(page).getByRole('list', { name: 'Access keys' })).toContainText(/last used .* on sts/);

  const second = await createKey(page);
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await keys(page).getByRole('button', { name: 'Create access key' }).click();
  await dialog(page).getByRole('checkbox').check();
  await dialog(page).getByRole('button', { name: 'Create access key' }).click();
  await expect(dialog(page).getByText('Cannot exceed quota for AccessKeysPerUser: 2')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await keys(page).getByText('How to rotate a key').click();
  await expect(keys(page).getByText(`Put ${second.id} to work`)).toBeVisible();
  await keys(page)
    .getByRole('button', { name: `Deactivate ${first.id}` })
    .click();
  await dialog(page).getByRole('button', { name: 'Deactivate' }).click();
  await expect(keys(page).getByText('Inactive', { exact: true })).toBeVisible();
  await saved(page);

  const link = await share(page);
  const backup = page.waitForEvent('download');
  await choose(page, 'Download backup');
  const texts = [carried(link), readFileSync(await (await backup).path(), 'utf8')];
  for (const text of texts) {
    expect(text).toContain(first.id);
    expect(text).not.toContain(first.secret);
    expect(text).not.toContain(second.secret);
  }

  await visit(page, '#/profiles');
  await tried.getByRole('button', { name: 'Send the request' }).click();
  await expect(tried.getByRole('alert')).toContainText('InvalidClientTokenId');
  await visit(page, '#/security');
  await keys(page)
    .getByRole('button', { name: `Delete ${first.id}` })
    .click();
  await dialog(page).getByRole('button', { name: 'Delete' }).click();
  await expect(keys(page).getByRole('listitem').filter({ hasText: first.id })).toHaveCount(0);
  // Kept over a reload, in this browser.
  await visit(page, '#/profiles');
  await page.reload();
  await expect(page.getByRole('article', { name: 'Profile noor' })).toContainText(first.id);
});

test('the root user: a warning before a key, its device, and findings that follow', async ({ page }) => {
  await playgroundAs(page, 'root');
  await visit(page, '#/findings');
  const recommended = card(page, 'Security recommendations');
  await expect(recommended.getByText(/Add MFA for root user/i)).toBeVisible();
  await visit(page, '#/security');
  await keys(page).getByRole('button', { name: 'Create access key' }).click();
  await expect(dialog(page).getByText('Root user access keys are not recommended.')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await scanned(page, 'owner-phone');
  await fillIn(page);
  await dialog(page).getByRole('button', { name: 'Add MFA' }).click();
  await expect(mfa(page).getByText('owner-phone is assigned.')).toBeVisible();
  await visit(page, '#/findings');
  await expect(recommended.getByText('Root user has MFA')).toBeVisible();
});

test('findings: who from outside is let in, and who may not see that', async ({ page }) => {
  const changed = structuredClone(scenario);
  const open = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::maple-drafts/*' },
    ],
  };
  Object.assign(changed.world.accounts[ACCOUNT].buckets['maple-drafts'], {
    policy: JSON.stringify(open),
  });
  await openChanged(page, changed);
  await signIn(page, 'root');
  await visit(page, '#/findings');
  const external = card(page, 'External access');
  await expect(external.getByText('everyone (*)')).toBeVisible();
  const found = external.getByRole('listitem').filter({ hasText: 'maple-drafts' });
  await expect(found.getByText('Public', { exact: true })).toBeVisible();
  await expect(found.getByRole('link', { name: /maple-drafts/ })).toHaveAttribute(
    'href',
    '#/buckets/maple-drafts',
  );
  await signIn(page, 'noor');
  await visit(page, '#/findings');
  await expect(external.getByText(/not authorized to perform: access-analyzer:ListFindingsV2/)).toBeVisible();
  await expect(
    card(page, 'Security recommendations')
      .getByText(/cannot be shown/)
      .first(),
  ).toBeVisible();
});

test('profiles as files: a role through another profile, in the words of the command line where it fails', async ({
  page,
}) => {
  await opened(page);
  const key = await createKey(page);
  await dialog(page).getByLabel('Keep it as a profile').fill('base');
  await dialog(page).getByRole('button', { name: 'Keep', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await visit(page, '#/profiles');
  await page.getByText('Read and write them as files').click();
  const config = page.getByLabel('~/.aws/config');
  await config.fill('[profile dev\nregion = eu-west-1\n');
  await page.getByRole('button', { name: 'Keep both files' }).click();
  await expect(page.getByText(/^Line 1:/)).toBeVisible();
  const role = `arn:aws:iam::${ACCOUNT}:role/Nobody`;
  await config.fill(`[profile dev]\nrole_arn = ${role}\nsource_profile = nowhere\nregion = eu-west-1\n`);
  await page.getByRole('button', { name: 'Keep both files' }).click();
  await expect(page.getByText('2 profiles are kept.')).toBeVisible();
  await expect(page.getByLabel('~/.aws/credentials')).toHaveValue(new RegExp(key.id));
  const tried = card(page, 'Try a request');
  await tried.getByLabel('Signed with the profile').selectOption('dev');
  await tried.getByRole('button', { name: 'Send the request' }).click();
  await expect(tried.getByRole('alert')).toContainText(
    'The source_profile "nowhere" referenced in the profile "dev" does not exist.',
  );
  await page.getByRole('button', { name: 'Edit dev' }).click();
  await dialog(page)
    .getByLabel(/source_profile/)
    .fill('base');
  await dialog(page).getByRole('button', { name: 'Keep profile' }).click();
  await tried.getByRole('button', { name: 'Send the request' }).click();
  await expect(tried.getByText(/not authorized to perform: sts:AssumeRole/).first()).toBeVisible();
});

test('a role that asks for MFA: the profile asks for a code as the command line does, once', async ({
  page,
}) => {
  const changed = structuredClone(scenario);
  const shop = changed.world.accounts[ACCOUNT];
  const policy = (Statement: object) => JSON.stringify({ Version: '2012-10-17', Statement });
  const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const serial = `arn:aws:iam::${ACCOUNT}:mfa/noor-phone`;
  const since = '2026-01-01T00:00:00Z';
  Object.assign(shop.users.noor.inline, {
    Own: policy({ Effect: 'Allow', Action: ['iam:*AccessKey*', 'sts:AssumeRole'], Resource: '*' }),
  });
  Object.assign(shop.mfaDevices, {
    [serial]: {
      serial,
      kind: 'virtual',
      created: since,
      seed,
      holder: { kind: 'user', name: 'noor' },
      enabled: since,
      tags: {},
    },
  });
  Object.assign(shop.roles, {
    Editor: {
      name: 'Editor',
      path: '/',
      id: 'AROAEDITOREDITOREDITO',
      created: since,
      description: '',
      trust: policy({
        Effect: 'Allow',
        Principal: { AWS: arnOf('noor') },
        Action: 'sts:AssumeRole',
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      }),
      trusted: {},
      maxSessionDuration: 3600,
      boundary: null,
      attached: [],
      inline: {},
      tags: {},
    },
  });
  await openChanged(page, changed);
  await visit(page, '#/sign-in');
  await submitUser(page, ACCOUNT, 'noor', passwordOf('noor'));
  await signInForm(page)
    .getByLabel('MFA code')
    .fill(await codeOn(page, 'noor-phone'));
  await page.keyboard.press('Enter');
  await expectSignedIn(page, 'noor');
  await visit(page, '#/security');
  await createKey(page);
  await dialog(page).getByLabel('Keep it as a profile').fill('base');
  await dialog(page).getByRole('button', { name: 'Keep', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await visit(page, '#/profiles');
  await page.getByRole('button', { name: 'Add a profile' }).click();
  await dialog(page).getByLabel('Name', { exact: true }).fill('editor');
  await dialog(page)
    .getByLabel(/role_arn/)
    .fill(`arn:aws:iam::${ACCOUNT}:role/Editor`);
  await dialog(page)
    .getByLabel(/source_profile/)
    .fill('base');
  await dialog(page)
    .getByLabel(/mfa_serial/)
    .fill(serial);
  await dialog(page).getByRole('button', { name: 'Keep profile' }).click();
  const tried = card(page, 'Try a request');
  const send = tried.getByRole('button', { name: 'Send the request' });
  const code = tried.getByLabel(`Enter MFA code for ${serial}`);
  await tried.getByLabel('Signed with the profile').selectOption('editor');
  await send.click();
  await code.fill('000000');
  await tried.getByRole('button', { name: 'Go on' }).click();
  await expect(tried.getByText(/MultiFactorAuthentication failed/).first()).toBeVisible();
  await send.click();
  await freshCode(phone(tried));
  await phone(tried)
    .getByRole('button', { name: /^Fill in/ })
    .click();
  await tried.getByRole('button', { name: 'Go on' }).click();
  await expect(tried.getByLabel('Answer')).toContainText(`assumed-role/Editor/botocore-session-`);
  await tried.getByLabel('Request').fill('s3:ListBuckets');
  await send.click();
  await expect(code).toBeHidden();
  await expect(
    tried.getByText(/assumed-role\/Editor.* is not authorized to perform: s3:ListAllMyBuckets/),
  ).toBeVisible();
});

test('axe finds no fault in the dialogs of security credentials', async ({ page }) => {
  await opened(page);
  await scanned(page, 'noor-phone');
  await axe(page, 'an MFA device being set up');
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await createKey(page);
  await axe(page, 'a new access key');
  await dialog(page).getByRole('button', { name: 'Keep', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await axe(page, 'security credentials');
  await visit(page, '#/profiles');
  await page.getByText('Read and write them as files').click();
  await axe(page, 'profiles');
  await page.getByRole('button', { name: 'Add a profile' }).click();
  await axe(page, 'a profile being written');
});
