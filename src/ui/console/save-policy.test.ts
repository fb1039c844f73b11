// Tests for the request that saves each kind of policy, and for the limit of five versions.
import { describe, expect, test } from 'vitest';
import { otherPolicies, otherPolicyById, withoutPolicy } from '../../account/other-policies.ts';
import { allPolicies, type StoredPolicy } from '../../account/policies.ts';
import { lookup, withValue } from '../../account/table.ts';
import type { World } from '../../account/world.ts';
import { BOOKSHOP, CREATED, MANAGED, withBookshop, WORLD } from '../../../tests/fixtures/world.ts';
import { RICH } from '../../../tests/fixtures/rich-world.ts';
import { nextVersion, saveCall, sentFor, versionInTheWay } from './save-policy.ts';

function stored(name: string, world: World = WORLD): StoredPolicy {
  const found = allPolicies(world, BOOKSHOP, MANAGED).find(({ source }) => source.name === name);
  if (!found) throw new Error(`no policy ${name}`);
  return found;
}

describe('saveCall', () => {
  test.each([
    [
      'WriteDrafts',
      {
        operation: 'iam:CreatePolicyVersion',
        input: {
          PolicyArn: `arn:aws:iam::${BOOKSHOP}:policy/WriteDrafts`,
          PolicyDocument: '{}',
          SetAsDefault: true,
        },
      },
    ],
    [
      'ReadCatalog',
      {
        operation: 'iam:PutUserPolicy',
        input: { UserName: 'noor', PolicyName: 'ReadCatalog', PolicyDocument: '{}' },
      },
    ],
    [
      'SeeBuckets',
      {
        operation: 'iam:PutGroupPolicy',
        input: { GroupName: 'Managers', PolicyName: 'SeeBuckets', PolicyDocument: '{}' },
      },
    ],
    ['maple-drafts', { operation: 's3:PutBucketPolicy', input: { Bucket: 'maple-drafts', Policy: '{}' } }],
    ['AmazonS3ReadOnlyAccess', null],
  ])('%s', (name, call) => expect(saveCall(stored(name), '{}')).toEqual(call));
});

describe('policies that stand at one thing', () => {
  const all = Object.keys(RICH.accounts).flatMap((account) => [
    ...otherPolicies(RICH, account),
    ...withoutPolicy(RICH, account).flatMap(({ id }) => otherPolicyById(RICH, account, id) ?? []),
  ]);

  const isOfAws = (id: string) => /^organization:p-(RCP)?FullAWSAccess$/.test(id);

  test('each has the request that changes it, but those of functions and of AWS', () => {
    for (const policy of all) {
      const call = saveCall(policy, '{}');
      if (policy.source.id.includes(':lambda:') || isOfAws(policy.source.id)) expect(call).toBeNull();
      else expect(JSON.stringify(call)).toContain('"{}"');
    }
  });

  test.each([
    [/^trust:/, 'iam:UpdateAssumeRolePolicy'],
    [/:sqs:/, 'sqs:SetQueueAttributes'],
    [/:sns:/, 'sns:SetTopicAttributes'],
    [/:kms:/, 'kms:PutKeyPolicy'],
    [/^endpoint:/, 'ec2:ModifyVpcEndpoint'],
    [/^organization:/, 'organizations:UpdatePolicy'],
  ])('%s by %s', (id, operation) => {
    const policy = all.find(({ source }) => id.test(source.id) && !isOfAws(source.id));
    expect(policy && saveCall(policy, '{}')?.operation).toBe(operation);
  });

  test('a resource is asked in its own Region, and nothing else is sent elsewhere', () => {
    const queue = all.find(({ source }) => source.id.includes(':sqs:'));
    expect(queue && sentFor(RICH, queue)?.region).toBe(queue?.source.id.split(':')[4]);
    const endpoints = all.filter(({ source }) => source.kind === 'endpoint');
    expect(endpoints.map((endpoint) => sentFor(RICH, endpoint)?.region)).toContain('eu-central-1');
    expect(sentFor(WORLD, stored('WriteDrafts'))).toBeUndefined();
  });
});

/** WriteDrafts with as many versions as named, `inForce` being the default. */
const versioned = (ids: readonly string[], inForce: string): World =>
  withBookshop((account) => {
    const policy = lookup(account.policies, 'WriteDrafts');
    if (!policy) throw new Error('no WriteDrafts');
    const versions = ids.map((id) => ({
      id,
      created: CREATED,
      document: policy.versions[0]?.document ?? '',
    }));
    const lastVersion = Number(ids.at(-1)?.slice(1));
    const next = { ...policy, versions, defaultVersion: inForce, lastVersion };
    return { ...account, policies: withValue(account.policies, 'WriteDrafts', next) };
  });

test.each([
  [['v1', 'v2', 'v3', 'v4'], 'v4', null],
  [['v1', 'v2', 'v3', 'v4', 'v5'], 'v5', 'v1'],
  [['v1', 'v2', 'v3', 'v4', 'v5'], 'v1', 'v2'],
])('of %j with %s in force, %s is in the way', (ids, inForce, expected) => {
  const world = versioned(ids, inForce);
  expect(versionInTheWay(world, stored('WriteDrafts', world))).toBe(expected);
});

test('the next version is one that never was, and only managed policies have one', () => {
  const world = versioned(['v2', 'v7'], 'v2');
  expect(nextVersion(world, stored('WriteDrafts', world))).toBe('v8');
  expect([nextVersion(WORLD, stored('SeeBuckets')), versionInTheWay(WORLD, stored('SeeBuckets'))]).toEqual([
    null,
    null,
  ]);
  expect(nextVersion(WORLD, stored('AmazonS3ReadOnlyAccess'))).toBeNull();
});
