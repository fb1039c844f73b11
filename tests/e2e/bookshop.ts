// The bookshop playground as the journeys meet it: its people and policies, and the steps that most journeys begin with.
import type { Locator, Page } from '@playwright/test';
import scenario from '../../src/lessons/bookshop/scenario.json' with { type: 'json' };
import { expect } from './support.ts';

export { scenario };

export const ACCOUNT = '111122223333';
export const account = scenario.world.accounts[ACCOUNT];

/** Names of users, or the root user. */
export type Person = keyof typeof account.users | 'root';

export const arnOf = (who: Person): string =>
  `arn:aws:iam::${ACCOUNT}:${who === 'root' ? 'root' : `user/${who}`}`;

export function passwordOf(who: Person): string {
  const entry = scenario.handout.find(({ kind, name }) => (who === 'root' ? kind === 'root' : name === who));
  if (!entry) throw new Error(`The playground hands out no password of ${who}.`);
  return entry.password;
}

/** Goes to a place as its link would: without loading the page anew when the app is open already. */
export const visit = (page: Page, fragment: string) => page.goto(`./${fragment}`);

export const bucketAddress = (bucket: string, prefix = ''): string =>
  `#/buckets/${bucket}${prefix === '' ? '' : `?prefix=${encodeURIComponent(prefix)}`}`;

/** The first visit of a browser: opens the playground from the start. */
export async function openPlayground(page: Page): Promise<void> {
  await visit(page, '');
  await page.getByRole('button', { name: 'Open the playground' }).click();
  await expect(page.getByRole('heading', { level: 1, name: scenario.title })).toBeVisible();
  // The app goes to the start of the new workspace a moment after it shows it.
  await expect(page).toHaveURL(/#\/$/);
}

/** The strip that always says who is signed in. */
export const strip = (page: Page): Locator => page.getByRole('group', { name: 'Signed in as' });

export const signInForm = (page: Page): Locator =>
  page.getByRole('main').getByRole('region', { name: 'Sign in' });

/** Fills in the door of IAM users and sends it off; whether that succeeds is up to the caller. */
export async function submitUser(page: Page, where: string, name: string, password: string): Promise<void> {
  const form = signInForm(page);
  await form.getByRole('link', { name: /IAM user/ }).click();
  await form.getByLabel(/Account ID/).fill(where);
  await form.getByLabel('User name').fill(name);
  await form.getByLabel('Password', { exact: true }).fill(password);
  await form.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Fills in the door of the root user, e-mail first, and sends it off. */
export async function submitRoot(page: Page, email: string, password: string): Promise<void> {
  const form = signInForm(page);
  await form.getByRole('link', { name: /Root user/ }).click();
  const change = form.getByRole('button', { name: 'Change' });
  if (await change.isVisible()) await change.click();
  await form.getByLabel(/email/i).fill(email);
  await form.getByRole('button', { name: 'Next' }).click();
  await form.getByLabel('Password', { exact: true }).fill(password);
  await form.getByRole('button', { name: 'Sign in', exact: true }).click();
}

export const expectSignedIn = (page: Page, who: Person) =>
  expect(strip(page)).toContainText(
    who === 'root' ? new RegExp(`Root user.*${ACCOUNT}`) : new RegExp(`IAM user\\s+${who}\\b.*${ACCOUNT}`),
  );

/** Signs in on the sign-in page, over whoever was signed in before, and ends at the place before that page. */
export async function signInHere(page: Page, who: Person): Promise<void> {
  if (who === 'root') await submitRoot(page, account.root.email, passwordOf(who));
  else await submitUser(page, account.alias, who, passwordOf(who));
  await expectSignedIn(page, who);
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Signs in, and ends at a place that makes no request of its own. */
export async function signIn(page: Page, who: Person): Promise<void> {
  await visit(page, '#/learn');
  await expect(page.getByRole('heading', { level: 1, name: 'Learn' })).toBeVisible();
  await visit(page, '#/sign-in');
  await signInHere(page, who);
}

/** The playground, with somebody signed in to it. */
export async function playgroundAs(page: Page, who: Person): Promise<void> {
  await openPlayground(page);
  await signIn(page, who);
}

/** Waits until everything on the screen is safe in the browser's database. */
export const saved = (page: Page) =>
  expect(page.getByRole('banner').getByText(/^(workspace )?saved$/i)).toBeVisible();

/** Opens a bucket, which lists it, and sends off a new object; whether that succeeds is up to the caller. */
export async function writeObject(page: Page, bucket: string, key: string, text: string): Promise<void> {
  await visit(page, bucketAddress(bucket));
  await page.getByRole('button', { name: /Write an object/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Key').fill(key);
  await dialog.getByLabel('Text').fill(text);
  await dialog.getByRole('button', { name: 'Write object' }).click();
}

/** Writes an object as somebody who may. */
export async function writeObjectWell(page: Page, bucket: string, key: string, text: string): Promise<void> {
  await writeObject(page, bucket, key, text);
  await expect(page.getByRole('dialog')).toBeHidden();
  await saved(page);
}

/** What AWS says to somebody who lacks an Allow. IAM puts the kind before the name of what it is asked about. */
export const implicitDeny = (who: Person, action: string, resource: string): string =>
  `User: ${arnOf(who)} is not authorized to perform: ${action} on resource: ${resource} ` +
  `because no identity-based policy allows the ${action} action`;

/** What AWS says to somebody whom a bucket policy forbids it. */
export const denyByBucket = (who: Person, action: string, resource: string): string =>
  `User: ${arnOf(who)} is not authorized to perform: ${action} on resource: ${resource} ` +
  'with an explicit deny in a resource-based policy';

/** S3 puts the resource in quotes. */
export const quoted = (bucket: string, key?: string): string =>
  `"arn:aws:s3:::${bucket}${key === undefined ? '' : `/${key}`}"`;

/** A message of AWS, whole and alone in its element. */
export const message = (page: Page, text: string): Locator => page.getByText(text, { exact: true });

/** The list of every statement that was read, by policy. */
export const statements = (scope: Page | Locator): Locator => scope.getByLabel('Statements that were read');

/** One statement in the list of those that were read, by its Sid. */
export const statement = (scope: Page | Locator, sid: string): Locator =>
  statements(scope).getByRole('listitem').filter({ hasText: sid });

/** Unfolds all that is folded away in the lists of statements. */
export async function unfold(scope: Page | Locator): Promise<void> {
  const folded = statements(scope).locator('details:not([open]) > summary');
  while ((await folded.count()) > 0) await folded.first().click();
}
