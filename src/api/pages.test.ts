// Pages of services besides IAM: what was shown and is gone hides nothing behind it.
import { expect, test } from 'vitest';
import { ask, outputOf } from '../../tests/fixtures/ask.ts';
import {
  filed,
  lambdaFunction,
  queue,
  serviceRole,
  subscription,
  topic,
} from '../../tests/fixtures/messaging.ts';
import { TREE_ROOT, withOrganization } from '../../tests/fixtures/organization.ts';
import { SECRET, withSecrets } from '../../tests/fixtures/secrets.ts';
import { ROOT, withBookshop } from '../../tests/fixtures/world.ts';
import { tableOf } from '../account/table.ts';
import type { World } from '../account/world.ts';
import type { ApiCall } from './call.ts';
import { pageBehind } from './pages.ts';

const RUNNER = serviceRole('Runner', 'lambda.amazonaws.com');
const queues = (names: readonly string[]): World =>
  withBookshop((account) => ({ ...account, queues: filed(...names.map((name) => queue(name))) }));
const functions = (names: readonly string[]): World =>
  withBookshop((account) => ({
    ...account,
    functions: filed(...names.map((name) => lambdaFunction(name, RUNNER))),
  }));
const secrets = (names: readonly string[]): World => withSecrets(names.map((name) => ({ ...SECRET, name })));
const units = (names: readonly string[]): World =>
  withOrganization({
    units: tableOf(
      Object.fromEntries(
        names.map((name) => {
          const id = `ou-ab12-0000000${name}`;
          return [id, { id, name, parent: TREE_ROOT, tags: {} }];
        }),
      ),
    ),
  });

type Shown = Readonly<Record<string, unknown>>;

test.each<[ApiCall, (names: readonly string[]) => World, string, (output: Shown) => string]>([
  [
    { operation: 'sqs:ListQueues', input: { MaxResults: 2 } },
    queues,
    'NextToken',
    ({ QueueUrls }) => String(QueueUrls),
  ],
  [
    { operation: 'lambda:ListFunctions', input: { MaxItems: 2 } },
    functions,
    'Marker',
    ({ Functions }) => JSON.stringify(Functions),
  ],
  [
    { operation: 'secretsmanager:ListSecrets', input: { MaxResults: 2, SortOrder: 'asc' } },
    secrets,
    'NextToken',
    ({ SecretList }) => JSON.stringify(SecretList),
  ],
  [
    {
      operation: 'organizations:ListOrganizationalUnitsForParent',
      input: { ParentId: TREE_ROOT, MaxResults: 2 },
    },
    units,
    'NextToken',
    ({ OrganizationalUnits }) => JSON.stringify(OrganizationalUnits),
  ],
])('$operation', (call, worldOf, parameter, text) => {
  const page = (world: World, token?: unknown): Shown =>
    outputOf(
      ask(
        ROOT,
        { ...call, input: { ...call.input, ...(token !== undefined && { [parameter]: token }) } } as ApiCall,
        world,
      ),
    ) as unknown as Shown;
  const first = page(worldOf(['a', 'b', 'c']));
  const token = first.NextToken ?? first.NextMarker;
  const rest = page(worldOf(['a', 'b', 'c']), token);
  expect(text(rest)).toContain('c');
  for (const left of [['b', 'c'], ['a', 'c'], ['c']])
    expect(text(page(worldOf(left), token))).toBe(text(rest));
});

test('topics and subscriptions, a hundred at a time', () => {
  const numbers = Array.from({ length: 101 }, (_, at) => at);
  const name = (at: number) => `t${String(at).padStart(3, '0')}`;
  const world = (ats: readonly number[]) =>
    withBookshop((account) => ({
      ...account,
      topics: filed(
        ...ats.map((at) => topic(name(at), [subscription(at, 'email', 'noor@maple-books.example')])),
      ),
    }));
  for (const operation of ['sns:ListTopics', 'sns:ListSubscriptions'] as const) {
    const page = (on: World, NextToken?: string) =>
      outputOf(ask(ROOT, { operation, input: NextToken === undefined ? {} : { NextToken } }, on)) as {
        readonly NextToken?: string;
      };
    const { NextToken } = page(world(numbers));
    const rest = page(world(numbers), NextToken);
    expect(JSON.stringify(rest)).toContain(name(100));
    expect(page(world(numbers.slice(50)), NextToken)).toEqual(rest);
  }
});

test.each(['', '1', 'a', 'YWJj', 'made up'])('%j was given by no page', (token) => {
  expect(pageBehind(['a', 'b'], { token, most: 1 }, (item) => item)).toBeNull();
});
