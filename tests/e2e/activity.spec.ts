// Activity: every request, newest first, with its decision; and nothing is lost to a reload or a killed browser.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import {
  arnOf,
  bucketAddress,
  expectSignedIn,
  implicitDeny,
  message,
  openPlayground,
  playgroundAs,
  quoted,
  saved,
  signIn,
  statement,
  visit,
  writeObject,
  writeObjectWell,
} from './bookshop.ts';
import { startKillable } from './kill.ts';
import { expect, test, watch } from './support.ts';

// A recorder on the browser that is killed complains, now and then, that it has gone: no fault of the app.
test.use({ trace: 'off' });

const rows = (page: Page): Locator =>
  page
    .getByRole('main')
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });

/** What the list shows, and where each row leads. */
const listed = (page: Page): Promise<string[]> =>
  rows(page).evaluateAll((all) =>
    all.map((row) => `${row.textContent?.replace(/\s+/g, ' ')} ${row.querySelector('a')?.hash}`),
  );

/** Goes to the activity and waits until it holds this many events. */
async function openActivity(page: Page, events: number): Promise<void> {
  await visit(page, '#/activity');
  // The place that was left may have as many rows.
  await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible();
  await expect(rows(page)).toHaveCount(events);
}

test('every request is listed, newest first, with who asked for what and how it came out', async ({
  page,
}) => {
  await openPlayground(page);
  await visit(page, '#/activity');
  await expect(page.getByText('Nothing has been asked yet')).toBeVisible();

  await signIn(page, 'noor');
  await writeObject(page, 'maple-drafts', 'summer/newsletter.md', 'Summer!');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Throw away' }).click();
  await writeObjectWell(page, 'maple-drafts', 'spring/poem.md', 'Tulips.');
  await signIn(page, 'amira');
  await visit(page, bucketAddress('maple-catalog', 'archive/'));
  await page.getByRole('button', { name: 'Delete 2025-prices.csv' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete/ })
    .click();

  await openActivity(page, 7);
  for (const [at, who, name, action, resource, outcome] of [
    [0, 'amira', 'DeleteObject', 's3:DeleteObject', 'maple-catalog/archive/2025-prices.csv', 'Explicit deny'],
    [1, 'amira', 'ListObjectsV2', 's3:ListBucket', 'maple-catalog', 'Allowed'],
    [2, 'amira', 'ConsoleLogin', '', '', 'Signed in'],
    [3, 'noor', 'PutObject', 's3:PutObject', 'maple-drafts/spring/poem.md', 'Allowed'],
    [4, 'noor', 'PutObject', 's3:PutObject', 'maple-drafts/summer/newsletter.md', 'Implicit deny'],
    [5, 'noor', 'ListObjectsV2', 's3:ListBucket', 'maple-drafts', 'Allowed'],
    [6, 'noor', 'ConsoleLogin', '', '', 'Signed in'],
  ] as const) {
    const row = rows(page).nth(at);
    for (const text of [who, name, action, resource, outcome]) await expect(row).toContainText(text);
  }
  await expect(
    page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: /Activity/ }),
  ).toContainText('7');
});

test('a request opens with its whole decision and its record', async ({ page }) => {
  await playgroundAs(page, 'noor');
  const key = 'summer/newsletter.md';
  await writeObject(page, 'maple-drafts', key, 'A secret of summer');
  await page.getByRole('link', { name: 'In activity' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'PutObject' })).toBeVisible();
  const refusal = implicitDeny('noor', 's3:PutObject', quoted('maple-drafts', key));
  await expect(message(page, refusal)).toBeVisible();
  await expect(statement(page, 'WriteThisSeason')).toContainText('did not match');

  const record = JSON.parse(
    await page.getByRole('region', { name: 'Event record' }).locator('pre').innerText(),
  ) as unknown;
  expect(record).toMatchObject({
    eventSource: 's3.amazonaws.com',
    eventName: 'PutObject',
    errorCode: 'AccessDenied',
    errorMessage: refusal,
    requestParameters: { bucketName: 'maple-drafts', key },
    userIdentity: { type: 'IAMUser', arn: arnOf('noor'), userName: 'noor' },
  });
});

test('a record can be found by its words and its outcome', async ({ page }) => {
  await playgroundAs(page, 'noor');
  await writeObject(page, 'maple-drafts', 'summer/newsletter.md', 'Summer!');
  await visit(page, bucketAddress('maple-catalog'));
  await expect(message(page, implicitDeny('noor', 's3:ListBucket', quoted('maple-catalog')))).toBeVisible();
  await openActivity(page, 4);
  await page.getByRole('searchbox').fill('noor putobject');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('searchbox').fill('');
  await page.getByText('Implicit deny', { exact: true }).first().click();
  await expect(rows(page)).toHaveCount(2);
});

test('a reload keeps every event, and the decision that each got', async ({ page }) => {
  await playgroundAs(page, 'noor');
  await writeObject(page, 'maple-drafts', 'summer/newsletter.md', 'Summer!');
  await saved(page);
  await openActivity(page, 3);
  const before = await listed(page);
  await page.reload();
  await expect(rows(page)).toHaveCount(3);
  expect(await listed(page)).toEqual(before);
  await rows(page).nth(0).getByRole('link').click();
  await expect(
    message(page, implicitDeny('noor', 's3:PutObject', quoted('maple-drafts', 'summer/newsletter.md'))),
  ).toBeVisible();
  await expect(statement(page, 'WriteThisSeason')).toContainText('did not match');
});

test('a tab that is closed in the middle is found again as it was', async ({ page, context }) => {
  await playgroundAs(page, 'noor');
  await writeObjectWell(page, 'maple-drafts', 'spring/poem.md', 'Tulips.');
  await page.close();
  const again = await context.newPage();
  await visit(again, '');
  await expectSignedIn(again, 'noor');
  await visit(again, bucketAddress('maple-drafts', 'spring/'));
  await expect(again.getByRole('button', { name: 'Read poem.md' })).toBeVisible();
});

test('two tabs of a workspace follow each other, and neither loses what the other did', async ({
  page,
  context,
}) => {
  await playgroundAs(page, 'noor');
  await saved(page);
  const second = await context.newPage();
  await visit(second, '#/activity');
  await expectSignedIn(second, 'noor');
  await writeObjectWell(page, 'maple-drafts', 'spring/one.md', '1');
  await expect(rows(second).first()).toContainText('spring/one.md');
  await writeObjectWell(second, 'maple-drafts', 'spring/two.md', '2');
  await openActivity(page, 5);
  for (const tab of [page, second]) {
    await tab.reload();
    await visit(tab, bucketAddress('maple-drafts', 'spring/'));
    for (const name of ['one.md', 'two.md']) {
      await expect(tab.getByRole('button', { name: `Read ${name}` })).toBeVisible();
    }
  }
});

test('a browser that is killed loses nothing that was saved, and keeps world and events in step', async ({
  baseURL: home,
}) => {
  const baseURL = home ?? '';
  const profile = mkdtempSync(join(tmpdir(), 'rolecall-profile-'));
  const complaints: (readonly string[])[] = [];
  const start = async () => {
    const browser = await startKillable(profile);
    complaints.push(await watch(browser.context, new URL(baseURL).origin));
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await page.goto(baseURL);
    return { ...browser, page };
  };
  const go = (page: Page, fragment: string) => page.goto(`${baseURL}${fragment}`);
  let running = await start();
  try {
    let { page } = running;
    await page.getByRole('button', { name: 'Open the playground' }).click();
    await expect(page).toHaveURL(/#\/$/);
    await go(page, '#/sign-in');
    await page.getByRole('button', { name: 'Fill in noor' }).click();
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expectSignedIn(page, 'noor');
    await go(page, bucketAddress('maple-drafts', 'spring/'));

    const write = async (name: string) => {
      await page.getByRole('button', { name: /Write an object/ }).click();
      await page.getByRole('dialog').getByLabel('Key').fill(`spring/${name}`);
      await page.getByRole('dialog').getByRole('button', { name: 'Write object' }).click();
    };
    await write('first.md');
    await expect(page.getByRole('dialog')).toBeHidden();
    await saved(page);
    // This one may or may not reach the disk before the end: but whole, or not at all.
    await write('second.md');
    await running.kill();

    running = await start();
    ({ page } = running);
    await expectSignedIn(page, 'noor');
    await go(page, '#/activity');
    const puts = rows(page).filter({ hasText: 'PutObject' });
    await expect(puts.filter({ hasText: 'spring/first.md' })).toHaveCount(1);
    const second = await puts.filter({ hasText: 'spring/second.md' }).count();
    await go(page, bucketAddress('maple-drafts', 'spring/'));
    await expect(page.getByRole('button', { name: 'Read first.md' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Read second.md' })).toHaveCount(second);
    // And it goes on.
    await write('third.md');
    await expect(page.getByRole('button', { name: 'Read third.md' })).toBeVisible();
    await saved(page);
  } finally {
    await running.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  expect(complaints.flat(), 'what the pages complained of').toEqual([]);
});
