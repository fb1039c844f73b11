// Laws that hold for every call and for any sequence of calls.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entriesOf, valuesOf, type Table } from '../account/table.ts';
import { decisiveOf } from '../evaluation/call.ts';
import { amira, ask, document, jonas, noor } from '../../tests/fixtures/ask.ts';
import {
  BOOKSHOP,
  DRAFTS_POLICY,
  MANAGE_POLICIES,
  NEIGHBOUR,
  READ_ONLY,
  ROOT,
  WORLD,
  WRITE_DRAFTS,
  allow,
  caller,
  documentOf,
  policyText,
} from '../../tests/fixtures/world.ts';
import { applyChanges } from '../account/apply-change.ts';
import type { Account } from '../account/world.ts';
import type { ApiCall } from './call.ts';

const name = fc.constantFrom(
  'noor',
  'NOOR',
  'amira',
  'Writers',
  'Managers',
  'nobody',
  '__proto__',
  'a b',
  '',
);
const bucket = fc.constantFrom('maple-drafts', 'maple-catalog', 'north-press', 'nobodys', 'constructor', '');
const key = fc.oneof(fc.constantFrom('plan.txt', '__proto__', 'winter/notes.txt', ''), fc.string());
const arn = fc.constantFrom(
  WRITE_DRAFTS,
  MANAGE_POLICIES,
  READ_ONLY.arn,
  `arn:aws:iam::${NEIGHBOUR}:policy/WriteDrafts`,
  `arn:aws:iam::${BOOKSHOP}:policy/constructor`,
  'arn:nonsense',
);
const versionId = fc.constantFrom('v1', 'v2', 'v3', 'v9', 'latest', '');
const text = fc.oneof(
  fc.constantFrom(document, policyText(allow('*')), DRAFTS_POLICY, '{', documentOf(3000)),
  fc.json(),
  fc.string(),
);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const input = {
  Bucket: bucket,
  Key: key,
  Body: fc.string({ unit: 'binary' }),
  PolicyArn: arn,
  VersionId: versionId,
  PolicyDocument: text,
  PolicyName: name,
};
const { Bucket, Key, Body, PolicyArn, VersionId, PolicyDocument, PolicyName } = input;
const call: fc.Arbitrary<ApiCall> = fc.oneof(
  fc.constantFrom<ApiCall>(
    { operation: 'sts:GetCallerIdentity', input: {} },
    { operation: 's3:ListBuckets', input: {} },
  ),
  fc.record({
    operation: fc.constant('s3:ListObjectsV2' as const),
    input: fc.record({ Bucket, Prefix: key }, { requiredKeys: ['Bucket'] }),
  }),
  fc.record({
    operation: fc.constantFrom('s3:GetObject' as const, 's3:DeleteObject' as const),
    input: fc.record({ Bucket, Key }),
  }),
  fc.record({ operation: fc.constant('s3:PutObject' as const), input: fc.record({ Bucket, Key, Body }) }),
  fc.record({
    operation: fc.constantFrom('s3:GetBucketPolicy' as const, 's3:DeleteBucketPolicy' as const),
    input: fc.record({ Bucket }),
  }),
  fc.record({
    operation: fc.constant('s3:PutBucketPolicy' as const),
    input: fc.record({ Bucket, Policy: text }),
  }),
  fc.record({
    operation: fc.constant('iam:CreatePolicyVersion' as const),
    input: fc.record({ PolicyArn, PolicyDocument, SetAsDefault: optional(fc.boolean()) }),
  }),
  fc.record({
    operation: fc.constantFrom('iam:DeletePolicyVersion' as const, 'iam:SetDefaultPolicyVersion' as const),
    input: fc.record({ PolicyArn, VersionId }),
  }),
  fc.record({
    operation: fc.constant('iam:PutUserPolicy' as const),
    input: fc.record({ UserName: name, PolicyName, PolicyDocument }),
  }),
  fc.record({
    operation: fc.constant('iam:PutGroupPolicy' as const),
    input: fc.record({ GroupName: name, PolicyName, PolicyDocument }),
  }),
);
const who = fc.constantFrom(ROOT, ROOT, amira, noor, jonas, caller('gone'), caller('kim', NEIGHBOUR));

/** What every world holds, whatever has been done in it. */
function faultsOf(account: Account): string[] {
  const faults: string[] = [];
  const keyed = <T>(table: Table<T>, nameOf: (value: T) => string) => {
    for (const [name, value] of entriesOf(table)) if (nameOf(value) !== name) faults.push(`key ${name}`);
  };
  keyed(account.users, (user) => user.name);
  keyed(account.groups, (group) => group.name);
  keyed(account.policies, (policy) => policy.name);
  keyed(account.buckets, (bucket) => bucket.name);
  for (const { objects } of valuesOf(account.buckets)) keyed(objects, (object) => object.key);
  for (const { name, versions, defaultVersion, lastVersion } of valuesOf(account.policies)) {
    const ids = versions.map(({ id }) => Number(id.slice(1)));
    if (ids.length < 1 || ids.length > 5) faults.push(`${name}: ${ids.length} versions`);
    if (!versions.some(({ id }) => id === defaultVersion)) faults.push(`${name}: no default version`);
    if (ids.some((id, i) => id <= (ids[i - 1] ?? 0))) faults.push(`${name}: versions out of order`);
    if (lastVersion < Math.max(...ids)) faults.push(`${name}: last version`);
  }
  return faults;
}

test('no sequence of calls throws, breaks a world or says something that its event does not', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(who, call), { maxLength: 25 }), (calls) => {
      let world = WORLD;
      for (const [caller, call] of calls) {
        const outcome = ask(caller, call, world);
        const { result, changes, evaluations, event } = outcome;
        const after = applyChanges(world, changes);
        expect(event.errorMessage).toBe(result.ok ? undefined : result.error.message);
        expect(event.decision?.outcome).toBe(decisiveOf(evaluations)?.decision.outcome);
        if (!result.ok || event.readOnly) expect(after).toBe(world);
        if (result.ok) for (const { decision } of evaluations) expect(decision.outcome).toBe('allow');
        expect(Object.values(after.accounts).flatMap(faultsOf)).toEqual([]);
        expect(JSON.parse(JSON.stringify(after))).toEqual(after);
        world = after;
      }
    }),
    { numRuns: 60 },
  );
});

test('the answer depends on nothing but what is given', () => {
  fc.assert(
    fc.property(who, call, (caller, call) => {
      expect(ask(caller, call)).toEqual(ask(caller, call));
    }),
    { numRuns: 60 },
  );
});
