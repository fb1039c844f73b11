// Every place of the app, as journeys that stop at each: for what has to be true everywhere.
import type { Page } from '@playwright/test';
import {
  account,
  openPlayground,
  playgroundAs,
  scenario,
  signInForm,
  visit,
  writeObject,
} from './bookshop.ts';
import { editor, openPolicy, replaceText } from './desk.ts';
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
  await form.getByRole('radio', { name: /Root user/ }).check();
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

export const JOURNEYS: readonly (readonly [string, Journey])[] = [
  ['on a first visit', firstVisit],
  ['with nobody signed in', signedOut],
  ['while noor acts', acting],
  ['when amira looks back', lookingBack],
  ['while jonas becomes a role', being],
];
