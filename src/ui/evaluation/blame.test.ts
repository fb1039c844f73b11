// Tests for blame: which statement and policy to look at first.
import { describe, expect, test } from 'vitest';
import type { AppliedPolicy, PolicySource } from '../../evaluation/applicable.ts';
import { NO_POLICIES } from '../../evaluation/applicable.ts';
import { evaluate } from '../../evaluation/evaluate.ts';
import type { Request } from '../../evaluation/request.ts';
import { parsePolicy } from '../../policy/parse.ts';
import { allow, BOOKSHOP, policyText } from '../../../tests/fixtures/world.ts';
import { nearestStatement, policyToOpen } from './blame.ts';

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
    [
      'a session policy cannot be opened',
      decided([{ ...near, source: { ...near.source, kind: 'session' } }]),
      null,
    ],
  ])('%s', (_name, evaluation, name) => expect(policyToOpen(evaluation)?.name ?? null).toBe(name));
});

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
