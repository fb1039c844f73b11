// Links and files that cannot be opened: each gets a card that says which way, and changes nothing.
import { MAX_BYTES } from '../../src/storage/file.ts';
import { LINK_LIMIT } from '../../src/storage/link.ts';
import { scenario, visit } from './bookshop.ts';
import { card, fragmentOf, openFile, workspaces } from './sharing.ts';
import { expect, test } from './support.ts';

const DAMAGED = /damaged/i;
const FOREIGN = /not a Rolecall/i;
const TOO_NEW = /newer Rolecall/i;
const OVERSIZED = /too large/i;
const good = JSON.stringify(scenario);
const goodFragment = fragmentOf(good);

/** Another character in the place of one in the middle. */
const flipped = (text: string): string => {
  const middle = Math.floor(text.length / 2);
  return `${text.slice(0, middle)}${text[middle] === 'A' ? 'B' : 'A'}${text.slice(middle + 1)}`;
};

for (const [what, fragment, title] of [
  ['cut off', goodFragment.slice(0, -200), DAMAGED],
  ['with a character changed', flipped(goodFragment), DAMAGED],
  ['with a character that no link has', goodFragment.replace(/.{5}$/, '=%20)!'), DAMAGED],
  ['with an account that breaks a rule', fragmentOf(good.replaceAll('maple-drafts', 'A')), DAMAGED],
  ['of another program', '#share=eyJoZWxsbyI6IndvcmxkIn0', FOREIGN],
  ['with something else in a good form', fragmentOf('{"hello":"world"}'), FOREIGN],
  ['with an account of version 99', fragmentOf(good.replace(/"version":\d+/, '"version":99')), TOO_NEW],
  ['of format 9', fragmentOf(good, 9), TOO_NEW],
  ['that unpacks to far too much', fragmentOf(Buffer.alloc(2 * MAX_BYTES, ' ')), OVERSIZED],
  ['of too many characters', `#share=1.${'A'.repeat(LINK_LIMIT)}`, OVERSIZED],
] as const) {
  test(`a link ${what} gets a card that says so`, async ({ page }) => {
    await page.goto(`./${fragment}`);
    await expect(card(page).getByRole('heading')).toHaveText(title);
    await expect(card(page).getByRole('button', { name: /Open/ })).toHaveCount(0);
    await card(page).getByRole('button', { name: 'Close' }).click();
    await expect(card(page)).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Open the playground' })).toBeVisible();
    await expect(workspaces(page)).toHaveCount(0);
  });
}

test('a file that is no account gets a card that says which way', async ({ page }) => {
  await visit(page, '');
  for (const [content, title] of [
    [good.slice(0, -500), DAMAGED],
    ['{"hello":"world"}', FOREIGN],
    ['hello, world', FOREIGN],
    [Buffer.from([0xff, 0xd8, 0xff, 0xe0]), FOREIGN],
    [good.replace(/"version":\d+/, '"version":99'), TOO_NEW],
    [Buffer.alloc(MAX_BYTES + 1, ' '), OVERSIZED],
  ] as const) {
    await openFile(page, 'account.json', content);
    await expect(card(page).getByRole('heading')).toHaveText(title);
    await card(page).getByRole('button', { name: 'Close' }).click();
    await expect(card(page)).toHaveCount(0);
  }
  await expect(workspaces(page)).toHaveCount(0);
});
