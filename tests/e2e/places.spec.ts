// What has to be true of every place: accessible, no wider than the screen, and all of it within reach of the keyboard.
import type { Locator, Page } from '@playwright/test';
import { expectSignedIn, implicitDeny, message, openPlayground, quoted, strip, visit } from './bookshop.ts';
import { tabTo } from './keyboard.ts';
import { JOURNEYS } from './places.ts';
import { axe, expect, tall, test } from './support.ts';

/** What reaches over the edge of the window: the page itself, or a dialog or menu above it. */
const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth = 0 } = document.scrollingElement ?? {};
    const found = scrollWidth > innerWidth ? [`the page is ${scrollWidth} wide`] : [];
    for (const box of document.querySelectorAll('[role="dialog"], [role="menu"]')) {
      const { left, right } = box.getBoundingClientRect();
      if (left < 0 || right > innerWidth) found.push(`a ${box.role} reaches from ${left} to ${right}`);
      if (box.scrollWidth > box.clientWidth) found.push(`a ${box.role} is ${box.scrollWidth} wide inside`);
    }
    return found;
  });

for (const [when, journey] of JOURNEYS) {
  test(`${when}, axe finds no fault in any place, and none is wider than a small phone`, async ({ page }) => {
    test.slow();
    // So high that no button is half under the header or the terminal.
    await tall(page);
    for await (const place of journey(page)) {
      await test.step(place, async () => {
        await axe(page, place);
        for (const width of [320, 375]) {
          await page.setViewportSize({ width, height: 640 });
          await expect.soft
            .poll(() => tooWide(page), { message: `${place}, at ${width}`, timeout: 1_000 })
            .toEqual([]);
        }
        await tall(page);
      });
    }
  });
}

test('with the keyboard alone: open, sign in, write, be refused, open the policy, change it, try to save', async ({
  page,
}) => {
  await visit(page, '');
  const press = async (goal: Locator) => {
    await tabTo(page, goal);
    await page.keyboard.press('Enter');
  };
  await press(page.getByRole('button', { name: 'Open the playground' }));
  await press(page.getByRole('link', { name: 'Sign in as noor' }));
  await expect(page.getByLabel('User name')).toHaveValue('noor');
  await press(page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }));
  await expectSignedIn(page, 'noor');
  await press(page.getByRole('main').getByRole('link', { name: 'maple-drafts', exact: true }));
  await press(page.getByRole('button', { name: /Write an object/ }));
  const dialog = page.getByRole('dialog');
  await tabTo(page, dialog.getByLabel('Key'));
  await page.keyboard.type('summer/newsletter.md');
  await tabTo(page, dialog.getByLabel('Text'));
  await page.keyboard.type('Summer!');
  await press(dialog.getByRole('button', { name: 'Write object' }));
  await expect(
    message(page, implicitDeny('noor', 's3:PutObject', quoted('maple-drafts', 'summer/newsletter.md'))),
  ).toBeVisible();
  await press(dialog.getByRole('link', { name: 'Open the policy' }));
  await expect(page.getByRole('heading', { level: 1, name: 'WriteDrafts' })).toBeVisible();
  // The mark leads into the text, and Tab leads out of it again.
  await press(page.getByRole('button', { name: /^Line \d+.*Resource/ }));
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.type('"Resource": "arn:aws:s3:::maple-drafts/*"');
  await page.keyboard.press('Shift+Tab');
  await press(page.getByRole('button', { name: /^Save/ }));
  await expect(page.getByText(/^User: .*iam:CreatePolicyVersion/)).toBeVisible();
});

test('with the keyboard alone: menus open, and give the focus back', async ({ page }) => {
  await openPlayground(page);
  const menu = page.getByRole('banner').getByRole('button', { name: /^Workspace/ });
  await tabTo(page, menu);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Share…' }).press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  // Past all that is above it, at once.
  await page.reload();
  await expect(strip(page)).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('on a small phone the places are behind a button', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openPlayground(page);
  await page.getByRole('button', { name: 'Places' }).click();
  const sheet = page.getByRole('dialog', { name: 'Places' });
  await expect(sheet.getByRole('link', { name: /Policies/ })).toBeVisible();
  await axe(page, 'the places on a small phone');
  await sheet.getByRole('link', { name: /Policies/ }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: 'Policies' })).toBeVisible();
});

test('Back leads to where one was, and Forward on again', async ({ page }) => {
  await openPlayground(page);
  for (const place of ['Policies', 'Map', 'Activity']) {
    await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place }).click();
    await expect(page.getByRole('heading', { level: 1, name: place })).toBeVisible();
  }
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Policies' })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1, name: 'Map' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Map' })).toBeVisible();
});
