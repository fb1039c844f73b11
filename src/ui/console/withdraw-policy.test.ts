// Tests for taking policies back: each kind by its own request, and only where there is something to take back.
import { expect, test } from 'vitest';
import type { StoredPolicy } from '../../account/policies.ts';
import { everyPolicy, otherPolicyById, withoutPolicy } from '../../account/other-policies.ts';
import { saveError } from '../../policy/save.ts';
import { MANAGED } from '../../../tests/fixtures/world.ts';
import { RICH } from '../../../tests/fixtures/rich-world.ts';
import { withdrawalOf } from './withdraw-policy.ts';

const accounts = Object.keys(RICH.accounts);
const bare = accounts.flatMap((account) =>
  withoutPolicy(RICH, account).flatMap(({ id }) => otherPolicyById(RICH, account, id) ?? []),
);
const all = [...accounts.flatMap((account) => everyPolicy(RICH, account, MANAGED)), ...bare];
const one = (id: RegExp): StoredPolicy => {
  const found = all.find(({ source }) => id.test(source.id));
  if (!found) throw new Error(`no policy ${id.source}`);
  return found;
};

test.each([
  [/^bucket:/, 'Delete policy', 's3:DeleteBucketPolicy'],
  [/:sqs:/, 'Delete policy', 'sqs:SetQueueAttributes'],
  [/:secretsmanager:/, 'Delete policy', 'secretsmanager:DeleteResourcePolicy'],
  [/:dynamodb:/, 'Delete policy', 'dynamodb:DeleteResourcePolicy'],
  [/:sns:/, 'Reset to the default', 'sns:SetTopicAttributes'],
  [/:kms:/, 'Reset to the default', 'kms:PutKeyPolicy'],
  [/^endpoint:/, 'Reset to full access', 'ec2:ModifyVpcEndpoint'],
])('%s: %s by %s', (id, label, operation) => {
  const found = withdrawalOf({ ...one(id), text: '{}' });
  expect(found).toMatchObject({ label, call: { operation } });
});

test.each([/^inline:/, /:policy\//, /^trust:/, /^organization:/, /:lambda:/])(
  '%s cannot be taken back so',
  (id) => expect(withdrawalOf(one(id))).toBeNull(),
);

test('what has no policy has none to be deleted', () => {
  const withdrawals = bare.flatMap((policy) => withdrawalOf(policy) ?? []);
  expect(withdrawals.filter(({ did, call }) => did === 'Deleted' && call !== null)).toEqual([]);
});

test('KMS takes its own default policy, whose statement has spaces in its name', () => {
  const call = withdrawalOf({ ...one(/:kms:/), text: '{}' })?.call;
  const text = call?.operation === 'kms:PutKeyPolicy' ? call.input.Policy : '';
  expect(text).toContain('"Enable IAM User Permissions"');
  expect(saveError(text, { kind: 'key' })).toBeNull();
});
