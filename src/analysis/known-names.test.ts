// Tests of the names that an account knows.
import { describe, expect, test } from 'vitest';
import { tableOf, valuesOf } from '../account/table.ts';
import type { Account, World } from '../account/world.ts';
import { RICH } from '../../tests/fixtures/rich-world.ts';
import bookshop from '../lessons/bookshop/scenario.json' with { type: 'json' };
import type { RequestContext } from '../evaluation/request.ts';
import { parseScenario } from '../scenario/parse.ts';
import { knownNames } from './known-names.ts';

function worldOf(scenario: unknown): World {
  const parsed = parseScenario(scenario);
  if (!parsed.ok) throw new Error('The scenario is not sound.');
  return parsed.value.world;
}

const world = worldOf(bookshop);
const [account] = Object.values(world.accounts) as [Account];
const known = knownNames(world, account.id, 'eu-west-1', (): readonly RequestContext[] => [
  { 'aws:SourceIp': '203.0.113.7', 'aws:TagKeys': ['a', 'b'] },
  { 'aws:sourceip': '203.0.113.8' },
]);

describe('the bookshop', () => {
  test('has its users, and its buckets with their folders', () => {
    expect(known.things('iam:user').map(({ name }) => name)).toContain('noor');
    expect(known.things('s3:bucket').map(({ name }) => name)).toContain('maple-drafts');
    expect(known.things('s3:object').map(({ arn }) => arn)).toEqual(
      expect.arrayContaining(['arn:aws:s3:::maple-drafts/*', 'arn:aws:s3:::maple-drafts/spring/*']),
    );
    expect(known.things('nothing:at-all')).toEqual([]);
  });

  test.each([
    ['aws:username', 'noor'],
    ['aws:principalaccount', account.id],
    ['aws:principalarn', `arn:aws:iam::${account.id}:user/noor`],
    ['aws:sourceip', '203.0.113.7'],
    ['aws:sourceip', '203.0.113.8'],
    ['aws:tagkeys', 'b'],
    ['s3:prefix', 'spring/'],
    ['aws:requestedregion', 'eu-west-1'],
    ['saml:aud', 'https://signin.aws.amazon.com/saml'],
    ['token.actions.githubusercontent.com:sub', 'repo:maple-books/website:ref:refs/heads/main'],
  ])('knows of %s the value %s', (key, value) => {
    expect(known.values(key).map((one) => one.value)).toContain(value);
  });

  test('says which policy has a value, and gives no variable for one', () => {
    const values = known.values('token.actions.githubusercontent.com:sub');
    expect(values[0]?.detail).toMatch(/^in the trust policy of \w+/);
    for (const key of ['aws:username', 'saml:aud', 's3:prefix'])
      for (const { value } of known.values(key)) expect(value).not.toContain('${');
  });

  test('finds by ARN what there is, and nothing else', () => {
    expect(known.find(`arn:aws:iam::${account.id}:user/noor`)).toMatchObject({
      name: 'noor',
      type: 'iam:user',
    });
    expect(known.find('arn:aws:s3:::maple-drafts')).toMatchObject({ type: 's3:bucket' });
    expect(known.find(`arn:aws:iam::${account.id}:root`)).toMatchObject({ type: 'account' });
    expect(known.find(`arn:aws:iam::${account.id}:user/nobody`)).toBeNull();
    expect(known.find('not an ARN')).toBeNull();
  });
});

test('a world that has everything has an ARN for everything', () => {
  for (const { id } of Object.values(RICH.accounts)) {
    const names = knownNames(RICH, id, 'eu-west-1');
    const types = [
      'iam:role',
      'iam:policy',
      'sqs:queue',
      'sns:topic',
      'kms:key',
      'lambda:function',
      'dynamodb:table',
      'secretsmanager:Secret',
      'ec2:instance',
    ];
    for (const thing of types.flatMap((type) => names.things(type)))
      expect(names.find(thing.arn)).toEqual(thing);
  }
  const organization = RICH.organization;
  const first = Object.keys(RICH.accounts)[0] ?? '';
  const ofFirst = knownNames(RICH, first, 'eu-west-1');
  for (const kind of ['account', 'organizationalunit', 'policy', 'root', 'organization']) {
    const things = ofFirst.things(`organizations:${kind}`);
    expect(things, kind).not.toEqual([]);
    for (const { arn } of things) expect(arn).toContain(organization?.id);
  }
  expect(ofFirst.things('sts:root-user').map(({ account: id }) => id)).toContain(first);
  expect(
    knownNames(RICH, first, 'eu-west-1')
      .values('aws:principalorgid')
      .map(({ value }) => value),
  ).toEqual([organization?.id]);
});

test('ten thousand users are known by their names', () => {
  const [template] = valuesOf(account.users);
  if (!template) throw new Error('The bookshop has users.');
  const users = tableOf(
    Object.fromEntries(
      Array.from({ length: 10_000 }, (_, i) => [`user${i}`, { ...template, name: `user${i}` }]),
    ),
  );
  const large = { ...world, accounts: { ...world.accounts, [account.id]: { ...account, users } } };
  const names = knownNames(large, account.id, 'eu-west-1');
  expect(names.things('iam:user')).toHaveLength(10_000);
  expect(names.values('aws:username').map(({ value }) => value)).toContain('user9999');
});
