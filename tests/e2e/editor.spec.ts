// The editor: policies written from an empty text with completion only, explained, mended and left by keys.
import type { Locator, Page } from '@playwright/test';
import {
  ACCOUNT,
  arnOf,
  bucketAddress,
  denyByBucket,
  expectSignedIn,
  message,
  playgroundAs,
  quoted,
  signIn,
  visit,
  writeObject,
  writeObjectWell,
  type Person,
} from './bookshop.ts';
import { editor, expectSaved, openPolicy, replaceText, saveButton } from './desk.ts';
import { axe, expect, tall, test } from './support.ts';

const list = (page: Page): Locator => page.getByRole('listbox', { name: 'Completions' });
const text = (page: Page): Locator => page.getByRole('textbox', { name: /^Policy document/ });

/** How many faults there are, above their list. */
const count = (page: Page, words: string | RegExp): Locator => page.getByRole('heading', { name: words });

/** What an empty text says. */
const EMPTY = /^Write JSON/;

/** Takes what the list offers under exactly this label: down to it by the arrow key, then Enter. */
async function pick(page: Page, label: string): Promise<void> {
  const wanted = list(page)
    .getByRole('option')
    .filter({ has: page.getByText(label, { exact: true }) });
  await expect(wanted).toBeAttached();
  // While it waits for what fits the newest letter, it takes no keys.
  await expect(page.locator('.cm-tooltip-autocomplete-disabled')).toHaveCount(0);
  for (let pressed = 0; pressed < 40; pressed++) {
    if ((await wanted.getAttribute('aria-selected')) === 'true') break;
    await page.keyboard.press('ArrowDown');
  }
  await expect(wanted).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
}

/** Asks for the list, and takes something from it. */
async function suggest(page: Page, label: string, typed = ''): Promise<void> {
  await page.keyboard.press('Control+Space');
  await expect(list(page)).toBeVisible();
  await page.keyboard.type(typed);
  await pick(page, label);
}

/** From an empty text to a statement with an effect. */
async function begin(page: Page, effect: 'Allow' | 'Deny'): Promise<void> {
  await text(page).focus();
  // The vocabulary is loaded by and by; nothing is offered before.
  await expect(async () => {
    await page.keyboard.press('Control+Space');
    await expect(list(page)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await pick(page, 'Policy document');
  await pick(page, 'Effect');
  await pick(page, effect);
}

/** Names somebody as Principal, and goes on behind that. */
async function principal(page: Page, who: Person): Promise<void> {
  await suggest(page, 'Principal');
  await pick(page, 'AWS');
  await page.keyboard.type(who);
  await pick(page, arnOf(who));
  // Out of the block.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
}

async function newPolicy(page: Page, kind: string, name: string, attach?: RegExp): Promise<void> {
  await visit(page, '#/policies');
  await page.getByRole('link', { name: 'New policy' }).click();
  const main = page.getByRole('main');
  await main.getByLabel('Kind').selectOption(kind);
  await main.getByLabel(/(Policy|Role) name/).fill(name);
  if (attach) {
    const where = main.getByLabel(/^(Attach to|Whose it is)/);
    const option = where.getByRole('option', { name: attach });
    await where.selectOption((await option.getAttribute('value')) ?? '');
  }
  await expect(text(page)).toBeVisible();
  await expect(text(page)).toHaveText(EMPTY);
}

const create = (page: Page) => page.getByRole('button', { name: 'Create', exact: true }).click();

const drawer = (page: Page): Locator => page.getByRole('region', { name: 'Terminal' });

async function run(page: Page, line: string): Promise<void> {
  const prompt = drawer(page).getByRole('textbox');
  if (!(await prompt.isVisible())) await page.keyboard.press('Control+Backquote');
  await prompt.fill(line);
  await prompt.press('Enter');
  await expect(prompt).toHaveValue('');
}
const log = (page: Page): Locator => drawer(page).getByRole('log');

for (const [kind, name, where] of [
  ['Customer managed policy', 'WriteSummer', 'attached to her'],
  ['Inline policy', 'OwnSummer', 'part of her'],
] as const)
  test(`${kind.toLowerCase()} from an empty text, ${where}, lets noor write for summer`, async ({ page }) => {
    await playgroundAs(page, 'root');
    await newPolicy(page, kind, name, /user noor/);
    await begin(page, 'Allow');
    await suggest(page, 'Action');
    await pick(page, 's3:');
    await page.keyboard.type('putobj');
    await pick(page, 's3:PutObject');
    await suggest(page, 'Resource');
    await pick(page, 'arn:aws:s3:::maple-drafts/summer/*');
    await expect(count(page, /\d+ error/)).toBeHidden();
    await create(page);
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('user noor');

    await signIn(page, 'noor');
    await writeObjectWell(page, 'maple-drafts', 'summer/newsletter.md', 'Summer!');
  });

test('a bucket policy from an empty text forbids noor what her own policy allows', async ({ page }) => {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'Bucket policy of maple-drafts');
  await replaceText(page, '');
  await page.keyboard.press('Delete');
  await expect(text(page)).toHaveText(EMPTY);
  await begin(page, 'Deny');
  await principal(page, 'noor');
  await suggest(page, 'Action');
  await page.keyboard.type('putobj');
  await pick(page, 's3:PutObject');
  await suggest(page, 'Resource');
  await pick(page, 'arn:aws:s3:::maple-drafts/*');
  await suggest(page, 'Condition');
  await pick(page, 'IpAddress');
  await page.keyboard.type('sourceip');
  await pick(page, 'aws:SourceIp');
  await pick(page, '203.0.113.0/24');
  await saveButton(page).click();
  await expectSaved(page);

  await signIn(page, 'noor');
  await writeObject(page, 'maple-drafts', 'spring/newsletter.md', 'Spring!');
  await expect(
    message(page, denyByBucket('noor', 's3:PutObject', quoted('maple-drafts', 'spring/newsletter.md'))),
  ).toBeVisible();
});

test('a trust policy from an empty text lets lena into a role, and nobody else', async ({ page }) => {
  await playgroundAs(page, 'root');
  await newPolicy(page, 'Role, with its trust policy', 'Guest');
  await begin(page, 'Allow');
  await principal(page, 'lena');
  await suggest(page, 'Action');
  await pick(page, 'sts:AssumeRole');
  await create(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Trust policy of Guest' })).toBeVisible();

  const assume = `aws sts assume-role --role-arn arn:aws:iam::${ACCOUNT}:role/Guest --role-session-name visit --query AssumedRoleUser.Arn --output text`;
  await signIn(page, 'noor');
  await run(page, assume);
  await expect(log(page)).toContainText('not authorized to perform: sts:AssumeRole');
  await signIn(page, 'lena');
  await run(page, assume);
  await expect(log(page)).toContainText(`arn:aws:sts::${ACCOUNT}:assumed-role/Guest/visit`);
});

test('a service control policy from an empty text stops a member account', async ({ page }) => {
  await playgroundAs(page, 'root');
  await expectSignedIn(page, 'root');
  await run(page, 'aws organizations create-organization --query Organization.FeatureSet --output text');
  await run(
    page,
    'aws organizations enable-policy-type --policy-type SERVICE_CONTROL_POLICY --root-id $(aws organizations list-roots --query "Roots[0].Id" --output text)',
  );
  await run(page, 'aws organizations create-account --account-name Shop --email shop@example.com');
  await run(
    page,
    'aws iam attach-user-policy --user-name amira --policy-arn arn:aws:iam::aws:policy/AdministratorAccess',
  );
  await expect(log(page)).toContainText('CreateAccountStatus');
  await page.keyboard.press('Control+Backquote');

  await newPolicy(page, 'Service control policy', 'NoBuckets', /account Shop/);
  await begin(page, 'Deny');
  await suggest(page, 'Action');
  await pick(page, 's3:');
  await page.keyboard.type('createb');
  await pick(page, 's3:CreateBucket');
  await suggest(page, 'Resource');
  await pick(page, '*');
  await create(page);
  await expect(page.getByRole('heading', { level: 1, name: 'NoBuckets' })).toBeVisible();

  await signIn(page, 'amira');
  await run(page, 'aws organizations list-accounts --query "Accounts[?Name==\'Shop\'].Id" --output text');
  const shop = /^\d{12}$/m.exec((await log(page).innerText()).replaceAll(ACCOUNT, ''))?.[0] ?? '';
  await visit(page, `#/switch-role?account=${shop}&roleName=OrganizationAccountAccessRole`);
  await page.getByRole('button', { name: /Switch role/i }).click();
  await run(page, 'aws s3api create-bucket --bucket maple-shop-window');
  await expect(log(page)).toContainText('with an explicit deny in a service control policy');
});

test('a word without quotes is completed with them', async ({ page }) => {
  await playgroundAs(page, 'root');
  await newPolicy(page, 'Customer managed policy', 'Bare');
  await begin(page, 'Allow');
  await suggest(page, 'Action');
  await page.keyboard.press('Escape');
  for (const key of ['Backspace', 's', '3', ':', 'g', 'e', 't', 'o', 'b', 'j'])
    await page.keyboard.press(key);
  await expect(text(page)).toContainText('"Action": s3:getobj');
  await pick(page, 's3:GetObject');
  await expect(text(page)).toContainText('"Action": "s3:GetObject"');
  await suggest(page, 'Resource');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('summer');
  await pick(page, 'arn:aws:s3:::maple-drafts/summer/*');
  await expect(text(page)).toContainText('"Resource": "arn:aws:s3:::maple-drafts/summer/*"');
  await expect(count(page, /\d+ error/)).toBeHidden();
});

test('a long explanation can be scrolled by keys, is in sight on a phone, and makes room for the list of keys', async ({
  page,
}) => {
  await page.setViewportSize({ width: 375, height: 700 });
  await playgroundAs(page, 'amira');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(page, `{\n"Statement": {\n"Effect": "Deny",\n"Resource": "*",\n"Action": "s3:*"}}`);
  for (let left = 0; left < 5; left++) await page.keyboard.press('ArrowLeft');
  const card = page.getByRole('note', { name: 'About s3:*' });
  await expect(async () => {
    await page.getByRole('button', { name: 'Explain' }).click();
    await expect(card).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const box = await card.boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 375).toBe(true);
  await page.keyboard.press('Tab');
  await expect(card).toBeFocused();
  // It is measured anew when the text has been judged.
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(card.getByText(/^and \d+ more/).last()).toBeInViewport({ timeout: 500 });
  }).toPass();
  await page.getByRole('button', { name: 'Keys' }).click();
  await expect(card).toBeHidden();
});

test('the word under the cursor is explained, a fault is found and mended, and Tab leaves', async ({
  page,
}) => {
  await playgroundAs(page, 'amira');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(
    page,
    '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObjct", "Resource": "*"}]}',
  );
  await expect(count(page, '1 error')).toBeVisible();
  await page.keyboard.press('F8');
  await expect(
    page
      .getByRole('status')
      .or(page.locator('[aria-live]'))
      .filter({ hasText: /GetObjct/ })
      .first(),
  ).toBeAttached();
  await page.keyboard.press('Control+.');
  await expect(editor(page)).toContainText('"s3:GetObject"');
  const explained = page.getByText('Read action of Amazon S3', { exact: true });
  await page.keyboard.press('Control+Shift+Space');
  await expect(explained).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(explained).toBeHidden();
  await page.keyboard.press('Shift+Alt+f');
  await expect(editor(page)).toContainText(/^\{\s*"Version"/);
  await expect(editor(page).getByText('"Effect": "Allow",', { exact: false })).toBeVisible();
  await expect(editor(page)).toBeFocused();
  // What the pointer that lies over the text has opened is not on the way.
  const hovered = page.getByRole('note', { name: 'About s3:GetObject' });
  await editor(page).getByText('"s3:GetObject"').hover();
  await expect(hovered).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(hovered).toBeHidden();
  await expect(editor(page)).not.toBeFocused();
  await expect(page.locator('.cm-editor :focus')).toHaveCount(0);
});

test('the pointer left over the text explains nothing while somebody types there', async ({ page }) => {
  await playgroundAs(page, 'amira');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(page, `{\n"Statement": {\n"Effect": "Allow",\n"Resource": "*",\n"Action": "s3:"\n}}`);
  await editor(page).getByText('"s3:"').click();
  const word = page.getByRole('note', { name: /^About s3/ });
  // The names of AWS are loaded by and by; nothing is explained before.
  await expect(async () => {
    await page.mouse.move(0, 0);
    await editor(page)
      .getByText('"s3:"')
      .hover({ position: { x: 12, y: 8 } });
    await expect(word).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('End');
  await expect(word).toBeHidden();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('ge', { delay: 60 });
  await editor(page)
    .getByText('"s3:ge')
    .hover({ position: { x: 16, y: 8 } });
  await page.keyboard.type('tob', { delay: 150 });
  await expect(list(page).getByRole('option').first()).toContainText('s3:GetObject');
  await expect(word).toBeHidden();
  await expect(page.locator('.cm-tooltip-hover')).toHaveCount(0);
});

test('half a name, what a service is called, an access level and a version that is a number lead to what is meant', async ({
  page,
}) => {
  await playgroundAs(page, 'amira');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(
    page,
    '{"Version": 20121017, "Statement": [{"Effect": "Allow", "Action": ["s3:Get", "elb:Describe*", "kms:Read"], "Resource": "*"}]}',
  );
  await expect(count(page, '4 errors')).toBeVisible();
  await page.getByRole('button', { name: 'Use "2012-10-17"' }).click();
  await page.getByRole('button', { name: /^Use "s3:Get\*" \(\d+ actions\)$/ }).click();
  await page.getByRole('button', { name: /^Use "elasticloadbalancing:Describe\*" \(\d+ actions\)$/ }).click();
  await page.getByRole('button', { name: /^Use the \d+ actions of level Read$/ }).click();
  await expect(editor(page)).toContainText(
    '["s3:Get*", "elasticloadbalancing:Describe*", "kms:Describe*", "kms:Get*"]',
  );
  await expect(count(page, /\d errors?$/)).toBeHidden();
});

test('a bucket that is not there is told, with the one that was meant', async ({ page }) => {
  await playgroundAs(page, 'amira');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(
    page,
    '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::maple-drafs/*"}]}',
  );
  const told = page.getByRole('listitem').filter({ hasText: /is to be found under this ARN/ });
  await expect(told).toContainText('No bucket "maple-drafs" is to be found under this ARN.');
  const said = page.getByRole('status').filter({ hasText: /^1 \w+\. Line 1: No bucket "maple-drafs"/ });
  await expect(said).toHaveCount(1);
  await page.getByRole('button', { name: 'Use "arn:aws:s3:::maple-drafts/*"' }).click();
  await expect(editor(page)).toContainText('"arn:aws:s3:::maple-drafts/*"');
  await expect(told).toBeHidden();
  await expect(page.getByRole('status').filter({ hasText: 'No findings.' })).toHaveCount(1);
});

test('an AWS managed policy that nothing has attached is found by its name, and read', async ({ page }) => {
  await playgroundAs(page, 'amira');
  await visit(page, '#/policies');
  const search = page.getByRole('searchbox', { name: 'Search the policies' });
  await expect(page.getByRole('heading', { name: 'AWS managed policies' })).toBeHidden();
  await search.fill('a');
  const found = page.getByRole('region', { name: 'AWS managed policies' });
  await expect(found.getByRole('row')).toHaveCount(51);
  await search.fill('administratoracc');
  await expect(page.getByText('No policy in use here matches')).toBeVisible();
  await expect(found.getByRole('row').nth(1)).toContainText('AdministratorAccess');
  await found.getByRole('link', { name: 'AdministratorAccess', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'AdministratorAccess' })).toBeVisible();
  await expect(editor(page)).toHaveAttribute('aria-readonly', 'true');
  await expect(editor(page)).toContainText('"Action": "*"');
  await expect(page.getByText('Read-only: this policy is AWS')).toBeVisible();
});

test('what was mended in a text longer than any policy is judged again', async ({ page }) => {
  await playgroundAs(page, 'amira');
  await openPolicy(page, 'WriteDrafts');
  const statements = Array.from({ length: 400 }, (_, at) => ({
    Sid: `S${at}`,
    Effect: 'Allow',
    Action: 's3:GetObjct',
    Resource: 'arn:aws:s3:::maple-drafts/*',
  }));
  await replaceText(page, JSON.stringify({ Version: '2012-10-17', Statement: statements }));
  await expect(count(page, '400 errors')).toBeVisible();
  await page.getByRole('button', { name: 'Use "s3:GetObject"' }).first().click();
  await expect(count(page, '399 errors')).toBeVisible();
});

for (const width of [1280, 375])
  test(`an open list is accessible and in sight, ${width} pixels wide`, async ({ page }) => {
    await playgroundAs(page, 'amira');
    if (width === 1280) await tall(page);
    else await page.setViewportSize({ width, height: 800 });
    await openPolicy(page, 'WriteDrafts');
    await replaceText(page, '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ""}]}');
    for (let left = 0; left < 4; left++) await page.keyboard.press('ArrowLeft');
    await expect(async () => {
      await page.keyboard.press('Control+Space');
      await expect(list(page)).toBeVisible({ timeout: 1_000 });
    }).toPass();
    const box = await list(page).boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    if (width === 1280) await axe(page, 'the editor with a list of completions');
  });

test('a bucket without a policy offers to write one', async ({ page }) => {
  await playgroundAs(page, 'root');
  await run(page, 'aws s3api delete-bucket-policy --bucket maple-drafts');
  await page.keyboard.press('Control+Backquote');
  await visit(page, bucketAddress('maple-drafts'));
  await page.getByRole('link', { name: 'Write a bucket policy' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bucket policy of maple-drafts' })).toBeVisible();
  await expect(text(page)).toHaveText(EMPTY);
});

test('all that a wildcard stands for can be had, and a fault that was gone to is explained', async ({
  page,
}) => {
  await playgroundAs(page, 'amira');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(
    page,
    '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::maple-drafs"}]}',
  );
  await expect(page.getByText('is to be found under this ARN').first()).toBeVisible();
  // To the fault, whose note gives way to what the word means.
  await page.keyboard.press('F8');
  await page.keyboard.press('Control+Shift+Space');
  await expect(page.getByRole('note', { name: /^About / })).toBeVisible();
  await page.keyboard.press('Escape');

  await replaceText(page, '{"Statement": {"Effect": "Deny", "Resource": "*", "Action": "ec2:*"}}');
  for (let left = 0; left < 5; left++) await page.keyboard.press('ArrowLeft');
  const card = page.getByRole('note', { name: 'About ec2:*' });
  await page.keyboard.press('Control+Shift+Space');
  await expect(card).toBeVisible();
  await expect(card.getByText('TerminateInstances', { exact: true })).toBeHidden();
  await card.getByRole('button', { name: /^Show all \d+: Write/ }).click();
  await expect(card).toBeFocused();
  await expect(card.getByText('TerminateInstances', { exact: true })).toBeAttached();
});

test('where nothing can be suggested, that is said', async ({ page }) => {
  await playgroundAs(page, 'amira');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(
    page,
    '{"Version": "2012-10-17", "Statement": [{"Sid": "", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]}',
  );
  await page.keyboard.press('Control+Home');
  const start = '{"Version": "2012-10-17", "Statement": [{"Sid": "'.length;
  for (let right = 0; right < start; right++) await page.keyboard.press('ArrowRight');
  const nothing = page.locator('.note', { hasText: 'Nothing to suggest here.' });
  await expect(async () => {
    await page.keyboard.press('Control+Space');
    await expect(nothing).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.locator('.cm-announced')).toHaveText('Nothing to suggest here.');
  await page.keyboard.type('Read');
  await expect(nothing).toBeHidden();
});

for (const width of [1280, 375])
  test(`the search is named, in sight below the header, and counts, ${width} pixels wide`, async ({
    page,
  }) => {
    await playgroundAs(page, 'amira');
    await openPolicy(page, 'WriteDrafts');
    await page.setViewportSize({ width, height: 800 });
    await editor(page).focus();
    await page.keyboard.press('Control+f');
    const panel = page.getByRole('search', { name: 'Search in the text' });
    await expect(panel.getByRole('textbox', { name: 'Find' })).toBeFocused();
    await page.keyboard.type('maple');
    await expect(panel.getByRole('status')).toHaveText('3 matches');
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('status')).toHaveText('1 of 3');
    await panel.getByRole('checkbox', { name: 'Match case' }).check();
    const header = await page.getByRole('banner').boundingBox();
    for (const name of ['Find', 'Replace with']) {
      const box = await panel.getByText(name, { exact: true }).boundingBox();
      expect(box && header && box.y >= header.y + header.height).toBe(true);
    }
    await expect(panel.getByRole('button', { name: 'Replace all' })).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await page.setViewportSize({ width, height: 4000 });
    await axe(page, 'the editor with its search');
    await panel.getByRole('button', { name: 'Close the search' }).click();
    await expect(panel).toBeHidden();
    await editor(page).focus();
    await page.keyboard.press('Control+f');
    await panel.getByRole('textbox', { name: 'Replace with' }).fill('birch');
    await panel.getByRole('button', { name: 'Replace all' }).click();
    await expect(editor(page)).toContainText('arn:aws:s3:::birch-drafts');
    await expect(panel.getByRole('status')).toHaveText('Not found');
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
  });

for (const width of [1280, 375])
  test(`the list leaves the statement in sight that is written, ${width} pixels wide`, async ({ page }) => {
    await playgroundAs(page, 'amira');
    await page.setViewportSize({ width, height: 800 });
    await openPolicy(page, 'WriteDrafts');
    const statement = { Effect: 'Allow', Action: ['s3:GetObject'], Resource: 'arn:aws:s3:::maple-drafts/*' };
    const written = JSON.stringify(
      { Version: '2012-10-17', Statement: [statement, statement, statement, { ...statement, Resource: '' }] },
      null,
      2,
    );
    await replaceText(page, written);
    for (let left = 0; left < '"\n    }\n  ]\n}'.length; left++) await page.keyboard.press('ArrowLeft');
    await expect(async () => {
      await page.keyboard.press('Control+Space');
      await expect(list(page)).toBeVisible({ timeout: 1_000 });
    }).toPass();
    const line = await editor(page).locator('.cm-line', { hasText: '"Resource": ""' }).boundingBox();
    const box = await list(page).boundingBox();
    expect(line && box && box.y >= line.y).toBe(true);
    await expect(editor(page).locator('.cm-line', { hasText: '"Action"' }).last()).toBeInViewport();
  });

test('all faults that are alike are mended by one key, which the help names', async ({ page }) => {
  await playgroundAs(page, 'amira');
  await openPolicy(page, 'WriteDrafts');
  const statement = { Effect: 'Allow', Action: 's3:GetObjct', Resource: 'arn:aws:s3:::maple-drafts/*' };
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: ['A', 'B', 'C'].map((Sid) => ({ Sid, ...statement })),
  });
  await replaceText(page, text);
  await expect(count(page, '3 errors')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Mend all 3 like this' }).first()).toHaveAttribute(
    'title',
    /(Ctrl|Cmd)\+Shift\+\./,
  );
  await page.keyboard.press('F8');
  await expect(page.locator('.note-error')).toContainText('Mend all 3 like this');
  await page.keyboard.press('ControlOrMeta+Shift+Period');
  await expect(count(page, /\d errors?$/)).toBeHidden();
  await expect(editor(page)).not.toContainText('GetObjct');
  // One step to undo.
  await page.keyboard.press('ControlOrMeta+z');
  await expect(count(page, '3 errors')).toBeVisible();
  await page.getByRole('button', { name: 'Keys' }).click();
  await expect(page.getByText('mend all faults like the one under the cursor')).toBeVisible();
  await replaceText(page, text.replaceAll('"', "'"));
  await expect(page.getByRole('button', { name: /^Mend all \d\d like this/ }).first()).toBeVisible();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('F8');
  await page.keyboard.press('ControlOrMeta+Shift+Period');
  await expect(count(page, '3 errors')).toBeVisible();
});

test('what is put in over a selection of which the editor was not told yet takes on nothing of its look', async ({
  page,
}) => {
  await page.addInitScript(() =>
    document.addEventListener('selectionchange', (event) => {
      if (document.title === 'held') event.stopImmediatePropagation();
    }),
  );
  await playgroundAs(page, 'amira');
  await openPolicy(page, 'WriteDrafts');
  // The page would complain of a style attribute.
  for (const written of ['{"Version": "2012-10-17"}', '{"Statement": []}']) {
    await editor(page).focus();
    // By then, it has put the caret back to where it was.
    await page.waitForFunction(() => new Promise((done) => setTimeout(() => done(true), 100)));
    await editor(page).evaluate((content) => {
      document.title = 'held';
      getSelection()?.selectAllChildren(content);
    });
    await page.keyboard.insertText(written);
    await page.evaluate(() => (document.title = 'told again'));
    await expect(editor(page)).toHaveText(written);
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 700 }, hasTouch: true, isMobile: true });

  test('help with a long text stays at hand, and what is broken shows how deep it lies', async ({ page }) => {
    await playgroundAs(page, 'amira');
    await openPolicy(page, 'WriteDrafts');
    const folder = 'arn:aws:s3:::maple-drafts/summer/newsletters/of/the/north/*';
    const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: folder };
    await replaceText(
      page,
      JSON.stringify(
        { Version: '2012-10-17', Statement: Array.from({ length: 30 }, () => statement) },
        null,
        2,
      ),
    );
    await page.keyboard.press('ControlOrMeta+End');
    const bar = page.getByRole('group', { name: 'Help with the text' });
    await page.locator('.cm-editor').evaluate((text) => {
      window.scrollBy(0, text.getBoundingClientRect().top + 150);
    });
    const explain = bar.getByRole('button', { name: 'Explain' });
    await expect(bar.getByRole('button', { name: 'Suggest' })).toBeInViewport({ ratio: 1 });
    // Nothing lies over it.
    await explain.click({ trial: true });
    expect((await explain.boundingBox())?.height).toBeGreaterThanOrEqual(36);
    const arrow = await page.locator('.cm-foldGutter .cm-gutterElement:visible').last().boundingBox();
    expect(arrow?.width).toBeGreaterThanOrEqual(24);
    expect(arrow?.height).toBeGreaterThanOrEqual(24);

    const parts = await page
      .locator('.cm-line')
      .filter({ hasText: folder })
      .first()
      .evaluate((line) => {
        // The words, without the blank before the first.
        const words = [...line.querySelectorAll('span')].flatMap((word) => [...word.getClientRects()]);
        return words.map(({ left, top }) => ({ left, top }));
      });
    const [first] = parts;
    const broken = parts.filter(({ top }) => first && top > first.top + 4);
    expect(broken.length).toBeGreaterThan(0);
    for (const { left } of broken) expect(left).toBeGreaterThanOrEqual(first?.left ?? Infinity);
  });
});
