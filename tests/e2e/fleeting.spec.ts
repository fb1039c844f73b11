// What is not kept: a browser without a database, and a tab that is left before all is saved.
import type { Page } from '@playwright/test';
import { playgroundAs, saved, visit, writeObject, writeObjectWell } from './bookshop.ts';
import { axe, expect, test } from './support.ts';

/** As in a private window of some browsers, or where site data are blocked. */
const withoutDatabase = (page: Page) =>
  page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));

const warning = (page: Page) => page.getByText(/This browser keeps nothing for this site/);

/** What the browser asks when the tab is left; then leaves it. */
async function askedOnReload(page: Page): Promise<boolean> {
  let asked = false;
  page.once('dialog', (dialog) => {
    asked = dialog.type() === 'beforeunload';
    void dialog.accept();
  });
  await page.reload();
  page.removeAllListeners('dialog');
  return asked;
}

test('without a database the app works all the same, says that nothing stays, and offers a backup', async ({
  page,
}) => {
  await withoutDatabase(page);
  await visit(page, '');
  await expect(warning(page)).toBeVisible();
  await expect(page.getByText(/Cannot read|undefined/)).toHaveCount(0);
  await playgroundAs(page, 'noor');
  await writeObject(page, 'maple-drafts', 'spring/poem.md', 'Tulips.');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('banner').getByText('Kept in this tab only')).toBeAttached();
  await axe(page, 'a browser that keeps nothing');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download backup' }).click();
  expect((await download).suggestedFilename()).toContain('rolecall-backup');
  expect(await askedOnReload(page)).toBe(true);
  await visit(page, '');
  await expect(page.getByRole('button', { name: 'Open the playground' })).toBeVisible();
});

test('a tab is left without a question when all is saved, and with one when it could not be', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const described = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'add');
    const add = described?.value as (this: IDBObjectStore, ...values: unknown[]) => IDBRequest<IDBValidKey>;
    IDBObjectStore.prototype.add = function (...values) {
      if (sessionStorage.getItem('full') !== null) throw new DOMException('full', 'QuotaExceededError');
      return add.apply(this, values);
    };
  });
  await playgroundAs(page, 'noor');
  await writeObjectWell(page, 'maple-drafts', 'spring/poem.md', 'Tulips.');
  await saved(page);
  expect(await askedOnReload(page)).toBe(false);
  await page.evaluate(() => sessionStorage.setItem('full', 'yes'));
  await writeObject(page, 'maple-drafts', 'spring/song.md', 'Larks.');
  await expect(page.getByText(/The browser has no space left/)).toBeVisible();
  expect(await askedOnReload(page)).toBe(true);
});
