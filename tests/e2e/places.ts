// Every place of the app, as journeys that stop at each: for what has to be true everywhere.
import type { Page } from '@playwright/test';
import {
  account,
  openPlayground,
  passwordOf,
  playgroundAs,
  scenario,
  signIn,
  signInForm,
  submitUser,
  visit,
  writeObject,
} from './bookshop.ts';
import {
  actAs,
  expectActing,
  fillRole,
  JONAS_KEY,
  openDelegation,
  roleArn,
  sendRole,
  signWith,
} from './delegation.ts';
import { editor, openPolicy, replaceText } from './desk.ts';
import { DEVICES, openSecured, submitCode, WRONG_CODES } from './secured.ts';
import { fragmentOf } from './sharing.ts';
import { expect } from './support.ts';

/** Goes through places, and stops at each with its name. */
export type Journey = (page: Page) => AsyncGenerator<string, void>;

const heading = (page: Page, name: string | RegExp, level = 1) =>
  expect(page.getByRole('main').getByRole('heading', { level, name }).first()).toBeVisible();

async function* firstVisit(page: Page): AsyncGenerator<string, void> {
  await visit(page, '');
  await expect(page.getByRole('button', { name: 'Open the playground' })).toBeVisible();
  yield 'the start, before anything is open';
  await visit(page, '#/learn');
  await heading(page, 'Learn');
  yield 'the lessons, before anything is open';
  await visit(page, '#/learn/first-refusal');
  await heading(page, 'The first refusal');
  yield 'a lesson, before anything is open';
  await visit(page, '#/buckets');
  await expect(page.getByText('No account is open')).toBeVisible();
  yield 'a place of an account, before anything is open';
  await visit(page, '#/no/such/place');
  await expect(page.getByText('There is no such place')).toBeVisible();
  yield 'an address that is no place';
  await visit(page, fragmentOf(JSON.stringify(scenario)));
  await heading(page, scenario.title, 2);
  yield 'a link with an account';
  await visit(page, '#share=1.cut-off');
  await heading(page, /damaged/, 2);
  yield 'a link that is damaged';
}

async function* signedOut(page: Page): AsyncGenerator<string, void> {
  await openPlayground(page);
  yield 'the start, with a workspace';
  await visit(page, '#/account');
  await heading(page, account.name);
  yield 'users and groups';
  await visit(page, '#/policies');
  await heading(page, 'Policies');
  yield 'policies';
  await visit(page, '#/buckets');
  await expect(page.getByText('Nobody is signed in')).toBeVisible();
  yield 'buckets, with nobody signed in';
  for (const place of ['security', 'findings']) {
    await visit(page, `#/${place}`);
    await expect(page.getByText('Nobody is signed in')).toBeVisible();
    yield `${place}, with nobody signed in`;
  }
  await visit(page, '#/endpoints');
  await expect(page.getByText('Nobody is signed in')).toBeVisible();
  yield 'VPC endpoints, with nobody signed in';
  await visit(page, '#/boundary/noor');
  await page.getByRole('radio', { name: /^WriteDrafts/ }).check();
  await expect(page.getByRole('textbox', { name: 'Policy document of WriteDrafts' })).toBeVisible();
  yield 'a policy that could be a boundary, with nobody signed in';
  await visit(page, '#/profiles');
  await expect(page.getByText('No profiles yet')).toBeVisible();
  yield 'profiles, with none kept';
  await visit(page, '#/activity');
  await expect(page.getByText('Nothing has been asked yet')).toBeVisible();
  yield 'activity, with nothing asked';
  await visit(page, '#/map');
  await expect(page.getByRole('group', { name: 'Map of the account' })).toBeVisible();
  await page.getByText('The map in words').click();
  yield 'the map of the account, and in words';
  await visit(page, '#/sign-in');
  const form = signInForm(page);
  await form.getByLabel('User name').fill('noor');
  await form.getByLabel('Password', { exact: true }).fill('wrong');
  await form.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(form.getByRole('alert')).toBeVisible();
  yield 'sign in as an IAM user, turned away';
  await form.getByRole('link', { name: /Root user/ }).click();
  await expect(form.getByLabel(/email/i)).toBeVisible();
  yield 'sign in as root, the e-mail address';
  await form.getByLabel(/email/i).fill(account.root.email);
  await form.getByRole('button', { name: 'Next' }).click();
  await expect(form.getByLabel('Password', { exact: true })).toBeVisible();
  yield 'sign in as root, the password';
}

async function* acting(page: Page): AsyncGenerator<string, void> {
  await playgroundAs(page, 'noor');
  await visit(page, '#/buckets');
  await expect(page.getByRole('link', { name: 'maple-drafts', exact: true })).toBeVisible();
  yield 'buckets';
  await visit(page, '#/buckets/maple-catalog');
  await expect(page.getByLabel('Statements that were read')).toBeVisible();
  yield 'a bucket that may not be listed';
  await visit(page, '#/buckets/maple-drafts?prefix=spring%2F');
  await page.getByText(/why\?/).click();
  await expect(page.getByLabel('Statements that were read')).toBeVisible();
  yield 'a bucket, and why it was listed';
  await page.getByRole('button', { name: 'Read cover.md' }).click();
  await expect(page.getByLabel(/^Content of/)).toBeVisible();
  yield 'an object';
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('button', { name: 'Delete cover.md' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  yield 'whether to delete an object';
  await page.getByRole('dialog').getByRole('button', { name: /Keep/ }).click();
  await writeObject(page, 'maple-drafts', 'summer/newsletter.md', 'Summer!');
  await expect(page.getByRole('dialog').getByLabel('Statements that were read')).toBeVisible();
  yield 'an object that was refused, and why';
  await page.getByRole('dialog').getByRole('link', { name: 'Open the policy' }).click();
  await expect(page.getByRole('list', { name: 'Marked lines' })).toBeVisible();
  yield 'a policy, with the marks of a request';
  await replaceText(page, '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Alow" }] }');
  await expect(editor(page)).toContainText('Alow');
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByLabel('Statements that were read')).toBeVisible();
  yield 'a policy that was not saved, and why';
}

async function* lookingBack(page: Page): AsyncGenerator<string, void> {
  await playgroundAs(page, 'amira');
  await visit(page, '#/security');
  await expect(page.getByText('No access keys')).toBeVisible();
  yield 'security credentials';
  await page.getByRole('button', { name: 'Create access key' }).click();
  await page.getByRole('dialog').getByRole('checkbox').check();
  await page.getByRole('dialog').getByRole('button', { name: 'Create access key' }).click();
  await expect(page.getByRole('dialog').getByLabel('Statements that were read')).toBeVisible();
  yield 'an access key that was refused, and why';
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await visit(page, '#/findings');
  await expect(page.getByText('Add MFA for users with a password')).toBeVisible();
  yield 'findings';
  await visit(page, '#/profiles');
  await page.getByRole('button', { name: 'Add a profile' }).click();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('shop');
  yield 'a profile being written';
  await page.getByRole('dialog').getByRole('button', { name: 'Keep profile' }).click();
  await page.getByText('Read and write them as files').click();
  await page.getByRole('button', { name: 'Send the request' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'NoCredentialsError' })).toBeVisible();
  yield 'profiles, and a request that could not be signed';
  await visit(page, '#/buckets/maple-catalog?prefix=archive%2F');
  await page.getByRole('button', { name: 'Delete 2025-prices.csv' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await expect(page.getByLabel('Statements that were read')).toBeVisible();
  yield 'an object that was not deleted, and why';
  await page.getByRole('link', { name: 'Show on the map' }).click();
  await expect(page.getByRole('group', { name: 'Map of the request' })).toBeVisible();
  yield 'the map of a request';
  await page.getByRole('button', { name: 'Whole account' }).click();
  await page.getByText('The map in words').click();
  yield 'a request on the map of the account, and in words';
  await visit(page, '#/activity');
  await expect(page.getByRole('main').getByRole('link', { name: 'DeleteObject' })).toBeVisible();
  yield 'activity';
  await page.getByRole('main').getByRole('link', { name: 'DeleteObject' }).click();
  await expect(page.getByRole('region', { name: 'Event record' })).toBeVisible();
  yield 'an event';
  await openPolicy(page, 'AmazonS3ReadOnlyAccess');
  yield 'a policy of AWS';
  await openPolicy(page, 'Trust policy of Auditor');
  yield 'a trust policy';
  await visit(page, '#/policies');
  await page.getByRole('link', { name: 'New policy' }).click();
  await expect(page.getByRole('textbox', { name: /^Policy document/ })).toBeVisible();
  yield 'a new policy';
  await visit(page, '#/policies');
  await page.getByRole('searchbox', { name: 'Search the policies' }).fill('s3 read');
  await heading(page, 'AWS managed policies', 2);
  yield 'AWS managed policies that were searched for';
  await visit(page, '#/policies/new');
  await expect(page.getByRole('textbox', { name: /^Policy document/ })).toBeVisible();
  await page.getByRole('button', { name: 'Keys', exact: true }).click();
  yield 'the keys of the editor';
  await visit(page, '#/learn/first-refusal');
  await expect(page.getByRole('complementary', { name: 'Tasks' }).getByRole('listitem')).toHaveCount(4);
  yield 'a lesson with its tasks';
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Workspace/ })
    .click();
  await expect(page.getByRole('menu')).toBeVisible();
  yield 'the menu of workspaces';
  await page.getByRole('menuitem', { name: 'Share…' }).click();
  await expect(page.getByRole('dialog').getByLabel(/^Link/)).toBeVisible();
  yield 'the link to share';
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('group', { name: 'Signed in as' }).getByRole('button').click();
  await expect(page.getByRole('menu')).toBeVisible();
  yield 'the menu of who is signed in';
}

async function* being(page: Page): AsyncGenerator<string, void> {
  await playgroundAs(page, 'jonas');
  await visit(page, '#/switch-role');
  await heading(page, 'Switch role');
  yield 'switching roles';
  await page.getByLabel(/Account ID/).fill(account.alias);
  await page.getByLabel('IAM role name').fill('Auditor');
  await page.getByRole('button', { name: 'Switch role', exact: true }).click();
  await expect(page.getByLabel('Statements that were read')).toBeVisible();
  yield 'a role that was not switched to, and why';
  await page.getByLabel('IAM role name').fill('shop/CatalogEditor');
  await page.getByLabel(/Display name/).fill('Afternoons in the catalog of the bookshop');
  await page.getByLabel('Green').check();
  await page.getByRole('button', { name: 'Switch role', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Back to jonas' })).toBeVisible();
  await visit(page, '#/session');
  await heading(page, 'Under the glass');
  yield 'under the glass, as a role';
  await page.getByRole('button', { name: '+12 h' }).click();
  await expect(page.getByRole('group', { name: 'Signed in as' })).toContainText('ExpiredToken');
  yield 'under the glass, with a session that has ended';
  await visit(page, '#/switch-role');
  await expect(page.getByRole('heading', { name: 'Recent roles' })).toBeVisible();
  yield 'the roles that were switched to';
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Workspace/ })
    .click();
  await page.getByRole('menuitem', { name: 'Move the clock…' }).click();
  await expect(page.getByRole('dialog', { name: 'Clock' })).toBeVisible();
  yield 'the clock';
}

async function* fromOutside(page: Page): AsyncGenerator<string, void> {
  await playgroundAs(page, 'jonas');
  await visit(page, '#/directory');
  await heading(page, 'Directories');
  yield 'the directories';
  await page.getByRole('button', { name: 'Edit Ines' }).click();
  await expect(page.getByRole('dialog').getByLabel('User name')).toHaveValue('ines');
  yield 'a person of a directory';
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add a provider' }).click();
  await expect(page.getByRole('dialog').getByRole('radio', { name: /GitHub Actions/ })).toBeVisible();
  yield 'a new provider of tokens';
  await page.keyboard.press('Escape');
  await expect(page.getByLabel(/^Name of a new SAML provider/)).toBeHidden();
  await page.getByRole('button', { name: 'Add a company' }).click();
  const company = page.getByRole('dialog', { name: 'Add a company' });
  await company.getByLabel('Name', { exact: true }).fill('Elm Tools');
  await company.getByLabel('Entity ID').fill('https://directory.elm-tools.example/saml');
  await company.getByRole('button', { name: 'Add company' }).click();
  await page.getByLabel(/^Name of a new SAML provider/).fill('Second');
  await page.getByRole('button', { name: 'Create with this metadata' }).click();
  await expect(page.getByLabel('Statements that were read')).toBeVisible();
  // No button half under the header.
  await page.evaluate(() => scrollTo(0, 0));
  yield 'a provider that was not created, and why';
  await visit(page, '#/sign-in/federated');
  await page.getByText('Have the directory make a mistake').click();
  await page.getByRole('button', { name: 'Sign in to Maple Street Books' }).click();
  await page.getByRole('radio', { name: /not offered/ }).check();
  await page.getByLabel('Role ARN').fill('arn:aws:iam::111122223333:role/Other');
  await page.getByLabel('Provider ARN').fill('arn:aws:iam::111122223333:saml-provider/MapleDirectory');
  await page.getByRole('button', { name: 'Sign in to AWS' }).click();
  await expect(page.getByText('Not authorized to perform sts:AssumeRoleWithSAML').first()).toBeVisible();
  yield 'a response that was refused';
  await visit(page, '#/sign-in/federated?door=oidc');
  await page.getByLabel('Token for').selectOption("A stranger's repository");
  await page.getByText('The keys that the provider publishes').click();
  await page.getByRole('button', { name: 'Sign the token' }).click();
  await page.getByRole('button', { name: 'Assume the role' }).click();
  await expect(
    page.getByText('Not authorized to perform sts:AssumeRoleWithWebIdentity').first(),
  ).toBeVisible();
  yield 'a token that was refused';
  await visit(page, '#/sign-in/federated?door=portal');
  await expect(page.getByRole('button', { name: /Sign in with CatalogReader/ })).toBeVisible();
  yield 'the access portal';
}

async function* borrowing(page: Page): AsyncGenerator<string, void> {
  await openDelegation(page);
  await visit(page, '#/credentials');
  await expect(page.getByText('Nobody is signed in')).toBeVisible();
  yield 'credentials, with nobody signed in';
  await visit(page, '#/credentials/services');
  await expect(page.getByRole('button', { name: /^Run as it/ })).toHaveCount(2);
  yield 'instances and functions';
  await signIn(page, 'root');
  await visit(page, '#/endpoints');
  await expect(page.getByText(/^No VPC endpoints in/)).toBeVisible();
  yield 'VPC endpoints, with none';
  await visit(page, '#/endpoints/new');
  await page.getByRole('radio', { name: /^Custom/ }).check();
  await expect(page.getByRole('textbox', { name: /^Policy document of/ })).toBeVisible();
  yield 'a VPC endpoint to be made, with a policy of its own';
  await page.getByRole('button', { name: 'Create endpoint' }).click();
  await heading(page, /^vpce-/);
  await expect(editor(page)).toBeVisible();
  yield 'a VPC endpoint';
  await visit(page, '#/endpoints');
  await expect(page.getByText(/^1 endpoint in/)).toBeVisible();
  yield 'VPC endpoints';
  await visit(page, '#/policies/new');
  await page.getByRole('link', { name: /function:print-labels$/ }).click();
  await expect(page.getByRole('button', { name: 'Add permission' })).toBeVisible();
  await expect(editor(page)).toBeVisible();
  yield 'the policy of a function, and its permissions';
  await visit(page, '#/boundary/Desk?of=role');
  await heading(page, 'Permissions boundary of Desk');
  yield 'a role without a boundary';
  await signIn(page, 'noor');
  await fillRole(page, roleArn('Night'));
  await page.getByText('Session tags').click();
  await page.getByRole('button', { name: 'Add a tag' }).click();
  await page.getByText('Session policies', { exact: true }).click();
  await page.getByRole('button', { name: 'Add a managed policy' }).click();
  await page.getByText('MFA', { exact: true }).last().click();
  yield 'a role to assume, with all that can be sent';
  await fillRole(page, roleArn('Last'));
  await sendRole(page);
  await expect(page.getByText('Which side said no?')).toBeVisible();
  yield 'a role that was not assumed, and why';
  await fillRole(page, roleArn('Desk'));
  await sendRole(page);
  await expect(page.getByRole('region', { name: 'Credentials of Desk/noor' })).toBeVisible();
  yield 'credentials that were handed out';
  await actAs(page, 'Desk/noor');
  yield 'a role to assume, while acting as another';
  for (const [way, title] of [
    ['session-token', 'GetSessionToken'],
    ['federation-token', 'GetFederationToken'],
    ['assume-root', 'AssumeRoot'],
    ['revoke-sessions', 'Revoke active sessions'],
  ] as const) {
    await visit(page, `#/credentials/${way}`);
    await heading(page, title, 2);
    yield title;
  }
  await signWith(page, JONAS_KEY);
  await expectActing(page, 'jonas');
  await page.getByRole('button', { name: 'Create access key' }).click();
  await expect(page.getByRole('region', { name: 'Credentials of jonas' })).toBeVisible();
  yield 'access keys, one of them made just now';
  await visit(page, '#/credentials/anonymous');
  await page.getByRole('button', { name: 'Act as nobody' }).click();
  await expectActing(page, 'Nobody');
  yield 'to act as nobody';
}

async function* demanded(page: Page): AsyncGenerator<string, void> {
  await openSecured(page, (shop) => {
    Object.assign(shop.mfaDevices, DEVICES);
    shop.users.lena.login.resetRequired = true;
  });
  const form = signInForm(page);
  await form.getByRole('link', { name: /Root user/ }).click();
  await page.getByText('Tasks that need the root user').click();
  yield 'sign in as root, and the tasks of it';
  await submitUser(page, account.alias, 'noor', passwordOf('noor'));
  await form.getByText('The device is lost or broken').click();
  await expect(form.getByText('By the policies of now, these may.')).toBeVisible();
  yield 'a code is asked for, the phone, and what to do without it';
  for (const code of WRONG_CODES) await submitCode(page, code);
  await expect(form.getByLabel('MFA code 2')).toBeVisible();
  yield 'two codes are asked for';
  await form.getByRole('button', { name: 'Cancel' }).click();
  await submitUser(page, account.alias, 'amira', passwordOf('amira'));
  await expect(form.getByRole('heading', { name: 'Choose MFA method' })).toBeVisible();
  yield 'one of several devices is asked for';
  await form.getByRole('button', { name: /amira-key/ }).click();
  await form.getByRole('button', { name: /jonas-key/ }).click();
  await expect(form.getByRole('alert')).toBeVisible();
  yield 'a passkey is asked for, and another was pressed';
  await form.getByRole('button', { name: 'Choose another device' }).click();
  await form.getByRole('button', { name: 'Cancel' }).click();
  await submitUser(page, account.alias, 'lena', passwordOf('lena'));
  await form.getByLabel('New password', { exact: true }).fill('Lena-has-another-1');
  await form.getByLabel('Retype new password', { exact: true }).fill('Lena-has-another-1');
  await form.getByRole('button', { name: 'Confirm password change' }).click();
  await expect(form.getByText('It was the first of the two.')).toBeVisible();
  yield 'a password has to be changed, and may not';
  await visit(page, '#/activity');
  await expect(page.getByRole('main').getByRole('link', { name: 'PasswordUpdated' })).toBeVisible();
  yield 'activity, with sign-ins';
  await page.getByRole('main').getByRole('link', { name: 'PasswordUpdated' }).click();
  await expect(page.getByRole('region', { name: 'Event record' })).toBeVisible();
  yield 'the record of a sign-in';
}

export const JOURNEYS: readonly (readonly [string, Journey])[] = [
  ['on a first visit', firstVisit],
  ['with nobody signed in', signedOut],
  ['when a password is not enough', demanded],
  ['while noor acts', acting],
  ['when amira looks back', lookingBack],
  ['while jonas becomes a role', being],
  ['when others vouch', fromOutside],
  ['when noor borrows credentials', borrowing],
];
