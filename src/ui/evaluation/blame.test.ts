// Tests for blame: which statement and policy to look at first.
import { describe, expect, test } from 'vitest';
import type { AppliedPolicy, PolicySource } from '../../evaluation/applicable.ts';
import { NO_POLICIES } from '../../evaluation/applicable.ts';
import { evaluate } from '../../evaluation/evaluate.ts';
import type { Request } from '../../evaluation/request.ts';
import { parsePolicy } from '../../policy/parse.ts';
import { allow, BOOKSHOP, policyText } from '../../../tests/fixtures/world.ts';
import { nearestStatement, policyToOpen, userWithoutNearPolicy } from './blame.ts';

function applied(name: string, kind: PolicySource['kind'], ...statements: readonly object[]): AppliedPolicy {
  const { document } = parsePolicy(policyText(...statements));
  if (!document) throw new Error(`${name} is no policy`);
  return { source: { id: name, name, kind }, document };
}

const put: Request = {
  principal: { kind: 'user', arn: `arn:aws:iam::${BOOKSHOP}:user/noor`, account: BOOKSHOP, name: 'noor' },
  action: 's3:PutObject',
  resource: 'arn:aws:s3:::drafts/summer/a.md',
  resourceAccount: BOOKSHOP,
  context: {},
};
const decided = (identity: readonly AppliedPolicy[], resource: readonly AppliedPolicy[] = []) =>
  evaluate({ ...NO_POLICIES, identity, resource }, put);

const reads = applied('Reads', 'customerManaged', allow('s3:GetObject'));
const elsewhere = applied('Elsewhere', 'customerManaged', allow('s3:PutObject', 'arn:aws:s3:::other/*'));
const near = applied('Near', 'inline', allow('s3:PutObject', 'arn:aws:s3:::drafts/spring/*'));
const aws = applied('Aws', 'awsManaged', allow('s3:PutObject', 'arn:aws:s3:::drafts/summer/b*'));
const office = applied('Office', 'customerManaged', {
  ...allow('s3:PutObject'),
  Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } },
});
const grants = applied('Grants', 'customerManaged', allow('s3:*'));
const queues = applied('Queues', 'customerManaged', allow('sqs:*'));
const toBob = applied('ToBob', 'resource', {
  ...allow('s3:PutObject'),
  Principal: { AWS: `arn:aws:iam::${BOOKSHOP}:user/bob` },
});
const toSummer = applied('ToSummer', 'resource', {
  ...allow('s3:PutObject', 'arn:aws:s3:::drafts/summer/b*'),
  Principal: '*',
});
const reading = applied('Reading', 'resource', { ...allow('s3:GetObject'), Principal: '*' });
const forbids = applied('Forbids', 'resource', {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:PutObject',
  Resource: '*',
});

describe('policyToOpen', () => {
  test.each([
    ['no policy at all', decided([]), null],
    ['an Allow that decided', decided([reads, grants]), 'Grants'],
    ['a Deny that decided', decided([grants], [forbids]), 'Forbids'],
    ['a resource that misses is nearer than an action that misses', decided([reads, elsewhere]), 'Elsewhere'],
    ['a condition that misses is nearer still', decided([near, office, reads]), 'Office'],
    ['the resource most like the one asked for', decided([elsewhere, near]), 'Near'],
    ['one that can be changed before one that cannot', decided([aws, elsewhere]), 'Elsewhere'],
    ['one that cannot be changed, if it alone came close', decided([aws, reads]), 'Aws'],
    ['an Allow for the service, when there is none about the action', decided([queues, reads]), 'Reads'],
    ['none that is about other services only', decided([queues]), null],
    ['the policy of the resource, if it came closer', decided([elsewhere], [toSummer]), 'ToSummer'],
    ['the policy of the resource, if it alone came near', decided([queues], [toBob]), 'ToBob'],
    ['and not if it is about other actions', decided([reads], [reading]), 'Reads'],
    [
      'a session policy cannot be opened',
      decided([{ ...near, source: { ...near.source, kind: 'session' } }]),
      null,
    ],
    [
      'the policy of an endpoint or an organization can',
      decided([{ ...near, source: { ...near.source, kind: 'endpoint' } }]),
      'Near',
    ],
  ])('%s', (_name, evaluation, name) => expect(policyToOpen(evaluation)?.name ?? null).toBe(name));
});

test.each([
  ['nothing came near', decided([queues]), 'noor'],
  ['there is no policy', decided([]), 'noor'],
  ['something came near', decided([queues, reads]), null],
  ['it was allowed', decided([grants]), null],
  ['it was forbidden', decided([queues], [forbids]), null],
])('the user whose policies to look through when %s', (_name, evaluation, name) =>
  expect(userWithoutNearPolicy(evaluation)).toBe(name),
);

test('nearestStatement looks only where it may', () => {
  const many = applied(
    'Many',
    'customerManaged',
    allow('s3:GetObject'),
    allow('s3:PutObject', 'arn:aws:s3:::x/*'),
  );
  const evaluation = decided([near, many]);
  expect(nearestStatement(evaluation, ({ id }) => id === 'Many')?.statement.index).toBe(1);
  expect(nearestStatement(evaluation, () => false)).toBeNull();
});
