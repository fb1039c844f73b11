// Installed and without a network: everything still works, places that were never seen before included.
import type { Page } from '@playwright/test';
import {
  implicitDeny,
  message,
  openPlayground,
  playgroundAs,
  quoted,
  saved,
  statement,
  expectSignedIn,
  visit,
  writeObject,
  signIn,
} from './bookshop.ts';
import { editor, expectSaved, openPolicy, policyOf, replaceText, saveButton } from './desk.ts';
import { expect, keptOffline, test } from './support.ts';

test.use({ serviceWorkers: 'allow' });

/** Width and height of a PNG, as its header says. */
const sizeOf = (png: Buffer): string => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;

test('the app can be installed: a manifest, its icons, and nothing that the browser objects to', async ({
  page,
}) => {
  await visit(page, '');
  await keptOffline(page);
  const address = await page.locator('link[rel="manifest"]').evaluate((link: HTMLLinkElement) => link.href);
  const manifest = (await (await page.request.get(address)).json()) as {
    readonly icons: readonly { readonly src: string; readonly sizes: string; readonly type: string }[];
  } & Record<string, unknown>;
  expect(manifest).toMatchObject({ name: 'Rolecall', short_name: 'Rolecall', display: 'standalone' });
  for (const field of ['start_url', 'scope']) {
    expect(new URL(String(manifest[field]), address).href).toBe(new URL('./', page.url()).href);
  }
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  for (const { src, sizes, type } of manifest.icons) {
    const icon = await page.request.get(new URL(src, address).href);
    expect(icon.ok(), src).toBe(true);
    expect(icon.headers()['content-type'], src).toContain(type);
    if (type === 'image/png') expect(sizeOf(await icon.body()), src).toBe(sizes);
  }
  const session = await page.context().newCDPSession(page);
  expect((await session.send('Page.getAppManifest')).errors).toEqual([]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // Test browsers are private windows, in which nothing can be installed.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual(
    [],
  );
});

/** Goes through the places; the network is off. */
async function everythingWorks(page: Page): Promise<void> {
  await signIn(page, 'noor');
  await writeObject(page, 'maple-drafts', 'summer/newsletter.md', 'Summer!');
  await expect(
    message(page, implicitDeny('noor', 's3:PutObject', quoted('maple-drafts', 'summer/newsletter.md'))),
  ).toBeVisible();
  await expect(statement(page, 'WriteThisSeason')).toContainText('did not match');
  await page.getByRole('link', { name: 'Show on the map' }).click();
  await expect(
    page.getByRole('group', { name: 'Map of the request' }).getByRole('link', { name: /^WriteDrafts/ }),
  ).toBeVisible();
  await visit(page, '#/activity');
  await page.getByRole('main').getByRole('link', { name: 'PutObject' }).click();
  await expect(page.getByRole('region', { name: 'Event record' })).toBeVisible();
  await visit(page, '#/account');
  await expect(page.getByRole('region', { name: 'Groups' })).toContainText('Booksellers');
  await visit(page, '#/learn/first-refusal');
  await expect(page.getByRole('complementary', { name: 'Tasks' })).toContainText('summer');
  await signIn(page, 'amira');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(
    page,
    policyOf({ Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::maple-drafts/*' }),
  );
  await saveButton(page).click();
  await expectSaved(page);
  await openPolicy(page, 'AmazonS3ReadOnlyAccess');
  await expect(editor(page)).toContainText('s3:Get*');
}

test('without a network, a first visit that saw nothing but the start goes on to everything', async ({
  page,
  context,
}) => {
  await visit(page, '');
  await keptOffline(page);
  await context.setOffline(true);
  await page.reload();
  await openPlayground(page);
  await everythingWorks(page);
  await saved(page);
  await page.reload();
  await expectSignedIn(page, 'amira');
  await expect(editor(page)).toContainText('s3:Get*');
});

test('work that was begun with a network goes on without it', async ({ page, context }) => {
  await playgroundAs(page, 'noor');
  await keptOffline(page);
  await saved(page);
  await context.setOffline(true);
  await page.reload();
  await expectSignedIn(page, 'noor');
  await writeObject(page, 'maple-drafts', 'spring/poem.md', 'Tulips.');
  await expect(page.getByRole('dialog')).toBeHidden();
  await saved(page);
  await page.close();
  const again = await context.newPage();
  await visit(again, '#/buckets/maple-drafts?prefix=spring%2F');
  await again.getByRole('button', { name: 'Read poem.md' }).click();
  await expect(again.getByLabel(/^Content of/)).toHaveText('Tulips.');
});

test('without a network, a long text is judged beside the page all the same', async ({ page }) => {
  await visit(page, '');
  await keptOffline(page);
  await page.context().setOffline(true);
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  const statement = { Effect: 'Allow', Action: 's3:GetObjct', Resource: 'arn:aws:s3:::maple-drafts/*' };
  await replaceText(
    page,
    JSON.stringify({ Version: '2012-10-17', Statement: Array.from({ length: 300 }, () => statement) }),
  );
  await expect(page.getByRole('heading', { name: '300 errors' })).toBeVisible();
  expect(
    page
      .workers()
      .map((worker) => worker.url())
      .join(),
  ).toContain('judging-worker');
});
