// The terminal: commands as in a real shell, completed, recalled, explained, pasted as a script and taken back as one.
import type { Locator, Page } from '@playwright/test';
import { playgroundAs, saved, visit } from './bookshop.ts';
import { axe, expect, test } from './support.ts';

const drawer = (page: Page): Locator => page.getByRole('region', { name: 'Terminal' });
const prompt = (page: Page): Locator => drawer(page).getByRole('textbox');
const log = (page: Page): Locator => drawer(page).getByRole('log');

async function openTerminal(page: Page): Promise<void> {
  await expect(drawer(page)).toBeVisible();
  await page.keyboard.press('Control+Backquote');
  await expect(prompt(page)).toBeFocused();
}

async function run(page: Page, line: string): Promise<void> {
  await prompt(page).fill(line);
  await page.keyboard.press('Enter');
  await expect(prompt(page)).toHaveValue('');
}

/** From the prompt back to a control of the drawer, which stands before it. */
async function backTo(page: Page, goal: Locator): Promise<void> {
  for (let pressed = 0; pressed < 12; pressed++) {
    await page.keyboard.press('Shift+Tab');
    if (await goal.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(goal).toBeFocused();
}

test('whoever is signed in signs; a denial leads to its reason', async ({ page }) => {
  await playgroundAs(page, 'noor');
  await openTerminal(page);
  await run(page, 'aws sts get-caller-identity --query Arn --output text');
  await expect(log(page)).toContainText('arn:aws:iam::111122223333:user/noor');
  await run(page, 'aws iam create-user --user-name eve');
  await expect(log(page)).toContainText(
    'aws: [ERROR]: An error occurred (AccessDenied) when calling the CreateUser operation: User: arn:aws:iam::111122223333:user/noor is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::111122223333:user/eve',
  );
  await expect(log(page)).toContainText('exit 254');
  await run(page, 'why --text');
  await expect(log(page)).toContainText('Denied: nothing allows it in the identity-based policies');
  await axe(page, 'the terminal with a denial');
  await run(page, 'why');
  await expect(page.getByRole('main')).toContainText('iam:CreateUser');
  await expect(page).toHaveURL(/#\/activity\//);
});

test('a password is in no stored line: the tab has it whole, after a reload it has to be written again', async ({
  page,
}) => {
  await playgroundAs(page, 'amira');
  await openTerminal(page);
  const line = 'aws iam create-login-profile --user-name nobody-yet --password Start-123!';
  await run(page, line);
  await expect(log(page)).toContainText('exit 25');
  await page.keyboard.press('ArrowUp');
  await expect(prompt(page)).toHaveValue(line);
  await saved(page);
  await page.reload();
  await openTerminal(page);
  await page.keyboard.press('ArrowUp');
  await expect(prompt(page)).toHaveValue(line.replace('Start-123!', 'SECRET-NOT-KEPT'));
  await page.keyboard.press('Enter');
  await expect(log(page)).toContainText('the history keeps none of them');
});

test('Tab completes commands, options and names; history is there after a reload, and can be searched', async ({
  page,
}) => {
  await playgroundAs(page, 'amira');
  await openTerminal(page);
  await page.keyboard.type('aws ia');
  await page.keyboard.press('Tab');
  await expect(prompt(page)).toHaveValue('aws iam ');
  await page.keyboard.type('list-attached-u');
  await page.keyboard.press('Tab');
  await expect(prompt(page)).toHaveValue('aws iam list-attached-user-policies ');
  await page.keyboard.type('--user-n');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(drawer(page).getByRole('listbox', { name: 'Completions' })).toContainText('noor');
  await page.keyboard.type('noo');
  await page.keyboard.press('Tab');
  await expect(prompt(page)).toHaveValue('aws iam list-attached-user-policies --user-name noor ');
  await axe(page, 'the terminal with a completed line');
  await page.keyboard.press('Enter');
  await expect(log(page)).toContainText('AttachedPolicies');
  await run(page, 'aws iam list-groups');
  await saved(page);

  await page.reload();
  await openTerminal(page);
  await page.keyboard.press('ArrowUp');
  await expect(prompt(page)).toHaveValue('aws iam list-groups');
  await page.keyboard.press('ArrowUp');
  await expect(prompt(page)).toHaveValue(/^aws iam list-attached-user-policies/);
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+r');
  await page.keyboard.type('attached');
  await expect(drawer(page).getByRole('option')).toHaveCount(1);
  await axe(page, 'the search in what was typed');
  await page.keyboard.press('Tab');
  await expect(prompt(page)).toHaveValue(/^aws iam list-attached-user-policies/);
});

test('Control R runs what it found: the newest, or an older one; it can be left', async ({ page }) => {
  await playgroundAs(page, 'amira');
  await openTerminal(page);
  await run(page, 'echo caller is one');
  await run(page, 'echo caller is two');
  await run(page, 'clear');
  const matches = drawer(page).getByRole('listbox', { name: 'Lines that match' });

  await page.keyboard.press('Control+r');
  await page.keyboard.type('caller');
  await expect(matches.getByRole('option', { selected: true })).toHaveText('echo caller is two');
  await page.keyboard.press('Enter');
  await expect(log(page)).toContainText('caller is two');
  await expect(log(page)).not.toContainText('command not found');

  await page.keyboard.press('Control+r');
  await page.keyboard.type('caller');
  await page.keyboard.press('Control+r');
  await expect(matches.getByRole('option', { selected: true })).toHaveText('echo caller is one');
  await page.keyboard.press('Enter');
  await expect(log(page)).toContainText('caller is one');

  for (const key of ['Escape', 'Control+g']) {
    await page.keyboard.type('echo begun');
    await page.keyboard.press('Control+r');
    await page.keyboard.type('caller');
    await page.keyboard.press(key);
    await expect(matches).toBeHidden();
    await expect(prompt(page)).toHaveValue('echo begun');
    await page.keyboard.press('Control+u');
  }
  await page.keyboard.press('Control+r');
  await page.keyboard.type('never typed');
  await page.keyboard.press('Enter');
  await expect(log(page)).not.toContainText('never');
});

test('a script is pasted, runs line by line, and is taken back as one', async ({ page }) => {
  await playgroundAs(page, 'root');
  await openTerminal(page);
  await prompt(page).fill(
    [
      "cat > trust.json <<'EOF'",
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}]}',
      'EOF',
      'for name in one two; do aws iam create-user --user-name $name; done',
      'ARN=$(aws iam create-role --role-name Night --assume-role-policy-document file://trust.json --query Role.Arn --output text)',
      'echo "made $ARN"',
    ].join('\n'),
  );
  await page.keyboard.press('Enter');
  await expect(log(page)).toContainText('made arn:aws:iam::111122223333:role/Night');
  await run(page, "aws iam list-users --query 'Users[].UserName' --output text");
  await expect(log(page)).toContainText(/\bone\b.*\btwo\b/);
  await saved(page);
  await page.reload();
  await page.getByRole('banner').getByRole('button', { name: 'Undo a script' }).click();
  await openTerminal(page);
  await run(page, "aws iam list-users --query 'Users[].UserName' --output text");
  await expect(log(page)).toContainText('noor');
  await expect(log(page)).not.toContainText(/\bone\b/);
  await run(page, 'aws iam get-role --role-name Night');
  await expect(log(page)).toContainText('NoSuchEntity');
});

test('what is announced covers neither the terminal nor its prompt', async ({ page }) => {
  await playgroundAs(page, 'root');
  await openTerminal(page);
  await prompt(page).fill('aws iam create-group --group-name One\necho hello > one.txt');
  await page.keyboard.press('Enter');
  await expect(log(page)).toContainText('group/One');
  await page.getByRole('banner').getByRole('button', { name: 'Undo a script' }).click();
  const said = page.getByRole('status').filter({ hasText: 'Undid a script. Files that it wrote stay.' });
  await expect(said).toBeInViewport();
  const [message, terminal] = [await said.boundingBox(), await drawer(page).boundingBox()];
  expect((message?.y ?? 0) + (message?.height ?? 0)).toBeLessThanOrEqual(terminal?.y ?? 0);
});

test('a script is opened from a file; it ends where it says so', async ({ page }) => {
  await playgroundAs(page, 'root');
  await openTerminal(page);
  const chosen = page.waitForEvent('filechooser');
  await drawer(page).getByRole('button', { name: 'Run a script' }).click();
  await (
    await chosen
  ).setFiles({
    name: 'set-up.sh',
    mimeType: 'text/x-shellscript',
    buffer: Buffer.from(
      [
        '#!/bin/bash',
        'set -e',
        'aws iam create-group --group-name Apprentices --query Group.Arn --output text',
        'aws iam wait user-exists --user-name nobody-at-all',
        'aws iam create-group --group-name Never',
      ].join('\n'),
    ),
  });
  await expect(log(page)).toContainText('arn:aws:iam::111122223333:group/Apprentices');
  await expect(log(page)).toContainText('Waiter UserExists failed: Max attempts exceeded');
  await expect(log(page)).toContainText('the script ends here (set -e)');
  await run(page, "aws iam list-groups --query 'Groups[].GroupName' --output text");
  await expect(log(page)).toContainText(/Apprentices\s+Booksellers/);
  await expect(log(page)).not.toContainText('group/Never');
  await run(page, 'clear');
  await expect(log(page)).not.toContainText('Apprentices');
  await expect(log(page)).not.toContainText('clear');
  await expect(page.getByRole('banner').getByRole('button', { name: 'Undo a script' })).toBeVisible();
});

test('policies of AWS, objects and Regions are completed; a misspelt Region is not there', async ({
  page,
}) => {
  await playgroundAs(page, 'amira');
  await openTerminal(page);
  await page.keyboard.type('aws iam get-policy --policy-arn IAMReadOnly');
  await page.keyboard.press('Tab');
  await expect(prompt(page)).toHaveValue(
    'aws iam get-policy --policy-arn arn:aws:iam::aws:policy/IAMReadOnlyAccess ',
  );
  await page.keyboard.type('--query=Policy.PolicyName --output=te');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(log(page)).toContainText('IAMReadOnlyAccess');
  await page.keyboard.type('aws s3 ls s3://maple-cat');
  await page.keyboard.press('Tab');
  await page.keyboard.type('rest');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(prompt(page)).toHaveValue('aws s3 ls s3://maple-catalog/restock/week-47.md ');
  await page.keyboard.press('Control+c');
  await run(page, 'aws sts get-caller-identity --region eu-wst-1');
  await expect(log(page)).toContainText(
    'Could not connect to the endpoint URL: "https://sts.eu-wst-1.amazonaws.com/"',
  );
  await expect(log(page)).toContainText('exit 255');
});

test('a profile with a key of its own signs in place of the console', async ({ page }) => {
  await playgroundAs(page, 'root');
  await openTerminal(page);
  await run(
    page,
    'KEY=$(aws iam create-access-key --user-name noor --query "AccessKey.[AccessKeyId,SecretAccessKey]" --output text)',
  );
  await run(page, 'aws configure set aws_access_key_id $(echo "$KEY" | cut -f 1) --profile noor');
  await run(page, 'aws configure set aws_secret_access_key $(echo "$KEY" | cut -f 2) --profile noor');
  await run(page, 'export AWS_PROFILE=noor');
  await expect(
    drawer(page)
      .getByText(/^noor@maple-books \(profile noor\) \$$/)
      .last(),
  ).toBeVisible();
  await run(page, 'aws sts get-caller-identity --query Arn --output text');
  await expect(log(page)).toContainText('user/noor');
  await run(page, 'unset AWS_PROFILE');
  await run(page, 'aws sts get-caller-identity --query Arn --output text');
  await expect(log(page)).toContainText('arn:aws:iam::111122223333:root');
});

test('by keyboard alone: several tabs, the history searched, a long answer read page by page', async ({
  page,
}) => {
  await playgroundAs(page, 'amira');
  await openTerminal(page);
  await page.keyboard.type('aws iam list-groups --output table');
  await page.keyboard.press('Enter');
  await expect(log(page)).toContainText('Booksellers');
  await backTo(page, drawer(page).getByRole('button', { name: 'New tab' }));
  await page.keyboard.press('Enter');
  await expect(drawer(page).getByRole('button', { name: /^Tab 2, amira@/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(prompt(page)).toBeFocused();
  await expect(log(page)).not.toContainText('Booksellers');
  await page.keyboard.type('export AWS_PROFILE=ghost');
  await page.keyboard.press('Enter');
  await expect(drawer(page).getByRole('button', { name: 'Tab 2, no credentials' })).toBeVisible();
  await axe(page, 'the terminal with two tabs');

  await page.keyboard.type('unset AWS_PROFILE');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('echo ');
  await page.keyboard.press('Control+e');
  await page.keyboard.press('Control+u');
  await expect(prompt(page)).toHaveValue('');
  await page.keyboard.press('Control+y');
  await expect(prompt(page)).toHaveValue('echo unset AWS_PROFILE');
  await page.keyboard.press('Control+u');

  await page.keyboard.press('Control+r');
  await page.keyboard.type('table groups');
  await expect(drawer(page).getByRole('option')).toHaveText(['aws iam list-groups --output table']);
  await axe(page, 'the search in what was typed, with two tabs');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+u');

  await page.keyboard.type('aws iam create-role help');
  await page.keyboard.press('Enter');
  await expect(log(page).getByText('NAME', { exact: false }).first()).toBeInViewport();
  const more = drawer(page).getByRole('button', { name: /More below/ });
  await expect(more).toBeVisible();
  await axe(page, 'the terminal with a long answer');
  const top = () => log(page).evaluate((element) => element.scrollTop);
  const before = await top();
  await page.keyboard.press('PageDown');
  await expect.poll(top).toBeGreaterThan(before);

  await backTo(page, drawer(page).getByRole('button', { name: 'Close tab 2' }));
  await page.keyboard.press('Enter');
  await expect(drawer(page).getByRole('button', { name: /^Tab 1, amira@/ })).toBeVisible();
  await expect(log(page)).toContainText('Booksellers');
});

test('by keyboard alone: opened, made taller, asked, and left to where one was', async ({ page }) => {
  await playgroundAs(page, 'noor');
  await visit(page, '#/policies');
  const filter = page
    .getByRole('main')
    .getByRole('searchbox')
    .or(page.getByRole('main').getByRole('textbox'))
    .first();
  await filter.focus();
  const scrolled = () => page.evaluate(() => window.scrollY);
  const top = await scrolled();
  await openTerminal(page);
  await page.keyboard.type('sandbox whoami');
  await page.keyboard.press('Enter');
  await expect(log(page)).toContainText('console session ASIA');
  expect(await scrolled(), 'the page above stays where it is').toBe(top);
  const edge = drawer(page).getByRole('separator');
  const before = Number(await edge.getAttribute('aria-valuenow'));
  await edge.focus();
  await page.keyboard.press('ArrowUp');
  await expect(edge).toHaveAttribute('aria-valuenow', `${before + 40}`);
  await page.keyboard.press('Control+Backquote');
  await expect(prompt(page)).toBeHidden();
  await expect(filter).toBeFocused();
  await page.setViewportSize({ width: 320, height: 640 });
  await openTerminal(page);
  await axe(page, 'the terminal on a small phone');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
