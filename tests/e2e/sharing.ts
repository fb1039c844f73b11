// Links and files as the journeys meet them: how they are made and opened, and the card that tells what is in them.
import { readFileSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';

export const workspaceMenu = (page: Page): Locator =>
  page.getByRole('banner').getByRole('button', { name: /^Workspace/ });

export async function choose(page: Page, entry: string): Promise<void> {
  await workspaceMenu(page).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

/** Presses Share and takes the link from the dialog. */
export async function share(page: Page): Promise<string> {
  await choose(page, 'Share…');
  const dialog = page.getByRole('dialog');
  const link = await dialog.getByLabel(/^Link/).inputValue();
  await dialog.getByRole('button', { name: 'Close' }).click();
  return link;
}

/** The fragment of a link that carries any text, made by hand. */
export const fragmentOf = (text: string | Uint8Array, format = 1): string =>
  `#share=${format}.${deflateRawSync(text).toString('base64url')}`;

/** What a link carries, as text. */
export function carried(link: string): string {
  const payload = /#share=1\.([\w-]+)$/.exec(link)?.[1] ?? '';
  return inflateRawSync(Buffer.from(payload, 'base64url')).toString('utf8');
}

/** The card that says what a link or file holds, or why it was not taken. */
export const card = (page: Page): Locator =>
  page
    .getByRole('main')
    .getByRole('region')
    .or(page.getByRole('main').getByRole('group'))
    .filter({ has: page.getByRole('heading', { level: 2 }) })
    .filter({ has: page.getByRole('button', { name: /^(Not now|Close)$/ }) });

export const take = (page: Page) =>
  card(page).getByRole('button', { name: 'Open in a new workspace' }).click();

/** One for each workspace that the start page lists. */
export const workspaces = (page: Page): Locator => page.getByRole('button', { name: /^Delete / });

/** Chooses a file by way of the start page. */
export async function openFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open file…' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
}

export async function download(page: Page): Promise<{ readonly name: string; readonly text: string }> {
  const started = page.waitForEvent('download');
  await choose(page, 'Download file');
  const file = await started;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}
