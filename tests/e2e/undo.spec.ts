// Undo and redo: what was done is taken back, in every tab, after a reload and from a backup; and what a damaged disk costs.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import {
  bucketAddress,
  expectSignedIn,
  playgroundAs,
  saved,
  signIn,
  visit,
  writeObjectWell,
} from './bookshop.ts';
import { choose, openFile, take, workspaces } from './sharing.ts';
import { axe, expect, tall, test } from './support.ts';

const undo = (page: Page): Locator => page.getByRole('banner').getByRole('button', { name: /^Undo/ });
const redo = (page: Page): Locator => page.getByRole('banner').getByRole('button', { name: /^Redo/ });
const object = (page: Page, name: string): Locator => page.getByRole('button', { name: `Read ${name}` });
/** A list is what AWS answered when it was asked. */
const listAgain = (page: Page) => page.getByRole('button', { name: 'List again' }).click();
const lines = (page: Page): Promise<string[]> =>
  page.getByRole('main').getByRole('row').getByRole('link').allInnerTexts();

test('a change is taken back by button and by key, told, listed, and followed by other tabs', async ({
  page,
  context,
}) => {
  await playgroundAs(page, 'noor');
  await expect(undo(page)).toHaveAttribute('aria-disabled', 'true');
  await writeObjectWell(page, 'maple-drafts', 'spring/one.md', '1');
  await writeObjectWell(page, 'maple-drafts', 'spring/two.md', '2');
  await saved(page);
  await visit(page, bucketAddress('maple-drafts', 'spring/'));
  await expect(object(page, 'two.md')).toBeVisible();
  const second = await context.newPage();
  await visit(second, bucketAddress('maple-drafts', 'spring/'));
  await expect(object(second, 'two.md')).toBeVisible();

  await undo(page).click();
  await expect(page.getByText('Undid PutObject')).toBeVisible();
  await expect(object(page, 'two.md')).toBeHidden();
  await expect(object(page, 'one.md')).toBeVisible();
  await saved(page);
  await listAgain(second);
  await expect(object(second, 'two.md')).toBeHidden();

  await page.keyboard.press('Control+z');
  await expect(object(page, 'one.md')).toBeHidden();
  await expect(undo(page)).toHaveAttribute('aria-disabled', 'true');
  // The other tab can do it as well, once it has heard of both.
  await expect(undo(second)).toHaveAttribute('aria-disabled', 'true');
  await redo(second).click();
  await expect(object(second, 'one.md')).toBeVisible();
  // What has come to the first tab is in the database.
  await expect(undo(page)).toHaveAttribute('aria-disabled', 'false');

  await page.reload();
  await expectSignedIn(page, 'noor');
  await page.keyboard.press('Control+Shift+z');
  await visit(page, bucketAddress('maple-drafts', 'spring/'));
  await expect(object(page, 'two.md')).toBeVisible();
  await visit(page, '#/activity');
  await expect(page.getByRole('link', { name: /^(Undid|Redid)/ })).toHaveCount(4);
  expect((await lines(page)).filter((line) => line.endsWith('PutObject'))).toEqual([
    ...['Redid PutObject', 'Redid PutObject', 'Undid PutObject', 'Undid PutObject'],
    ...['PutObject', 'PutObject'],
  ]);
  await tall(page);
  await axe(page, 'the activity with what was undone');
});

test('in a field, the key means what was typed there', async ({ page }) => {
  await playgroundAs(page, 'noor');
  await writeObjectWell(page, 'maple-drafts', 'spring/one.md', '1');
  await visit(page, '#/activity');
  const search = page.getByRole('searchbox');
  await search.fill('noor');
  await search.press('Control+z');
  await expect(undo(page)).toHaveAccessibleName('Undo PutObject');
  await expect(undo(page)).toHaveAttribute('aria-disabled', 'false');
});

test('a request of long ago is explained by the policies of its time, after a reload too', async ({
  page,
}) => {
  await playgroundAs(page, 'noor');
  await writeObjectWell(page, 'maple-drafts', 'spring/one.md', '1');
  await saved(page);
  await undo(page).click();
  await saved(page);
  await page.reload();
  await visit(page, '#/activity');
  await page.getByRole('main').getByRole('link', { name: 'PutObject', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'PutObject' })).toBeVisible();
  await expect(page.getByText(/policies as they are now/)).toBeHidden();
});

test('a backup brings back the account and its history, in a workspace of its own', async ({
  page,
  elsewhere,
}) => {
  await playgroundAs(page, 'noor');
  await writeObjectWell(page, 'maple-drafts', 'spring/one.md', '1');
  const started = page.waitForEvent('download');
  await choose(page, 'Download backup');
  const file = await started;
  expect(file.suggestedFilename()).toMatch(/\.rolecall-backup\.json$/);
  const text = readFileSync(await file.path(), 'utf8');

  const other = await elsewhere();
  await playgroundAs(other, 'amira');
  await visit(other, '');
  await openFile(other, 'mine.json', text);
  await expect(other.getByText('A backup of a workspace')).toBeVisible();
  await expect(other.getByText(/With the 3 requests that were made in it/)).toBeVisible();
  await take(other);
  await expect(workspaces(other)).toHaveCount(2);
  await expect(undo(other)).toHaveAccessibleName('Undo PutObject');
  await signIn(other, 'noor');
  await visit(other, bucketAddress('maple-drafts', 'spring/'));
  await expect(object(other, 'one.md')).toBeVisible();
  await undo(other).click();
  await expect(object(other, 'one.md')).toBeHidden();
});

test('a damaged record costs what builds on it, and no more; that is said, and kept for download', async ({
  page,
}) => {
  await playgroundAs(page, 'noor');
  for (const name of ['one.md', 'two.md', 'three.md'])
    await writeObjectWell(page, 'maple-drafts', `spring/${name}`, name);
  await saved(page);
  await page.evaluate(async () => {
    const [found] = await indexedDB.databases();
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(found?.name ?? '');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('It did not open.'));
    });
    const transaction = database.transaction('journal', 'readwrite');
    const journal = transaction.objectStore('journal');
    await new Promise<void>((resolve) => {
      // The one that has the second object.
      journal.openCursor().onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
        if (!cursor) return;
        const record = cursor.value as object;
        if (JSON.stringify(record).includes('spring/two.md'))
          cursor.update({ ...record, entries: 'damaged' });
        else cursor.continue();
      };
      transaction.oncomplete = () => resolve();
    });
    database.close();
  });
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('kept aside unchanged, for download');
  await expectSignedIn(page, 'noor');
  await visit(page, bucketAddress('maple-drafts', 'spring/'));
  await expect(object(page, 'one.md')).toBeVisible();
  await expect(object(page, 'two.md')).toBeHidden();
  await writeObjectWell(page, 'maple-drafts', 'spring/four.md', '4');
  await saved(page);
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('alert')).toBeHidden();

  await visit(page, '');
  const started = page.waitForEvent('download');
  await page
    .getByRole('button', { name: /Download/ })
    .first()
    .click();
  const text = readFileSync(await (await started).path(), 'utf8');
  expect(text).toContain('spring/three.md');
  expect(text).toContain('"entries": "damaged"');
});
