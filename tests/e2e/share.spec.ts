// Sharing: a link or file that carries the whole account, opened elsewhere beside what is there already.
import {
  account,
  ACCOUNT,
  bucketAddress,
  expectSignedIn,
  openPlayground,
  playgroundAs,
  saved,
  scenario,
  signIn,
  strip,
  visit,
  writeObjectWell,
} from './bookshop.ts';
import {
  card,
  carried,
  choose,
  download,
  openFile,
  share,
  take,
  workspaceMenu,
  workspaces,
} from './sharing.ts';
import { expect, test } from './support.ts';

test('a link carries the account as it is now, and nothing of the session', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await playgroundAs(page, 'amira');
  await writeObjectWell(page, 'maple-catalog', 'fair.md', 'Until Sunday.');
  const link = await share(page);
  await choose(page, 'Share…');
  await page.getByRole('dialog').getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('dialog').getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);

  await page.keyboard.press('Escape');
  await visit(page, '#/activity');
  await page.getByRole('main').getByRole('link', { name: 'PutObject' }).click();
  const record = await page.getByRole('region', { name: 'Event record' }).locator('pre').innerText();
  const { userIdentity } = JSON.parse(record) as { readonly userIdentity: { readonly accessKeyId: string } };
  expect(userIdentity.accessKeyId).toMatch(/^ASIA/);

  const text = carried(link);
  const shared = JSON.parse(text) as typeof scenario;
  expect(Object.keys(shared).sort()).toEqual(Object.keys(scenario).sort());
  expect(shared.world.accounts[ACCOUNT].users).toEqual(account.users);
  expect(text).toContain('Until Sunday.');
  for (const secret of [userIdentity.accessKeyId, 'ASIA', 'accessKeyId', 'eventID', 'credentials']) {
    expect(text).not.toContain(secret);
  }
});

test('opened elsewhere, a link shows what is inside and becomes a workspace of its own', async ({
  page,
  elsewhere,
}) => {
  await playgroundAs(page, 'amira');
  await writeObjectWell(page, 'maple-catalog', 'fair.md', 'Until Sunday.');
  const link = await share(page);

  const other = await elsewhere();
  await other.goto(link);
  await expect(card(other).getByRole('heading', { name: scenario.title })).toBeVisible();
  for (const names of [account.users, account.groups, account.roles, account.policies, account.buckets]) {
    for (const name of Object.keys(names)) {
      await expect(card(other).getByText(name, { exact: true })).toBeVisible();
    }
  }
  const objects = Object.values(account.buckets).flatMap((bucket) => Object.keys(bucket.objects));
  await expect(card(other).getByText('Objects')).toContainText(String(objects.length + 1));
  await expect(strip(other)).toHaveCount(0);
  // Until it is answered, a reload asks again.
  await other.reload();
  await expect(card(other).getByRole('heading', { name: scenario.title })).toBeVisible();

  await take(other);
  await expect(card(other)).toHaveCount(0);
  expect(other.url()).not.toContain('share');
  await expect(strip(other)).toContainText('Not signed in');
  await visit(other, '#/activity');
  await expect(other.getByText('Nothing has been asked yet')).toBeVisible();
  await signIn(other, 'jonas');
  await visit(other, bucketAddress('maple-catalog'));
  await other.getByRole('button', { name: 'Read fair.md' }).click();
  await expect(other.getByLabel(/^Content of/)).toHaveText('Until Sunday.');
  await saved(other);
  await other.reload();
  await expectSignedIn(other, 'jonas');
});

test('a link pasted over an open workspace with changes leaves it untouched', async ({ page }) => {
  await playgroundAs(page, 'amira');
  const link = await share(page);
  await writeObjectWell(page, 'maple-catalog', 'mine.md', 'My own work.');

  await page.goto(link);
  await expect(card(page).getByRole('heading', { name: scenario.title })).toBeVisible();
  await expectSignedIn(page, 'amira');
  await take(page);
  await expect(card(page)).toHaveCount(0);
  await expect(strip(page)).toContainText('Not signed in');
  await expect(workspaceMenu(page)).toContainText(`${scenario.title} (2)`);
  await visit(page, '#/');
  await expect(workspaces(page)).toHaveCount(2);

  await page.getByRole('button', { name: `Open ${scenario.title}`, exact: true }).click();
  await expectSignedIn(page, 'amira');
  await expect(page.getByRole('heading', { level: 1, name: 'Buckets' })).toBeVisible();
  await visit(page, bucketAddress('maple-catalog'));
  await page.getByRole('button', { name: 'Read mine.md' }).click();
  await expect(page.getByLabel(/^Content of/)).toHaveText('My own work.');
  await page.keyboard.press('Escape');
  await visit(page, '#/activity');
  await expect(page.getByRole('main').getByRole('link', { name: 'PutObject' })).toHaveCount(1);
});

test('saying no to a link leaves no trace', async ({ page, elsewhere }) => {
  await openPlayground(page);
  const link = await share(page);
  const other = await elsewhere();
  await other.goto(link);
  await card(other).getByRole('button', { name: 'Not now' }).click();
  await expect(card(other)).toHaveCount(0);
  await expect(workspaces(other)).toHaveCount(0);
  expect(other.url()).not.toContain('share');
  await other.reload();
  await expect(other.getByRole('button', { name: 'Open the playground' })).toBeVisible();
  await expect(card(other)).toHaveCount(0);
  await expect(workspaces(other)).toHaveCount(0);
});

test('a link can be pasted into the start page, also with the breaks of a mail program in it', async ({
  page,
  elsewhere,
}) => {
  await openPlayground(page);
  const link = await share(page);
  const other = await elsewhere();
  await visit(other, '');
  const field = other.getByLabel(/^Link/);
  await field.fill('https://example.org/');
  await other.getByRole('button', { name: 'Open link' }).click();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill(link.replace(/(.{80})/g, '$1 '));
  await other.getByRole('button', { name: 'Open link' }).click();
  await expect(card(other).getByRole('heading', { name: scenario.title })).toBeVisible();
});

test('a file goes there and back', async ({ page, elsewhere }) => {
  await playgroundAs(page, 'amira');
  await writeObjectWell(page, 'maple-catalog', 'fair.md', 'Until Sunday.');
  const file = await download(page);
  expect(file.name).toMatch(/^bookshop-playground.*\.json$/);
  expect(file.text).not.toMatch(/ASIA[A-Z0-9]{16}/);

  const other = await elsewhere();
  await visit(other, '');
  await openFile(other, file.name, file.text);
  await expect(card(other).getByRole('heading', { name: scenario.title })).toBeVisible();
  await take(other);
  await expect(strip(other)).toContainText('Not signed in');
  expect(await download(other)).toEqual(file);
});

test('a workspace is deleted only when that is confirmed', async ({ page }) => {
  await openPlayground(page);
  await workspaces(page).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
  await expect(workspaces(page)).toHaveCount(1);
  await workspaces(page).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete workspace' }).click();
  await expect(page.getByRole('button', { name: 'Open the playground' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Open the playground' })).toBeVisible();
  await expect(workspaces(page)).toHaveCount(0);
});
