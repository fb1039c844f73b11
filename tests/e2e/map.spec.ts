// The map: who asked, through which groups and policies, for what, and where it was cut; as a picture and in words.
import type { Locator, Page } from '@playwright/test';
import { hrefOf, type Route } from '../../src/ui/shared/route.ts';
import { account, bucketAddress, openPlayground, playgroundAs, visit, writeObject } from './bookshop.ts';
import { tabTo } from './keyboard.ts';
import { expect, test } from './support.ts';

const picture = (page: Page): Locator => page.getByRole('group', { name: /^Map of the/ });

/** The node of the picture that leads to a place. */
const leadingTo = (page: Page, route: Route): Locator =>
  picture(page)
    .getByRole('link')
    .and(page.locator(`a[href^="${hrefOf(route)}"]`));

/** The map in words, opened. */
async function words(page: Page): Promise<Locator> {
  const twin = page.getByRole('main').getByRole('group').filter({ hasText: 'The map in words' });
  await twin.getByText('The map in words').click();
  return twin;
}

/** What the words say of one node, its ties included. */
const said = (twin: Locator, label: string, detail: string): Locator =>
  twin.getByRole('listitem').filter({ hasText: new RegExp(`^\\s*${label}\\s+\\(${detail}\\)`) });

const STOPPED = 'the request was stopped here';

/** The picture draws a line for each tie that the words name, and a mark for each place where the request was cut. */
async function expectSamePicture(page: Page, twin: Locator): Promise<void> {
  const lines = picture(page).locator('svg').first().locator('path');
  const ties = twin.getByRole('listitem').getByRole('listitem');
  const count = await ties.count();
  await expect(lines).toHaveCount(count);
  for (const line of await lines.all()) {
    expect(await line.evaluate((path: SVGPathElement) => path.getTotalLength())).toBeGreaterThan(10);
  }
  const cuts = await ties.filter({ hasText: STOPPED }).count();
  // Signs that belong to no node, after the drawing of all lines.
  await expect(picture(page).locator('svg:not(a svg)')).toHaveCount(1 + cuts);
}

test('a denied request: the way of noor, and the places where it was cut', async ({ page }) => {
  await playgroundAs(page, 'noor');
  await writeObject(page, 'maple-drafts', 'summer/newsletter.md', 'Summer!');
  await page.getByRole('link', { name: 'Show on the map' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Map' })).toBeVisible();
  const main = page.getByRole('main');
  await expect(main).toContainText('asks for s3:PutObject on arn:aws:s3:::maple-drafts/summer/newsletter.md');
  await expect(main).toContainText(/Denied/);

  for (const name of [
    /^noor IAM user/,
    /^Writers group/,
    /^WriteDrafts.*does not allow/,
    /^OwnNotes.*does not allow/,
    /^maple-drafts.*summer\/newsletter\.md/,
  ]) {
    await expect(picture(page).getByRole('link', { name })).toBeInViewport();
  }
  // Whom the request does not concern is not on its map.
  await expect(picture(page).getByRole('link', { name: /amira|maple-catalog/ })).toHaveCount(0);

  const twin = await words(page);
  await expect(said(twin, 'noor', 'IAM user')).toContainText('the request came by here');
  await expect(said(twin, 'noor', 'IAM user')).toContainText('is in the group Writers');
  await expect(said(twin, 'noor', 'IAM user')).toContainText('has the policy OwnNotes');
  await expect(said(twin, 'Writers', 'group')).toContainText('has the policy WriteDrafts');
  for (const [policy, kind] of [
    ['WriteDrafts', 'customer managed'],
    ['OwnNotes', 'inline'],
  ] as const) {
    await expect(said(twin, policy, kind)).toContainText('holds nothing that allows the request');
    await expect(said(twin, policy, kind)).toContainText(STOPPED);
  }
  await expect(twin.getByText('the request reached it')).toHaveCount(0);
  await expectSamePicture(page, twin);
});

test('an explicit deny: cut at the bucket policy, although another policy allows it', async ({ page }) => {
  await playgroundAs(page, 'amira');
  await visit(page, bucketAddress('maple-catalog', 'archive/'));
  await page.getByRole('button', { name: 'Delete 2025-prices.csv' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await page.getByRole('link', { name: 'Show on the map' }).click();
  await expect(picture(page).getByRole('link', { name: /^AmazonS3FullAccess.*allows/ })).toBeVisible();
  await expect(
    leadingTo(page, { place: 'policy', id: 'bucket:maple-catalog' }).filter({ hasText: 'denies' }),
  ).toBeVisible();
  const twin = await words(page);
  await expect(twin.getByText('denies the request')).toHaveCount(1);
  await expect(twin.getByRole('listitem').getByRole('listitem').filter({ hasText: STOPPED })).toHaveCount(1);
  await expect(said(twin, 'AmazonS3FullAccess', 'AWS managed')).toContainText('allows the request');
  await expectSamePicture(page, twin);
});

test('an allowed request reaches the bucket, and nothing cuts it', async ({ page }) => {
  await playgroundAs(page, 'jonas');
  await visit(page, bucketAddress('maple-catalog'));
  await page.getByRole('button', { name: 'Read prices.csv' }).click();
  await page.getByRole('dialog').getByText(/why\?/).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Show on the map' }).click();
  await expect(page.getByRole('main')).toContainText(/Allowed by AmazonS3ReadOnlyAccess/);
  await expect(picture(page).getByRole('link', { name: /^AmazonS3ReadOnlyAccess.*allows/ })).toBeVisible();
  const twin = await words(page);
  await expect(said(twin, 'Booksellers', 'group')).toContainText('the request came by here');
  await expect(twin.getByText('the request reached it')).toHaveCount(1);
  await expect(twin.getByText(STOPPED)).toHaveCount(0);
  await expectSamePicture(page, twin);
});

test('the root user has no policies: its request goes straight to the bucket', async ({ page }) => {
  await playgroundAs(page, 'root');
  await visit(page, bucketAddress('maple-drafts'));
  await expect(page.getByRole('link', { name: 'spring/' })).toBeVisible();
  await visit(page, '#/map');
  await expect(picture(page).getByRole('link', { name: /root/i })).toBeVisible();
  const twin = await words(page);
  await expect(twin.getByText('asks for maple-drafts')).toHaveCount(1);
  await expectSamePicture(page, twin);
});

test('before any request the whole account is on the map', async ({ page }) => {
  await openPlayground(page);
  await visit(page, '#/map');
  const names = [
    ...Object.keys(account.users),
    ...Object.keys(account.groups),
    ...Object.keys(account.policies),
    'AmazonS3ReadOnlyAccess',
    'OwnNotes',
    'RestockList',
  ];
  for (const name of names) {
    await expect(picture(page).getByRole('link', { name: new RegExp(`^${name}\\b`) })).toBeVisible();
  }
  for (const name of Object.keys(account.buckets)) {
    await expect(leadingTo(page, { place: 'bucket', name, prefix: '' })).toBeVisible();
  }
  const twin = await words(page);
  await expect(said(twin, 'amira', 'IAM user')).toContainText('is in the group Managers');
  await expectSamePicture(page, twin);
});

test('a request can be seen within the whole account', async ({ page }) => {
  await playgroundAs(page, 'noor');
  await visit(page, bucketAddress('maple-catalog'));
  await page.getByRole('link', { name: 'Show on the map' }).click();
  await expect(picture(page).getByRole('link', { name: /^jonas/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Whole account' }).click();
  await expect(picture(page).getByRole('link', { name: /^jonas/ })).toBeVisible();
  await expect(picture(page).getByRole('link', { name: /^WriteDrafts.*does not allow/ })).toBeVisible();
  await page.getByRole('button', { name: 'This request' }).click();
  await expect(picture(page).getByRole('link', { name: /^jonas/ })).toHaveCount(0);
});

test('the keyboard reaches each node, and follows it', async ({ page }) => {
  await playgroundAs(page, 'noor');
  await writeObject(page, 'maple-drafts', 'summer/newsletter.md', 'Summer!');
  await page.getByRole('link', { name: 'Show on the map' }).click();
  const nodes = picture(page).getByRole('link');
  await expect(nodes.first()).toBeVisible();
  const count = await nodes.count();
  await tabTo(page, nodes.first());
  for (let at = 0; at < count; at++) {
    await expect(nodes.nth(at)).toBeFocused();
    await expect(nodes.nth(at)).toBeInViewport();
    await page.keyboard.press('Tab');
  }
  const policy = picture(page).getByRole('link', { name: /^WriteDrafts/ });
  await policy.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'WriteDrafts' })).toBeVisible();
  // The policy opens with what it did to the request.
  await expect(page.getByRole('list', { name: 'Marked lines' })).toBeVisible();
});

test('on a narrow screen the map reads downwards', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await playgroundAs(page, 'noor');
  await visit(page, bucketAddress('maple-catalog'));
  await page.getByRole('link', { name: 'Show on the map' }).click();
  const top = async (name: RegExp): Promise<number> => {
    const box = await picture(page).getByRole('link', { name }).boundingBox();
    return box?.y ?? Number.NaN;
  };
  const tops = [
    await top(/^noor/),
    await top(/^Writers/),
    await top(/^WriteDrafts/),
    await top(/^maple-catalog.*\bbucket$/),
  ];
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
});
