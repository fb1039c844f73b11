// The desk: a policy opened, its text replaced, and saved, as the journeys about policies do it.
import type { Locator, Page } from '@playwright/test';
import { visit } from './bookshop.ts';
import { expect } from './support.ts';

/** The text of the policy on the desk. */
export const editor = (page: Page): Locator => page.getByRole('textbox', { name: /^Policy document of/ });

/** Opens a policy from the list of all policies. */
export async function openPolicy(page: Page, name: string | RegExp): Promise<void> {
  await visit(page, '#/policies');
  await page
    .getByRole('main')
    .getByRole('link', { name, exact: true })
    .and(page.locator('a[href^="#/policies/"]'))
    .click();
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  await expect(editor(page)).toBeVisible();
}

/** Puts another text in the place of the whole document, as pasting it would. */
export async function replaceText(page: Page, text: string): Promise<void> {
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

export const saveButton = (page: Page): Locator => page.getByRole('button', { name: /^Save/ });

/** A policy document with one statement. */
export const policyOf = (statement: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2);

/** Whether the text is as it was saved. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(saveButton(page)).toBeDisabled();
  await expect(page.getByText('Not saved', { exact: true })).toBeHidden();
}
